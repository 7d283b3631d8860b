//! The page. `app` holds the frame and chooses a page by the address; `pages` put
//! components and charts together; `components` and `charts` take values and give
//! callbacks; `hooks` hold what lives longer than a view; `browser` alone names the
//! browser's interfaces. Everything shown is computed from two values: the corpus
//! and the address.

pub mod address;
pub mod answer;
pub mod app;
pub mod browser;
pub mod changed;
pub mod charts;
pub mod components;
pub mod evidence;
pub mod frame;
pub mod hooks;
pub mod keymap;
pub mod later;
pub mod marks;
pub mod metadata;
pub mod notices;
pub mod overlay;
pub mod overruled;
pub mod own;
pub mod pages;
pub mod palette;
pub mod parts;
pub mod place;
pub mod save;
pub mod saved_series;
pub mod settings;
pub mod share;
pub mod shared;
pub mod windowed;
pub mod words;

/// Mounts the app in the page with these articles.
pub fn start(articles: app::Opened) {
    browser::panic::install();
    if let Some(root) = browser::document::root() {
        let props = app::Props { articles };
        yew::Renderer::<app::App>::with_root_and_props(root, props).render();
    }
}

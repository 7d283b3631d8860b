//! The page. Everything shown is computed from two values: the corpus and the address.
//!
//! - `shell` opens the articles and puts the frame around every view.
//! - `pages` put `components` and `charts` together, one page for one view of the address.
//! - `components` and `charts` take values and give callbacks.
//! - `model` and `address` are those values, with pure functions on them.
//! - `evidence`, `user_files` and `exports` are what readers do with a view: ask why something
//!   is counted and correct it, add articles, take results along.
//! - `hooks` hold state that outlives a view.
//! - `browser` alone names the browser's interfaces, with `scripting`, which scripts call.

pub mod address;
pub mod browser;
pub mod charts;
pub mod components;
pub mod evidence;
pub mod exports;
pub mod hooks;
pub mod model;
pub mod pages;
pub mod scripting;
pub mod shell;
pub mod user_files;

/// Mounts the app in the page with these articles.
pub fn start(articles: shell::app::Opened) {
    browser::panic::install();
    if let Some(root) = browser::document::root() {
        let props = shell::app::Props { articles };
        yew::Renderer::<shell::app::App>::with_root_and_props(root, props).render();
    }
}

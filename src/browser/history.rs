//! The fragment of the address bar and the session history.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The fragment with its `#`; empty without one.
pub fn fragment() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The whole address of the page with this fragment.
pub fn link(fragment: &str) -> String {
    let href = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let base = href.split_once('#').map_or(href.as_str(), |(base, _)| base);
    format!("{base}{fragment}")
}

/// Replaces the current entry. A browser that refuses (some allow only a hundred
/// changes in half a minute) keeps the old entry; the page itself goes on.
pub fn replace(fragment: &str) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Adds an entry.
pub fn push(fragment: &str) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Calls back when back, forward, a link or the reader changed the fragment, for
/// as long as the value is kept.
pub fn on_change(callback: impl Fn(String) + 'static) -> Option<[EventListener; 2]> {
    let callback = std::rc::Rc::new(callback);
    let window = web_sys::window()?;
    let listen = |event: &'static str| {
        let callback = callback.clone();
        EventListener::new(&window, event, move |_| callback(fragment()))
    };
    Some([listen("hashchange"), listen("popstate")])
}

/// The way to the page on its host.
pub fn path() -> String {
    web_sys::window().and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

//! The fragment of the address bar and the session history.

use gloo::events::EventListener;
use std::cell::Cell;

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

thread_local! {
    static LAST: Cell<f64> = const { Cell::new(0.0) };
}

/// The number of the current entry, which it keeps while others come and go. An entry that a
/// link made gets its number here.
pub fn entry() -> f64 {
    let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return 0.0 };
    let known = history.state().ok().and_then(|state| state.as_f64());
    known.unwrap_or_else(|| {
        let number = next_number();
        let _ = history.replace_state_with_url(&number.into(), "", None);
        number
    })
}

/// Greater than every number before, also than those of an earlier life of this tab.
fn next_number() -> f64 {
    let number = js_sys::Date::now().max(LAST.get() + 1.0);
    LAST.set(number);
    number
}

/// Replaces the current entry. A browser that refuses (some allow only a hundred
/// changes in half a minute) keeps the old entry; the page itself goes on.
pub fn replace(fragment: &str) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let number = entry().into();
        let _ = history.replace_state_with_url(&number, "", Some(fragment));
    }
}

/// Adds an entry.
pub fn push(fragment: &str) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let number = next_number().into();
        let _ = history.push_state_with_url(&number, "", Some(fragment));
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

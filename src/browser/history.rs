//! The fragment of the address bar and the session history.

use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::ScrollRestoration;

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
    /// The number that was given last.
    static LAST: Cell<f64> = const { Cell::new(0.0) };
    /// The entry that was shown last.
    static SHOWN: Cell<f64> = const { Cell::new(0.0) };
    static ON_LEAVING: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
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
        let number = next_number();
        SHOWN.set(number);
        let _ = history.push_state_with_url(&number.into(), "", Some(fragment));
    }
}

/// Calls back when back, forward, a link or the reader has changed the fragment, before anyone
/// else hears of it: the entry that is left is still shown. A later callback replaces this one.
pub fn on_leaving(callback: impl Fn() + 'static) {
    ON_LEAVING.set(Some(Rc::new(callback)));
}

/// Calls back when back, forward, a link or the reader changed the fragment, for
/// as long as the value is kept.
pub fn on_change(callback: impl Fn(String) + 'static) -> Option<[EventListener; 2]> {
    let callback = Rc::new(callback);
    let window = web_sys::window()?;
    let listen = |event: &'static str| {
        let callback = callback.clone();
        EventListener::new(&window, event, move |_| {
            // Browsers send two events for one change, and the page is drawn anew between them.
            let now = entry();
            let is_left = SHOWN.replace(now) != now;
            if let Some(leaving) = ON_LEAVING.with_borrow(Clone::clone).filter(|_| is_left) {
                leaving();
            }
            callback(fragment());
        })
    };
    Some([listen("hashchange"), listen("popstate")])
}

/// Leaves it to the page to scroll where the reader was, for as long as the page is shown: the
/// browser would do so before the page is high enough. A page that loads again is the browser's.
pub fn scroll_by_page() -> Option<EventListener> {
    let history = web_sys::window()?.history().ok()?;
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    Some(EventListener::once(&web_sys::window()?.into(), "pagehide", move |_| {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }))
}

/// The way to the page on its host.
pub fn path() -> String {
    web_sys::window().and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

//! A question before the page is left.

use gloo::events::{EventListener, EventListenerOptions};

/// Lets the browser ask before the page is left, for as long as the value is kept.
pub fn ask_before() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
    }))
}

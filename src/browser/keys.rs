//! Keys pressed anywhere in the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A pressed key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name as browsers call it: `k`, `ArrowDown`, `F3`.
    pub name: String,
    /// With Ctrl or Cmd.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// While the reader types into a field.
    pub typing: bool,
    /// On a control that Enter or the arrows already belong to.
    pub on_control: bool,
}

/// Calls back for every key, for as long as the value is kept. A key for which
/// the callback returns true does nothing else.
pub fn on_key(callback: impl Fn(&Key) -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.is_composing() && !event.default_prevented() && callback(&key(event)) {
            event.prevent_default();
        }
    }))
}

fn key(event: &KeyboardEvent) -> Key {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let is = |selector: &str| {
        target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some())
    };
    Key {
        name: event.key(),
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        typing: is("input, textarea, select, [contenteditable]"),
        on_control: event.alt_key() || is("a, button, summary, select, dialog, [tabindex='0']"),
    }
}

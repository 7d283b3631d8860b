//! Keys pressed anywhere in the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A pressed key and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press<'k> {
    /// Its name as browsers call it: `k`, `ArrowDown`, `F3`.
    pub name: &'k str,
    /// With Ctrl or Cmd.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// While the reader types in the search box.
    pub searching: bool,
    /// While the reader types in any field.
    pub typing: bool,
    /// On a control that Enter and the arrows belong to.
    pub on_control: bool,
    /// In the list of results.
    pub in_results: bool,
}

/// Calls back for every key, for as long as the value is kept. A key for which
/// the callback returns true does nothing else.
pub fn on_key(callback: impl Fn(Press<'_>) -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.is_composing() || event.default_prevented() || event.alt_key() {
            return;
        }
        if callback(press(event, &event.key())) {
            event.prevent_default();
        }
    }))
}

/// Calls back once each for the first key, the first press of a pointer and the first
/// file over the page, for as long as the value is kept.
pub fn on_first_use(callback: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let listen = |name| {
        let callback = callback.clone();
        EventListener::once(&window, name, move |_| callback())
    };
    ["keydown", "pointerdown", "dragenter"].into_iter().map(listen).collect()
}

/// Calls back whenever the reader presses, turns or touches something, for as long as the value
/// is kept.
pub fn on_use(callback: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let listen = |name| {
        let callback = callback.clone();
        EventListener::new(&window, name, move |_| callback())
    };
    ["keydown", "pointerdown", "wheel", "touchstart"].into_iter().map(listen).collect()
}

fn press<'k>(event: &KeyboardEvent, name: &'k str) -> Press<'k> {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let is = |selector: &str| {
        target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some())
    };
    Press {
        name,
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        searching: is("input[type=search]"),
        typing: is("input, textarea, select, [contenteditable]"),
        on_control: is("a, button, summary, select, dialog, input, textarea"),
        in_results: is(".result-list"),
    }
}

/// What the key for commands is called on the reader's machine.
pub fn command_name() -> &'static str {
    let platform = web_sys::window().and_then(|w| w.navigator().platform().ok());
    if platform.is_some_and(|p| p.starts_with("Mac") || p.starts_with("iP")) {
        "⌘ K"
    } else {
        "Ctrl K"
    }
}

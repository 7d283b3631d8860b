//! Values out of Yew's events.

use yew::{Event, InputEvent, KeyboardEvent, TargetCast};

/// The text of the field that was typed into.
pub fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|i| i.value()).unwrap_or_default()
}

/// The value that was chosen in a select.
pub fn chosen(event: &Event) -> String {
    event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|i| i.value()).unwrap_or_default()
}

/// The number that an attribute gives which the target of an event, or an element
/// around it, has.
pub fn number_within(event: &impl TargetCast, attribute: &str) -> Option<u32> {
    let target = event.target_dyn_into::<web_sys::Element>()?;
    let holder = target.closest(&format!("[{attribute}]")).ok()??;
    holder.get_attribute(attribute)?.parse().ok()
}

/// The text of a field, however it changed.
pub fn value(event: &Event) -> String {
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|i| i.value()).unwrap_or_default()
}

/// Whether a key is pressed while an input method composes a character.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing()
}

//! Values out of Yew's events.

use yew::{Event, InputEvent, KeyboardEvent, TargetCast};

/// The text of the field that was typed into.
pub fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|i| i.value()).unwrap_or_default()
}

/// The text of the field of several lines that was typed into.
pub fn typed_lines(event: &InputEvent) -> String {
    event.target_dyn_into::<web_sys::HtmlTextAreaElement>().map(|i| i.value()).unwrap_or_default()
}

/// The text of the field that was typed into, and the byte of it before which the
/// caret stands.
pub fn typed_with_caret(event: &InputEvent) -> (String, usize) {
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
    let caret = input.as_ref().and_then(|i| i.selection_start().ok().flatten());
    let text = input.map(|i| i.value()).unwrap_or_default();
    let caret = caret.map_or(text.len(), |units| byte_of(&text, units));
    (text, caret)
}

/// The byte of `text` behind so many UTF-16 code units.
fn byte_of(text: &str, units: u32) -> usize {
    let mut behind = 0;
    let fitting = text.chars().take_while(|c| {
        behind += c.len_utf16();
        behind <= units as usize
    });
    fitting.map(char::len_utf8).sum()
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

#[cfg(test)]
mod tests {
    use super::byte_of;

    #[test]
    fn carets_are_bytes() {
        let rows =
            [("oil", 0, 0), ("oil", 2, 2), ("é x", 1, 2), ("𝒳a", 2, 4), ("𝒳a", 3, 5), ("a", 9, 1)];
        for (text, units, want) in rows {
            assert_eq!(byte_of(text, units), want, "{text} {units}");
        }
    }
}

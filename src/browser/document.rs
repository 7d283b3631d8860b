//! The document: title, focus, scrolling, and where the app is mounted.

use dateline_text::compact::fixed;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, SvgElement,
};

/// Room between an element and what is placed beside it, in CSS pixels.
const GAP: f64 = 8.0;

/// The element in which the app is mounted.
pub fn root() -> Option<Element> {
    by_id("app")
}

/// What stands in the field of an id.
pub fn value(id: &str) -> Option<String> {
    by_id(id)?.dyn_into::<web_sys::HtmlInputElement>().ok().map(|field| field.value())
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Sets (or with `None` removes) an attribute of the root element, for themes.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = web_sys::window().and_then(|w| w.document()?.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Lets every select in an element show what its `data-now` says: browsers keep
/// what was chosen by hand.
pub fn settle_selects(within: &str) {
    let Some(found) = by_id(within).map(|e| e.get_elements_by_tag_name("select")) else { return };
    for element in (0..found.length()).filter_map(|n| found.item(n)) {
        if let (Some(now), Ok(select)) =
            (element.get_attribute("data-now"), element.dyn_into::<web_sys::HtmlSelectElement>())
        {
            select.set_value(&now);
        }
    }
}

/// Moves the focus to an element, or to a link in a drawing.
pub fn focus(id: &str) {
    let Some(element) = by_id(id) else { return };
    let _ = match element.dyn_into::<HtmlElement>() {
        Ok(element) => element.focus(),
        Err(element) => match element.dyn_into::<SvgElement>() {
            Ok(element) => element.focus(),
            Err(_) => return,
        },
    };
}

/// Moves the focus to a field and selects its text.
pub fn focus_and_select(id: &str) {
    focus(id);
    if let Some(input) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.select();
    }
}

/// Puts a text into a field, with the caret before its byte `caret`.
pub fn set_field(id: &str, text: &str, caret: usize) {
    let Some(input) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return;
    };
    input.set_value(text);
    let units = text.get(..caret).unwrap_or(text).encode_utf16().count() as u32;
    let _ = input.set_selection_range(units, units);
}

/// Moves the focus from one of the elements of a container to the next or the one
/// before; `selector` names them.
pub fn focus_beside(container: &str, selector: &str, by: i32) {
    let Some(found) = by_id(container).and_then(|c| c.query_selector_all(selector).ok()) else {
        return;
    };
    let active = web_sys::window().and_then(|w| w.document()?.active_element());
    let all: Vec<HtmlElement> = (0..found.length())
        .filter_map(|n| found.item(n).and_then(|e| e.dyn_into::<HtmlElement>().ok()))
        .collect();
    let now = all.iter().position(|e| active.as_ref().is_some_and(|a| e.is_same_node(Some(a))));
    let next = now.and_then(|n| n.checked_add_signed(by as isize)).and_then(|n| all.get(n));
    let _ = next.map(|e| e.focus());
}

/// Tells the dialog of an id where an element stands, for its style: beneath it where
/// there is room, else above it.
pub fn place_beside(dialog: &str, selector: &str) {
    let element = web_sys::window().and_then(|w| w.document()?.query_selector(selector).ok()?);
    let dialog = by_id(dialog).and_then(|d| d.dyn_into::<HtmlElement>().ok());
    let (Some(element), Some(dialog)) = (element, dialog) else { return };
    let (at, own) = (element.get_bounding_client_rect(), dialog.get_bounding_client_rect());
    let root = web_sys::window().and_then(|w| w.document()?.document_element());
    let (width, height) = root.map_or((0, 0), |r| (r.client_width(), r.client_height()));
    let (width, height) = (f64::from(width), f64::from(height));
    let beneath = at.bottom() + GAP;
    let top = if beneath + own.height() < height { beneath } else { at.top() - own.height() - GAP };
    let left = at.left().min(width - own.width() - GAP);
    let set = |name: &str, value: f64| {
        let _ = dialog.style().set_property(name, &format!("{}px", fixed(value.max(GAP), 1)));
    };
    set("--beside-top", top);
    set("--beside-left", left);
}

/// Takes the focus away from where it is.
pub fn blur() {
    let active = web_sys::window().and_then(|w| w.document()?.active_element());
    if let Some(element) = active.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether the focus is nowhere, as when the element that had it went away.
pub fn nothing_is_focused() -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let active = document.as_ref().and_then(web_sys::Document::active_element);
    active.is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"))
}

/// Whether the reader came to the focused element by keys, and its id begins so.
pub fn is_at_by_keys(id: &str) -> bool {
    let active = web_sys::window().and_then(|w| w.document()?.active_element());
    active.is_some_and(|active| {
        active.id().starts_with(id) && active.matches(":focus-visible").unwrap_or(false)
    })
}

/// The id of the focused element, or of its nearest ancestor that has one.
pub fn focused_id() -> Option<String> {
    let active = web_sys::window()?.document()?.active_element()?;
    active.closest("[id]").ok().flatten().map(|e| e.id())
}

/// Scrolls an element to the middle of what scrolls it, at once.
pub fn scroll_to_middle(id: &str) {
    scroll(id, ScrollLogicalPosition::Center);
}

/// Scrolls as little as needed to show an element.
pub fn scroll_to_nearest(id: &str) {
    scroll(id, ScrollLogicalPosition::Nearest);
}

/// Scrolls the window to its top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls an element's own content to its start, and where it has no scroll of
/// its own (narrow screens) the window.
pub fn show_start(id: &str) {
    let Some(element) = by_id(id) else { return };
    if element.scroll_height() > element.client_height() {
        element.set_scroll_top(0);
    } else if element.get_bounding_client_rect().top() < 0.0 {
        scroll_to_top();
    }
}

/// Scrolls a container so that an element in it stands in its middle; where the
/// container has no scroll of its own (narrow screens), the window.
pub fn scroll_within(container: &str, id: &str) {
    let (Some(container), Some(element)) = (by_id(container), by_id(id)) else { return };
    if container.scroll_height() <= container.client_height() {
        return scroll_to_middle(id);
    }
    let gap = element.get_bounding_client_rect().top() - container.get_bounding_client_rect().top();
    let middle = f64::from(container.client_height()) / 2.0;
    container.set_scroll_top(container.scroll_top() + (gap - middle) as i32);
}

/// Opens the modal dialog of this id, if it is there and closed.
pub fn open_dialog(id: &str) {
    let dialog = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|d| !d.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog of this id, which tells so; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// The text that the reader selected.
pub fn selected_text() -> String {
    let selection = web_sys::window().and_then(|w| w.get_selection().ok().flatten());
    selection.map(|s| String::from(s.to_string())).unwrap_or_default()
}

fn scroll(id: &str, block: ScrollLogicalPosition) {
    let Some(element) = by_id(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub(super) fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

//! Where the page is scrolled to, and how high its elements are, in CSS pixels.

use super::document::{by_id, focused_id};
use dateline_text::compact::fixed;
use gloo::events::EventListener;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Calls back whenever the page was scrolled or its window changed its size, for as
/// long as the value is kept.
pub fn on_scroll(callback: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let again = callback.clone();
    Some([
        EventListener::new(&window, "scroll", move |_| callback()),
        EventListener::new(&window, "resize", move |_| again()),
    ])
}

/// How far the window is scrolled.
pub fn top() -> f64 {
    web_sys::window().and_then(|w| w.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the window, as far as the page is high.
pub fn to(top: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Which part of an element can be seen, counted from its top.
pub fn seen_of(id: &str) -> Option<Range<f64>> {
    let top = by_id(id)?.get_bounding_client_rect().top();
    let root = web_sys::window()?.document()?.document_element()?;
    Some(-top..f64::from(root.client_height()) - top)
}

/// Which of `items` has the focus, when it is in the element of the id `within`.
pub fn focused_in<T: Copy>(within: &str, items: &[T], id: impl Fn(T) -> String) -> Option<usize> {
    let focused = focused_id()?;
    by_id(&focused)?.closest(&format!("#{within}")).ok()??;
    items.iter().position(|item| id(*item) == focused)
}

/// From the top of the item that holds one element to the bottom of the item that
/// holds another.
pub fn height(first: &str, last: &str) -> Option<f64> {
    let item = |id: &str| by_id(id)?.closest("li").ok()?;
    let (first, last) = (item(first)?, item(last)?);
    Some(last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top())
}

/// Makes an element so high.
pub fn set_height(id: &str, height: f64) {
    if let Some(element) = by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.style().set_property("height", &format!("{}px", fixed(height, 1)));
    }
}

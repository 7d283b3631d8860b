//! Links of a drawing that the pointer is drawn over, from one to another.

use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The class of the links that are drawn over.
const DRAWN_OVER: &str = "drawn-over";

/// Where a drag began, and what it has come to.
struct Drawing {
    first: Element,
    last: Element,
}

/// What to do on an event of the pointer while something may be drawn.
type Act = Box<dyn Fn(&Event, &mut Option<Drawing>)>;

/// Calls back with the addresses of the first and the last link of a drawing when the pointer was
/// pressed on one and released on another, for as long as the value is kept. `selector` names
/// the links.
pub fn on_links_drawn_over(
    selector: &'static str,
    callback: impl Fn(&str, &str) + 'static,
) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let drawing = Rc::new(RefCell::new(None::<Drawing>));
    let listen = |name: &'static str, act: Act| {
        let drawing = Rc::clone(&drawing);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, name, options, move |event| {
            act(event, &mut drawing.borrow_mut());
        })
    };
    let begin = move |event: &Event, drawing: &mut Option<Drawing>| {
        *drawing = link(event, selector).map(|first| Drawing { last: first.clone(), first });
    };
    let go_on = move |event: &Event, drawing: &mut Option<Drawing>| {
        let (Some(drawing), Some(over)) = (drawing, link(event, selector)) else { return };
        if svg(&over) == svg(&drawing.first) {
            drawing.last = over;
            paint(drawing, selector, true);
        }
    };
    let end = move |_: &Event, drawing: &mut Option<Drawing>| {
        let Some(drawing) = drawing.take() else { return };
        paint(&drawing, selector, false);
        let href = |link: &Element| link.get_attribute("href").unwrap_or_default();
        if drawing.first != drawing.last {
            callback(&href(&drawing.first), &href(&drawing.last));
        }
    };
    // The link itself would be dragged.
    let stay = |event: &Event, drawing: &mut Option<Drawing>| {
        if drawing.is_some() {
            event.prevent_default();
        }
    };
    let cancel = move |_: &Event, drawing: &mut Option<Drawing>| {
        if let Some(drawing) = drawing.take() {
            paint(&drawing, selector, false);
        }
    };
    vec![
        listen("pointerdown", Box::new(begin)),
        listen("pointerover", Box::new(go_on)),
        listen("pointerup", Box::new(end)),
        listen("pointercancel", Box::new(cancel)),
        listen("dragstart", Box::new(stay)),
    ]
}

fn link(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn svg(link: &Element) -> Option<Element> {
    link.closest("svg").ok()?
}

/// Marks the links from the first to the last in the order of the drawing, or none.
fn paint(drawing: &Drawing, selector: &str, on: bool) {
    let all = svg(&drawing.first).and_then(|svg| svg.query_selector_all(selector).ok());
    let Some(all) = all else { return };
    let (mut ends, is_one) = (0, drawing.first == drawing.last);
    for link in (0..all.length()).filter_map(|n| all.item(n)?.dyn_into::<Element>().ok()) {
        let is_end = link == drawing.first || link == drawing.last;
        ends += u32::from(is_end);
        let within = on && (is_end || (ends == 1 && !is_one));
        let _ = link.class_list().toggle_with_force(DRAWN_OVER, within);
    }
}

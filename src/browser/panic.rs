//! The message after a bug: a message and a way on, in plain DOM, since
//! the app behind the page is gone.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// Shows every later panic in the page and in the console.
pub fn install() {
    // Through Yew, which otherwise sets a hook of its own when it mounts the app.
    yew::set_custom_panic_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        let _ = show(&what);
    }));
}

/// Replaces the page by the message. Uses only functions of the browser from here
/// on: no code of the program runs again.
pub fn show(what: &str) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let body = document.body()?;
    body.set_text_content(None);
    let main = add(&document, &body, "main", "")?;
    main.set_class_name("broken");
    main.set_attribute("role", "alert").ok()?;
    add(&document, &main, "h1", "The page stopped")?;
    let excuse = "A bug stopped Dateline. Your articles and this address are as they were: \
                  reload to go on. If it happens again, reload without the part after “#”.";
    add(&document, &main, "p", excuse)?;
    let buttons = add(&document, &main, "p", "")?;
    reload_button(&document, &buttons, &window.location())?;
    let fresh = add(&document, &buttons, "a", "Start from the first page")?;
    fresh.set_attribute("href", "?").ok()?;
    add(&document, &main, "pre", what)?;
    Some(())
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}

fn reload_button(
    document: &Document,
    parent: &Element,
    location: &web_sys::Location,
) -> Option<()> {
    let button = add(document, parent, "button", "Reload")?;
    let reload = js_sys::Reflect::get(location, &"reload".into()).ok()?;
    let reload = reload.dyn_into::<js_sys::Function>().ok()?.bind0(location);
    button.add_event_listener_with_callback("click", &reload).ok()
}

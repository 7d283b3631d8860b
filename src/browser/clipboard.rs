//! Copying text.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;

/// Copies, then tells whether it worked.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move { done(modern(&text).await || old(&text).is_some_and(|ok| ok)) });
}

async fn modern(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Undefined where the page does not come from a secure place.
    let has =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| !c.is_undefined());
    has && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// By way of a selected field and the old command.
fn old(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("off-screen");
    document.body()?.append_child(&area).ok()?;
    area.select();
    let done = document.dyn_ref::<web_sys::HtmlDocument>()?.exec_command("copy").ok();
    area.remove();
    done
}

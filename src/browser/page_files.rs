//! The files of the page, by name: from the host or from the one file.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[cfg(feature = "parts")]
#[wasm_bindgen]
extern "C" {
    // Both stand in the page's own module (`xtask/assets/parts.js`).
    #[wasm_bindgen(catch, js_name = ownFile)]
    fn own_file(name: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(js_name = ownFiles)]
    fn page_files() -> js_sys::Array;
}

/// The bytes of a file, as an `ArrayBuffer`.
///
/// # Errors
/// When the host does not give it.
#[cfg(feature = "parts")]
pub async fn get(name: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(own_file(name)?).await
}

/// The names of all files.
#[cfg(feature = "parts")]
pub fn names() -> Vec<String> {
    page_files().iter().filter_map(|name| name.as_string()).collect()
}

/// Without parts, in tests and under Trunk, the page knows no files of its own.
///
/// # Errors
/// Always.
#[cfg(not(feature = "parts"))]
pub async fn get(_: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(js_sys::Promise::reject(&"this page was built without it".into())).await
}

/// None.
#[cfg(not(feature = "parts"))]
pub fn names() -> Vec<String> {
    Vec::new()
}

/// Whether what reads a reader's files is among them: publishers may leave it out.
pub fn can_read() -> bool {
    cfg!(not(feature = "parts")) || names().iter().any(|name| name == "worker.js")
}

/// Whether they are in the page itself, which was opened from a folder.
pub fn are_in_the_page() -> bool {
    web_sys::window().and_then(|w| w.location().protocol().ok()).is_some_and(|p| p == "file:")
}

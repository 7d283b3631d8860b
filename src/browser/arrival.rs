//! Bytes as they come over the line.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Calls `each` with every piece of the body of a response, as soon as it is there.
/// Reading in pieces takes half the time of waiting for all of it, and no copy.
///
/// # Errors
/// When the line breaks; what `each` refuses, after which no more is read.
pub async fn pieces(
    response: &web_sys::Response,
    mut each: impl FnMut(&Uint8Array) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let Some(body) = response.body() else { return Ok(()) };
    let reader: web_sys::ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            return Ok(());
        }
        let bytes: Uint8Array = Reflect::get(&piece, &"value".into())?.unchecked_into();
        if let Err(refused) = each(&bytes) {
            let _ = reader.cancel();
            return Err(refused);
        }
    }
}

/// The answer of the host to a request for `url`.
///
/// # Errors
/// When there is none, or it is not the file; in words.
pub async fn fetch(url: &str) -> Result<web_sys::Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str(url)).await?;
    checked(response.dyn_into()?)
}

/// A response that holds what was asked for.
///
/// # Errors
/// When the host refused, or the body was read already; in words.
pub fn checked(response: web_sys::Response) -> Result<web_sys::Response, JsValue> {
    let is_taken = response.body_used() || response.body().is_some_and(|body| body.locked());
    let words = match (response.ok(), is_taken) {
        (true, false) => return Ok(response),
        (true, true) => format!("{}: the body of this response was read already", response.url()),
        (false, _) => format!("{}: the host answered {}", response.url(), response.status()),
    };
    Err(js_sys::Error::new(&words).into())
}

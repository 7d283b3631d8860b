//! Bytes that the browser holds, outside of the program's memory.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

/// Bytes that the browser holds. Cloning is free; two are equal when they are the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Held(Blob);

impl Held {
    pub(super) fn new(blob: Blob) -> Held {
        Held(blob)
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }

    /// A text.
    pub fn text(text: &str) -> Option<Held> {
        let parts = Array::of1(&text.into());
        Blob::new_with_str_sequence(&parts).ok().map(Held)
    }

    /// Bytes of a kind.
    pub(super) fn of(bytes: &Uint8Array, mime: &str) -> Result<Held, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let parts = Array::of1(bytes);
        Blob::new_with_u8_array_sequence_and_options(&parts, &options).map(Held)
    }
}

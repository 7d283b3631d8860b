//! Bytes that the browser holds, outside of the program's memory.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

/// Bytes that the browser holds. Cloning is free; two are equal when they are the same.
#[derive(Clone, Debug, PartialEq)]
pub struct BlobHandle(Blob);

impl BlobHandle {
    pub(super) fn new(blob: Blob) -> BlobHandle {
        BlobHandle(blob)
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }

    /// A text.
    pub fn text(text: &str) -> Option<BlobHandle> {
        let parts = Array::of1(&text.into());
        Blob::new_with_str_sequence(&parts).ok().map(BlobHandle)
    }

    /// Bytes of a kind.
    pub(super) fn of(bytes: &Uint8Array, mime: &str) -> Result<BlobHandle, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let parts = Array::of1(bytes);
        Blob::new_with_u8_array_sequence_and_options(&parts, &options).map(BlobHandle)
    }
}

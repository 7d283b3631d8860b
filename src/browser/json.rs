//! JSON through the browser's own reader and writer, which the page need not carry.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a value.
///
/// # Errors
/// In words, when the text is no JSON or holds something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let error: js_sys::Error = error.into();
        String::from(error.message())
    })?;
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string())
}

/// Writes a value on lines of their own; nothing for what JSON cannot hold.
pub fn write(value: &impl Serialize) -> String {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let written = value.serialize(&plain).ok().and_then(|value| {
        let none = wasm_bindgen::JsValue::UNDEFINED;
        js_sys::JSON::stringify_with_replacer_and_space(&value, &none, &2.into()).ok()
    });
    written.map(|text| String::from(text) + "\n").unwrap_or_default()
}

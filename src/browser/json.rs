//! JSON through the browser's own reader and writer, which the page need not carry.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a value.
///
/// # Errors
/// In words, when the text is no JSON or holds something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_wasm_bindgen::from_value(parse(text)?).map_err(|error| error.to_string())
}

/// Whether a text is an object with no other keys than these, which reading alone would
/// pass over.
///
/// # Errors
/// In words, when the text is no JSON, no object, or has another key.
pub fn only_keys(text: &str, known: &[&str]) -> Result<(), String> {
    let value = parse(text)?;
    if !value.is_object() || js_sys::Array::is_array(&value) {
        return Err("it is not a JSON object".to_owned());
    }
    let keys = js_sys::Object::keys(&value.into());
    match keys.iter().filter_map(|key| key.as_string()).find(|k| !known.contains(&k.as_str())) {
        Some(key) => Err(format!("unknown field “{key}”, expected {}", known.join(", "))),
        None => Ok(()),
    }
}

fn parse(text: &str) -> Result<wasm_bindgen::JsValue, String> {
    js_sys::JSON::parse(text).map_err(|error| {
        let error: js_sys::Error = error.into();
        String::from(error.message())
    })
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

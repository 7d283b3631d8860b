//! `window.dateline`: the page for scripts. Types are in `js/dateline.d.ts`, words
//! in `docs/javascript.md`.

mod answers;

use super::serving::{Served, serve, served};
use crate::shared::Shared;
use answers::Asked;
pub use js_sys::Object;
use serde::Serialize;
pub use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Gives `window.dateline` its functions, unless it has them.
///
/// # Errors
/// When the object takes no properties.
pub fn install(dateline: &js_sys::Object) -> Result<(), JsValue> {
    if js_sys::Reflect::has(dateline, &"version".into())? {
        return Ok(());
    }
    let set = |name: &str, value: &JsValue| js_sys::Reflect::set(dateline, &name.into(), value);
    set("version", &env!("CARGO_PKG_VERSION").into())?;
    set("open", &Closure::<dyn Fn(JsValue) -> js_sys::Promise>::new(open).into_js_value())?;
    let query = |text: JsValue, options: JsValue| {
        answer(|c| answers::query(c, &string(&text)?, &read(options)?))
    };
    set(
        "query",
        &Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(query)
            .into_js_value(),
    )?;
    let countries = |asked: JsValue| answer(|c| answers::countries(c, &read::<Asked>(asked)?));
    set("countries", &one(countries))?;
    let mentions = |id: JsValue| answer(|c| answers::mentions(c, &string(&id)?));
    set("mentions", &one(mentions))?;
    let stats = || answer(|c| Ok(answers::stats(c, memory())));
    set("stats", &Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(stats).into_js_value())?;
    Ok(())
}

fn one(f: impl Fn(JsValue) -> Result<JsValue, JsValue> + 'static) -> JsValue {
    Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(f).into_js_value()
}

/// Asks the open corpus and hands the answer over as plain objects.
fn answer<T: Serialize>(
    ask: impl FnOnce(&Shared) -> Result<T, String>,
) -> Result<JsValue, JsValue> {
    let served = served().ok_or_else(|| error("no articles are open"))?;
    let answer = ask(&served.corpus).map_err(|e| error(&e))?;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    answer.serialize(&plain).map_err(|e| error(&e.to_string()))
}

fn read<T: serde::de::DeserializeOwned + Default>(value: JsValue) -> Result<T, String> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|e| e.to_string())
}

fn string(value: &JsValue) -> Result<String, String> {
    let number = || value.as_f64().map(|n| n.to_string());
    value.as_string().or_else(number).ok_or_else(|| "expected a string".to_owned())
}

fn error(message: &str) -> JsValue {
    js_sys::Error::new(message).into()
}

/// Opens the bytes of a pack, or what an address of the same host gives.
fn open(source: JsValue) -> js_sys::Promise {
    future_to_promise(async move {
        let bytes = bytes(source).await?;
        let corpus = Shared::open(bytes).map_err(|e| error(&e.to_string()))?;
        if let Some(Served { open, .. }) = served() {
            serve(corpus.clone(), open.clone());
            open(corpus);
        }
        answer(|c| Ok(answers::stats(c, memory())))
    })
}

async fn bytes(source: JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(url) = source.as_string() {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let response = JsFuture::from(window.fetch_with_str(&url)).await?;
        let response: web_sys::Response = response.dyn_into()?;
        if !response.ok() {
            return Err(error(&format!("{url}: the host answered {}", response.status())));
        }
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        return Ok(js_sys::Uint8Array::new(&buffer).to_vec());
    }
    if source.is_instance_of::<js_sys::ArrayBuffer>()
        || source.is_instance_of::<js_sys::Uint8Array>()
    {
        return Ok(js_sys::Uint8Array::new(&source).to_vec());
    }
    Err(error("open takes an address, an ArrayBuffer or a Uint8Array"))
}

/// Bytes of memory that the program holds.
fn memory() -> f64 {
    let memory = wasm_bindgen::memory();
    let buffer = js_sys::Reflect::get(&memory, &"buffer".into()).unwrap_or_default();
    js_sys::Reflect::get(&buffer, &"byteLength".into()).ok().and_then(|n| n.as_f64()).unwrap_or(0.0)
}

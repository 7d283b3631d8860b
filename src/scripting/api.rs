//! `window.dateline`: the page for scripts. Types are in `js/dateline.d.ts`, words
//! in `docs/javascript.md`.

mod answers;
mod json;

use super::serving::{self, Served};
use crate::browser::arrival;
use crate::browser::clock::Timeout;
use crate::browser::tasks;
use crate::hooks::use_indexing;
use crate::model::shared::Shared;
use answers::Asked;
use dateline_corpus::Arriving;
pub use js_sys::Object;
use serde::Serialize;
pub use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Gives `window.dateline` its functions, unless it has them.
///
/// # Errors
/// When the object takes no properties.
pub fn install(dateline: &Object) -> Result<(), JsValue> {
    if js_sys::Reflect::has(dateline, &"version".into())? {
        return Ok(());
    }
    let set = |name: &str, value: &JsValue| js_sys::Reflect::set(dateline, &name.into(), value);
    set("version", &env!("CARGO_PKG_VERSION").into())?;
    set("open", &Closure::<dyn Fn(JsValue) -> js_sys::Promise>::new(open).into_js_value())?;
    let query = |text: JsValue, options: JsValue| {
        let corpus = served()?;
        let found = answers::query(
            &corpus,
            &string(&text).map_err(|e| error(&e))?,
            &read(options).map_err(|e| error(&e))?,
        );
        // A string crosses once; object by object takes longer than most answers.
        let answer = js_sys::JSON::parse(&found.map_err(|e| error(&e))?.json());
        if !corpus.is_indexed() {
            tasks::spawn(index(corpus));
        }
        answer
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

/// Indexes between other work, so that the second query need not wait for it.
async fn index(corpus: Shared) {
    while corpus.index_step(use_indexing::PART_BYTES) {
        tasks::turn().await;
    }
}

fn one(f: impl Fn(JsValue) -> Result<JsValue, JsValue> + 'static) -> JsValue {
    Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(f).into_js_value()
}

fn served() -> Result<Shared, JsValue> {
    serving::served().map(|s| s.corpus).ok_or_else(|| error("no articles are open"))
}

/// Asks the open corpus and hands the answer over as plain objects.
fn answer<T: Serialize>(
    ask: impl FnOnce(&Shared) -> Result<T, String>,
) -> Result<JsValue, JsValue> {
    let answer = ask(&served()?).map_err(|e| error(&e))?;
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

/// Opens the bytes of a pack, what a response holds, or what an address of the same
/// host gives.
fn open(source: JsValue) -> js_sys::Promise {
    future_to_promise(async move {
        let arrived = arrived(source).await?;
        let corpus = Shared::arrived(arrived).map_err(|e| error(&e.to_string()))?;
        if let Some(Served { open, .. }) = serving::served() {
            serving::serve(corpus.clone(), open.clone());
            // A task of its own: scripts are answered before the page is drawn.
            Timeout::new(0, move || open(corpus)).forget();
        }
        answer(|c| Ok(answers::stats(c, memory())))
    })
}

async fn arrived(source: JsValue) -> Result<Arriving, JsValue> {
    // A fetch that is under way, too.
    let source = JsFuture::from(js_sys::Promise::resolve(&source)).await?;
    let response = match source.as_string() {
        Some(url) => arrival::fetch(&url).await?,
        None => match source.dyn_into::<web_sys::Response>() {
            Ok(response) => arrival::checked(response)?,
            Err(source) => return given(&source),
        },
    };
    let mut arriving = Arriving::new();
    arrival::pieces(&response, |piece| take(&mut arriving, piece)).await?;
    Ok(arriving)
}

fn given(source: &JsValue) -> Result<Arriving, JsValue> {
    let is_buffer = source.is_instance_of::<js_sys::ArrayBuffer>();
    if !is_buffer && !source.is_instance_of::<js_sys::Uint8Array>() {
        return Err(error("open takes an address, a Response, an ArrayBuffer or a Uint8Array"));
    }
    let mut arriving = Arriving::new();
    take(&mut arriving, &js_sys::Uint8Array::new(source))?;
    Ok(arriving)
}

fn take(arriving: &mut Arriving, piece: &js_sys::Uint8Array) -> Result<(), JsValue> {
    arriving.push(&piece.to_vec()).map_err(|e| error(&e.to_string()))
}

/// Bytes of memory that the program holds.
fn memory() -> f64 {
    let memory = wasm_bindgen::memory();
    let buffer = js_sys::Reflect::get(&memory, &"buffer".into()).unwrap_or_default();
    js_sys::Reflect::get(&buffer, &"byteLength".into()).ok().and_then(|n| n.as_f64()).unwrap_or(0.0)
}

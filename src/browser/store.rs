//! Bytes that outlast the tab, in the browser's own database (IndexedDB), by name.

use super::blob::BlobHandle;
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const DATABASE: &str = "dateline";
const STORE: &str = "packs";

/// Keeps bytes under a name, in the place of others.
///
/// # Errors
/// In words, when the browser keeps nothing, or has no room for it.
pub async fn put(name: &str, handle: &BlobHandle) -> Result<(), String> {
    // WebKit keeps no blobs in private windows, but bytes.
    let bytes = JsFuture::from(handle.blob().array_buffer()).await.map_err(|e| words(&e))?;
    let put = |store: &IdbObjectStore| store.put_with_key(&bytes, &name.into());
    run(IdbTransactionMode::Readwrite, put).await.map(drop).map_err(|e| words(&e))
}

/// The bytes of a name, when there are any.
///
/// # Errors
/// In words, when the browser does not give them.
pub async fn get(name: &str) -> Result<Option<BlobHandle>, String> {
    let get = |store: &IdbObjectStore| store.get(&name.into());
    let found = run(IdbTransactionMode::Readonly, get).await.map_err(|e| words(&e))?;
    let Ok(bytes) = found.dyn_into::<ArrayBuffer>() else { return Ok(None) };
    BlobHandle::of(&Uint8Array::new(&bytes), "").map(Some).map_err(|e| words(&e))
}

/// Forgets the bytes of a name.
///
/// # Errors
/// In words, when the browser does not.
pub async fn remove(name: &str) -> Result<(), String> {
    let remove = |store: &IdbObjectStore| store.delete(&name.into());
    run(IdbTransactionMode::Readwrite, remove).await.map(drop).map_err(|e| words(&e))
}

async fn run(
    mode: IdbTransactionMode,
    ask: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, JsValue> {
    let database = database().await?;
    let transaction = database.transaction_with_str_and_mode(STORE, mode)?;
    let asked = transaction.object_store(STORE).and_then(|store| ask(&store));
    let answer = match asked {
        Ok(request) => ended(&transaction).await.and_then(|()| request.result()),
        Err(refused) => Err(refused),
    };
    database.close();
    answer
}

/// Waits until it is certain that a transaction was done. A request that succeeded may still
/// be taken back, when there is no room on the disk after all.
async fn ended(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |ok, no| {
        transaction.set_oncomplete(Some(&ok));
        transaction.set_onabort(Some(&no));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::NULL, Into::into)),
    }
}

async fn database() -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let opening = factory.open_with_u32(DATABASE, 1)?;
    let request = opening.clone();
    let make = Closure::once(move || {
        if let Ok(database) = request.result().and_then(|r| r.dyn_into::<IdbDatabase>()) {
            let _ = database.create_object_store(STORE);
        }
    });
    opening.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let promise = Promise::new(&mut |ok, no| {
        opening.set_onsuccess(Some(&ok));
        opening.set_onerror(Some(&no));
    });
    let opened = JsFuture::from(promise).await;
    drop(make);
    match opened {
        Ok(_) => opening.result()?.dyn_into(),
        Err(_) => Err(opening.error()?.map_or(JsValue::NULL, Into::into)),
    }
}

fn words(error: &JsValue) -> String {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError") => "this browser has no storage space left",
        _ => "this browser stores nothing for this page, as in some private windows",
    }
    .to_owned()
}

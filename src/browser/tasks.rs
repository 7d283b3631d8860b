//! Work that waits for the browser.

use std::future::Future;

/// Runs a future on the page's own thread, in turns with everything else.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Lets everything else have its turn.
pub async fn turn() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        gloo::timers::callback::Timeout::new(0, move || {
            drop(done.call0(&wasm_bindgen::JsValue::NULL))
        })
        .forget();
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

//! Work that waits for the browser.

use std::future::Future;

/// Runs a future on the page's own thread, in turns with everything else.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

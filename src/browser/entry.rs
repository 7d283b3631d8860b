//! Where the page's own script hands over to the program: the articles piece by piece
//! as they come, then the word to start.

use crate::app::Opened;
use dateline_corpus::Arriving;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static PACK: RefCell<Arriving> = RefCell::default();
}

/// Takes the next bytes of the pack that stands beside the program. Gives how many
/// there are in all, 0 while that is not known.
///
/// # Errors
/// When they are no pack, or one of a later version; in words.
#[wasm_bindgen]
pub fn take(piece: &[u8]) -> Result<f64, JsValue> {
    PACK.with_borrow_mut(|pack| {
        pack.push(piece).map_err(|error| js_sys::Error::new(&error.to_string()))?;
        Ok(pack.total().unwrap_or(0) as f64)
    })
}

/// Forgets what was taken: the pack comes again from its first byte.
#[wasm_bindgen]
pub fn again() {
    PACK.take();
}

/// Mounts the app with what was taken.
#[wasm_bindgen]
pub fn start() {
    crate::start(Opened::arrived(PACK.take()));
}

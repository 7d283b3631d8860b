//! Where the page's own script hands over to the program.

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the app with the articles in the pack that stands beside the program.
#[wasm_bindgen]
pub fn start(pack: Vec<u8>) {
    crate::start(pack);
}

//! Where a script hands over to the program: the articles piece by piece as they come,
//! then the word to start, as the page or as an engine for scripts alone.

use crate::model::shared::Shared;
use crate::scripting::serving;
use crate::shell::app::Opened;
use dateline_corpus::Arriving;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static PACK: RefCell<Arriving> = RefCell::default();
    static OPENED: RefCell<Option<Opened>> = const { RefCell::new(None) };
}

/// Articles whose mentions are counted at a time: some milliseconds.
const ARTICLES_AT_A_TIME: usize = 2000;

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

/// Does a part of what comes before the first view; false when nothing is left to do.
#[wasm_bindgen]
pub fn prepare() -> bool {
    OPENED.with_borrow_mut(|opened| {
        let opened = opened.get_or_insert_with(|| Opened::arrived(PACK.take()));
        opened.0.as_ref().as_ref().is_ok_and(|corpus| corpus.count_step(ARTICLES_AT_A_TIME))
    })
}

/// Mounts the app with what was taken.
///
/// # Errors
/// When it is no whole pack, in words; what the page shows stays as it is.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    prepare();
    let Some(opened) = OPENED.take() else { return Ok(()) };
    if let Err(error) = &*opened.0 {
        return Err(js_sys::Error::new(error).into());
    }
    crate::start(opened);
    Ok(())
}

/// Resolves with what `window.dateline` offers to scripts; it answers once something is served.
#[wasm_bindgen]
pub fn functions() -> js_sys::Promise {
    serving::ready(js_sys::Object::new())
}

/// Answers scripts from what was taken; nothing is drawn.
///
/// # Errors
/// When it is no whole pack; in words.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsValue> {
    let taken = Shared::arrived(PACK.take());
    let corpus = taken.map_err(|error| js_sys::Error::new(&error.to_string()))?;
    serving::serve_only(corpus);
    Ok(())
}

//! The door of `window.dateline`: the open articles, and `ready`, which fetches the
//! functions behind it (`api`) for the first script that waits for it.

use crate::model::shared::Shared;
use crate::shell::parts::{NOT_LOADED, Part, Scripting};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

thread_local! {
    static SERVED: RefCell<Option<Served>> = const { RefCell::new(None) };
}

/// The open articles, and what shows others.
#[derive(Clone)]
pub struct Served {
    /// The articles.
    pub corpus: Shared,
    /// Shows others.
    pub open: Rc<dyn Fn(Shared)>,
}

/// What is served now.
pub fn served() -> Option<Served> {
    SERVED.with_borrow(Clone::clone)
}

/// Answers scripts from these articles from now on.
pub fn serve(corpus: Shared, open: Rc<dyn Fn(Shared)>) {
    let first = SERVED.with_borrow_mut(|served| served.replace(Served { corpus, open }).is_none());
    if first {
        let _ = door();
    }
}

/// Answers scripts from these articles; there is no page that shows them.
pub fn serve_only(corpus: Shared) {
    SERVED.set(Some(Served { corpus, open: Rc::new(drop) }));
}

/// Sets `window.dateline` and tells of it.
fn door() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let dateline = js_sys::Object::new();
    let ready = {
        let dateline = dateline.clone();
        Closure::<dyn Fn() -> js_sys::Promise>::new(move || ready(dateline.clone()))
    };
    let described = js_sys::Object::new();
    js_sys::Reflect::set(&described, &"get".into(), &ready.into_js_value())?;
    js_sys::Object::define_property(&dateline, &"ready".into(), &described);
    js_sys::Reflect::set(&window, &"dateline".into(), &dateline)?;
    window.dispatch_event(&web_sys::Event::new("dateline-ready")?)?;
    Ok(())
}

/// Resolves with `dateline` once it has its functions.
pub fn ready(dateline: js_sys::Object) -> js_sys::Promise {
    future_to_promise(async move {
        let part = Scripting::fetch().await.ok_or_else(|| js_sys::Error::new(NOT_LOADED))?;
        (part.functions)(&dateline)?;
        Ok(dateline.into())
    })
}

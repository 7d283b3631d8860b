//! Saving what the page made as a file, and drawings as pixels.

use super::blob::BlobHandle;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, Url};

/// Offers bytes as a file of this name.
pub fn save(name: &str, mime: &str, bytes: &[u8]) {
    if let Ok(blob) = blob(mime, bytes) {
        let _ = offer(name, &blob);
    }
}

/// Offers what the browser holds as a file of this name.
pub fn save_blob(name: &str, handle: &BlobHandle) {
    let _ = offer(name, handle.blob());
}

/// Draws an SVG document of this size (in CSS pixels) at twice its size and offers
/// it as PNG; `failed` is called where the browser refuses.
pub fn save_png(name: String, svg: String, size: (u32, u32), failed: impl FnOnce() + 'static) {
    spawn_local(async move {
        if draw(&name, &svg, size).await.is_err() {
            failed();
        }
    });
}

async fn draw(name: &str, svg: &str, (width, height): (u32, u32)) -> Result<(), JsValue> {
    let image = web_sys::HtmlImageElement::new()?;
    // A data address, since some browsers call a canvas tainted that drew a blob.
    let source = js_sys::encode_uri_component(svg);
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(source)));
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width * 2);
    canvas.set_height(height * 2);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    let (w, h) = (f64::from(width * 2), f64::from(height * 2));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, w, h)?;
    let name = name.to_owned();
    let saved = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            let _ = offer(&name, &blob);
        }
    });
    canvas.to_blob(saved.unchecked_ref())
}

fn blob(mime: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Browsers read the address after the click returns.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url)))
        .forget();
    Ok(())
}

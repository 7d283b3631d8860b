//! Files that the reader chooses.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::{Event, TargetCast};

/// Reads the file that was chosen in a field as text, and gives its name and the text;
/// `None` where the browser cannot read it. The field takes the same file again.
pub fn chosen_text(event: &Event, done: impl FnOnce(String, Option<String>) + 'static) {
    let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        field.set_value("");
        done(file.name(), text);
    });
}

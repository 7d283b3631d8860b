//! The settings that the reader made, kept in this browser. Nothing else is
//! stored; where storing is forbidden, settings last as long as the page.

const PREFIX: &str = "dateline.";

/// A stored setting.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Stores a setting, or with `None` forgets it.
pub fn set(name: &str, value: Option<&str>) {
    let key = format!("{PREFIX}{name}");
    let Some(storage) = storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

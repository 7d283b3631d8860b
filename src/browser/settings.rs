//! The reader's choices, kept in this browser: settings, and corrections by the hash of
//! their corpus. Nothing else is stored; where storing is forbidden, they last as long
//! as the page.

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

/// Stores a value, or with `None` forgets it, and tells whether the browser did; in
/// some private windows it does not.
pub fn keep(name: &str, value: Option<&str>) -> bool {
    let key = format!("{PREFIX}{name}");
    let kept = storage().map(|storage| match value {
        Some(value) => storage.set_item(&key, value).is_ok(),
        None => storage.remove_item(&key).is_ok(),
    });
    kept.unwrap_or(value.is_none())
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

//! The reader's settings: read once, kept when changed, applied to the page.

use crate::browser::{document, settings as stored};
use crate::model::settings::{Settings, Theme};
use yew::prelude::*;

/// The settings and the way to change them.
#[hook]
pub fn use_settings() -> (Settings, Callback<Settings>) {
    let state = use_state_eq(read);
    use_effect_with(state.theme, |theme| {
        let name = theme.name();
        document::set_root_attribute("data-theme", (!name.is_empty()).then_some(name));
    });
    let setter = state.setter();
    let change = use_callback((), move |new: Settings, ()| {
        stored::set("single-keys", (!new.single_keys).then_some("off"));
        let theme = new.theme.name();
        stored::set("theme", (!theme.is_empty()).then_some(theme));
        setter.set(new);
    });
    (*state, change)
}

fn read() -> Settings {
    let theme = stored::get("theme").map_or(Theme::System, |name| Theme::from_name(&name));
    Settings { single_keys: stored::get("single-keys").as_deref() != Some("off"), theme }
}

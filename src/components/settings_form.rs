//! The settings that a reader can make.

use crate::model::settings::{Settings, Theme};
use yew::prelude::*;

/// The settings, and who keeps them.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// As they are.
    pub settings: Settings,
    /// As they shall be.
    pub on_change: Callback<Settings>,
}

/// The settings.
#[component]
pub fn SettingsForm(props: &Props) -> Html {
    let settings = props.settings;
    let keys = Settings { single_keys: !settings.single_keys, ..settings };
    let toggle = props.on_change.reform(move |_: Event| keys);
    let theme = |(theme, name, label): (Theme, &'static str, &'static str)| {
        let onchange = props.on_change.reform(move |_: Event| Settings { theme, ..settings });
        html! {
            <label class="field">
                <input type="radio" name="theme" value={name} checked={settings.theme == theme} {onchange} />{ label }
            </label>
        }
    };
    html! {
        <div class="settings">
            <label class="field">
                <input type="checkbox" checked={settings.single_keys} onchange={toggle} />
                { "Single-key shortcuts ( / and ? )" }
            </label>
            <fieldset>
                <legend class="field">{ "Colours" }</legend>
                { for Theme::ALL.into_iter().map(theme) }
            </fieldset>
        </div>
    }
}

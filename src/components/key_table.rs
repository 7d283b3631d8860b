//! The list of keys.

use crate::model::keymap::KEYS;
use yew::prelude::*;

/// The id of the section with the settings.
pub const SETTINGS_ID: &str = "keyboard";

/// The list of keys.
#[component]
pub fn KeyTable() -> Html {
    let row = |(keys, what): &(&str, &str)| {
        html! { <tr><th scope="row"><kbd>{ *keys }</kbd></th><td>{ *what }</td></tr> }
    };
    html! {
        <table class="keys">
            <caption class="visually-hidden">{ "Keys and what they do" }</caption>
            <tbody>{ for KEYS.iter().map(row) }</tbody>
        </table>
    }
}

//! The command palette: a field and a list that follows it.

use crate::model::palette::Entry;
use yew::prelude::*;

/// The id of its field.
pub const PALETTE_FIELD: &str = "palette-field";

/// What the palette shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The query as typed.
    pub typed: AttrValue,
    /// What there is to choose from.
    pub entries: Vec<Entry>,
    /// Something was typed.
    pub on_input: Callback<InputEvent>,
    /// An entry was chosen.
    pub on_choose: Callback<Entry>,
}

/// The command palette.
#[component]
pub fn Palette(props: &Props) -> Html {
    let at = use_state_eq(|| 0_usize);
    {
        let at = at.clone();
        use_effect_with(props.typed.clone(), move |_| at.set(0));
    }
    let now = (*at).min(props.entries.len().saturating_sub(1));
    let onkeydown = {
        let (at, entries) = (at.clone(), props.entries.clone());
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: KeyboardEvent| {
            let last = entries.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if now == last { 0 } else { now + 1 }),
                "ArrowUp" => at.set(if now == 0 { last } else { now - 1 }),
                "Enter" => entries.get(now).into_iter().for_each(|e| on_choose.emit(e.clone())),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |(i, entry): (usize, &Entry)| {
        let chosen = entry.clone();
        let onclick = props.on_choose.reform(move |_: MouseEvent| chosen.clone());
        html! {
            <li id={format!("palette-{i}")} role="option" aria-selected={(i == now).to_string()} {onclick}>
                <span dir="auto">{ &entry.label }</span><small>{ entry.kind }</small>
            </li>
        }
    };
    html! {
        <div class="palette">
            <input
                id={PALETTE_FIELD}
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={(!props.entries.is_empty()).then(|| format!("palette-{now}"))}
                aria-label="Go to a view, country or article"
                placeholder="Go to a view, country or article"
                autocomplete="off"
                spellcheck="false"
                value={&props.typed}
                oninput={&props.on_input}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label="Places to go">
                { for props.entries.iter().enumerate().map(option) }
            </ul>
            if props.entries.is_empty() {
                <p class="empty dialog-body">{ "No view, country or article has these words in its name." }</p>
            }
        </div>
    }
}

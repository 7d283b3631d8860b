//! The search box.

use yew::prelude::*;

/// The id of the field, for moving the focus there.
pub const SEARCH_ID: &str = "search";

/// What the box shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The query as typed.
    pub query: AttrValue,
    /// Something was typed.
    pub on_input: Callback<InputEvent>,
    /// The query was committed with Enter.
    pub on_commit: Callback<()>,
    /// The query was cleared.
    pub on_clear: Callback<()>,
    /// The key that leads here.
    pub shortcut: AttrValue,
}

/// The search box.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let on_commit = props.on_commit.clone();
    let submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        on_commit.emit(());
    });
    let on_clear = props.on_clear.reform(|_: MouseEvent| ());
    html! {
        <form class="search" role="search" onsubmit={submit}>
            <label class="visually-hidden" for={SEARCH_ID}>{ "Search the articles" }</label>
            <input
                id={SEARCH_ID}
                type="search"
                placeholder="Search the articles"
                value={&props.query}
                oninput={&props.on_input}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                dir="auto"
                aria-describedby="reading"
            />
            <span class="search-aids">
                if !props.query.is_empty() {
                    <button type="button" class="quiet" onclick={on_clear}>{ "Clear" }</button>
                }
                <kbd aria-hidden="true">{ &props.shortcut }</kbd>
            </span>
        </form>
    }
}

//! The search box: a combobox whose list offers ways to go on.

use super::suggestions::{SUGGESTIONS_ID, Suggestions, option_id, taken};
use dateline_corpus::Suggestion;
use yew::prelude::*;

/// The id of the field, for moving the focus there.
pub const SEARCH_ID: &str = "search";

/// What the box shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The query as typed.
    pub query: AttrValue,
    /// Ways to go on with the query, once typing rested.
    #[prop_or_default]
    pub suggestions: Vec<Suggestion>,
    /// Something was typed.
    pub on_input: Callback<InputEvent>,
    /// A suggestion was taken: the query, and the byte of it before which the caret goes.
    #[prop_or_default]
    pub on_take: Callback<(String, usize)>,
    /// The query was committed with Enter.
    pub on_commit: Callback<()>,
    /// The query was cleared.
    pub on_clear: Callback<()>,
    /// The key that leads here.
    pub shortcut: AttrValue,
}

/// What the list of suggestions does when keys are pressed in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// To this option, or back to the field.
    To(Option<usize>),
    /// This option is taken.
    Take(usize),
    /// The list goes away.
    Close,
}

/// What a key does to an open list of `length` options; `None` where it is not for it.
fn step(key: &str, at: Option<usize>, length: usize) -> Option<Step> {
    Some(match (key, at) {
        ("ArrowDown", None) => Step::To(Some(0)),
        ("ArrowDown", Some(at)) => Step::To((at + 1 < length).then_some(at + 1)),
        ("ArrowUp", None) => Step::To(length.checked_sub(1)),
        ("ArrowUp", Some(at)) => Step::To(at.checked_sub(1)),
        ("Enter" | "Tab", Some(at)) => Step::Take(at),
        ("Escape", _) => Step::Close,
        _ => return None,
    })
}

/// The list of suggestions under the field, and what leads through it.
struct Combobox {
    /// The list is shown.
    is_open: bool,
    /// The option that the arrow keys are at.
    now: Option<usize>,
    take: Callback<usize>,
    close: Callback<()>,
    oninput: Callback<InputEvent>,
    onkeydown: Callback<KeyboardEvent>,
}

/// A combobox: open between typing and choosing.
#[hook]
fn use_combobox(props: &Props) -> Combobox {
    let open = use_state_eq(|| false);
    let at = use_state_eq(|| None::<usize>);
    let is_open = *open && !props.suggestions.is_empty();
    let now = at.filter(|at| is_open && *at < props.suggestions.len());
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let take = {
        let (close, at, on_take) = (close.clone(), at.setter(), props.on_take.clone());
        let (query, list) = (props.query.clone(), props.suggestions.clone());
        Callback::from(move |number: usize| {
            let Some(suggestion) = list.get(number) else { return };
            close.emit(());
            at.set(None);
            on_take.emit(taken(&query, suggestion));
        })
    };
    let oninput = {
        let (open, at, on_input) = (open.setter(), at.setter(), props.on_input.clone());
        Callback::from(move |event: InputEvent| {
            open.set(true);
            at.set(None);
            on_input.emit(event);
        })
    };
    let onkeydown = {
        let (close, at, take) = (close.clone(), at.setter(), take.clone());
        let length = props.suggestions.len();
        Callback::from(move |event: KeyboardEvent| {
            if !is_open || event.is_composing() {
                return;
            }
            match step(&event.key(), now, length) {
                Some(Step::To(option)) => at.set(option),
                Some(Step::Take(option)) => take.emit(option),
                Some(Step::Close) => close.emit(()),
                None => return,
            }
            event.prevent_default();
        })
    };
    Combobox { is_open, now, take, close, oninput, onkeydown }
}

/// The search box.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let Combobox { is_open, now, take, close, oninput, onkeydown } = use_combobox(props);
    let onblur = close.reform(|_: FocusEvent| ());
    let onsubmit = {
        let on_commit = props.on_commit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            close.emit(());
            on_commit.emit(());
        })
    };
    let on_clear = props.on_clear.reform(|_: MouseEvent| ());
    html! {
        <form class="search" role="search" {onsubmit}>
            <label class="visually-hidden" for={SEARCH_ID}>{ "Search the articles" }</label>
            <input
                id={SEARCH_ID}
                type="search"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then_some(SUGGESTIONS_ID)}
                aria-activedescendant={now.map(option_id)}
                placeholder="Search the articles"
                value={&props.query}
                {oninput}
                {onkeydown}
                {onblur}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                dir="auto"
                aria-describedby="reading"
            />
            if is_open {
                <Suggestions list={props.suggestions.clone()} at={now} on_take={take} />
            }
            <span class="search-aids">
                if !props.query.is_empty() {
                    <button type="button" class="quiet" onclick={on_clear}>{ "Clear" }</button>
                }
                <kbd aria-hidden="true">{ &props.shortcut }</kbd>
            </span>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_through_the_list_and_back_to_the_field() {
        let rows = [
            ("ArrowDown", None, Some(Step::To(Some(0)))),
            ("ArrowDown", Some(0), Some(Step::To(Some(1)))),
            ("ArrowDown", Some(2), Some(Step::To(None))),
            ("ArrowUp", None, Some(Step::To(Some(2)))),
            ("ArrowUp", Some(0), Some(Step::To(None))),
            ("Enter", None, None),
            ("Enter", Some(1), Some(Step::Take(1))),
            ("Tab", None, None),
            ("Tab", Some(1), Some(Step::Take(1))),
            ("Escape", None, Some(Step::Close)),
            ("a", Some(1), None),
        ];
        for (key, at, want) in rows {
            assert_eq!(step(key, at, 3), want, "{key} {at:?}");
        }
    }
}

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

/// The search box.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    // Open between typing and choosing; which option the arrow keys are at.
    let open = use_state_eq(|| false);
    let at = use_state_eq(|| None::<usize>);
    let is_open = *open && !props.suggestions.is_empty();
    let now = at.filter(|at| is_open && *at < props.suggestions.len());
    let take = {
        let (open, at, on_take) = (open.setter(), at.setter(), props.on_take.clone());
        let (query, list) = (props.query.clone(), props.suggestions.clone());
        Callback::from(move |number: usize| {
            let Some(suggestion) = list.get(number) else { return };
            open.set(false);
            at.set(None);
            on_take.emit(taken(&query, suggestion));
        })
    };
    let submit = {
        let (on_commit, open) = (props.on_commit.clone(), open.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            open.set(false);
            on_commit.emit(());
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
        let (open, at, take) = (open.setter(), at.setter(), take.clone());
        let length = props.suggestions.len();
        Callback::from(move |event: KeyboardEvent| {
            if !is_open || event.is_composing() {
                return;
            }
            match step(&event.key(), now, length) {
                Some(Step::To(option)) => at.set(option),
                Some(Step::Take(option)) => take.emit(option),
                Some(Step::Close) => open.set(false),
                None => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let open = open.setter();
        Callback::from(move |_: FocusEvent| open.set(false))
    };
    let on_clear = props.on_clear.reform(|_: MouseEvent| ());
    html! {
        <form class="search" role="search" onsubmit={submit}>
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

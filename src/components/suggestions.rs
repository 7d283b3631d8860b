//! The list of ways to go on with what is typed, beneath a search box: the listbox
//! of a combobox (WAI-ARIA Authoring Practices, "Combobox").

use crate::model::words;
use dateline_corpus::{Suggestion, SuggestionKind};
use yew::prelude::*;

/// The id of the list, and the beginning of those of its options.
pub(super) const SUGGESTIONS_ID: &str = "suggestions";

/// What the list shows and tells.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The ways to go on.
    pub(super) list: Vec<Suggestion>,
    /// The one that the arrow keys are at.
    pub(super) at: Option<usize>,
    /// One was taken by its number.
    pub(super) on_take: Callback<usize>,
}

/// The list.
#[component]
pub(super) fn Suggestions(props: &Props) -> Html {
    let option = |(i, suggestion): (usize, &Suggestion)| {
        let on_take = props.on_take.reform(move |_: MouseEvent| i);
        // The field keeps the focus.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        html! {
            <li
                key={i}
                id={option_id(i)}
                role="option"
                aria-selected={(props.at == Some(i)).to_string()}
                onclick={on_take}
                {onmousedown}
            >
                <span dir="auto">{ &suggestion.text }</span><small>{ what(suggestion) }</small>
            </li>
        }
    };
    html! {
        <ul id={SUGGESTIONS_ID} class="suggestions" role="listbox" aria-label="Suggestions">
            { for props.list.iter().enumerate().map(option) }
        </ul>
    }
}

/// The id of an option.
pub(super) fn option_id(number: usize) -> String {
    format!("{SUGGESTIONS_ID}-{number}")
}

fn what(suggestion: &Suggestion) -> String {
    match suggestion.kind {
        SuggestionKind::Word => words::count(suggestion.articles as usize, "article"),
        SuggestionKind::Field => "field".to_owned(),
        SuggestionKind::Value => "value".to_owned(),
        SuggestionKind::Series => "saved series".to_owned(),
    }
}

/// `query` with a suggestion taken, and the byte behind it. After words and values a
/// space follows, since more may be typed.
pub(super) fn taken(query: &str, suggestion: &Suggestion) -> (String, usize) {
    let range = suggestion.span.range();
    let (Some(before), Some(after)) = (query.get(..range.start), query.get(range.end..)) else {
        return (query.to_owned(), query.len());
    };
    let is_field = suggestion.kind == SuggestionKind::Field;
    let space = if is_field || after.starts_with([' ', ')']) { "" } else { " " };
    let caret = before.len() + suggestion.text.len() + space.len();
    (format!("{before}{}{space}{after}", suggestion.text), caret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::Span;

    #[test]
    fn a_suggestion_takes_the_place_of_what_was_typed() {
        let rows = [
            ("tr", 0, 2, "trade", SuggestionKind::Word, "trade ", 6),
            ("oil -tr", 5, 7, "trade", SuggestionKind::Word, "oil -trade ", 11),
            ("(tr) oil", 1, 3, "trade", SuggestionKind::Word, "(trade) oil", 6),
            ("so", 0, 2, "source:", SuggestionKind::Field, "source:", 7),
            ("source:G", 7, 8, "Gazette", SuggestionKind::Value, "source:Gazette ", 15),
            ("é", 0, 9, "x", SuggestionKind::Word, "é", 2),
        ];
        for (query, start, end, text, kind, want, caret) in rows {
            let span = Span { start, end };
            let suggestion = Suggestion { span, text: text.to_owned(), kind, articles: 1 };
            assert_eq!(taken(query, &suggestion), (want.to_owned(), caret), "{query}");
        }
    }
}

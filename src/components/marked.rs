//! A stretch of text with its marks. Text is only ever text.

use crate::model::marks::{Mark, Marks, Piece};
use crate::model::words;
use dateline_corpus::Span;
use yew::prelude::*;

/// The id of the mark that the reader is at.
pub const NOW_ID: &str = "now";

/// The text of `span` with its marks; `now` is where the reader is.
pub fn marked(text: &str, span: Span, marks: &Marks, now: Option<Mark>) -> Html {
    pieces(text, &marks.pieces(span), marks, now)
}

/// The text of `span` with its hits painted only, for a title that stands in the text once more:
/// they are counted, and the reader comes to them, there.
pub fn painted(text: &str, span: Span, marks: &Marks) -> Html {
    let hits = marks.only_hits();
    let one = |piece: &Piece| match piece {
        Piece::Marked { mark: Mark::Hit(number), inside, .. } => {
            let words: String = inside.iter().map(|piece| within(text, piece)).collect();
            html! { <mark class={classes!("hit", hits.paint(*number))}>{ words }</mark> }
        }
        other => html! { within(text, other) },
    };
    hits.pieces(span).iter().map(one).collect()
}

/// The text of a piece without its marks.
fn within(text: &str, piece: &Piece) -> String {
    match piece {
        Piece::Text(span) => span.of(text).to_owned(),
        Piece::Marked { inside, .. } => inside.iter().map(|piece| within(text, piece)).collect(),
    }
}

fn pieces(text: &str, list: &[Piece], marks: &Marks, now: Option<Mark>) -> Html {
    list.iter().map(|piece| one(text, piece, marks, now)).collect()
}

fn one(text: &str, piece: &Piece, marks: &Marks, now: Option<Mark>) -> Html {
    let (mark, first, inside) = match piece {
        Piece::Text(span) => return html! { span.of(text).to_owned() },
        Piece::Marked { mark, first, inside } => (*mark, *first, inside),
    };
    let is_now = now == Some(mark);
    let id = (is_now && first).then_some(NOW_ID);
    let inside = pieces(text, inside, marks, now);
    match mark {
        Mark::Hit(n) => {
            let number = first.then(|| (n + 1).to_string());
            html! { <mark class={classes!("hit", marks.paint(n), is_now.then_some("now"))} {id} data-hit={number}>{ inside }</mark> }
        }
        Mark::Mention(n) => {
            let mention = marks.mentions[n];
            let kind = mention.kind.name();
            let code = first.then(|| mention.country.code().to_owned());
            let says = format!("{}, {kind}", mention.country.name());
            let why = explained(marks, mention.span.start, first);
            html! {
                <mark
                    class={classes!("mention", kind, is_now.then_some("now"))}
                    {id}
                    data-country={code}
                    data-why={mention.span.start.to_string()}
                    role={why.map(|_| "button")}
                    tabindex={why}
                    title={says}
                >{ inside }</mark>
            }
        }
        Mark::Ambiguous(n) => {
            let at = marks.ambiguous[n].start;
            let why = explained(marks, at, first);
            html! {
                <mark
                    class={classes!("ambiguous", is_now.then_some("now"))}
                    {id}
                    data-why={at.to_string()}
                    role={why.map(|_| "button")}
                    tabindex={why}
                    title="could mean several countries; not counted"
                >{ inside }</mark>
            }
        }
    }
}

/// The tab stop of a mark that says why it is there when pressed. Tab reaches the
/// first of an article; the arrow keys go on from there.
fn explained(marks: &Marks, at: u32, first: bool) -> Option<&'static str> {
    let stop = if marks.first_explained() == Some(at) { "0" } else { "-1" };
    first.then_some(stop)
}

/// What a mark of this kind looks like, for legends.
pub fn swatch(kind: dateline_corpus::Kind) -> Html {
    html! { <span class={classes!("mention", kind.name())}>{ words::kinds(kind) }</span> }
}

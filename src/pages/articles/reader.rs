//! The reader: one article with its marks.

use crate::address::Address;
use crate::browser::{document, events};
use crate::components::marked::NOW_ID;
use crate::components::{Rail, ReaderBar, ReaderText, withheld};
use crate::exports::share::Share;
use crate::model::marks::{Mark, MarkedMention, Marks};
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::pages::ambiguous::Ambiguous;
use crate::shell::parts::with_rest;
use dateline_corpus::{ArticleId, BlockKind, Span};
use dateline_text::compact::sort_by;
use std::rc::Rc;
use yew::prelude::*;

/// The id of what holds the text, and the attribute and the elements of its marks.
const TEXT: &str = "reader-text";
const EXPLAINED: &str = "data-why";
const MARKS: &str = "[data-why][role]";

/// The page and the open article.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The open article.
    pub id: ArticleId,
}

/// All marks of the article; those that are shown, with the one that the reader is at.
struct Shown {
    all: Rc<Marks>,
    now: Option<Mark>,
    marks: Rc<(Marks, Option<Mark>)>,
}

/// The marks of the article under the query and the counting of the address.
#[hook]
fn use_marks(props: &Props) -> Shown {
    let PageProps { corpus, place, answer, .. } = &props.page;
    let address = &place.address;
    let asked = (corpus.clone(), answer.clone(), address.selection.counting, props.id);
    let all = use_memo(asked, |(corpus, answer, counting, id)| {
        let hits = Marks::of_hits(&answer.hits(*id), answer.has_series());
        let mentions = corpus.counted(counting, *id);
        let mention = |m: &dateline_corpus::Mention<'_>| MarkedMention {
            span: m.span,
            country: m.country,
            kind: m.kind,
        };
        let ambiguous = corpus.ambiguous(counting, &[*id]);
        let places = ambiguous.iter().flat_map(|row| row.places.iter().map(|p| p.1));
        let mut ambiguous: Vec<Span> = places.collect();
        sort_by(&mut ambiguous, |a, b| a.start.cmp(&b.start));
        Marks { mentions: mentions.iter().map(mention).collect(), ambiguous, ..hits }
    });
    let now = current(address, &all);
    let marks = use_memo((all.clone(), now, address.unmarked), |(all, now, unmarked)| {
        let mut shown = (**all).clone();
        if *unmarked {
            shown.mentions.clear();
            shown.ambiguous.clear();
        }
        (shown, *now)
    });
    Shown { all, now, marks }
}

/// Gives a block the kind that is chosen for it.
#[hook]
fn use_block_kinds(props: &Props) -> Callback<(usize, Event)> {
    let PageProps { corpus, show, notify, .. } = &props.page;
    // Undoing changes what a select shows, which browsers keep to themselves.
    use_effect_with(corpus.clone(), |_| document::settle_selects(TEXT));
    let deps = (corpus.clone(), show.clone(), props.id, notify.clone());
    use_callback(deps, |(block, event): (usize, Event), (corpus, show, id, notify)| {
        let kind = BlockKind::from_name(&events::chosen(&event));
        let (corpus, show, id) = (corpus.clone(), show.clone(), *id);
        with_rest(notify.clone(), move |rest| {
            show.emit((rest.set_block_kind)(&corpus, id, block, kind));
        });
    })
}

/// One article with its marks.
#[component]
pub fn Reader(props: &Props) -> Html {
    let PageProps { corpus, place, .. } = &props.page;
    let address = &place.address;
    let Shown { all, now, marks } = use_marks(props);
    // Who chose a result with a key goes on with keys in its text.
    use_effect_with(props.id, |_| {
        if document::is_at_by_keys("result-") {
            document::focus(TEXT);
        }
    });
    let goal = (props.id, address.hit, address.at, address.text);
    use_effect_with(goal, |(_, hit, at, _)| match (hit, at) {
        (None, None) => document::show_start(TEXT),
        _ => document::scroll_within(TEXT, NOW_ID),
    });
    let on_step = {
        let (place, hits) = (place.clone(), all.hits.len());
        Callback::from(move |by| {
            step(&place.address, hits, by).into_iter().for_each(|a| place.replace(a))
        })
    };
    let on_kind = use_block_kinds(props);
    let positions =
        corpus.article(props.id).map(|a| a.positions(&address.selection.counting, &all.hits));
    let (onclick, onkeydown) = explaining(props);
    let on_edit = {
        let deps = (props.page.explain.clone(), props.id);
        use_callback(deps, |(), (explain, id)| explain.emit(Explain::Metadata(*id)))
    };
    html! {
        <section class="reader" aria-label="Article">
            <ReaderBar address={address.clone()} hits={all.hits.len()} {on_step}>
                { tools(props, at(&all, now)) }
            </ReaderBar>
            <div class="reader-text" id={TEXT} tabindex="0" key={props.id.0} {onclick} {onkeydown}>
                { corpus.contexts_only().zip(corpus.article(props.id)).map(|(c, a)| withheld(c, &a)) }
                <Ambiguous page={props.page.clone()} ids={vec![props.id]} />
                <ReaderText
                    corpus={corpus.clone()}
                    id={props.id}
                    {marks}
                    form={address.text}
                    counting={address.selection.counting}
                    {on_kind}
                    {on_edit}
                />
            </div>
            <Rail positions={positions.unwrap_or_default()} now={address.hit} address={address.clone()} />
        </section>
    }
}

/// Pressing a mark tells why it is there; the arrow keys go from mark to mark.
fn explaining(props: &Props) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let (id, explain) = (props.id, props.page.explain.clone());
    let press = explain.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // Who selects words does not press them.
        if document::selected_text().is_empty()
            && let Some(at) = events::number_within(&event, EXPLAINED)
        {
            press.emit(Explain::Place(id, at));
        }
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(at) = events::number_within(&event, EXPLAINED) else { return };
        match event.key().as_str() {
            "Enter" | " " => explain.emit(Explain::Place(id, at)),
            "ArrowRight" => document::focus_beside(TEXT, MARKS, 1),
            "ArrowLeft" => document::focus_beside(TEXT, MARKS, -1),
            _ => return,
        }
        event.prevent_default();
    });
    (onclick, onkeydown)
}

/// Copying and citing.
fn tools(props: &Props, at: Option<u32>) -> Html {
    let share = |what: Share| props.page.share.reform(move |_: MouseEvent| what);
    // Pressing a button must not undo the selection that it is to quote.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    let correct = props.page.explain.reform(|_: MouseEvent| Explain::Corrections);
    html! {
        <>
            <button type="button" onclick={share(Share::Article(props.id))}>{ "Cite" }</button>
            <button type="button" onmousedown={keep.clone()} onclick={share(Share::Quote(props.id, at))} title="Copies what you selected, or this paragraph, with its source">{ "Quote" }</button>
            <button type="button" onclick={share(Share::Link)}>{ "Share" }</button>
            <button type="button" onmousedown={keep} onclick={correct} title="Counts what you selected for a country, and shows your corrections">{ "Correct" }</button>
        </>
    }
}

/// Where the mark that the reader is at begins.
fn at(marks: &Marks, now: Option<Mark>) -> Option<u32> {
    Some(match now? {
        Mark::Hit(n) => marks.hits.get(n)?.start,
        Mark::Mention(n) => marks.mentions.get(n)?.span.start,
        Mark::Ambiguous(n) => marks.ambiguous.get(n)?.start,
    })
}

/// The mark that the address names.
fn current(address: &Address, marks: &Marks) -> Option<Mark> {
    let mention = || {
        let at = address.at?;
        marks.mentions.iter().position(|m| m.span.start == at).map(Mark::Mention)
    };
    let hit = || {
        let at = address.at?;
        marks.hits.iter().position(|h| h.start == at).map(Mark::Hit)
    };
    let numbered = address.hit.map(|n| n as usize - 1).filter(|n| *n < marks.hits.len());
    let unclear = || {
        let at = address.at?;
        marks.ambiguous.iter().position(|a| a.start == at).map(Mark::Ambiguous)
    };
    numbered.map(Mark::Hit).or_else(mention).or_else(unclear).or_else(hit)
}

/// The address `by` hits on, around the end; `None` without hits.
pub(crate) fn step(address: &Address, hits: usize, by: i32) -> Option<Address> {
    let hits = i64::try_from(hits).ok().filter(|n| *n > 0)?;
    let next = match address.hit {
        Some(hit) => (i64::from(hit) - 1 + i64::from(by)).rem_euclid(hits),
        None if by > 0 => 0,
        None => hits - 1,
    };
    Some(address.at_hit(u32::try_from(next).ok()? + 1))
}

//! What was read of the reader's articles, a row each: title, date and source can be changed where
//! they stand, of several at once.

use crate::browser::events;
use crate::evidence::metadata::{self, Typed};
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{ArticleId, Date};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Rows at first, and more at each request.
const ROWS_AT_A_TIME: usize = 100;

/// A field that can be changed where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Date,
    Source,
}

impl Field {
    const ALL: [Field; 3] = [Field::Title, Field::Date, Field::Source];

    fn name(self) -> &'static str {
        match self {
            Field::Title => "Title",
            Field::Date => "Date",
            Field::Source => "Source",
        }
    }
}

/// The articles that the reader brought.
#[component]
pub(super) fn OwnTable(props: &PageProps) -> Html {
    let corpus = &props.corpus;
    let ids: Vec<ArticleId> = corpus.ids().filter(|id| corpus.is_users(*id)).collect();
    let chosen = use_state_eq(BTreeSet::<u32>::new);
    let shown = use_state_eq(|| ROWS_AT_A_TIME);
    let problem = use_state_eq(String::new);
    let on_typed = {
        let (page, chosen, problem) = (props.clone(), chosen.clone(), problem.setter());
        Callback::from(move |(id, field, text): (ArticleId, Field, String)| {
            let is_many = field != Field::Title && chosen.contains(&id.0);
            let all =
                if is_many { chosen.iter().map(|n| ArticleId(*n)).collect() } else { vec![id] };
            match edits(&page, &all, field, &text) {
                Ok(edits) => {
                    problem.set(String::new());
                    metadata::apply_all(&page, edits);
                }
                Err(message) => problem.set(message.to_owned()),
            }
        })
    };
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |id: ArticleId| {
            let mut next = (*chosen).clone();
            if !next.remove(&id.0) {
                next.insert(id.0);
            }
            chosen.set(next);
        })
    };
    let on_all = {
        let (chosen, ids) = (chosen.clone(), ids.clone());
        Callback::from(move |_: Event| {
            let all: BTreeSet<u32> = ids.iter().map(|id| id.0).collect();
            chosen.set(if *chosen == all { BTreeSet::new() } else { all });
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + ROWS_AT_A_TIME))
    };
    let left = ids.len().saturating_sub(*shown);
    let rows = ids.iter().take(*shown);
    html! {
        <section class="panel" aria-label="Articles read">
            <h2>{ "Articles read" }</h2>
            <p class="soft">{ "Titles, dates and sources can be changed here. Tick several rows to give all of them the same date or source." }</p>
            if !problem.is_empty() {
                <p class="repair" role="alert">{ (*problem).clone() }</p>
            }
            <div class="scroll-x"><table class="data own-articles">
                <thead><tr>
                    <th scope="col"><input type="checkbox" aria-label="Tick all" checked={!ids.is_empty() && chosen.len() == ids.len()} onchange={on_all} /></th>
                    <th scope="col" class="label">{ "File" }</th>
                    { for Field::ALL.map(|field| html! { <th scope="col" class="label">{ field.name() }</th> }) }
                    <th scope="col" class="label">{ "Language" }</th>
                    <th scope="col" class="label num">{ "Words" }</th>
                </tr></thead>
                <tbody>{ for rows.map(|id| row(props, *id, chosen.contains(&id.0), &on_choose, &on_typed)) }</tbody>
            </table></div>
            if left > 0 {
                <p><button type="button" class="quiet" onclick={more}>
                    { format!("Show {} of {} more", words::number(left.min(ROWS_AT_A_TIME)), words::number(left)) }
                </button></p>
            }
        </section>
    }
}

fn row(
    page: &PageProps,
    id: ArticleId,
    is_chosen: bool,
    on_choose: &Callback<ArticleId>,
    on_typed: &Callback<(ArticleId, Field, String)>,
) -> Html {
    let Some(article) = page.corpus.article(id) else { return Html::default() };
    let now = Typed::of(page, id, false);
    let name = article.name().to_owned();
    let field = |field: Field| {
        let value = match field {
            Field::Title => now.title.clone(),
            Field::Date => Date::parse(&now.date).map(words::date).unwrap_or_default(),
            Field::Source => now.source.clone(),
        };
        let onchange = on_typed.reform(move |event: Event| (id, field, events::value(&event)));
        let label = format!("{} of {name}", field.name());
        html! { <td><input type="text" class={field.name().to_lowercase()} aria-label={label} {value} {onchange} dir="auto" autocomplete="off" /></td> }
    };
    let onchange = on_choose.reform(move |_: Event| id);
    let href = page.place.address.article(id.0 + 1).href();
    html! {
        <tr key={id.0}>
            <td><input type="checkbox" aria-label={format!("Tick {name}")} checked={is_chosen} {onchange} /></td>
            <th scope="row" dir="auto"><a {href}>{ name.clone() }</a></th>
            { for Field::ALL.map(field) }
            <td>{ article.language().unwrap_or("–").to_owned() }</td>
            <td class="num">{ words::number(article.words()) }</td>
        </tr>
    }
}

/// What is said of these articles once `text` was typed into a field of one of them.
fn edits(
    page: &PageProps,
    ids: &[ArticleId],
    field: Field,
    text: &str,
) -> Result<Vec<dateline_corpus::MetadataEdit>, &'static str> {
    let edit = |id: &ArticleId| {
        let mut typed = Typed::of(page, *id, false);
        match field {
            Field::Title => text.clone_into(&mut typed.title),
            Field::Date => text.clone_into(&mut typed.date),
            Field::Source => text.clone_into(&mut typed.source),
        }
        typed.edit(*id, &Typed::of(page, *id, true))
    };
    ids.iter().map(edit).collect()
}

//! The words that the reader's articles use more than the published ones, and the reverse.

mod counting;

use crate::charts::figure::Exports;
use crate::exports::save::{Save, TABLE};
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::user_files::only;
use counting::use_distinctive;
use dateline_corpus::{ArticleId, Corpus, Distinctive, Keyword};
use dateline_corpus::{PUBLISHED, YOURS};
use dateline_export::Table;
use dateline_stats::per_thousand;
use dateline_text::compact::fixed;
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "Distinctive words";
/// Words that are listed of either collection at first, and when more are asked for.
const FIRST_WORDS: usize = 15;
const MAX_WORDS: usize = 200;
/// What is told apart, in the order in which it is compared: what it is in the address,
/// and its name.
const SIDES: [(&str, &str); 2] = [(YOURS, "Yours"), (PUBLISHED, "Published")];

/// What is compared.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The selected articles: the reader's, the published.
    pub sets: Rc<[Vec<ArticleId>; 2]>,
}

/// Two lists of words, each word leading to where it stands.
#[component]
pub(super) fn DistinctiveWords(props: &Props) -> Html {
    let page = &props.page;
    let counting = &page.place.address.selection.counting;
    let found = use_distinctive(&page.corpus, counting, &props.sets);
    let all = use_state_eq(|| false);
    let on_export = {
        let (save, table) = (page.save.clone(), found.as_deref().map(table).map(Rc::new));
        Callback::from(move |format| {
            table.iter().for_each(|table| save.emit(Save::table(table.clone(), format)));
        })
    };
    let most = if *all { MAX_WORDS } else { FIRST_WORDS };
    let more = found.as_ref().is_some_and(|f| f.more.iter().any(|list| list.len() > most));
    let show_all = Callback::from(move |_: MouseEvent| all.set(true));
    html! {
        <section class="panel" aria-label={TITLE}>
            <div class="panel-head">
                <h2>{ TITLE }</h2>
                if found.is_some() {
                    <div class="tools"><Exports formats={TABLE} {on_export} of={TITLE} /></div>
                }
            </div>
            if let Some(found) = &found {
                <div class="pair">{ for [0, 1].map(|set| list(page, found, set, most)) }</div>
                if more {
                    <button type="button" class="quiet" onclick={show_all}>{ "Show more words" }</button>
                }
                <p class="chart-note">{ "Words that are at least twice as frequent in one collection (log ratio 1; each step doubles), which is hardly chance (log-likelihood G2 of 15.13, p < 0.0001), the surest first. Articles and hits are those of a search for the word. Words of one letter and numbers are left out." }</p>
            } else {
                <p class="soft" role="status">{ "Counting words …" }</p>
            }
        </section>
    }
}

/// The words of which there are more in one of the sets.
fn list(page: &PageProps, found: &Distinctive, set: usize, most: usize) -> Html {
    let (collection, name) = SIDES[set];
    let title = format!("More in {}", name.to_lowercase());
    let list = &found.more[set];
    if list.is_empty() {
        return html! { <div><h3 class="label">{ title }</h3><p class="soft">{ "No word stands out." }</p></div> };
    }
    html! {
        <div class="scroll-x"><table class={classes!("data", "distinctive", collection)}>
            <caption><h3 class="label">{ title }</h3></caption>
            <thead>
                <tr>
                    <th scope="col" class="label" rowspan="2">{ "Word" }</th>
                    <th scope="col" class="label num" rowspan="2">{ "Articles\u{a0}· hits" }</th>
                    <th scope="colgroup" class="label num" colspan="2">{ "Per 1,000 words" }</th>
                    <th scope="col" class="label num" rowspan="2">{ "Log ratio" }</th>
                </tr>
                <tr>{ for SIDES.map(|(_, name)| html! { <th scope="col" class="label num">{ name }</th> }) }</tr>
            </thead>
            <tbody>{ for list.iter().take(most).map(|word| row(page, found, set, word)) }</tbody>
        </table></div>
    }
}

fn row(page: &PageProps, found: &Distinctive, set: usize, word: &Keyword) -> Html {
    let address = &page.place.address;
    let query = Corpus::query_with_word(&address.selection.query, &word.word);
    let href = only(address, SIDES[set].0).with_query(&query).href();
    let number = |count: u32| words::number(count as usize);
    let num = |says: String| html! { <td class="num">{ says }</td> };
    html! {
        <tr key={word.word.clone()}>
            <th scope="row" dir="auto"><a {href}>{ &word.word }</a></th>
            { num(format!("{} · {}", number(word.articles[set]), number(word.hits[set]))) }
            { num(rounded(rate(found, 0, word))) }
            { num(rounded(rate(found, 1, word))) }
            { num(fixed(word.log_ratio.abs(), 1)) }
        </tr>
    }
}

/// How often a word occurs in a thousand words of a set.
fn rate(found: &Distinctive, set: usize, word: &Keyword) -> f64 {
    per_thousand(u64::from(word.hits[set]), found.words[set]).unwrap_or(0.0)
}

fn rounded(rate: f64) -> String {
    match rate {
        r if r > 0.0 && r < 0.01 => "<0.01".to_owned(),
        0.0 => "0".to_owned(),
        r => fixed(r, if r < 10.0 { 2 } else { 1 }),
    }
}

fn table(found: &Distinctive) -> Table {
    let columns = [
        "word",
        "more in",
        "hits yours",
        "hits published",
        "articles yours",
        "articles published",
        "per thousand yours",
        "per thousand published",
        "log likelihood",
        "log ratio",
    ];
    let mut table = Table::new(TITLE, &columns);
    table.note = "The log ratio is that of yours over published.".to_owned();
    for (list, (collection, _)) in found.more.iter().zip(SIDES) {
        for word in list {
            table = table.row([
                word.word.as_str().into(),
                collection.into(),
                word.hits[0].into(),
                word.hits[1].into(),
                word.articles[0].into(),
                word.articles[1].into(),
                rate(found, 0, word).into(),
                rate(found, 1, word).into(),
                word.log_likelihood.into(),
                word.log_ratio.into(),
            ]);
        }
    }
    table
}

//! Overview: what the selected articles are and which countries they speak of, in
//! sentences and charts. Every mark leads to its evidence.

mod dispersion;
mod measures;
mod ranking;
mod summary;
mod together;
mod when;
mod world;

use super::PageProps;
use crate::later::Later;
use dateline_corpus::{ArticleId, Country, Holds};
use dateline_export::Table;
use dateline_stats::sort_by;
use std::rc::Rc;
use summary::{Facts, Piece};
use yew::prelude::*;

/// What the charts of countries are computed from.
#[derive(Clone, PartialEq, Properties)]
struct Measured {
    /// What every page is computed from.
    page: PageProps,
    /// The measures of every country, for the exports.
    table: Rc<Table>,
}

/// The overview.
#[component]
pub fn Overview(props: &PageProps) -> Html {
    // Counting the words opens every article, so it is done once for all.
    let words = use_memo((props.corpus.clone(), props.answer.clone()), |(corpus, answer)| {
        let articles = answer.results.ids.iter().filter_map(|id| corpus.article(*id));
        articles.map(|a| a.words() as u64).sum::<u64>()
    });
    let sentences =
        use_memo((props.clone(), *words), |(props, words)| summary::summary(&facts(props, *words)));
    let table = use_memo((props.clone(), *words), |(props, words)| measures::table(props, *words));
    let measured = Measured { page: props.clone(), table };
    let pieces = sentences.iter().map(|piece| match piece {
        Piece::Text(text) => html! { { text } },
        Piece::Country(code, name) => match Country::from_code(code) {
            Some(country) => {
                html! { <a href={props.place.address.country(country).href()}>{ name }</a> }
            }
            None => html! { { name } },
        },
    });
    let none = props.answer.results.total == 0;
    let clear = props.place.address.cleared().href();
    html! {
        <div class="page overview">
            <h1 class="visually-hidden">{ "Overview" }</h1>
            <p class="summary">{ for pieces }</p>
            if none {
                <p><a href={clear}>{ "Show all articles" }</a></p>
            } else {
                <div class="overview-grid">
                    <div>
                        <Later><world::Map ..measured.clone() /></Later>
                        <Later><dispersion::Dispersion ..props.clone() /></Later>
                    </div>
                    <div>
                        <Later><ranking::Ranking ..measured /></Later>
                        <Later><together::Together ..props.clone() /></Later>
                    </div>
                </div>
                <Later><when::When ..props.clone() /></Later>
            }
        </div>
    }
}

/// How many undated articles are asked what they speak of: reading their dates
/// takes time that a large corpus would spend at every keystroke.
const ASKED: usize = 200;

fn facts(props: &PageProps, words: u64) -> Facts {
    // Texts that hold no article are counted apart.
    let corpus = &props.corpus;
    let nothing = |id: &ArticleId| matches!(corpus.holds(*id), Holds::Nothing(_));
    let selected = &props.answer.results.ids;
    let ids: Vec<ArticleId> = selected.iter().copied().filter(|id| !nothing(id)).collect();
    let mut countries: Vec<_> = props
        .answer
        .countries
        .iter()
        .map(|row| (row.country.code().to_owned(), row.country.name().to_owned(), row.articles))
        .collect();
    // Stable: among equals, those with most mentions come first.
    sort_by(&mut countries, |a, b| b.2.cmp(&a.2));
    let articles = ids.iter().filter_map(|id| props.corpus.article(*id));
    let mut dates: Vec<_> = ids.iter().filter_map(|id| props.corpus.date(*id)).collect();
    sort_by(&mut dates, Ord::cmp);
    let undated = articles.filter(|a| a.date().is_none()).take(ASKED);
    let spoken = undated.flat_map(|a| a.spoken_dates()).filter_map(|d| d.iso);
    let mut months: Vec<String> =
        spoken.filter_map(|iso| iso.get(..7).map(str::to_owned)).collect();
    sort_by(&mut months, Ord::cmp);
    Facts {
        articles: ids.len(),
        all: corpus.len() - corpus.without_article(corpus.ids()),
        nothing: (selected.len() - ids.len(), corpus.len()),
        words,
        countries,
        dates: dates.iter().map(ToString::to_string).collect(),
        spoken: months.first().cloned().zip(months.last().cloned()),
    }
}

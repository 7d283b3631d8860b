//! The command palette: every view, country and article by a few letters of its
//! name. Pure: values in, ranked entries out.

use crate::address::Address;
use crate::components::VIEWS;
use crate::model::shared::Shared;
use dateline_text::fold;

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub label: String,
    /// What it is: a view, a country, an article.
    pub kind: &'static str,
    /// Its address.
    pub address: Address,
}

/// How many entries are offered.
const MAX_ENTRIES: usize = 12;

/// The entries whose names hold every word of `typed`, those that begin with it
/// first; views before countries before articles.
pub fn entries(typed: &str, corpus: &Shared, from: &Address) -> Vec<Entry> {
    let views = VIEWS.iter().map(|(view, name)| entry(name, "view", from.to(*view)));
    let everything: Vec<_> = corpus.ids().collect();
    let countries = corpus.countries(&from.selection.counting, &everything);
    let countries =
        countries.iter().map(|r| entry(r.country.name(), "country", from.country(r.country)));
    let articles =
        corpus.articles().map(|a| entry(a.title(), "article", from.article(a.id().0 + 1)));
    let typed = fold(typed.trim()).into_owned();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut begins = Vec::new();
    let mut holds = Vec::new();
    for entry in views.chain(countries).chain(articles) {
        let name = fold(&entry.label).into_owned();
        if name.starts_with(&typed) {
            begins.push(entry);
        } else if words.iter().all(|w| name.contains(w)) {
            holds.push(entry);
        }
        if begins.len() >= MAX_ENTRIES {
            break;
        }
    }
    begins.append(&mut holds);
    begins.truncate(MAX_ENTRIES);
    begins
}

fn entry(label: &str, kind: &'static str, address: Address) -> Entry {
    Entry { label: label.to_owned(), kind, address }
}

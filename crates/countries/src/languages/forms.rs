//! Every form of a language's names: as the tables have them, inflected, derived,
//! compounded and with small words written before them.

use super::inflect::Rules;
use super::table::Table;
use crate::{Country, Kind};
use std::collections::HashMap;

/// A form and what it means.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) sense: Sense,
}

/// What a form means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    /// The country; `None` for what is not one, though it holds its name.
    pub(super) country: Option<Country>,
    pub(super) kind: Kind,
    /// Whether the form is an ordinary word, or another name, too: it counts where
    /// something else speaks for the country.
    pub(super) weak: bool,
}

/// The forms of a table, each once: the first that says what it means is right.
pub(super) fn forms(table: &Table) -> Vec<Form> {
    let mut all = Collected::default();
    let rules = Rules::new(table);
    add_blocks(table, &mut all);
    for (row, kind) in [("name", Kind::Name), ("capital", Kind::Capital)] {
        for [code, names, _] in table.rows(row) {
            for name in names.split("; ") {
                all.add_marked(name, code, kind);
            }
        }
    }
    add_demonyms(table, &mut all);
    // What is made from them is no surer than they are, and never before them.
    for at in 0..all.forms.len() {
        let Form { text, sense } = all.forms[at].clone();
        if sense.kind == Kind::Demonym || sense.country.is_none() {
            continue;
        }
        for form in rules.forms(&text) {
            all.add(form, sense);
        }
    }
    add_derived(table, &mut all);
    add_compounds(table, &mut all);
    add_prefixed(table, &mut all);
    all.forms
}

#[derive(Default)]
struct Collected {
    forms: Vec<Form>,
    known: HashMap<String, usize>,
}

impl Collected {
    fn add(&mut self, text: String, sense: Sense) {
        if text.is_empty() || self.known.contains_key(&text) {
            return;
        }
        self.known.insert(text.clone(), self.forms.len());
        self.forms.push(Form { text, sense });
    }

    /// Adds a name of a table; one that ends in "?" is weak.
    fn add_marked(&mut self, name: &str, code: &str, kind: Kind) {
        let (name, weak) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
        let sense = Sense { country: Some(Country::of_table(code)), kind, weak };
        self.add(name.to_owned(), sense);
    }
}

/// Phrases that are not what their words say: none, or (behind ">") another country.
fn add_blocks(table: &Table, all: &mut Collected) {
    for [phrases, ..] in table.rows("not") {
        for phrase in phrases.split("; ") {
            let (phrase, country) = match phrase.split_once('>') {
                Some((phrase, code)) => (phrase, Some(Country::of_table(code))),
                None => (phrase, None),
            };
            let text = phrase.trim_end_matches('?').to_owned();
            all.add(text, Sense { country, kind: Kind::Name, weak: false });
        }
    }
}

fn add_demonyms(table: &Table, all: &mut Collected) {
    for [code, entries, _] in table.rows("demonym") {
        for entry in entries.split(' ').filter(|entry| !entry.is_empty()) {
            let (entry, weak) = entry.strip_suffix('?').map_or((entry, ""), |entry| (entry, "?"));
            let (stem, class) = entry.split_once('+').unwrap_or((entry, ""));
            let stem = stem.replace('_', " ");
            for ending in endings(table, class) {
                // German's adjectives are written small, its nouns are not.
                let form = match ending.strip_prefix('^') {
                    Some(ending) => format!("{}{ending}{weak}", stem.to_lowercase()),
                    None => format!("{stem}{ending}{weak}"),
                };
                all.add_marked(&form, code, Kind::Demonym);
            }
        }
    }
}

/// The endings of a class of demonyms.
fn endings(table: &Table, class: &str) -> Vec<&'static str> {
    let row = table.rows("class").find(|[name, ..]| *name == class && !class.is_empty());
    row.map_or(vec![""], |[_, endings, _]| {
        endings.split(' ').map(|end| end.trim_matches('-')).collect()
    })
}

/// Demonyms that are made from names by a rule: `derive ENDING CLASS`, where the ending
/// of the name is dropped; "lower" where they are written small.
fn add_derived(table: &Table, all: &mut Collected) {
    let rules: Vec<[&str; 3]> = table.rows("derive").collect();
    if rules.is_empty() {
        return;
    }
    let article = table.word("article").unwrap_or_default();
    let named: Vec<(&str, &str)> = table
        .rows("name")
        .flat_map(|[code, names, _]| names.split("; ").map(move |name| (code, name)))
        .filter(|(_, name)| !name.contains([' ', '?', '-']))
        .collect();
    for (code, name) in named {
        let stem = name.strip_prefix(article).unwrap_or(name);
        let rule = rules.iter().find(|[ending, ..]| *ending == "+" || stem.ends_with(*ending));
        let Some([ending, class, case]) = rule else { continue };
        let stem = stem.strip_suffix(*ending).unwrap_or(stem);
        let stem = if *case == "lower" { stem.to_lowercase() } else { stem.to_owned() };
        if stem.chars().count() > 2 {
            for end in endings(table, class) {
                all.add_marked(&format!("{stem}{end}"), code, Kind::Demonym);
            }
        }
    }
}

/// Parts of countries: "Süditalien", "süditalienisch".
fn add_compounds(table: &Table, all: &mut Collected) {
    let parts = table.words("compound");
    for at in 0..all.forms.len() {
        let Form { text, sense } = all.forms[at].clone();
        let compounds =
            sense.country.is_some() && sense.kind != Kind::Capital && !text.contains([' ', '-']);
        if !compounds || text.chars().all(char::is_uppercase) {
            continue;
        }
        for part in &parts {
            let small = text.starts_with(char::is_lowercase);
            let part = if small { part.to_lowercase() } else { (*part).to_owned() };
            all.add(format!("{part}{}", text.to_lowercase()), sense);
        }
    }
}

/// Small words that are written together with the next: Arabic's and, in, for, and its
/// article; Hebrew's.
fn add_prefixed(table: &Table, all: &mut Collected) {
    let prefixes = table.words("prefixes");
    let article = table.word("article").unwrap_or_default();
    if prefixes.is_empty() {
        return;
    }
    for at in 0..all.forms.len() {
        let Form { text, sense } = all.forms[at].clone();
        let bare = text.strip_prefix(article).filter(|_| !article.is_empty());
        for prefix in &prefixes {
            all.add(format!("{prefix}{text}"), sense);
        }
        if article.is_empty() {
            continue;
        }
        // The article, with its vowel lost behind "for".
        let bare = match bare {
            Some(bare) => bare,
            None if sense.kind == Kind::Demonym => {
                all.add(format!("{article}{text}"), sense);
                for prefix in &prefixes {
                    all.add(format!("{prefix}{article}{text}"), sense);
                }
                &text
            }
            None => continue,
        };
        for before in table.words("article_joined") {
            all.add(format!("{before}{bare}"), sense);
        }
    }
}

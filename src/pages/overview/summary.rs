//! The summary: what the selected articles are, in sentences. Pure; the sentences
//! are made here and tested as text, the page adds the links.

use crate::pages::english::{capitalised, counted, date, joint, number, the};
use crate::words;

/// What the sentences say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// Selected articles.
    pub(super) articles: usize,
    /// All articles of the corpus.
    pub(super) all: usize,
    /// Selected texts that hold no article, of all texts of the corpus.
    pub(super) nothing: (usize, usize),
    /// Words of the selected articles.
    pub(super) words: u64,
    /// Countries, by articles, most first: code, name, articles.
    pub(super) countries: Vec<(String, String, usize)>,
    /// Dates of publication of the selected articles, ISO 8601, rising.
    pub(super) dates: Vec<String>,
    /// The first and last month (or year) that undated articles speak of, ISO 8601.
    pub(super) spoken: Option<(String, String)>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text.
    Text(String),
    /// A country: code and name.
    Country(String, String),
}

/// How many countries one group names, and how many groups there are.
const NAMES: usize = 4;
const GROUPS: usize = 3;

/// The sentences.
pub(super) fn summary(facts: &Facts) -> Vec<Piece> {
    if facts.articles == 0 {
        let text = match facts.nothing {
            (0, _) if facts.all == 0 => "No articles yet.".to_owned(),
            (0, _) => "No article matches.".to_owned(),
            _ => nothing(facts),
        };
        return vec![Piece::Text(text)];
    }
    let mut pieces = vec![Piece::Text(size(facts))];
    if facts.nothing.0 > 0 {
        pieces.push(Piece::Text(format!(" {}", nothing(facts))));
    }
    pieces.extend(countries(facts));
    pieces.push(Piece::Text(format!(" {}", dates(facts))));
    pieces
}

/// "Five articles, 7,114 words."
fn size(facts: &Facts) -> String {
    let articles = if facts.articles < facts.all {
        format!("{} of {}", number(facts.articles), counted(facts.all, "article"))
    } else {
        counted(facts.articles, "article")
    };
    let word = if facts.words == 1 { "word" } else { "words" };
    format!("{}, {} {word}.", capitalised(&articles), words::number(facts.words as usize))
}

/// "One of five texts holds no article."
fn nothing(facts: &Facts) -> String {
    let (none, texts) = facts.nothing;
    let hold = if none == 1 { "holds" } else { "hold" };
    let of = counted(texts, "text");
    format!("{} of {of} {hold} no article.", capitalised(&number(none)))
}

/// "All five speak of Afghanistan and China; three of Russia."
fn countries(facts: &Facts) -> Vec<Piece> {
    let groups: Vec<_> = facts.countries.chunk_by(|a, b| a.2 == b.2).take(GROUPS).collect();
    let mut out = Vec::new();
    if groups.is_empty() {
        let who = if facts.articles == 1 { "It names" } else { "They name" };
        out.push(Piece::Text(format!(" {who} no country.")));
        return out;
    }
    for (i, group) in groups.iter().enumerate() {
        let lead = match i {
            0 => format!(" {} ", subject(group[0].2, facts.articles)),
            _ => format!("; {} of ", number(group[0].2)),
        };
        out.push(Piece::Text(lead));
        out.extend(names(group));
        // One article has one group: everything it names.
        if facts.articles == 1 {
            break;
        }
    }
    out.push(Piece::Text(".".to_owned()));
    out
}

/// "All five speak of", "Both speak of", "It speaks of", "Three speak of".
fn subject(articles: usize, of: usize) -> String {
    match (articles, of) {
        (1, 1) => "It speaks of".to_owned(),
        (2, 2) => "Both speak of".to_owned(),
        (1, _) => "One speaks of".to_owned(),
        (n, of) if n == of => format!("All {} speak of", number(n)),
        (n, _) => format!("{} speak of", capitalised(&number(n))),
    }
}

fn names(group: &[(String, String, usize)]) -> Vec<Piece> {
    // One name more is shorter than "and one other country".
    let shown = if group.len() <= NAMES + 1 { group.len() } else { NAMES };
    let rest = group.len() - shown;
    let items = shown + usize::from(rest > 0);
    let mut out = Vec::new();
    for (i, (code, name, _)) in group[..shown].iter().enumerate() {
        out.push(Piece::Text(format!("{}{}", joint(i, items), the(name))));
        out.push(Piece::Country(code.clone(), name.clone()));
    }
    if rest > 0 {
        out.push(Piece::Text(format!(" and {} other countries", number(rest))));
    }
    out.retain(|piece| *piece != Piece::Text(String::new()));
    out
}

/// "One is dated, 13 May 2023; the others speak of July 2021 to November 2024."
fn dates(facts: &Facts) -> String {
    let (dated, all) = (facts.dates.len(), facts.articles);
    let undated = all - dated.min(all);
    let range = facts.dates.first().zip(facts.dates.last()).map(|(first, last)| {
        let (first, last) = (date(first), date(last));
        if first == last { first } else { format!("from {first} to {last}") }
    });
    let spoken = facts.spoken.as_ref().map(|(first, last)| span(first, last));
    let Some(range) = range else {
        return match (all, spoken) {
            (1, Some(spoken)) => format!("It is undated and speaks of {spoken}."),
            (1, None) => "It is undated.".to_owned(),
            (_, Some(spoken)) => format!("None is dated; they speak of {spoken}."),
            (_, None) => "None is dated.".to_owned(),
        };
    };
    let first = match (dated, all) {
        (1, 1) => format!("It is dated {range}"),
        (2, 2) => format!("Both are dated, {range}"),
        (1, _) => format!("One is dated, {range}"),
        (d, a) if d == a => format!("All are dated, {range}"),
        (d, _) => format!("{} are dated, {range}", capitalised(&number(d))),
    };
    let others = match (undated, spoken) {
        (0, _) => return format!("{first}."),
        (1, Some(spoken)) => format!("the other speaks of {spoken}"),
        (_, Some(spoken)) => format!("the others speak of {spoken}"),
        (1, None) => "the other is undated".to_owned(),
        (_, None) => "the others are undated".to_owned(),
    };
    format!("{first}; {others}.")
}

/// "July 2021 to November 2024", "July to November 2021", "July 2021".
fn span(first: &str, last: &str) -> String {
    let (from, to) = (date(first), date(last));
    if from == to {
        return to;
    }
    let same_year = first.get(..4) == last.get(..4);
    match from.rsplit_once(' ') {
        Some((month, _)) if same_year && first.len() == 7 && last.len() == 7 => {
            format!("{month} to {to}")
        }
        _ => format!("{from} to {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(facts: &Facts) -> String {
        summary(facts)
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Country(code, name) => format!("[{name}|{code}]"),
            })
            .collect()
    }

    fn facts(
        (articles, all, words): (usize, usize, u64),
        countries: &[(&str, usize)],
        dates: &[&str],
        spoken: Option<(&str, &str)>,
    ) -> Facts {
        let country = |(name, articles): &(&str, usize)| {
            (name[..1].to_owned(), (*name).to_owned(), *articles)
        };
        Facts {
            articles,
            all,
            nothing: (0, all),
            words,
            countries: countries.iter().map(country).collect(),
            dates: dates.iter().map(|d| (*d).to_owned()).collect(),
            spoken: spoken.map(|(a, b)| (a.to_owned(), b.to_owned())),
        }
    }

    #[test]
    fn sentences() {
        let rows: &[(Facts, &str)] = &[
            (facts((0, 0, 0), &[], &[], None), "No articles yet."),
            (facts((0, 5, 0), &[], &[], None), "No article matches."),
            (
                facts(
                    (5, 5, 7114),
                    &[("Chad", 5), ("Mali", 5), ("Peru", 3)],
                    &["2023-05-13"],
                    Some(("2021-07", "2024-11")),
                ),
                "Five articles, 7,114 words. All five speak of [Chad|C] and [Mali|M]; three of \
                 [Peru|P]. One is dated, 13 May 2023; the others speak of July 2021 to November 2024.",
            ),
            (
                facts(
                    (1, 5, 684),
                    &[("Chad", 1), ("Mali", 1), ("Peru", 1)],
                    &[],
                    Some(("2021-07", "2021-07")),
                ),
                "One of five articles, 684 words. It speaks of [Chad|C], [Mali|M] and [Peru|P]. \
                 It is undated and speaks of July 2021.",
            ),
            (
                facts(
                    (2, 2, 1),
                    &[("United States", 2), ("Mali", 1)],
                    &["2021-01-02", "2021-03-04"],
                    None,
                ),
                "Two articles, 1 word. Both speak of the [United States|U]; one of [Mali|M]. \
                 Both are dated, from 2 January 2021 to 4 March 2021.",
            ),
            (
                facts((2, 2, 10), &[("Mali", 1)], &["2021"], Some(("2021-03", "2021-08"))),
                "Two articles, 10 words. One speaks of [Mali|M]. One is dated, 2021; the other \
                 speaks of March to August 2021.",
            ),
            (
                facts(
                    (12, 12, 9000),
                    &[
                        ("A", 9),
                        ("B", 4),
                        ("C", 4),
                        ("D", 4),
                        ("E", 4),
                        ("F", 4),
                        ("G", 4),
                        ("H", 2),
                        ("I", 1),
                    ],
                    &["2021-01-02"; 11],
                    None,
                ),
                "12 articles, 9,000 words. Nine speak of [A|A]; four of [B|B], [C|C], [D|D], [E|E] \
                 and two other countries; two of [H|H]. 11 are dated, 2 January 2021; the other is undated.",
            ),
            (
                Facts { nothing: (1, 4), ..facts((3, 3, 30), &[], &["2021"; 3], None) },
                "Three articles, 30 words. One of four texts holds no article. They name no \
                 country. All are dated, 2021.",
            ),
            (
                Facts { nothing: (2, 4), ..facts((0, 2, 0), &[], &[], None) },
                "Two of four texts hold no article.",
            ),
            (
                facts((3, 3, 30), &[], &[], None),
                "Three articles, 30 words. They name no country. None is dated.",
            ),
            (
                facts((1, 1, 30), &[], &["2021-05"], None),
                "One article, 30 words. It names no country. It is dated May 2021.",
            ),
        ];
        for (facts, want) in rows {
            assert_eq!(text(facts), *want);
        }
    }
}

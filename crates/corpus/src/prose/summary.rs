//! The summary: what selected articles are, in sentences. The page adds the links, and shows the
//! same sentences before its program runs.

use crate::article::{ArticleId, Holds};
use crate::corpus::Corpus;
use crate::count::countries::CountryRow;
use crate::date::Date;
use crate::prose::english::{date, joint, the};
use dateline_countries::Country;
use dateline_text::compact::sort_by;
use dateline_text::english::{capitalised, counted, figures, number};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// A country by its name.
    Country(Country),
}

/// How many undated articles at most are asked what they speak of: reading their dates
/// takes time that a large corpus would spend at every keystroke.
const MAX_ASKED: usize = 200;

impl Corpus {
    /// A summary of the articles `ids` in sentences: how many and how long, which of them name which
    /// countries (`countries` are the measures of these articles), and when they are from. `words`
    /// is how many words they have together.
    pub fn summary(&self, ids: &[ArticleId], countries: &[CountryRow], words: u64) -> Vec<Piece> {
        sentences(&self.facts(ids, countries, words))
    }

    fn facts(&self, selected: &[ArticleId], countries: &[CountryRow], words: u64) -> Facts {
        // Texts that hold no article are counted apart.
        let nothing = |id: &ArticleId| matches!(self.holds(*id), Holds::Nothing(_));
        let ids: Vec<ArticleId> = selected.iter().copied().filter(|id| !nothing(id)).collect();
        let mut countries: Vec<_> =
            countries.iter().map(|row| (row.country, row.articles)).collect();
        // Stable: among equals, those with most mentions come first.
        sort_by(&mut countries, |a, b| b.1.cmp(&a.1));
        let mut dates: Vec<Date> = ids.iter().filter_map(|id| self.date(*id)).collect();
        sort_by(&mut dates, Ord::cmp);
        let mentioned = self.mentioned_months(&ids);
        Facts {
            articles: ids.len(),
            all: self.len() - self.without_article(self.ids()),
            nothing: (selected.len() - ids.len(), self.len()),
            words,
            countries,
            dates: dates.first().copied().zip(dates.last().copied()),
            dated: dates.len(),
            mentioned,
        }
    }

    /// The months that the undated of some articles speak of; `None` where none does, or where
    /// more articles are undated than are asked.
    fn mentioned_months(&self, ids: &[ArticleId]) -> Option<Mentioned> {
        let undated = || {
            let articles = ids.iter().filter_map(|id| self.article(*id));
            articles.filter(|a| a.date().is_none())
        };
        if undated().nth(MAX_ASKED).is_some() {
            return None;
        }
        let mut months = Vec::new();
        let mut articles = 0;
        for article in undated() {
            let before = months.len();
            let dates = article.mentioned_dates().into_iter().filter_map(|d| d.iso);
            months.extend(dates.filter_map(|iso| Date::parse(iso.get(..7)?)));
            articles += usize::from(months.len() > before);
        }
        sort_by(&mut months, Ord::cmp);
        let (first, last) = (*months.first()?, *months.last()?);
        Some(Mentioned { first, last, articles })
    }
}

/// The facts behind the sentences.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    /// Selected articles.
    articles: usize,
    /// All articles of the corpus.
    all: usize,
    /// Selected texts that hold no article, of all texts of the corpus.
    nothing: (usize, usize),
    /// Words of the selected articles.
    words: u64,
    /// Countries with their articles, most first.
    countries: Vec<(Country, usize)>,
    /// The first and the last date of publication of the selected articles.
    dates: Option<(Date, Date)>,
    /// How many of them have one.
    dated: usize,
    /// The months that undated articles speak of.
    mentioned: Option<Mentioned>,
}

/// The months that undated articles speak of.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mentioned {
    first: Date,
    last: Date,
    /// How many articles speak of any.
    articles: usize,
}

/// How many countries one group names, and how many groups there are.
const NAMES: usize = 4;
const GROUPS: usize = 3;

/// The sentences.
fn sentences(facts: &Facts) -> Vec<Piece> {
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
    format!("{}, {} {word}.", capitalised(&articles), figures(facts.words as usize))
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
    let groups: Vec<_> = facts.countries.chunk_by(|a, b| a.1 == b.1).take(GROUPS).collect();
    let mut out = Vec::new();
    if groups.is_empty() {
        let who = if facts.articles == 1 { "It names" } else { "They name" };
        out.push(Piece::Text(format!(" {who} no country.")));
        return out;
    }
    for (i, group) in groups.iter().enumerate() {
        let lead = match i {
            0 => format!(" {} ", subject(group[0].1, facts.articles, group.len())),
            _ => format!("; {} {}of ", number(group[0].1), each(group.len())),
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
fn subject(articles: usize, of: usize, countries: usize) -> String {
    match (articles, of) {
        (1, 1) => "It speaks of".to_owned(),
        (2, 2) => "Both speak of".to_owned(),
        (1, _) => format!("One {}speaks of", each(countries)),
        (n, of) if n == of => format!("All {} speak of", number(n)),
        (n, _) => format!("{} {}speak of", capitalised(&number(n)), each(countries)),
    }
}

/// The articles of one country of a group need not be those of another.
fn each(countries: usize) -> &'static str {
    if countries > 1 { "each " } else { "" }
}

fn names(group: &[(Country, usize)]) -> Vec<Piece> {
    // One name more is shorter than "and one other country".
    let shown = if group.len() <= NAMES + 1 { group.len() } else { NAMES };
    let rest = group.len() - shown;
    let items = shown + usize::from(rest > 0);
    let mut out = Vec::new();
    for (i, (country, _)) in group[..shown].iter().enumerate() {
        out.push(Piece::Text(format!("{}{}", joint(i, items), the(country.name()))));
        out.push(Piece::Country(*country));
    }
    if rest > 0 {
        out.push(Piece::Text(format!(" and {} other countries", number(rest))));
    }
    out.retain(|piece| *piece != Piece::Text(String::new()));
    out
}

/// "One is dated, 13 May 2023; of the other four, one speaks of July 2021 to November 2024."
fn dates(facts: &Facts) -> String {
    let (dated, all) = (facts.dated, facts.articles);
    let undated = all - dated.min(all);
    let range = facts.dates.map(|(first, last)| {
        let (first, last) = (date(first), date(last));
        if first == last { first } else { format!("from {first} to {last}") }
    });
    let months = facts.mentioned.map(|m| (m.articles, span(m.first, m.last)));
    let Some(range) = range else {
        return match (all, months) {
            (1, Some((_, months))) => format!("It is undated and speaks of {months}."),
            (1, None) => "It is undated.".to_owned(),
            (_, Some((speak, months))) => {
                format!("None is dated; {}.", speaking(speak, all, "they", &months))
            }
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
    let others = match (undated, months) {
        (0, _) => return format!("{first}."),
        (1, Some((_, months))) => format!("the other speaks of {months}"),
        (1, None) => "the other is undated".to_owned(),
        (_, None) => "the others are undated".to_owned(),
        (others, Some((speak, months))) if speak == others => {
            speaking(speak, others, "the others", &months)
        }
        (others, Some((speak, months))) => {
            let some = speaking(speak, others, "", &months);
            format!("of the other {}, {some}", number(others))
        }
    };
    format!("{first}; {others}.")
}

/// "the others speak of July 2021" where all of them do, else "two speak of July 2021".
fn speaking(speak: usize, of: usize, all: &str, months: &str) -> String {
    match speak {
        _ if speak == of => format!("{all} speak of {months}"),
        1 => format!("one speaks of {months}"),
        _ => format!("{} speak of {months}", number(speak)),
    }
}

/// "July 2021 to November 2024", "July to November 2021", "July 2021".
fn span(first: Date, last: Date) -> String {
    let (from, to) = (date(first), date(last));
    if from == to {
        return to;
    }
    let same_year = first.year() == last.year();
    match from.rsplit_once(' ') {
        Some((month, _)) if same_year => format!("{month} to {to}"),
        _ => format!("{from} to {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(facts: &Facts) -> String {
        sentences(facts)
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Country(country) => format!("[{}]", country.name()),
            })
            .collect()
    }

    fn facts(
        (articles, all, words): (usize, usize, u64),
        countries: &[(&str, usize)],
        dates: &[&str],
        mentioned: Option<(&str, &str, usize)>,
    ) -> Facts {
        let country = |(code, articles): &(&str, usize)| {
            (Country::from_code(code).expect("a country"), *articles)
        };
        let date = |iso: &str| Date::parse(iso).expect("a date");
        Facts {
            articles,
            all,
            nothing: (0, all),
            words,
            countries: countries.iter().map(country).collect(),
            dates: dates.first().zip(dates.last()).map(|(a, b)| (date(a), date(b))),
            dated: dates.len(),
            mentioned: mentioned.map(|(a, b, articles)| Mentioned {
                first: date(a),
                last: date(b),
                articles,
            }),
        }
    }

    #[test]
    fn every_case_reads_well() {
        let rows: &[(Facts, &str)] = &[
            (facts((0, 0, 0), &[], &[], None), "No articles yet."),
            (facts((0, 5, 0), &[], &[], None), "No article matches."),
            (
                facts(
                    (5, 5, 7114),
                    &[("TD", 5), ("ML", 5), ("PE", 3)],
                    &["2023-05-13"],
                    Some(("2021-07", "2024-11", 4)),
                ),
                "Five articles, 7,114 words. All five speak of [Chad] and [Mali]; three of \
                 [Peru]. One is dated, 13 May 2023; the others speak of July 2021 to November 2024.",
            ),
            (
                facts(
                    (1, 5, 684),
                    &[("TD", 1), ("ML", 1), ("PE", 1)],
                    &[],
                    Some(("2021-07", "2021-07", 1)),
                ),
                "One of five articles, 684 words. It speaks of [Chad], [Mali] and [Peru]. \
                 It is undated and speaks of July 2021.",
            ),
            (
                facts((2, 2, 1), &[("US", 2), ("ML", 1)], &["2021-01-02", "2021-03-04"], None),
                "Two articles, 1 word. Both speak of the [United States]; one of [Mali]. \
                 Both are dated, from 2 January 2021 to 4 March 2021.",
            ),
            // Of several undated articles, how many speak of a month.
            (
                facts((5, 5, 10), &[], &["2023-05-13"], Some(("2022-03", "2024-11", 1))),
                "Five articles, 10 words. They name no country. One is dated, 13 May 2023; of the \
                 other four, one speaks of March 2022 to November 2024.",
            ),
            (
                facts((5, 5, 10), &[], &["2023-05-13"; 2], Some(("2022-03", "2022-03", 2))),
                "Five articles, 10 words. They name no country. Two are dated, 13 May 2023; of the \
                 other three, two speak of March 2022.",
            ),
            (
                facts((3, 3, 10), &[], &[], Some(("2022-03", "2022-03", 3))),
                "Three articles, 10 words. They name no country. None is dated; they speak of March 2022.",
            ),
            (
                facts((3, 3, 10), &[], &[], Some(("2022-03", "2022-03", 1))),
                "Three articles, 10 words. They name no country. None is dated; one speaks of March 2022.",
            ),
            // One article need not name both.
            (
                facts((2, 2, 10), &[("AT", 1), ("DE", 1)], &["2021"], None),
                "Two articles, 10 words. One each speaks of [Austria] and [Germany]. One is dated, \
                 2021; the other is undated.",
            ),
            (
                facts((2, 2, 10), &[("ML", 1)], &["2021"], Some(("2021-03", "2021-08", 1))),
                "Two articles, 10 words. One speaks of [Mali]. One is dated, 2021; the other \
                 speaks of March to August 2021.",
            ),
            (
                facts(
                    (12, 12, 9000),
                    &[
                        ("AL", 9),
                        ("BE", 4),
                        ("CL", 4),
                        ("DK", 4),
                        ("EE", 4),
                        ("FI", 4),
                        ("GR", 4),
                        ("HU", 2),
                        ("IN", 1),
                    ],
                    &["2021-01-02"; 11],
                    None,
                ),
                "12 articles, 9,000 words. Nine speak of [Albania]; four each of [Belgium], [Chile], [Denmark], [Estonia] \
                 and two other countries; two of [Hungary]. 11 are dated, 2 January 2021; the other is undated.",
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

//! What programs print above and below each page: running heads, numbers of pages, and the
//! lines of browsers with the day of printing and the address.

use super::words::{Line, Word, lines};
use std::collections::HashMap;

/// So many lines from the top and from the bottom of a page may be running heads.
const MAX_MARGIN_LINES: usize = 4;

/// A line that stands at its place on at least this part of the pages is none of the text. Heads
/// of left and right pages differ.
const MIN_SHARE: f64 = 0.4;

/// The same line of two pages may differ in height by so many points.
const REACH: f64 = 6.0;

/// What was left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Margins {
    /// How many lines.
    pub(crate) lines: usize,
    /// The address of the page that a browser printed.
    pub(crate) url: Option<String>,
}

/// A line at the edge of a page, and the page.
struct Edge {
    page: usize,
    is_top: bool,
    /// How many lines are further out.
    outer: usize,
    line: Line,
    key: String,
}

/// Takes running heads, feet and numbers off the pages.
pub(crate) fn take(pages: &mut [Vec<Word>]) -> Margins {
    let count = pages.len();
    let mut margins = Margins::default();
    for page in pages.iter_mut() {
        let (marked, rest) = std::mem::take(page).into_iter().partition(|word| word.is_margin);
        *page = rest;
        for line in lines(marked) {
            margins.lines += 1;
            margins.url = margins.url.or_else(|| address(&line.text));
        }
    }
    let edges: Vec<Edge> =
        pages.iter().enumerate().flat_map(|(at, words)| edges(at, words)).collect();
    let mut heights: HashMap<(bool, &str), Vec<(usize, f64)>> = HashMap::new();
    for edge in &edges {
        heights.entry((edge.is_top, &edge.key)).or_default().push((edge.page, edge.line.baseline));
    }
    for places in heights.values_mut() {
        places.sort_by(|a, b| a.1.total_cmp(&b.1));
    }
    let recurs = |edge: &Edge| {
        let places = &heights[&(edge.is_top, edge.key.as_str())];
        let from = places.partition_point(|(_, y)| *y < edge.line.baseline - REACH);
        let near = places[from..].iter().take_while(|(_, y)| *y <= edge.line.baseline + REACH);
        let mut on: Vec<usize> = near.map(|(page, _)| *page).collect();
        on.dedup();
        on.len() >= 2 && on.len() as f64 >= MIN_SHARE * count as f64
    };
    let is_printed =
        edges.iter().any(|edge| !edge.is_top && edge.outer == 0 && is_browsers(&edge.line.text));
    let mut gone: HashMap<usize, Vec<f64>> = HashMap::new();
    // From the outermost lines inwards: what stands outside of the text is not within it.
    let mut open: HashMap<(usize, bool), usize> = HashMap::new();
    for edge in &edges {
        let next = open.entry((edge.page, edge.is_top)).or_default();
        if *next != edge.outer {
            continue;
        }
        let text = edge.line.text.as_str();
        let is_alone = edge.outer == 0
            && (is_number(text, edge.page, count)
                || is_browsers(text)
                || is_printed && is_head(text));
        if !is_alone && !recurs(edge) {
            continue;
        }
        *next += 1;
        margins.lines += 1;
        if is_browsers(text) || is_printed {
            margins.url = margins.url.or_else(|| address(text));
        }
        gone.entry(edge.page).or_default().push(edge.line.baseline);
    }
    for (page, baselines) in gone {
        let is_gone =
            |word: &Word| baselines.iter().any(|y| (word.baseline - y).abs() < 0.5 * word.size);
        pages[page].retain(|word| !is_gone(word));
    }
    margins
}

/// The lines at both edges of a page, each from the outermost inwards.
fn edges(page: usize, words: &[Word]) -> Vec<Edge> {
    let outermost = |is_top: bool| {
        let mut baselines: Vec<f64> = words.iter().map(|word| word.baseline).collect();
        baselines.sort_by(f64::total_cmp);
        if !is_top {
            baselines.reverse();
        }
        baselines.dedup_by(|a, b| (*a - *b).abs() < 2.0);
        let last = baselines.get(MAX_MARGIN_LINES - 1).or(baselines.last()).copied();
        let within = |word: &&Word| {
            last.is_some_and(|last| {
                if is_top { word.baseline <= last + 2.0 } else { word.baseline >= last - 2.0 }
            })
        };
        let mut found = lines(words.iter().filter(within).cloned().collect());
        if !is_top {
            found.reverse();
        }
        found.into_iter().take(MAX_MARGIN_LINES).enumerate().map(move |(outer, line)| {
            let key = line.text.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect();
            Edge { page, is_top, outer, line, key }
        })
    };
    outermost(true).chain(outermost(false)).collect()
}

/// Whether a line is the number of its page: "7", "– 7 –", "Page 7", "Seite 1 von 2", "1/2".
fn is_number(text: &str, page: usize, count: usize) -> bool {
    let numbers: Vec<usize> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let words =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    match numbers.as_slice() {
        [one] => *one == page + 1 && words <= 1 && text.chars().count() <= 12,
        [one, all] => *one == page + 1 && *all == count && words <= 2 && text.chars().count() <= 20,
        _ => false,
    }
}

/// Whether a line is what browsers print below or above a page: its address, and the number
/// of the page or the time of printing.
fn is_browsers(text: &str) -> bool {
    text.split(' ').any(is_address) && (text.split(' ').any(is_of_all) || is_dated(text))
        || is_dated(text) && text.split(' ').any(is_of_all)
}

/// Whether a line begins as browsers begin the head of a page that they print.
fn is_head(text: &str) -> bool {
    is_dated(text) || text.split(' ').any(is_address)
}

/// The address in a line, unless a browser cut it off.
fn address(text: &str) -> Option<String> {
    let is_whole =
        |word: &&str| word.starts_with("http") && is_address(word) && !word.contains('…');
    text.split(' ').find(is_whole).map(str::to_owned)
}

fn is_address(word: &str) -> bool {
    ["http://", "https://", "file://", "about:"].iter().any(|scheme| word.starts_with(scheme))
}

/// Whether a word is "1/2".
fn is_of_all(word: &str) -> bool {
    word.split_once('/').is_some_and(|(one, all)| {
        matches!((one.parse::<usize>(), all.parse::<usize>()), (Ok(one), Ok(all)) if 0 < one && one <= all)
    })
}

/// Whether a line has a day in numbers and a time of the day: "11/27/26, 9:58 PM".
fn is_dated(text: &str) -> bool {
    let is_day = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(',').split(['/', '.', '-']).collect();
        parts.len() == 3
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_time = |word: &str| {
        let (hour, minute) = word.split_once([':', '.']).unwrap_or_default();
        let minute = minute.get(..2).unwrap_or_default();
        hour.parse::<u8>().is_ok_and(|hour| hour < 24)
            && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
    };
    text.split(' ').any(is_day) && text.split(' ').any(is_time)
}

#[cfg(test)]
mod tests {
    use super::super::words::{tests::drawn, words};
    use super::*;

    /// Pages of lines from the top, 12 points apart.
    fn pages(texts: &[&[&str]]) -> Vec<Vec<Word>> {
        let page = |lines: &&[&str]| {
            let lines = lines.iter().enumerate();
            words(
                lines
                    .flat_map(|(at, line)| drawn(line, 10.0, 20.0 + 12.0 * at as f64, 10.0))
                    .collect(),
            )
        };
        texts.iter().map(page).collect()
    }

    #[test]
    fn lines_outside_of_the_text() {
        // What is left of each page, and the address.
        type Case<'a> = (&'a str, &'a [&'a [&'a str]], &'a [&'a str], Option<&'a str>);
        let cases: [Case<'_>; 7] = [
            (
                "a head and numbers",
                &[&["The Post", "Rain.", "1"], &["The Post", "Snow.", "2"]],
                &["Rain.", "Snow."],
                None,
            ),
            (
                "heads of left and right pages",
                &[
                    &["The Post", "One."],
                    &["13 May", "Two."],
                    &["The Post", "Three."],
                    &["13 May", "Four."],
                ],
                &["One.", "Two.", "Three.", "Four."],
                None,
            ),
            (
                "a page printed by a browser",
                &[&["11/27/26, 9:58 PM Rain | The Post", "Rain.", "https://a.example/rain 1/1"]],
                &["Rain."],
                Some("https://a.example/rain"),
            ),
            (
                "another browser",
                &[&["Rain | The Post https://a.example/rain", "Rain.", "1/1 27/11/2026, 21:58"]],
                &["Rain."],
                Some("https://a.example/rain"),
            ),
            ("a number alone", &[&["Rain.", "Page 1 of 1"]], &["Rain."], None),
            (
                "a date is no number of a page",
                &[&["Rain", "13 May 2024"]],
                &["Rain 13 May 2024"],
                None,
            ),
            (
                "lines of the text",
                &[&["Rain", "7 / 8 of it", "fell."], &["Snow", "fell."]],
                &["Rain 7 / 8 of it fell.", "Snow fell."],
                None,
            ),
        ];
        for (what, texts, want, url) in cases {
            let mut pages = pages(texts);
            let margins = take(&mut pages);
            let joined = |words: &Vec<Word>| {
                words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(pages.iter().map(joined).collect::<Vec<_>>(), want, "{what}");
            assert_eq!(margins.url.as_deref(), url, "{what}");
        }
    }
}

//! Lines to paragraphs, by where they stand and how large they are.

use super::columns::{Column, median};
use super::hyphens::Vocabulary;
use super::words::Line;
use std::collections::HashMap;

/// Sizes that differ by more than this part are those of different things.
const SAME_SIZE: f64 = 0.08;

/// Lines of a paragraph are no further apart than this many times the usual distance.
const MAX_LEADING: f64 = 1.25;

/// A line that begins further in than this part of its size begins a paragraph.
const MIN_INDENT: f64 = 0.8;

/// A paragraph of the document.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// The size of its letters.
    pub(crate) size: f64,
    /// The page, from 0.
    pub(crate) page: usize,
}

/// A column with the edges of its lines.
struct Measured<'a> {
    lines: &'a [Line],
    page: usize,
    edges: HashMap<i64, Edges>,
}

/// Where the lines of one size begin and end.
#[derive(Clone, Copy)]
struct Edges {
    /// Where most lines begin: on the left, or on the right of a text from the right.
    start: f64,
    /// As far as lines go.
    left: f64,
    right: f64,
}

/// The paragraphs of pages of columns.
pub(crate) fn paragraphs(pages: &[Vec<Column>]) -> Vec<Paragraph> {
    let lines = || pages.iter().flatten().flat_map(|column| &column.lines);
    let vocabulary = Vocabulary::of(lines().map(|line| line.text.as_str()));
    let leading = Leading::of(pages);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<(&Line, usize)> = None;
    let columns: Vec<Measured<'_>> = pages
        .iter()
        .enumerate()
        .flat_map(|(page, columns)| columns.iter().map(move |column| measured(page, column)))
        .collect();
    for (at, column) in columns.iter().enumerate() {
        for line in column.lines {
            let goes_on = last.is_some_and(|(before, before_at)| match before_at == at {
                true => goes_on(before, line, column, &leading),
                false => goes_over(before, &columns[before_at], line, column),
            });
            match out.last_mut().filter(|_| goes_on) {
                Some(paragraph) => vocabulary.join(&mut paragraph.text, &line.text),
                None => out.push(Paragraph {
                    text: line.text.clone(),
                    size: line.size,
                    page: column.page,
                }),
            }
            last = Some((line, at));
        }
    }
    for paragraph in &mut out {
        // Those that no line end followed are what programs put in to break a line.
        paragraph.text = paragraph.text.replace('\u{2010}', "-");
    }
    out
}

/// Half points.
fn rounded(size: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "sizes of letters")]
    let half_points = (size * 2.0).round() as i64;
    half_points
}

fn measured(page: usize, column: &Column) -> Measured<'_> {
    let mut by_size: HashMap<i64, Vec<&Line>> = HashMap::new();
    for line in &column.lines {
        by_size.entry(rounded(line.size)).or_default().push(line);
    }
    let edges = by_size.into_iter().map(|(size, lines)| {
        let from_right = lines.iter().filter(|line| line.from_right).count() * 2 > lines.len();
        let start = most(lines.iter().map(|line| if from_right { line.right } else { line.left }));
        let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        (size, Edges { start, left, right })
    });
    Measured { lines: &column.lines, page, edges: edges.collect() }
}

/// The value that most others are near to.
fn most(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let (mut from, mut best) = (0, (0, 0.0));
    for at in 0..values.len() {
        while values[at] - values[from] > 1.0 {
            from += 1;
        }
        if at - from + 1 > best.0 {
            best = (at - from + 1, values[from]);
        }
    }
    best.1
}

/// The usual distances of lines, in sizes of their letters.
struct Leading {
    by_size: HashMap<i64, f64>,
    all: f64,
}

impl Leading {
    fn of(pages: &[Vec<Column>]) -> Leading {
        const LEAST: f64 = 0.8;
        const MOST: f64 = 3.2;
        const ENOUGH: usize = 4;
        let mut by_size: HashMap<i64, Vec<f64>> = HashMap::new();
        for column in pages.iter().flatten() {
            for pair in column.lines.windows(2) {
                let distance = (pair[1].baseline - pair[0].baseline) / pair[0].size;
                if is_same_size(&pair[0], &pair[1]) && (LEAST..MOST).contains(&distance) {
                    by_size.entry(rounded(pair[0].size)).or_default().push(distance);
                }
            }
        }
        // Paragraphs of one line are further apart: the narrower half counts.
        let usual = |mut distances: Vec<f64>| {
            distances.sort_by(f64::total_cmp);
            let narrow = distances.len().div_ceil(2);
            median(distances.into_iter().take(narrow))
        };
        let all = by_size.values().flatten().copied().collect::<Vec<_>>();
        let all = if all.is_empty() { 1.2 } else { usual(all) };
        let by_size = by_size.into_iter().filter(|(_, distances)| distances.len() >= ENOUGH);
        Leading {
            by_size: by_size.map(|(size, distances)| (size, usual(distances))).collect(),
            all,
        }
    }

    fn is_usual(&self, before: &Line, line: &Line) -> bool {
        let usual = self.by_size.get(&rounded(line.size)).copied().unwrap_or(self.all.max(1.15));
        line.baseline - before.baseline <= MAX_LEADING * usual * line.size
    }
}

/// Whether two lines may be of one paragraph, by their letters.
fn is_alike(a: &Line, b: &Line) -> bool {
    is_same_size(a, b) && a.from_right == b.from_right
}

fn is_same_size(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() <= SAME_SIZE * a.size.max(b.size)
}

/// Whether a line goes on in the next one of its column.
fn goes_on(before: &Line, line: &Line, column: &Measured<'_>, leading: &Leading) -> bool {
    if !is_alike(before, line) || !leading.is_usual(before, line) || is_item(&line.text) {
        return false;
    }
    let Some(edges) = column.edges.get(&rounded(line.size)) else { return true };
    let ends_parted = before.text.ends_with(['-', '\u{2010}', '\u{AD}']);
    ends_parted || !(is_indented(before, line, edges) || had_room(before, line, edges))
}

/// Whether the last line of a column or page goes on in the first one of the next.
fn goes_over(before: &Line, above: &Measured<'_>, line: &Line, column: &Measured<'_>) -> bool {
    // What stands below on the same page is no next column.
    if above.page == column.page && line.baseline > before.baseline {
        return false;
    }
    let Some(edges) = column.edges.get(&rounded(line.size)) else { return false };
    let ends = ends_a_sentence(&before.text);
    let width = edges.right - edges.left;
    let is_full = before.right - before.left + before.first_word.max(line.first_word) > 0.9 * width;
    is_alike(before, line)
        && !ends
        && is_full
        && !is_item(&line.text)
        && !is_indented(before, line, edges)
}

/// Whether a line begins further in than its column and the line before.
fn is_indented(before: &Line, line: &Line, edges: &Edges) -> bool {
    let inwards = |from: &Line, start: f64| {
        if line.from_right { start - from.right } else { from.left - start }
    };
    let indent = inwards(line, edges.start);
    // Quotations are set in as a whole; their first line may be set in again.
    let step = indent - inwards(before, edges.start);
    let is_more = indent >= MIN_INDENT * line.size && step >= MIN_INDENT * line.size;
    // Centred lines begin anywhere.
    let is_centred =
        |line: &Line| ((line.left - edges.left) - (edges.right - line.right)).abs() < line.size;
    is_more && !(is_centred(line) && is_centred(before) && line.right < edges.right - line.size)
}

/// Whether the first word of a line would have had room at the end of the one before, and some
/// more: lines that are not justified differ in length.
fn had_room(before: &Line, line: &Line, edges: &Edges) -> bool {
    let more = if ends_a_sentence(&before.text) { 1.5 } else { 4.0 };
    let room = if line.from_right { before.left - edges.left } else { edges.right - before.right };
    room > line.first_word + more * line.size
}

fn ends_a_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    line.ends_with(['.', '!', '?', ':', '…', '。', '؟', '۔'])
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    line.starts_with(['•', '▪', '◦', '‣', '●', '■', '–', '—']) && line.chars().nth(1) == Some(' ')
}

#[cfg(test)]
mod tests {
    use super::super::columns::columns;
    use super::super::words::{tests::drawn, words};
    use super::*;

    #[test]
    fn paragraphs_by_place_and_size() {
        // Text, left edge, baseline, size.
        type Drawn<'a> = &'a [(&'a str, f64, f64, f64)];
        let cases: [(&str, &[Drawn<'_>], &[&str]); 7] = [
            (
                "a gap",
                &[&[
                    ("It rained in Peru and", 10.0, 20.0, 10.0),
                    ("in the south of Chile.", 10.0, 32.0, 10.0),
                    ("Snow fell on the hills", 10.0, 50.0, 10.0),
                    ("of the north as well.", 10.0, 62.0, 10.0),
                ]],
                &[
                    "It rained in Peru and in the south of Chile.",
                    "Snow fell on the hills of the north as well.",
                ],
            ),
            (
                "an indent",
                &[&[
                    ("It rained in Peru and", 10.0, 20.0, 10.0),
                    ("in the south of Chile.", 10.0, 32.0, 10.0),
                    ("Snow fell on hills", 20.0, 44.0, 10.0),
                    ("of the north as well.", 10.0, 56.0, 10.0),
                ]],
                &[
                    "It rained in Peru and in the south of Chile.",
                    "Snow fell on hills of the north as well.",
                ],
            ),
            (
                "a short line, for which the next word was not too long",
                &[&[
                    ("By Ana Ruiz", 10.0, 20.0, 10.0),
                    ("14 May 2025", 10.0, 32.0, 10.0),
                    ("It rained in Peru and in the south of Chile.", 10.0, 44.0, 10.0),
                ]],
                &["By Ana Ruiz", "14 May 2025", "It rained in Peru and in the south of Chile."],
            ),
            (
                "a headline of two lines",
                &[&[
                    ("Rain in Peru, and", 10.0, 30.0, 20.0),
                    ("snow in Chile", 10.0, 52.0, 20.0),
                    ("It rained in Peru and", 10.0, 80.0, 10.0),
                    ("in the south.", 10.0, 92.0, 10.0),
                ]],
                &["Rain in Peru, and snow in Chile", "It rained in Peru and in the south."],
            ),
            (
                "over the end of a page",
                &[
                    &[
                        ("It rained in Peru and", 10.0, 20.0, 10.0),
                        ("in the south of the", 10.0, 32.0, 10.0),
                    ],
                    &[("country, where snow", 10.0, 20.0, 10.0), ("fell.", 10.0, 32.0, 10.0)],
                ],
                &["It rained in Peru and in the south of the country, where snow fell."],
            ),
            (
                "a page that ends with a paragraph",
                &[
                    &[
                        ("It rained in Peru and", 10.0, 20.0, 10.0),
                        ("in the whole of it.", 10.0, 32.0, 10.0),
                    ],
                    &[("Snow fell on the hills", 10.0, 20.0, 10.0), ("too.", 10.0, 32.0, 10.0)],
                ],
                &["It rained in Peru and in the whole of it.", "Snow fell on the hills too."],
            ),
            (
                "items of a list",
                &[&[
                    ("• Rain in Peru fell", 10.0, 20.0, 10.0),
                    ("• Snow in Chile fell", 10.0, 32.0, 10.0),
                ]],
                &["• Rain in Peru fell", "• Snow in Chile fell"],
            ),
        ];
        for (what, pages, want) in cases {
            let page = |lines: &Drawn<'_>| {
                let glyphs = lines.iter().flat_map(|(text, x, y, size)| drawn(text, *x, *y, *size));
                columns(words(glyphs.collect()))
            };
            let pages: Vec<Vec<Column>> = pages.iter().map(page).collect();
            let got: Vec<String> = paragraphs(&pages).into_iter().map(|p| p.text).collect();
            assert_eq!(got, want, "{what}");
        }
    }
}

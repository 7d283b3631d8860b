//! The words of a page in the order of reading: columns one after the other.

use super::letters::runs_from_right;
use super::words::{Line, Word, lines};

/// A space between two columns is at least this part of the size of their letters.
const MIN_GUTTER: f64 = 0.75;

/// Columns have at least this many lines each.
const MIN_COLUMN_LINES: usize = 3;

/// Lines of a column of text have more words than this, on average; those of a table have less.
const MIN_COLUMN_WORDS: f64 = 2.2;

/// So many rows from the first of a column may pass before the next column begins.
const MAX_ROWS_IN_ONE: usize = 40;

/// How many columns may stand in columns.
const MAX_DEPTH: usize = 6;

/// Lines that stand in one column.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Column {
    pub(crate) lines: Vec<Line>,
}

/// The columns of a page as they are read: a headline over all of them is a column of its own.
pub(crate) fn columns(words: Vec<Word>) -> Vec<Column> {
    let from_right = runs_from_right(words.iter().map(|word| word.text.as_str()));
    let mut out = Vec::new();
    cut(words, from_right, MAX_DEPTH, &mut out);
    out
}

/// Free space between two edges.
type Gap = (f64, f64);

/// The words of lines between which no line can be drawn across the page.
struct Row {
    words: Vec<Word>,
    /// Where no word stands, from the left edge of the page to its right one.
    gaps: Vec<Gap>,
}

fn cut(words: Vec<Word>, from_right: bool, depth: usize, out: &mut Vec<Column>) {
    if words.is_empty() {
        return;
    }
    let mut rows = rows(words);
    let mut plain: Vec<Word> = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let run =
            if depth == 0 { Run { rows: rows.len(), gutter: None } } else { run(&rows[start..]) };
        let taken = rows[start..start + run.rows].iter_mut();
        let taken: Vec<Word> = taken.flat_map(|row| std::mem::take(&mut row.words)).collect();
        start += run.rows;
        let Some(gutter) = run.gutter else {
            plain.extend(taken);
            continue;
        };
        column(std::mem::take(&mut plain), out);
        let (left, right): (Vec<Word>, Vec<Word>) =
            taken.into_iter().partition(|word| word.right <= gutter.1);
        let (first, second) = if from_right { (right, left) } else { (left, right) };
        cut(first, from_right, depth - 1, out);
        cut(second, from_right, depth - 1, out);
    }
    column(plain, out);
}

fn column(words: Vec<Word>, out: &mut Vec<Column>) {
    if !words.is_empty() {
        out.push(Column { lines: lines(words) });
    }
}

/// The words by rows, from the top.
fn rows(mut words: Vec<Word>) -> Vec<Row> {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    let mut last = f64::NEG_INFINITY;
    for word in words {
        let is_same = word.baseline - last < 0.3 * word.size;
        match rows.last_mut().filter(|_| is_same) {
            Some(row) => row.push(word),
            None => {
                last = word.baseline;
                rows.push(vec![word]);
            }
        }
    }
    rows.into_iter().map(|words| Row { gaps: gaps(&words), words }).collect()
}

/// The free spaces of a row that are as wide as a gutter.
fn gaps(words: &[Word]) -> Vec<Gap> {
    let mut edges: Vec<(f64, f64, f64)> = words.iter().map(|w| (w.left, w.right, w.size)).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut gaps, mut at, mut before) = (Vec::new(), f64::NEG_INFINITY, f64::INFINITY);
    for (left, right, size) in edges {
        // A heading in one column may stand beside small letters in the other.
        if left - at >= MIN_GUTTER * size.min(before) {
            gaps.push((at, left));
        }
        if right > at {
            (at, before) = (right, size);
        }
    }
    gaps.push((at, f64::INFINITY));
    gaps
}

/// Rows from the top that are read together.
struct Run {
    rows: usize,
    /// The space between the columns that they form.
    gutter: Option<Gap>,
}

/// The rows from the first one that share a space within the page: columns, if there is text
/// on both sides of it.
fn run(rows: &[Row]) -> Run {
    let size =
        median(rows.iter().take(MAX_ROWS_IN_ONE).flat_map(|row| &row.words).map(|word| word.size));
    let mut shared = Vec::new();
    // The row from which on there is such a space, the row behind the last one, the spaces.
    let mut found: Option<(usize, usize, Vec<Gap>)> = None;
    for (at, row) in rows.iter().enumerate() {
        shared =
            if at == 0 { row.gaps.clone() } else { common(&shared, &row.gaps, MIN_GUTTER * size) };
        let is_inner = |gap: &Gap| gap.0.is_finite() && gap.1.is_finite();
        let inner: Vec<Gap> = shared.iter().copied().filter(is_inner).collect();
        match (inner.is_empty(), &found) {
            (false, None) => found = Some((at, at + 1, inner)),
            (false, Some((from, ..))) => found = Some((*from, at + 1, inner)),
            (true, Some(_)) => break,
            // The first rows may all stand in one of the columns.
            (true, None) if at >= MAX_ROWS_IN_ONE => break,
            (true, None) => {}
        }
    }
    let Some((from, end, gaps)) = found else { return Run { rows: 1, gutter: None } };
    match gaps.into_iter().find(|gap| parts_text(&rows[..end], *gap)) {
        Some(gutter) => Run { rows: end, gutter: Some(gutter) },
        // The rows above may have bent the space out of shape.
        None if from > 0 => Run { rows: from, gutter: None },
        None => Run { rows: end, gutter: None },
    }
}

/// The spaces that two rows share.
fn common(a: &[Gap], b: &[Gap], least: f64) -> Vec<Gap> {
    let mut out = Vec::new();
    let (mut at, mut other) = (0, 0);
    while let (Some(one), Some(two)) = (a.get(at), b.get(other)) {
        let gap = (one.0.max(two.0), one.1.min(two.1));
        if gap.1 - gap.0 >= least {
            out.push(gap);
        }
        if one.1 < two.1 { at += 1 } else { other += 1 }
    }
    out
}

/// Whether there are columns of text on both sides of a gap.
fn parts_text(rows: &[Row], gap: Gap) -> bool {
    let is_text = |count: &dyn Fn(&Row) -> usize| {
        let counts = rows.iter().map(count).filter(|count| *count > 0);
        let (lines, words) =
            counts.fold((0, 0), |(lines, words), count| (lines + 1, words + count));
        lines >= MIN_COLUMN_LINES && words as f64 >= MIN_COLUMN_WORDS * lines as f64
    };
    let left = |row: &Row| row.words.iter().filter(|word| word.right <= gap.0 + 0.01).count();
    let right = |row: &Row| row.words.iter().filter(|word| word.left >= gap.1 - 0.01).count();
    is_text(&left) && is_text(&right)
}

pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::words::{tests::drawn, words};
    use super::*;

    #[test]
    fn columns_by_the_space_between_them() {
        let left =
            ["It rained in the", "north of Peru on", "Monday, and snow", "fell on the hills"];
        let right =
            ["while in Chile the", "sun shone all day", "and nobody was at", "home that evening"];
        let table = ["Lima 7", "Cusco 9", "Puno 4", "Ica 1"];
        let page = |columns: &[(&[&str], f64)], title: &str| {
            let mut glyphs = drawn(title, 10.0, 20.0, 20.0);
            for (lines, x) in columns {
                for (at, line) in lines.iter().enumerate() {
                    glyphs.extend(drawn(line, *x, 50.0 + 12.0 * at as f64, 10.0));
                }
            }
            glyphs
        };
        let title = "A headline over both of them";
        let cases: [(&str, Vec<_>, Vec<String>); 4] = [
            (
                "two columns of text",
                page(&[(&left, 10.0), (&right, 120.0)], title),
                vec![title.to_owned(), left.join(" "), right.join(" ")],
            ),
            (
                "the right one drawn first, a little lower",
                [drawn(title, 10.0, 20.0, 20.0), page(&[(&right, 120.0), (&left, 10.0)], "")]
                    .concat(),
                vec![title.to_owned(), left.join(" "), right.join(" ")],
            ),
            (
                "the values of a table stand beside their names",
                page(&[(&table, 10.0), (&["12", "13", "14", "15"], 120.0)], title),
                vec![format!("{title} Lima 7 12 Cusco 9 13 Puno 4 14 Ica 1 15")],
            ),
            (
                "one column",
                page(&[(&left, 10.0)], title),
                vec![format!("{title} {}", left.join(" "))],
            ),
        ];
        for (what, glyphs, want) in cases {
            let texts = |column: Column| {
                column.lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
            };
            let got: Vec<String> = columns(words(glyphs)).into_iter().map(texts).collect();
            assert_eq!(got, want, "{what}");
        }
    }
}

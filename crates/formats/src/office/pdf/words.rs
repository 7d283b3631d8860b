//! Glyphs to words, and words to lines, by where they stand.

use super::glyphs::Glyph;
use super::letters::{in_reading_order, is_mark, plain, runs_from_right};

/// Glyphs further apart than this part of their size are two words. A narrow space of justified
/// lines is a sixth of the size; kerning is less than a tenth.
const WORD_GAP: f64 = 0.15;

/// Baselines nearer than this part of the size of a glyph are the same.
const SAME_BASELINE: f64 = 0.12;

/// A word, in points from the upper left corner of its page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    pub(crate) size: f64,
    /// Whether the PDF says that it belongs to the head or foot of its page.
    pub(crate) is_margin: bool,
}

/// A line of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    /// The size of most of its letters.
    pub(crate) size: f64,
    /// The width of the word that is read first, with a space.
    pub(crate) first_word: f64,
    pub(crate) from_right: bool,
}

/// The words of a page, from its top.
pub(crate) fn words(glyphs: Vec<Glyph>) -> Vec<Word> {
    let mut words = Vec::new();
    for row in rows(glyphs, |glyph| glyph.baseline, |glyph| SAME_BASELINE * glyph.size) {
        of_row(row, &mut words);
    }
    words
}

/// Sorts what stands on one baseline together, from the top; what stands on one from the left.
fn rows<T>(
    mut all: Vec<T>,
    baseline: impl Fn(&T) -> f64,
    reach: impl Fn(&T) -> f64,
) -> Vec<Vec<T>> {
    all.sort_by(|a, b| baseline(a).total_cmp(&baseline(b)));
    let mut rows: Vec<Vec<T>> = Vec::new();
    let mut first = f64::NEG_INFINITY;
    for one in all {
        let is_same = (baseline(&one) - first).abs() <= reach(&one);
        match rows.last_mut().filter(|_| is_same) {
            Some(row) => row.push(one),
            None => {
                first = baseline(&one);
                rows.push(vec![one]);
            }
        }
    }
    rows
}

/// The words of glyphs on one baseline.
fn of_row(mut row: Vec<Glyph>, words: &mut Vec<Word>) {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut open: Vec<Glyph> = Vec::new();
    let mut is_apart = true;
    for glyph in row {
        if glyph.text.trim().is_empty() {
            is_apart = true;
            continue;
        }
        if let Some(last) = open.last_mut() {
            // Bold letters of programs that draw the same letter twice.
            let is_again = last.text == glyph.text
                && (glyph.left - last.left).abs() < 0.3 * (last.right - last.left).min(last.size);
            if is_again {
                continue;
            }
            if glyph.text.chars().all(is_mark) && glyph.left <= last.right + WORD_GAP * last.size {
                last.text.push_str(&glyph.text);
                continue;
            }
            let gap = glyph.left - last.right;
            // Sizes of drop capitals and of notes are not those of their neighbours.
            is_apart |= gap > WORD_GAP * glyph.size.min(last.size) || gap < -glyph.size;
        }
        if is_apart {
            close(&mut open, words);
        }
        is_apart = false;
        open.push(glyph);
    }
    close(&mut open, words);
}

fn close(open: &mut Vec<Glyph>, words: &mut Vec<Word>) {
    let glyphs = std::mem::take(open);
    let Some(first) = glyphs.first() else { return };
    let right = glyphs.iter().map(|glyph| glyph.right).fold(first.right, f64::max);
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    let (left, baseline) = (first.left, first.baseline);
    let from_right = runs_from_right(glyphs.iter().map(|glyph| glyph.text.as_str()));
    let glyphs = in_reading_order(glyphs, from_right, |glyph| &glyph.text);
    let text = plain(&glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>());
    let is_margin = glyphs.iter().any(|glyph| glyph.is_margin);
    words.push(Word { text, left, right, baseline, size, is_margin });
}

/// The lines of the words of one column, from its top. Notes that stand higher or lower than
/// their line are part of it.
pub(crate) fn lines(words: Vec<Word>) -> Vec<Line> {
    let mut rows: Vec<Vec<Word>> = Vec::new();
    let mut words = words;
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    for word in words {
        let joins = |row: &Vec<Word>| {
            let line = row.iter().max_by(|a, b| a.size.total_cmp(&b.size));
            line.is_some_and(|line| {
                let reach =
                    line.size.max(word.size) * if line.size == word.size { 0.3 } else { 0.45 };
                (word.baseline - line.baseline).abs() < reach
            })
        };
        match rows.last_mut().filter(|row| joins(row)) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut words: Vec<Word>) -> Option<Line> {
    words.sort_by(|a, b| a.left.total_cmp(&b.left));
    let (first, last) = (words.first()?, words.last()?);
    let (left, right) =
        (first.left, words.iter().map(|word| word.right).fold(last.right, f64::max));
    let largest = words.iter().map(|word| (word.text.chars().count(), word.size, word.baseline));
    let (_, size, baseline) = largest.max_by_key(|(letters, ..)| *letters)?;
    let from_right = runs_from_right(words.iter().map(|word| word.text.as_str()));
    let words = in_reading_order(words, from_right, |word| &word.text);
    let first = words.first()?;
    let first_word = first.right - first.left + 0.25 * first.size;
    let mut text = String::new();
    let mut before: Option<&Word> = None;
    for word in &words {
        if let Some(before) = before {
            // A note above the line belongs to the word that it stands at.
            let gap = (word.left - before.right).max(before.left - word.right);
            let is_note =
                (word.size - before.size).abs() > 0.1 * word.size && gap < WORD_GAP * word.size;
            if !is_note {
                text.push(' ');
            }
        }
        text.push_str(&word.text);
        before = Some(word);
    }
    Some(Line { text, left, right, baseline, size, first_word, from_right })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Glyphs of a text of equally wide letters.
    pub(crate) fn drawn(text: &str, left: f64, baseline: f64, size: f64) -> Vec<Glyph> {
        let width = size / 2.0;
        let place = |at: usize| left + width * f64::from(u32::try_from(at).unwrap_or(0));
        let glyph = |(at, letter): (usize, char)| Glyph {
            text: letter.to_string(),
            left: place(at),
            right: place(at) + width,
            baseline,
            size,
            is_margin: false,
        };
        text.chars().enumerate().map(glyph).filter(|glyph| glyph.text != " ").collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(words(glyphs)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_by_place() {
        let two = |a: Vec<Glyph>, b: Vec<Glyph>| [a, b].concat();
        let cases: [(&str, Vec<Glyph>, &[&str]); 6] = [
            ("one", drawn("It rained", 10.0, 20.0, 10.0), &["It rained"]),
            (
                "drawn from the bottom",
                two(drawn("in Peru", 10.0, 32.0, 10.0), drawn("It rained", 10.0, 20.0, 10.0)),
                &["It rained", "in Peru"],
            ),
            (
                "drawn twice, for bold letters",
                two(drawn("Rattle", 10.0, 20.0, 10.0), drawn("Rattle", 10.3, 20.0, 10.0)),
                &["Rattle"],
            ),
            (
                "a note above the line",
                two(drawn("It rained", 10.0, 20.0, 10.0), drawn("7", 55.0, 17.0, 6.0)),
                &["It rained7"],
            ),
            ("from the right", drawn("ורפב םשג", 10.0, 20.0, 10.0), &["גשם בפרו"]),
            (
                "a name from the left in a line from the right",
                drawn("2024 BBC ורפב םשג", 10.0, 20.0, 10.0),
                &["גשם בפרו 2024 BBC"],
            ),
        ];
        for (what, glyphs, want) in cases {
            assert_eq!(texts(glyphs), want, "{what}");
        }
    }
}

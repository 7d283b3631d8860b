//! `word~1`: words one or two edits away.

use super::{Form, Operator};
use crate::query::Word;

/// The largest distance that can be asked for.
pub(crate) const MAX_DISTANCE: u8 = 2;

pub(super) const OPERATOR: Operator = Operator {
    name: "fuzzy",
    syntax: "word~1  or  word~2",
    help: "Words at most one or two edits away: a letter more, less or other, or two neighbours swapped. Without a number: one.",
    cases: &[
        ("goverment~1", "goverment~1"),
        ("goverment~", "goverment~1"),
        ("Kyrgyzstan~2", "kyrgyzstan~2"),
        ("goverment~7", "goverment~2"),
        ("goverment~0", "goverment"),
        ("goverment~x", "goverment"),
        ("u.s.~1", "\"u s\""),
    ],
    form: Form::Suffix(read),
};

fn read(word: &str, suffix: &str) -> Option<(Word, Option<String>)> {
    let word = word.to_owned();
    let distance = match suffix {
        "0" => return Some((Word::Exact(word), None)),
        "" | "1" => 1,
        number if number.bytes().all(|b| b.is_ascii_digit()) => MAX_DISTANCE,
        _ => return None,
    };
    let problem = !matches!(suffix, "" | "1" | "2");
    let problem = problem.then(|| format!("{MAX_DISTANCE} is the largest distance"));
    Some((Word::Fuzzy { word, distance }, problem))
}

/// Whether `word` is at most `distance` edits from `wanted`: insertions,
/// deletions, substitutions, and swaps of neighbours that are not edited
/// again (the "optimal string alignment" form of Damerau-Levenshtein).
pub(crate) fn within(wanted: &[char], word: &str, distance: u8) -> bool {
    let distance = usize::from(distance);
    let word: Vec<char> = word.chars().collect();
    if wanted.len().abs_diff(word.len()) > distance {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=word.len()).collect();
    for (i, &a) in wanted.iter().enumerate() {
        let mut row = Vec::with_capacity(word.len() + 1);
        row.push(i + 1);
        for (j, &b) in word.iter().enumerate() {
            let mut best = (last[j + 1] + 1).min(row[j] + 1).min(last[j] + usize::from(a != b));
            if i > 0 && j > 0 && a == word[j - 1] && wanted[i - 1] == b {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().all(|&cost| cost > distance) {
            return false;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[word.len()] <= distance
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn distances() {
        let cases = [
            ("government", "goverment", 1, true),
            ("committee", "comittee", 1, true),
            ("form", "from", 1, true),
            ("ca", "abc", 2, false),
            ("kabul", "kabul", 1, true),
            ("kabul", "kable", 1, false),
            ("kabul", "kable", 2, true),
            ("", "a", 1, true),
            ("a", "", 1, true),
        ];
        for (a, b, distance, want) in cases {
            let letters: Vec<char> = a.chars().collect();
            assert_eq!(within(&letters, b, distance), want, "{a} {b} {distance}");
        }
    }
}

//! Hyphens where a line ends: those of the word, and those that part it.

use std::collections::HashSet;

/// The words of a document, in small letters: how it writes a word within a line tells how to
/// write it over two.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: HashSet<String>,
}

/// First parts of English words that are written with a hyphen before a word of five letters or
/// more.
const WRITTEN_APART: &[&str] = &[
    "well", "self", "half", "high", "long", "low", "short", "full", "cross", "vice", "ill", "hard",
    "fast",
];

/// What stands behind these first parts without a hyphen.
const WRITTEN_TOGETHER: &[&str] = &["light", "land", "ened", "ening", "fulness", "standing"];

/// How many letters a part of a word has at least that is a word by itself.
const MIN_PART_LETTERS: usize = 3;

/// How many letters the word behind one of [`WRITTEN_APART`] has at least.
const MIN_SECOND_LETTERS: usize = 5;

impl Vocabulary {
    /// The words of texts, but for those that a line parts.
    pub(crate) fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Vocabulary {
        let mut words = HashSet::new();
        for line in lines {
            // A word at either end may be a part of one.
            let within: Vec<&str> = line.split_whitespace().collect();
            let end = within.len() - usize::from(line.ends_with(is_hyphen));
            let start = 1.min(end);
            for word in &within[start..end] {
                let word = bare(word);
                if word.contains('-') {
                    words.extend(word.split('-').map(str::to_owned));
                }
                words.insert(word);
            }
        }
        Vocabulary { words }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Puts a line behind another: with a space, or over a hyphen at its end.
    pub(crate) fn join(&self, text: &mut String, line: &str) {
        let Some(hyphen) = text.chars().next_back().filter(|c| is_hyphen(*c)) else {
            text.push(' ');
            text.push_str(line);
            return;
        };
        let before =
            text[..text.len() - hyphen.len_utf8()].rsplit(char::is_whitespace).next().unwrap_or("");
        let after = line.split_whitespace().next().unwrap_or("");
        match self.at_end(before, hyphen, after) {
            End::Parted => {
                text.truncate(text.len() - hyphen.len_utf8());
            }
            End::Written => {
                text.truncate(text.len() - hyphen.len_utf8());
                text.push('-');
            }
            End::Alone => text.push(' '),
        }
        text.push_str(line);
    }

    fn at_end(&self, before: &str, hyphen: char, after: &str) -> End {
        let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
            return End::Alone;
        };
        if !last.is_alphanumeric() || !first.is_alphanumeric() {
            return End::Alone;
        }
        // What layout programs put in is another sign than what people type.
        if hyphen == '\u{2010}' && first.is_lowercase() {
            return End::Parted;
        }
        if !last.is_alphabetic() || !first.is_lowercase() {
            return End::Written;
        }
        // "ein- und ausgehend", "two- and three-year".
        if ["and", "or", "to", "und", "oder", "bis", "et", "ou"].contains(&bare(after).as_str()) {
            return End::Alone;
        }
        let (whole, part) = (bare(before), bare(after));
        let part = part.split('-').next().unwrap_or("").to_owned();
        let first = whole.rsplit('-').next().unwrap_or("").to_owned();
        let written = format!("{whole}-{part}");
        if self.has(&written) || self.has(&format!("{first}-{part}")) {
            return End::Written;
        }
        if self.has(&format!("{first}{part}")) {
            return End::Parted;
        }
        let is_second = part.chars().count() >= MIN_SECOND_LETTERS
            && !WRITTEN_TOGETHER.iter().any(|beginning| part.starts_with(beginning));
        let is_first = WRITTEN_APART.contains(&first.as_str()) && is_second;
        let is_word = |part: &str| self.has(part) && part.chars().count() >= MIN_PART_LETTERS;
        if is_first || is_word(&first) && is_word(&part) { End::Written } else { End::Parted }
    }
}

/// What a hyphen at the end of a line is.
enum End {
    /// It parts a word.
    Parted,
    /// It belongs to the word.
    Written,
    /// It is no hyphen of a word that goes on.
    Alone,
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\u{AD}')
}

/// A word in small letters, without the signs around it.
fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    word.replace(['\u{2010}', '\u{2011}'], "-").replace('\u{AD}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_at_the_end_of_a_line() {
        let text = "The price-determining office, a well-known bank, a winter, a known price and its strong reform.";
        let vocabulary = Vocabulary::of([text].into_iter());
        let cases = [
            ("the price-", "determining factors", "the price-determining factors"),
            ("A well-", "known trader", "A well-known trader"),
            ("the win-", "ter.", "the winter."),
            ("the minis-", "try said", "the ministry said"),
            ("the Afghan-", "Pakistani border", "the Afghan-Pakistani border"),
            ("2019-", "2021", "2019-2021"),
            ("G7-", "like", "G7-like"),
            ("two-", "and three-year", "two- and three-year"),
            ("coop\u{2010}", "erative", "cooperative"),
            ("price\u{2010}", "reform", "pricereform"),
            ("price-", "reform", "price-reform"),
            ("well-", "prepared", "well-prepared"),
            ("high-", "lighted", "highlighted"),
            ("rain -", "snow", "rain - snow"),
            ("It rained", "in Peru", "It rained in Peru"),
        ];
        for (before, line, want) in cases {
            let mut text = before.to_owned();
            vocabulary.join(&mut text, line);
            assert_eq!(text, want);
        }
    }
}

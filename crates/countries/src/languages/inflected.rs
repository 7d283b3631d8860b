//! Names whose words take endings (Russian) or prefixes (Arabic).

use super::forms::Form;
use crate::scan::Word;
use crate::{Country, Kind};
use dateline_text::{Span, fold, tokens};
use std::collections::HashMap;

/// The shortest stem that takes endings, in letters.
const SHORTEST: usize = 4;

/// Names by the stem of their first word.
pub(super) struct Inflected {
    names: HashMap<String, Vec<Name>>,
    /// The most letters that an ending has.
    ending: usize,
    /// Small words that are written together with the next.
    prefixes: &'static [char],
}

struct Name {
    /// The stems of the further words.
    more: Vec<String>,
    country: Country,
    kind: Kind,
}

impl Inflected {
    pub(super) fn new(forms: &[Form], ending: usize, prefixes: &'static [char]) -> Inflected {
        let mut out = Inflected { names: HashMap::new(), ending, prefixes };
        for (form, country, kind) in forms {
            let count = tokens(form).count();
            let stem = |(at, word): (usize, &str)| out.stem(&fold(word), *kind, at + 1 < count);
            let mut stems: Vec<_> = tokens(form).map(|t| t.text).enumerate().map(stem).collect();
            if stems.is_empty() {
                continue;
            }
            let first = stems.remove(0);
            let name = Name { more: stems, country: *country, kind: *kind };
            out.names.entry(first).or_default().push(name);
        }
        for names in out.names.values_mut() {
            names.sort_by_key(|n| std::cmp::Reverse(n.more.len()));
        }
        out
    }

    /// A word without the ending that its other forms replace: one vowel, so that
    /// Нигерия keeps apart from Нигер; of an adjective before its noun two letters.
    fn stem(&self, word: &str, kind: Kind, before_noun: bool) -> String {
        const ADJECTIVES: [&str; 8] = ["ая", "яя", "ое", "ее", "ие", "ые", "ий", "ый"];
        if self.ending == 0 || kind == Kind::Demonym || word.chars().count() <= SHORTEST {
            return word.to_owned();
        }
        let adjective = ADJECTIVES.iter().find_map(|end| word.strip_suffix(end));
        let noun = || word.strip_suffix(['а', 'я', 'о', 'е', 'и', 'ы', 'ь', 'у', 'й']);
        adjective.filter(|_| before_noun).or_else(noun).unwrap_or(word).to_owned()
    }

    /// The names in a text, in order.
    pub(super) fn find<'a>(
        &'a self,
        text: &'a str,
        words: &'a [Word],
    ) -> impl Iterator<Item = (Span, Country, Kind)> + 'a {
        let mut next = 0;
        (0..words.len()).filter_map(move |at| {
            if at < next {
                return None;
            }
            let (name, length) = self.at(text, words, at)?;
            next = at + length;
            let span = Span { start: words[at].start, end: words[next - 1].end };
            Some((span, name.country, name.kind))
        })
    }

    fn at<'a>(&'a self, text: &str, words: &[Word], at: usize) -> Option<(&'a Name, usize)> {
        let word = fold(words[at].of(text));
        let bare = word.strip_prefix(self.prefixes).filter(|rest| rest.chars().count() >= 3);
        [Some(&*word), bare].into_iter().flatten().find_map(|word| {
            let here: Vec<_> = self.starts(word).flatten().collect();
            let fits = here.into_iter().filter(|name| self.goes_on(text, words, at, name));
            // The most words, and of these the longest stem.
            let longest = fits.rev().max_by_key(|name| name.more.len())?;
            Some((longest, 1 + longest.more.len()))
        })
    }

    /// The names whose first stem begins a word, the longest stem first.
    fn starts<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a Vec<Name>> {
        let ends = word.char_indices().map(|(i, c)| i + c.len_utf8()).rev().take(self.ending + 1);
        ends.filter_map(|end| self.names.get(&word[..end]))
    }

    fn goes_on(&self, text: &str, words: &[Word], at: usize, name: &Name) -> bool {
        name.more.iter().enumerate().all(|(i, stem)| {
            words.get(at + 1 + i).filter(|w| !w.first).is_some_and(|word| {
                let word = fold(word.of(text));
                let rest = word.strip_prefix(stem.as_str());
                rest.is_some_and(|rest| rest.chars().count() <= self.ending)
            })
        })
    }
}

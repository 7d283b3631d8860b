//! Names in text without spaces between its words (Chinese, Japanese, Thai), and in words
//! with particles at their ends (Korean): the longest name at each character.

use super::Found;
use super::forms::{Form, Sense};
use super::table::Table;
use crate::scan::Word;
use dateline_text::Span;
use std::collections::HashMap;

/// Names by their first character, the longest first.
pub(super) struct Running {
    names: HashMap<char, Vec<Form>>,
    /// What makes a language or a sea of the name that it follows or stands before.
    drop_after: Vec<&'static str>,
    drop_before: Vec<&'static str>,
    /// What may follow a name in its word; `None` where anything may.
    particles: Option<Vec<&'static str>>,
}

impl Running {
    pub(super) fn new(table: &Table, forms: Vec<Form>, particles: bool) -> Running {
        let mut names: HashMap<char, Vec<Form>> = HashMap::new();
        for form in forms {
            if let Some(first) = form.text.chars().next() {
                names.entry(first).or_default().push(form);
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
        }
        Running {
            names,
            drop_after: table.words("drop_after"),
            drop_before: table.words("drop_before"),
            particles: particles.then(|| table.words("particles")),
        }
    }

    /// The names in the words of a text, in order.
    pub(super) fn find(&self, text: &str, words: &[Word]) -> Vec<Found> {
        let mut sure: Vec<Found> = Vec::new();
        let mut weak: Vec<Found> = Vec::new();
        let mut next = 0;
        for word in words {
            for (at, first) in word.of(text).char_indices() {
                let start = word.start as usize + at;
                if start < next {
                    continue;
                }
                if at > 0 && self.particles.is_some() {
                    break;
                }
                let Some((span, sense)) = self.at(text, word, start, first) else { continue };
                next = span.end as usize;
                if let Some(country) = sense.country {
                    let found = Found { span, country, kind: sense.kind };
                    if sense.weak { weak.push(found) } else { sure.push(found) }
                }
            }
        }
        weak.retain(|found| sure.iter().any(|other| other.country == found.country));
        sure.extend(weak);
        sure.sort_by_key(|found| found.span);
        sure
    }

    fn at(&self, text: &str, word: &Word, start: usize, first: char) -> Option<(Span, Sense)> {
        // A name may hold brackets (刚果（金）), but no end of a paragraph.
        let rest = &text[start..word.limit as usize];
        self.names.get(&first)?.iter().find_map(|form| {
            let after = rest.strip_prefix(&*form.text)?;
            let span = Span::new(start, start + form.text.len());
            let fits = form.sense.country.is_none()
                || !(cuts_katakana(&text[..start], &form.text, after)
                    || self.drop_after.iter().any(|sign| after.starts_with(sign))
                    || self.drop_before.iter().any(|sign| text[..start].ends_with(sign)));
            (fits && self.ends(&form.text, after)).then_some((span, form.sense))
        })
    }

    /// Whether a word may go on so behind a name.
    fn ends(&self, name: &str, after: &str) -> bool {
        let Some(particles) = &self.particles else { return true };
        let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let rest = &after[..end];
        rest.is_empty()
            || !rest.starts_with(|c: char| c.is_alphabetic() && !('가'..='힣').contains(&c))
                && (is_made_of(rest, particles, 3)
                    || name.chars().count() > 3 && !rest.starts_with('어'))
    }
}

/// Whether `rest` is a row of at most `most` of the particles.
fn is_made_of(rest: &str, particles: &[&str], most: u32) -> bool {
    rest.is_empty()
        || most > 0
            && particles.iter().any(|particle| {
                rest.strip_prefix(particle)
                    .is_some_and(|rest| is_made_of(rest, particles, most - 1))
            })
}

/// Whether a name in katakana begins or ends within a longer word in katakana: タイ in タイトル.
fn cuts_katakana(before: &str, name: &str, after: &str) -> bool {
    let is = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー');
    let cut =
        |outer: Option<char>, inner: Option<char>| outer.is_some_and(is) && inner.is_some_and(is);
    cut(before.chars().next_back(), name.chars().next())
        || cut(after.chars().next(), name.chars().next_back())
}

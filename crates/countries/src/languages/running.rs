//! Names in text without spaces between its words (Chinese): the longest name at
//! each character.

use super::forms::Form;
use crate::scan::Word;
use crate::{Country, Kind};
use dateline_text::Span;
use std::collections::HashMap;

/// Names by their first character, the longest first.
pub(super) struct Running(HashMap<char, Vec<Form>>);

impl Running {
    pub(super) fn new(forms: &[Form]) -> Running {
        let mut names: HashMap<char, Vec<Form>> = HashMap::new();
        for form in forms {
            if let Some(first) = form.0.chars().next() {
                names.entry(first).or_default().push(form.clone());
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|form| std::cmp::Reverse(form.0.len()));
        }
        Running(names)
    }

    /// The names in the words of a text, in order.
    pub(super) fn find<'a>(
        &'a self,
        text: &'a str,
        words: &'a [Word],
    ) -> impl Iterator<Item = (Span, Country, Kind)> + 'a {
        let starts = words.iter().flat_map(move |word| {
            let characters = word.of(text).char_indices();
            characters.map(|(at, first)| (word.start as usize + at, first, word.limit as usize))
        });
        let mut next = 0;
        starts.filter_map(move |(start, first, limit)| {
            if start < next {
                return None;
            }
            // A name may hold brackets (刚果（金）), but no end of a paragraph.
            let rest = &text[start..limit];
            let (name, country, kind) =
                self.0.get(&first)?.iter().find(|form| rest.starts_with(&*form.0))?;
            next = start + name.len();
            Some((Span::new(start, next), *country, *kind))
        })
    }
}

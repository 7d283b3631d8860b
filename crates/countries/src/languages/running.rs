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
        words.iter().flat_map(move |word| {
            let run = word.of(text);
            let mut next = 0;
            run.char_indices().filter_map(move |(at, first)| {
                if at < next {
                    return None;
                }
                let rest = &run[at..];
                let (name, country, kind) =
                    self.0.get(&first)?.iter().find(|form| rest.starts_with(&*form.0))?;
                next = at + name.len();
                let start = word.start as usize + at;
                Some((Span::new(start, start + name.len()), *country, *kind))
            })
        })
    }
}

//! The phrases of a gazetteer: forms with their senses.

use super::{Forms, Marks, Sense, Source};

const NONE: u32 = u32::MAX;

/// Forms, each with its senses and marks.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// The forms; each number is that of a phrase.
    pub(crate) forms: Forms,
    phrases: Vec<Phrase>,
    senses: Vec<Link>,
}

/// What the words of a form are.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    first_sense: u32,
    marks: Marks,
}

/// A sense, and the number of the next one of its phrase.
#[derive(Clone, Copy, Debug)]
struct Link {
    sense: Sense,
    next: u32,
}

impl Phrases {
    /// Adds a sense of `form` (see [`Forms::add`]).
    pub(crate) fn add(&mut self, form: &str, sense: Sense) {
        self.add_marked(form, sense, Marks::default());
    }

    /// As [`Phrases::add`], for a name that has marks.
    pub(crate) fn add_marked(&mut self, form: &str, sense: Sense, marks: Marks) {
        let Some(number) = self.forms.add(form) else { return };
        if number as usize == self.phrases.len() {
            self.phrases.push(Phrase { first_sense: NONE, marks });
        }
        if let Some(phrase) = self.phrases.get_mut(number as usize) {
            phrase.marks = phrase.marks.and(marks);
        }
        self.push_sense(number, sense);
    }

    /// What else the words of a phrase are.
    pub(crate) fn marks(&self, phrase: u32) -> Marks {
        self.phrases.get(phrase as usize).map_or(Marks::default(), |p| p.marks)
    }

    fn push_sense(&mut self, phrase: u32, sense: Sense) {
        let Some(phrase) = self.phrases.get_mut(phrase as usize) else { return };
        let mut at = phrase.first_sense;
        let mut last = NONE;
        while let Some(Link { sense: known, next }) = self.senses.get_mut(at as usize) {
            let same = known.country == sense.country && known.region == sense.region;
            if same && (known.kind == sense.kind || sense.source == Source::Town) {
                // A capital or a site of the hand-kept tables learns its size.
                known.size = known.size.max(sense.size);
                return;
            }
            last = at;
            at = *next;
        }
        let new = self.senses.len() as u32;
        self.senses.push(Link { sense, next: NONE });
        match self.senses.get_mut(last as usize) {
            Some(last) => last.next = new,
            None => phrase.first_sense = new,
        }
    }

    /// The senses of a phrase, in the order in which the tables gave them.
    pub(crate) fn senses(&self, phrase: u32) -> impl Iterator<Item = &Sense> + Clone {
        let first = self.phrases.get(phrase as usize).map_or(NONE, |p| p.first_sense);
        let links = std::iter::successors(self.senses.get(first as usize), |link| {
            self.senses.get(link.next as usize)
        });
        links.map(|link| &link.sense)
    }
}

//! Names whose words stand between spaces: the longest form at each word, unless
//! something beside it says that it is none.

use super::Found;
use super::forms::{Form, Sense};
use super::table::Table;
use crate::context::Class;
use crate::names::Forms;
use crate::scan::{Candidate, Word, find};
use crate::{Gazetteer, Kind};
use dateline_text::fold;

/// The forms of a language with what speaks against them.
pub(super) struct Spaced {
    forms: Forms,
    /// How each form is spelled in small letters, with and without its marks, and what
    /// each spelling means.
    entries: Vec<Vec<(Sense, Box<str>)>>,
    /// Words for a language ("language", "speak"), small and folded.
    language: Vec<String>,
    /// Words for "in" before the name of a language.
    language_in: Vec<&'static str>,
    /// Endings of demonyms that are names of languages behind it.
    language_form: Vec<&'static str>,
    /// Words for seas.
    sea: Vec<String>,
    /// Small words between the word for a sea and its name.
    sea_link: Vec<String>,
    /// Endings of adjectives that, with a capital, are a language unless a noun follows.
    noun_follows: Vec<&'static str>,
    /// Whether marks on letters always matter.
    strict: bool,
}

impl Spaced {
    pub(super) fn new(table: &Table, all: Vec<Form>) -> Spaced {
        let mut forms = Forms::default();
        let mut entries = Vec::with_capacity(all.len());
        for form in all {
            let Some(at) = forms.add(&form.text) else { continue };
            let entry = (form.sense, form.text.to_lowercase().into());
            match entries.get_mut(at as usize) {
                Some(spellings) => Vec::push(spellings, entry),
                None => entries.push(vec![entry]),
            }
        }
        let folded =
            |row: &str| table.words(row).into_iter().map(|w| fold(w).into_owned()).collect();
        Spaced {
            forms,
            entries,
            language: folded("language"),
            language_in: table.words("language_after_in"),
            language_form: table.words("language_form"),
            sea: folded("sea"),
            sea_link: folded("sea_link"),
            noun_follows: table.words("capital_needs_noun"),
            strict: table.word("strict").is_some(),
        }
    }

    /// The names in a text, in order.
    pub(super) fn find(&self, gazetteer: &Gazetteer, text: &str, words: &[Word]) -> Vec<Found> {
        let around = Around { gazetteer, text, words };
        let mut sure = Vec::new();
        let mut weak = Vec::new();
        for candidate in find(&self.forms, text, words) {
            let Some(spellings) = self.entries.get(candidate.phrase as usize) else { continue };
            let written = candidate.span.of(text);
            let Some(sense) = sense_of(written, spellings, self.strict) else { continue };
            let Some(country) = sense.country else { continue };
            if self.speaks_against(&around, &candidate, sense.kind) {
                continue;
            }
            let found = Found { span: candidate.span, country, kind: sense.kind };
            if sense.weak {
                weak.push((found, around.stands_alone(&candidate, sense.kind)));
            } else {
                sure.push(found);
            }
        }
        let known = |country| sure.iter().any(|found: &Found| found.country == country);
        let kept: Vec<bool> =
            weak.iter().map(|(found, alone)| *alone || known(found.country)).collect();
        let mut kept = kept.into_iter();
        weak.retain(|_| kept.next().unwrap_or(false));
        sure.extend(weak.into_iter().map(|(found, _)| found));
        sure.sort_by_key(|found| found.span);
        sure
    }

    /// Whether the words beside a name make it another thing: a language, a sea, a person.
    fn speaks_against(&self, around: &Around, candidate: &Candidate, kind: Kind) -> bool {
        let before = around.before(candidate, 1);
        let after = around.after(candidate);
        let is = |word: Option<&Word>, list: &[String]| {
            !list.is_empty()
                && word.is_some_and(|word| {
                    let word = fold(around.of(word));
                    list.iter().any(|known| match known.strip_suffix('*') {
                        Some(start) => word.starts_with(start),
                        None => *known == word,
                    })
                })
        };
        // "golfo de México", "mar de la China", but not "the ocean and the Maldives".
        let links = (1..3).take_while(|n| is(around.before(candidate, *n), &self.sea_link)).count();
        let seas = is(around.before(candidate, links + 1), &self.sea) || is(after, &self.sea);
        match kind {
            Kind::Demonym => {
                let written = candidate.span.of(around.text);
                is(before, &self.language)
                    || is(after, &self.language)
                    || seas && candidate.words == 1
                    || self.after_in(around, before, after, written)
                    || self.lacks_noun(around, candidate, written, after)
            }
            Kind::Name | Kind::Capital => seas || is_person(around, candidate, before),
            Kind::Place => false,
        }
    }

    /// "in English": the form of a language behind the word for "in", and no name behind it.
    fn after_in(
        &self,
        around: &Around,
        before: Option<&Word>,
        after: Option<&Word>,
        written: &str,
    ) -> bool {
        self.language_form.iter().any(|end| written.ends_with(end))
            && before.is_some_and(|word| {
                let word = around.of(word).to_lowercase();
                self.language_in.iter().any(|known| *known == word)
            })
            && after.is_none_or(|word| !word.capital)
    }

    /// An adjective with a capital is a language ("im Englischen") unless it belongs to
    /// the name that follows ("Französische Revolution") or begins a sentence.
    fn lacks_noun(
        &self,
        around: &Around,
        candidate: &Candidate,
        written: &str,
        after: Option<&Word>,
    ) -> bool {
        let capital = written.starts_with(char::is_uppercase);
        capital
            && self.noun_follows.iter().any(|end| written.ends_with(end))
            && !around.begins_sentence(candidate)
            && after.is_none_or(|word| !word.capital)
    }
}

/// A first name stands directly before it: "Paris Hilton" is no case, "Michael Jordan" is.
fn is_person(around: &Around, candidate: &Candidate, before: Option<&Word>) -> bool {
    candidate.words == 1
        && before.is_some_and(|word| {
            word.capital
                && around.gazetteer.words.of(word).is(Class::FIRST_NAME)
                && around.gap(word, candidate) == " "
        })
}

/// What a spelling means: of the form with the same letters, or, where marks are left
/// out, of the first that has them.
fn sense_of(written: &str, spellings: &[(Sense, Box<str>)], strict: bool) -> Option<Sense> {
    if let ([(sense, spelled)], true) = (spellings, written.is_ascii())
        && spelled.is_ascii()
    {
        return Some(*sense);
    }
    let small = written.to_lowercase();
    let same = spellings.iter().find(|(_, spelled)| *small == **spelled);
    let latin = small.contains(|c: char| c.is_ascii_lowercase());
    let bare = !strict && (!latin || fold(&small) == small);
    same.or_else(|| spellings.first().filter(|_| bare)).map(|(sense, _)| *sense)
}

/// A text with its words.
struct Around<'a> {
    gazetteer: &'a Gazetteer,
    text: &'a str,
    words: &'a [Word],
}

impl<'a> Around<'a> {
    fn of(&self, word: &Word) -> &'a str {
        word.of(self.text)
    }

    /// The word `steps` before a candidate, in the same block.
    fn before(&self, candidate: &Candidate, steps: usize) -> Option<&'a Word> {
        let from = candidate.word.checked_sub(steps)?;
        let passed = &self.words[from + 1..=candidate.word];
        passed.iter().all(|word| !word.first).then(|| &self.words[from])
    }

    fn after(&self, candidate: &Candidate) -> Option<&'a Word> {
        let next = self.words.get(candidate.word + candidate.words)?;
        let plain = self.text.get(candidate.span.end as usize..next.start as usize)?;
        (!next.first && plain.trim().is_empty()).then_some(next)
    }

    fn gap(&self, before: &Word, candidate: &Candidate) -> &'a str {
        self.text.get(before.end as usize..candidate.span.start as usize).unwrap_or_default()
    }

    fn begins_sentence(&self, candidate: &Candidate) -> bool {
        match self.before(candidate, 1) {
            None => true,
            Some(word) => {
                self.gap(word, candidate).contains(['.', '!', '?', ':', '"', '“', '«', '„', '\n'])
            }
        }
    }

    /// Whether a weak name with a capital stands within a sentence and beside no other
    /// name: then the capital says that it is one.
    fn stands_alone(&self, candidate: &Candidate, kind: Kind) -> bool {
        let first = &self.words[candidate.word];
        let cased = self.of(first).starts_with(char::is_uppercase);
        let beside = |word: Option<&Word>| word.is_some_and(|word| word.capital);
        kind != Kind::Demonym
            && cased
            && !self.begins_sentence(candidate)
            && !beside(self.before(candidate, 1))
            && !beside(self.after(candidate))
    }
}

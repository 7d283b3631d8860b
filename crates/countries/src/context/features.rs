//! The features of a candidate: which words stand beside it, what its
//! words are besides, and how the article uses them elsewhere.

use super::{Article, Class, Group, Reading};
use crate::names::{Marks, Sense};
use crate::scan::{Candidate, Word};

macro_rules! features {
    ($($name:ident),* $(,)?) => {
        /// One thing that is true of a candidate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is defined where it is pushed")]
        pub(crate) enum Feature { $($name),* }

        /// The names of the features in `data/context/weights.tsv`, in order.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

features! {
    Always,
    // What stands before.
    Starts, AfterPlaceWord, AfterPreposition, AfterThe, AfterComma, AfterAnd,
    AfterFirstName, AfterTitle, AfterInitial, AfterCapital, AfterLower, AfterMark, AfterHyphen,
    AfterNumber, AfterOrgan, AfterStarter,
    // What stands after.
    Ends, BeforeComma, BeforeContainer, BeforePlaceWord, BeforeOrgan, BeforeStreet, BeforeTeam,
    BeforeCapital, BeforePossessive, BeforeSaid, BeforeLower, BeforeHyphen, BeforeNumber,
    BeforeMark, BeforeSurname, BeforePersonMark, BeforeAnd, BeforeInitial,
    // What the words are.
    IsFirstName, IsSurname, IsWord, SeveralWords, Shouted, InShoutedRun,
    Size10, Size12, Size14, Size16, Size18, Size20, Size22, OneSense,
    // What the article does elsewhere.
    SeenTwice, SeenFourTimes, SeenAsPerson, SeenInLowerCase, SeenWithContainer, SeenAfterPlaceWord,
    // Two at once.
    NameInRun, WordStarts, NameAlone, StreetNumber,
    // A line of its kind.
    Dateline,
}

/// What the article as a whole does with the words of one phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Uses {
    pub(crate) count: u16,
    pub(crate) person: bool,
    pub(crate) placed: bool,
    pub(crate) contained: bool,
    pub(crate) lower: bool,
    pub(crate) dateline: bool,
}

/// How the word before a candidate bears on it.
pub(crate) fn before(article: &Article, candidate: &Candidate) -> Feature {
    let first = &article.words[candidate.word];
    let Some(previous) = candidate.word.checked_sub(1).and_then(|at| article.words.get(at)) else {
        return Feature::Starts;
    };
    if first.first {
        return Feature::Starts;
    }
    let class = article.class(previous);
    match article.between(previous, first) {
        " " | "\u{a0}" | "\n" | "  " => match after_space(article, previous, class) {
            Feature::AfterCapital if starts_sentence(article, candidate.word - 1) => {
                Feature::AfterStarter
            }
            feature => feature,
        },
        ". " | ".\n" if previous.capital && previous.end - previous.start == 1 => {
            Feature::AfterInitial
        }
        ". " | ".\n" if class.is(Class::TITLE) => Feature::AfterTitle,
        ", " if class.is(Class::PLACE_BEFORE) => Feature::AfterPlaceWord,
        ", " | ",\n" => Feature::AfterComma,
        "-" | "–" | "/" => Feature::AfterHyphen,
        between if between.contains(['.', '!', '?', '\n', ':', '—', '“', '"']) => {
            Feature::Starts
        }
        _ => Feature::AfterMark,
    }
}

/// Whether a word begins its sentence, so that its capital tells nothing.
fn starts_sentence(article: &Article, at: usize) -> bool {
    article.before(at).is_none_or(|before| {
        article.between(before, &article.words[at]).contains(['.', '!', '?', '\n', '“', '"'])
    })
}

fn after_space(article: &Article, previous: &Word, class: Class) -> Feature {
    let text = previous.of(article.text);
    if previous.capital {
        if class.is(Class::TITLE) {
            Feature::AfterTitle
        } else if class.is(Class::FIRST_NAME) {
            Feature::AfterFirstName
        } else if class.is(Class::PLACE_BEFORE) {
            Feature::AfterPlaceWord
        } else if class.is(Class::PREPOSITION) {
            Feature::AfterPreposition
        } else if previous.end - previous.start == 1 && text != "A" && text != "I" {
            Feature::AfterInitial
        } else if class.is(Class::ORGAN) {
            Feature::AfterOrgan
        } else if text.eq_ignore_ascii_case("the") {
            Feature::AfterThe
        } else {
            Feature::AfterCapital
        }
    } else if class.is(Class::PLACE_BEFORE) {
        Feature::AfterPlaceWord
    } else if text == "the" {
        Feature::AfterThe
    } else if text == "and" || text == "or" {
        Feature::AfterAnd
    } else if class.is(Class::TITLE) {
        Feature::AfterTitle
    } else if class.is(Class::PREPOSITION) {
        Feature::AfterPreposition
    } else if text.starts_with(|c: char| c.is_ascii_digit()) {
        Feature::AfterNumber
    } else {
        Feature::AfterLower
    }
}

/// How the word after a candidate bears on it.
pub(crate) fn after(article: &Article, candidate: &Candidate) -> Feature {
    let Some(next) = article.after(candidate.word + candidate.words) else { return Feature::Ends };
    let class = article.class(next);
    let between = &article.text[candidate.span.end as usize..next.start as usize];
    match between {
        " " | "\u{a0}" | "\n" | "  " => before_space(article, next, class),
        "'" | "’" if next.of(article.text).eq_ignore_ascii_case("s") => Feature::BeforePossessive,
        "’ " | "' " => Feature::BeforePossessive,
        "-" | "–" | "/" => Feature::BeforeHyphen,
        ", " | ",\n" if class.is(Class::PERSON_AFTER) => Feature::BeforePersonMark,
        ", " | ",\n" => Feature::BeforeComma,
        between if between.contains(['.', '!', '?', '\n', ';']) => Feature::Ends,
        _ => Feature::BeforeMark,
    }
}

fn before_space(article: &Article, next: &Word, class: Class) -> Feature {
    let text = next.of(article.text);
    if next.capital {
        if class.is(Class::PLACE_AFTER) {
            Feature::BeforePlaceWord
        } else if class.is(Class::ORGAN) {
            Feature::BeforeOrgan
        } else if class.is(Class::STREET) {
            Feature::BeforeStreet
        } else if class.is(Class::TEAM) {
            Feature::BeforeTeam
        } else if class.is(Class::PERSON_AFTER) {
            Feature::BeforePersonMark
        } else if next.end - next.start == 1 {
            Feature::BeforeInitial
        } else if class.is(Class::SURNAME) {
            Feature::BeforeSurname
        } else {
            Feature::BeforeCapital
        }
    } else if class.is(Class::PLACE_AFTER) {
        Feature::BeforePlaceWord
    } else if class.is(Class::SAID) {
        Feature::BeforeSaid
    } else if text == "and" || text == "or" {
        Feature::BeforeAnd
    } else if text.starts_with(|c: char| c.is_ascii_digit()) {
        Feature::BeforeNumber
    } else {
        Feature::BeforeLower
    }
}

impl Uses {
    /// Takes in one more reading of the name.
    pub(crate) fn see(&mut self, reading: &Reading, lower: bool) {
        use Feature::*;
        self.count = self.count.saturating_add(1);
        self.contained |= reading.container.is_some();
        self.placed |= reading.before == AfterPlaceWord;
        self.person |= matches!(reading.before, AfterFirstName | AfterTitle | AfterInitial);
        self.lower |= lower;
        self.dateline |= reading.dateline;
    }
}

/// Everything that is true of a reading, in no order.
pub(crate) fn features(article: &Article, reading: &Reading, uses: Uses, out: &mut Vec<Feature>) {
    use Feature::*;
    out.clear();
    let candidate = &reading.candidate;
    let (before, after) = (reading.before, after(article, candidate));
    let contained = reading.container.is_some();
    out.extend([Always, before, after]);
    if contained {
        out.push(BeforeContainer);
    }
    let phrases = &article.gazetteer.phrases;
    let marks = phrases.marks(candidate.phrase);
    let first = &article.words[candidate.word];
    let class = article.class(first);
    let first_name = marks.is(Marks::FIRST_NAME) || class.is(Class::FIRST_NAME);
    let surname = marks.is(Marks::SURNAME) || class.is(Class::SURNAME);
    let single = candidate.words == 1;
    let capital_next = matches!(after, BeforeCapital | BeforeSurname | BeforeInitial);
    let named = matches!(before, AfterFirstName | AfterTitle | AfterInitial);
    let run = shouted_run(article, candidate);
    let mut when = |is: bool, feature| {
        if is {
            out.push(feature);
        }
    };
    when(reading.dateline, Dateline);
    when(single && first_name, IsFirstName);
    when(single && surname, IsSurname);
    when(marks.is(Marks::WORD), IsWord);
    when(!single, SeveralWords);
    when(first.shouted, Shouted);
    when(run, InShoutedRun);
    when(phrases.senses(candidate.phrase).nth(1).is_none(), OneSense);
    when(uses.count >= 2, SeenTwice);
    when(uses.count >= 4, SeenFourTimes);
    when(uses.person && !named, SeenAsPerson);
    when(uses.lower && single, SeenInLowerCase);
    when(uses.contained, SeenWithContainer);
    when(uses.placed, SeenAfterPlaceWord);
    when(single && first_name && capital_next, NameInRun);
    when(marks.is(Marks::WORD) && before == Starts, WordStarts);
    when(single && surname && !uses.placed && !contained, NameAlone);
    when(after == BeforeStreet && before == AfterNumber, StreetNumber);
    if reading.group == Group::Town {
        out.push(size(phrases.senses(candidate.phrase)));
    }
}

fn size<'s>(senses: impl Iterator<Item = &'s Sense>) -> Feature {
    match senses.map(|s| s.size).max().unwrap_or(0) {
        0..=10 => Feature::Size10,
        11..=12 => Feature::Size12,
        13..=14 => Feature::Size14,
        15..=16 => Feature::Size16,
        17..=18 => Feature::Size18,
        19..=20 => Feature::Size20,
        _ => Feature::Size22,
    }
}

/// Whether the candidate stands among words that are all capitals.
fn shouted_run(article: &Article, candidate: &Candidate) -> bool {
    let end = candidate.word + candidate.words;
    let before = candidate.word.checked_sub(1).and_then(|at| article.words.get(at));
    let neighbours = [before, article.after(end)];
    article.words[candidate.word].shouted && neighbours.iter().flatten().any(|w| w.shouted)
}

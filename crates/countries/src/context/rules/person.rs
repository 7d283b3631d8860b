//! Persons: a demonym that is a surname ("Dawn French"), a country or town that is a first
//! name ("Israel Hernandez", "Jordan Miles"), and that name alone once the article has
//! named the person. The names are `data/context/first_names.txt`, `surnames.txt` and
//! `family_names.txt`; the model reads looser signs.

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::{Word, word_hashes};

/// Demonyms that are surnames; "John Chinese" is nobody.
const NAMES: [u64; 20] = word_hashes([
    "french", "english", "german", "irish", "dane", "finn", "pole", "welsh", "england", "scott",
    "scot", "brit", "swede", "turk", "thai", "holland", "ireland", "norman", "dutch", "lao",
]);

/// Countries that are first names before a surname that the tables know, and nowhere else:
/// "China Evergrande" is a company.
const BEFORE_SURNAMES: [u64; 12] = word_hashes([
    "isreal", "isarel", "china", "america", "cuba", "malta", "ireland", "cyprus", "africa",
    "egypt", "somalia", "panama",
]);

/// What persons do and states do not.
const DOINGS: [u64; 44] = word_hashes([
    "scored",
    "scores",
    "hit",
    "ran",
    "walked",
    "drove",
    "laughed",
    "joked",
    "pleaded",
    "died",
    "married",
    "caught",
    "threw",
    "rushed",
    "smiled",
    "sang",
    "sings",
    "danced",
    "starred",
    "stars",
    "plays",
    "pitched",
    "batted",
    "tackled",
    "dribbled",
    "graduated",
    "grew",
    "recalled",
    "cried",
    "sat",
    "wept",
    "retired",
    "born",
    "testified",
    "homered",
    "singled",
    "doubled",
    "tripled",
    "dunked",
    "swam",
    "punched",
    "knocked",
    "wrote",
    "directed",
]);

/// Beginnings of surnames that are words of their own: "O'Keeffe", "de la Cruz".
const PARTICLES: [&str; 8] = ["O", "Mc", "D", "Mac", "de", "van", "von", "del"];

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    let mut known = Persons::default();
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let person = match reading.group {
            Group::Demonym => surname(article, reading) || speaker(article, reading),
            _ => full_name(article, reading, &mut known),
        };
        if person {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
    if !known.first.is_empty() {
        again(article, readings, &known);
    }
}

/// The persons of an article whose first name is that of a place.
#[derive(Default)]
struct Persons {
    /// Hashes of first names.
    first: Vec<u64>,
    /// Hashes of first name and surname.
    both: Vec<(u64, u64)>,
}

fn surname(article: &Article, reading: &Reading) -> bool {
    let first = reading.candidate.word;
    let word = &article.words[first];
    let Some(before) = article.before(first) else { return false };
    let named = article.class(before).is(Class::FIRST_NAME) && article.between(before, word) == " ";
    before.capital && named && NAMES.contains(&word.hash)
}

/// "French said" is a person: one of a people is "the Russian" or "a German".
fn speaker(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word + reading.candidate.words;
    let said = article.after(at).is_some_and(|next| {
        article.class(next).is(Class::SAID)
            && article.between(&article.words[at - 1], next) == " "
            && matches!(next.of(article.text), "said" | "says" | "told" | "added" | "explained")
    });
    let name = NAMES.contains(&article.words[at - 1].hash);
    let bare = article.before(reading.candidate.word).is_none_or(|before| {
        let gap = article.between(before, &article.words[reading.candidate.word]);
        gap != " " || (before.capital && article.class(before).is(Class::TITLE))
    });
    said && name && bare
}

/// A first name before a surname that is no common word of places or offices.
fn full_name(article: &Article, reading: &Reading, known: &mut Persons) -> bool {
    let at = reading.candidate.word;
    let word = &article.words[at];
    let first = article.class(word).is(Class::FIRST_NAME);
    if reading.candidate.words != 1 || !(first || BEFORE_SURNAMES.contains(&word.hash)) {
        return false;
    }
    let Some(next) = article.after(at + 1) else { return false };
    let particle = PARTICLES.contains(&next.of(article.text));
    if !joined(article, word, next) || !(next.capital || particle) || is_office(article, next) {
        return false;
    }
    let class = article.class(next);
    let bare = particle && next.capital && apostrophe(article, at + 1);
    let person = bare
        || next.capital && class.is(Class::SURNAME | Class::FAMILY_NAME)
        || first
            && next.capital
            && (acts(article, at) || is_introduced(article, at) || alone(article, at));
    if person {
        known.first.push(word.hash);
        known.both.push((word.hash, next.hash));
    }
    person
}

/// "Jordan said it would", "Jordan King Abdullah": what follows is of a state. Persons by that
/// name are settled before.
pub(crate) fn speaks_as_a_state(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word + reading.candidate.words;
    let (Some(next), Some(then)) = (article.after(at), article.after(at + 1)) else { return false };
    let class = article.class(next);
    let it = matches!(then.of(article.text), "it" | "its");
    let office = next.capital && class.is(Class::OFFICE) && then.capital;
    joined(article, &article.words[at - 1], next)
        && joined(article, next, then)
        && (class.is(Class::SAID) && it || office)
}

/// Two words of a name: a space or a line end between them.
fn joined(article: &Article, left: &Word, right: &Word) -> bool {
    matches!(article.between(left, right), " " | "\u{a0}" | "\n")
}

/// "O'Keeffe": an apostrophe and a capital follow word `at`.
fn apostrophe(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    article.after(at + 1).is_some_and(|next| {
        next.capital && matches!(article.between(word, next), "'" | "’" | "‘" | "ʼ")
    })
}

/// Whether a word behind a country makes both a place, an office, a firm or a team.
fn is_office(article: &Article, word: &Word) -> bool {
    let other = Class::PLACE_AFTER
        | Class::STREET
        | Class::ORGAN
        | Class::OFFICE
        | Class::TITLE
        | Class::TEAM
        | Class::COMPANY
        | Class::PLACE_BEFORE
        | Class::PREPOSITION
        | Class::LINK;
    article.class(word).is(other)
}

/// "Jordan Miles scored", "Jordan Miles, 23,", "Jordan Miles, who", "Jordan Miles Jr.".
fn acts(article: &Article, at: usize) -> bool {
    let (surname, Some(then)) = (&article.words[at + 1], article.after(at + 2)) else {
        return false;
    };
    let gap = article.between(surname, then);
    let text = then.of(article.text);
    let age = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    match gap {
        " " | "\n" => {
            DOINGS.contains(&then.hash) && !then.capital
                || article.class(then).is(Class::PERSON_AFTER)
        }
        ", " | ",\n" => age || text == "who" || article.class(then).is(Class::PERSON_AFTER),
        " (" => age,
        _ => false,
    }
}

/// "midfielder Jordan Miles", "his daughter India Vale".
fn is_introduced(article: &Article, at: usize) -> bool {
    article.before(at).is_some_and(|before| {
        let class = article.class(before);
        joined(article, before, &article.words[at])
            && (class.is(Class::PERSON_BEFORE) && !before.capital
                || class.is(Class::FIRST_NAME) && before.capital)
    })
}

/// The surname stands alone elsewhere, as papers call a person from the second time on, and
/// never behind "the" or in small letters, as a common noun would.
fn alone(article: &Article, at: usize) -> bool {
    let (first, surname) = (&article.words[at], &article.words[at + 1]);
    if surname.end - surname.start < 4 || surname.shouted {
        return false;
    }
    let mut found = false;
    for (i, word) in article.words.iter().enumerate().filter(|(_, w)| w.hash == surname.hash) {
        let before = article.before(i);
        if !word.capital || before.is_some_and(|b| b.of(article.text).eq_ignore_ascii_case("the")) {
            return false;
        }
        let stands_alone = before.is_none_or(|b| b.hash != first.hash && !b.capital);
        let speaks = article.after(i + 1).is_some_and(|next| {
            joined(article, word, next)
                && !next.capital
                && (article.class(next).is(Class::SAID) || DOINGS.contains(&next.hash))
        });
        found |= stands_alone && speaks;
    }
    found
}

/// Drops the names of known persons elsewhere: with their surname, and alone where they act
/// and nothing else of the article is about the country.
fn again(article: &Article, readings: &mut [Reading], known: &Persons) {
    let phrases = &article.gazetteer.phrases;
    let country = |r: &Reading| phrases.senses(r.candidate.phrase).next().and_then(|s| s.country);
    let persons = |r: &&Reading| known.first.contains(&article.words[r.candidate.word].hash);
    let others: Vec<_> =
        readings.iter().filter(|r| r.fixed.is_none() && !persons(r)).filter_map(country).collect();
    let placed = |hash: u64| {
        readings.iter().filter(|r| r.fixed.is_none()).any(|r| {
            let at = r.candidate.word;
            let word = &article.words[at];
            let before = article.before(at);
            let place = before.is_some_and(|b| {
                article.class(b).is(Class::PLACE_BEFORE) && joined(article, b, word)
            });
            word.hash == hash && (place || country(r).is_some_and(|c| others.contains(&c)))
        })
    };
    let alone: Vec<u64> = known.first.iter().copied().filter(|hash| !placed(*hash)).collect();
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none() && r.candidate.words == 1) {
        let at = reading.candidate.word;
        let word = &article.words[at];
        let Some(next) = article.after(at + 1) else { continue };
        if !joined(article, word, next) {
            continue;
        }
        let both = next.capital && known.both.contains(&(word.hash, next.hash));
        let does = !next.capital
            && (article.class(next).is(Class::SAID) || DOINGS.contains(&next.hash))
            && alone.contains(&word.hash);
        if both || does {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

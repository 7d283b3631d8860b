//! Bylines and names of sources in the lines around the headline.

use crate::dates::{Name, calendar_name};
use crate::page::cues::Cues;
use crate::page::shape::{End, Shape};

/// Cues before a name, in lower case.
const BY: &[&str] = &[
    "written by",
    "analysis by",
    "opinion by",
    "review by",
    "perspective by",
    "report by",
    "text by",
    "reported by",
    "posted by",
    "published by",
    "story by",
    "words by",
    "submitted by",
    "by",
    "por",
    "par",
    "von",
    "di",
    "автор",
    "текст",
    "author",
    "autor",
    "autora",
    "auteur",
    "autore",
    "oleh",
    "door",
    "yazan",
    "yazar",
    "escrito por",
    "publicado por",
    "rédigé par",
    "geschrieben von",
    "scritto da",
    "redactor",
    "penulis",
    "بقلم",
    "نویسنده",
    "کاتب",
    "文／",
    "文:",
    "作者：",
    "作者:",
    "记者",
];

/// Words within a name that are not capital.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "la", "le",
    "al", "el", "bin", "ibn", "bint", "ben", "zu", "ter", "y",
];

/// Words that join names.
const JOINTS: &[&str] = &["and", "&", "et", "und", "e", "y", "и", "ve", "dan", "en", "with"];

/// Words that follow a name and are none.
const AFTER: &[&str] = &[
    "on",
    "at",
    "for",
    "in",
    "updated",
    "published",
    "posted",
    "staff",
    "senior",
    "special",
    "contributor",
    "reporter",
    "correspondent",
    "editor",
    "writer",
    "am",
    "em",
    "le",
    "el",
    "il",
    "usa",
    "follow",
    "view",
    "read",
    "more",
    "email",
    "bio",
    "comments",
    "share",
    "print",
    "i",
    "is",
    "from",
];

/// The author in a short line with a cue ("By Ana Lopez | 3 May 2020", "3 May 2020
/// by Ana Lopez"): byte range within the line.
pub(crate) fn credited(text: &str, s: &Shape) -> Option<(usize, usize)> {
    if s.words < 2 || s.words > 30 || s.chars > 220 {
        return None;
    }
    let starts = std::iter::once(0).chain(
        text.match_indices(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '／'))
            .map(|(at, m)| at + m.len()),
    );
    let start = starts
        .filter(|&at| at == 0 || by_after_date(text, at))
        .find_map(|at| after_cue(text, at))?;
    let end = name_end(text, start)?;
    Some((start, end))
}

/// Whether "by" within a line may introduce a name: only after a date or a mark.
fn by_after_date(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.ends_with(|c: char| {
        c.is_ascii_digit()
            || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '／' | '/' | ')')
    }) || before.ends_with(|c: char| c.is_ascii_uppercase())
        || before.is_empty()
}

/// Where the name starts when a cue stands at `at`.
fn after_cue(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let cue = BY.iter().find(|cue| {
        let mut chars = rest.chars();
        let same = cue
            .chars()
            .all(|c| chars.next().is_some_and(|r| r == c || r.to_lowercase().eq(c.to_lowercase())));
        same && !chars.as_str().starts_with(char::is_alphanumeric)
    })?;
    let length: usize = rest.chars().take(cue.chars().count()).map(char::len_utf8).sum();
    let after = &rest[length..];
    let name = after
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–'));
    (name.len() < after.len() || cue.ends_with(['／', ':', '：']))
        .then_some(text.len() - name.len())
}

/// End of the names that start at `start`; `None` when there is none.
fn name_end(text: &str, start: usize) -> Option<usize> {
    let (mut end, mut words) = (start, 0);
    let mut at = start;
    let dense = text[start..].chars().take(6).any(|c| ('\u{3040}'..='\u{9fff}').contains(&c));
    for word in text[start..].split_inclusive(char::is_whitespace) {
        let from = at;
        at += word.len();
        let bare = word.trim_end();
        let name = bare.trim_end_matches([',', ';', ':', '|', '.']);
        let lower = name.to_lowercase();
        if JOINTS.contains(&lower.as_str()) || words > 0 && PARTICLES.contains(&lower.as_str()) {
            continue;
        }
        let capital = name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let after_comma = text[start..from].trim_end().ends_with(',');
        let post = after_comma
            && words > 0
            && (no_name(name) || shouts(name) && !shouts(&text[start..end]));
        let stops = !capital
            || post
            || words > 0 && begins_date(&text[from..])
            || words > 0 && AFTER.contains(&lower.as_str())
            || name.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '|' | '/'));
        if stops || words > 12 {
            break;
        }
        words += 1;
        // "J." keeps its stop.
        let kept = if bare.ends_with('.') && name.chars().count() <= 2 { bare } else { name };
        end = from + kept.len();
        if bare.ends_with(['|', ';', ':']) || dense {
            break;
        }
    }
    (words > 0).then_some(end)
}

/// Whether a date begins with a month or a day of the week ("May 13, 2024", "Monday, 13
/// May"): a month alone may be a name.
fn begins_date(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let number = second.starts_with(|c: char| c.is_ascii_digit());
    match calendar_name(first) {
        Some(Name::Month(_)) => number,
        Some(Name::Weekday) => number || calendar_name(second).is_some(),
        _ => false,
    }
}

/// Whether every letter is capital.
fn shouts(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether the line is a credit of an author by its form.
pub(crate) fn is_credit(text: &str, s: &Shape) -> bool {
    s.words <= 20
        && after_cue(text, 0).is_some_and(|start| name_end(text, start).is_some())
        && s.end != End::Sentence
}

/// A line that is nothing but a name of a person: two to four capitalised words.
pub(crate) fn bare_name(text: &str, s: &Shape) -> Option<(usize, usize)> {
    let words = || text.split_whitespace();
    let particles = words().filter(|w| PARTICLES.contains(w)).count() as u32;
    let plain = words()
        .all(|w| w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’')));
    let known = Cues::FURNITURE
        | Cues::SECTION
        | Cues::OUTLET
        | Cues::MONTH
        | Cues::PHOTO
        | Cues::CONTENTS
        | Cues::POSTED;
    let named = (2..=4).contains(&s.words)
        && s.capital + particles >= s.words
        && plain
        && s.end == End::Open
        && !(s.cues | s.first_cues).any(known)
        && s.function <= particles;
    named.then_some((0, text.len()))
}

/// The author of a line by any of its forms: with a cue, with a handle or a post
/// behind the name, or a name alone.
pub(crate) fn signed(text: &str, s: &Shape) -> Option<(usize, usize)> {
    if s.end == End::Sentence && s.words > 6 {
        return None;
    }
    after_cue(text, 0)
        .and_then(|start| name_end(text, start).map(|end| (start, end)))
        .or_else(|| bare_name(text, s))
        .or_else(|| name_then(text, s))
        .or_else(|| beside_outlet(text, s))
}

/// A name with that of a publication behind it: "Ana Lopez Harbour Today".
fn beside_outlet(text: &str, s: &Shape) -> Option<(usize, usize)> {
    let last = text.rsplit(' ').next().unwrap_or("");
    let capital = s.capital == s.words && s.end == End::Open && s.commas == 0;
    ((3..=6).contains(&s.words) && capital && no_name(last)).then_some((0, text.len()))
}

/// Names at the start of a line with a date, a handle or a post behind them: "Ana
/// Lopez @ana / 2 days", "Ana Lopez, Staff Writer", "Ana Lopez May 3, 2020".
pub(crate) fn name_then(text: &str, s: &Shape) -> Option<(usize, usize)> {
    if s.words > 16 {
        return None;
    }
    let cut = text
        .find(|c: char| {
            c.is_ascii_digit() || matches!(c, '@' | '|' | '/' | '•' | '·' | '—' | ',' | '(')
        })
        .unwrap_or(text.len());
    let posted = text[cut..].starts_with(',');
    let all_capital = s.capital + 1 >= s.words && s.words <= 8;
    if cut == text.len() && !text.contains(" and ") || posted && !all_capital && s.digits == 0 {
        return None;
    }
    let mut head: &str = text[..cut].trim_end_matches(|c: char| !c.is_alphanumeric());
    while let Some((rest, last)) = head.rsplit_once(' ') {
        if !no_name(last) {
            break;
        }
        head = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
    }
    let all = head.split(" and ").all(|name| {
        let shape = crate::page::shape::shape(name, &mut Vec::new());
        shape.words <= 3 && bare_name(name, &shape).is_some()
    });
    all.then_some((0, head.len()))
}

/// Whether a word behind a name is none: a month, a publication, capitals.
fn no_name(word: &str) -> bool {
    let bare = word.trim_matches([',', '.']);
    let entry = crate::page::cues::table().get(crate::word::join(0, crate::word::hash(bare)));
    let known = entry.is_some_and(|e| e.cues().any(Cues::MONTH | Cues::OUTLET));
    known || bare.len() >= 2 && bare.chars().all(|c| c.is_uppercase())
}

/// Whether the line names a publication: "The Reference", "Harbour News", "REUTERS".
pub(crate) fn is_source(text: &str, s: &Shape) -> bool {
    if s.words == 0 || s.words > 6 || s.digits > 0 || s.end != End::Open {
        return false;
    }
    if s.first_cues.any(Cues::ISSUED) {
        return true;
    }
    let lower_words = s.words - s.capital.min(s.words);
    let article = ["The ", "El ", "La ", "Le ", "Der ", "Die ", "Das ", "Il ", "O "]
        .iter()
        .any(|a| text.starts_with(a));
    let named = lower_words <= 2 && s.capital >= 1;
    named
        && ((article && s.words <= 5)
            || s.cues.any(Cues::OUTLET) && !s.first_cues.any(Cues::FURNITURE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape_of(text: &str) -> Shape {
        crate::page::shape::shape(text, &mut Vec::new())
    }

    #[test]
    fn credited_names() {
        let cases = [
            ("By Ana Lopez", Some("Ana Lopez")),
            (
                "by ANA LOPEZ and PETER VAN DYCK, Staff Writers",
                Some("ANA LOPEZ and PETER VAN DYCK"),
            ),
            ("By Ana Lopez On 11/13/19 at 4:00 PM EST", Some("Ana Lopez")),
            ("By J. R. Oduya | Harbour News", Some("J. R. Oduya")),
            ("Monday, 3 May 2021 7:45 am PST by Joe Brannigan", Some("Joe Brannigan")),
            ("Por María del Carmen Ruiz", Some("María del Carmen Ruiz")),
            ("Von Moritz Bauer publiziert am 30. Juli", Some("Moritz Bauer")),
            ("Автор: Иван Петров", Some("Иван Петров")),
            ("Written by Ana Lopez", Some("Ana Lopez")),
            ("By Amara Oduya-Lindqvist May 13, 2024", Some("Amara Oduya-Lindqvist")),
            ("By Amara Oduya Sept. 3, 2024", Some("Amara Oduya")),
            ("By Amara Oduya Monday, May 13, 2024", Some("Amara Oduya")),
            ("By AMARA ODUYA MAY 2024", Some("AMARA ODUYA")),
            ("By Theresa May", Some("Theresa May")),
            ("By June Harker and April Ode", Some("June Harker and April Ode")),
            ("By the river", None),
            ("Stand by Me", None),
            ("3 May 2021", None),
        ];
        for (text, want) in cases {
            let got = credited(text, &shape_of(text)).map(|(a, b)| &text[a..b]);
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn names_without_a_cue() {
        let cases = [
            ("Ana Lopez", Some("Ana Lopez")),
            ("Ludwig van der Rohe", Some("Ludwig van der Rohe")),
            ("Daily News", None),
            ("Read More", None),
            ("Harbour closed for winter", None),
            ("Ana Lopez @ana / 2 days", Some("Ana Lopez")),
            ("Ana Lopez May 3, 2020", Some("Ana Lopez")),
            ("Ana Lopez, Harbour Desk Writer", Some("Ana Lopez")),
            ("Ana Lopez and Peter Kok TODAY NEWS", Some("Ana Lopez and Peter Kok")),
            ("Ana Lopez, who runs the port", None),
        ];
        for (text, want) in cases {
            let s = shape_of(text);
            let got = bare_name(text, &s).or_else(|| name_then(text, &s)).map(|(a, b)| &text[a..b]);
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn sources() {
        for (text, want) in [
            ("The Harbour", true),
            ("Harbour News", true),
            ("Reuters", true),
            ("Ana Lopez", false),
            ("Issued by Kelp House - Oslo", true),
            ("Read more", false),
        ] {
            assert_eq!(is_source(text, &shape_of(text)), want, "{text}");
        }
    }
}

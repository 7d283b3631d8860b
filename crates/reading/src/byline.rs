//! Bylines and names of sources in the lines around the headline.

use crate::cues::Cues;
use crate::shape::{End, Shape};

/// The author in a line such as "By Ana Lopez" or "Ana Lopez": byte range within the line.
pub(crate) fn author(text: &str, s: &Shape) -> Option<(usize, usize)> {
    if s.words == 0 || s.words > 12 || s.digits > 0 {
        return None;
    }
    if s.first_cues.any(Cues::BY) {
        let start = after_cue(text)?;
        let rest =
            text[start..].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ')');
        return (looks_named(rest) && rest.len() < 100).then_some((start, start + rest.len()));
    }
    let named = (2..=4).contains(&s.words)
        && s.capital == s.words
        && s.upper == 0
        && s.end == End::Open
        && s.cues.is_empty()
        && s.function == 0
        && s.commas == 0
        && s.bars == 0;
    named.then_some((0, text.len()))
}

/// Where the name starts after "By", "Written by:", "Von" and the like.
fn after_cue(text: &str) -> Option<usize> {
    const CUES: &[&str] = &[
        "written by",
        "reported by",
        "posted by",
        "published by",
        "story by",
        "words by",
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
        "بقلم",
        "نویسنده",
    ];
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let cue = CUES.iter().find(|cue| {
        lower.starts_with(**cue) && !lower[cue.len()..].starts_with(char::is_alphanumeric)
    })?;
    let rest = &text[cue.len()..];
    let skipped = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–'))
            .len();
    (skipped > 0 && cue.len() + skipped < text.len()).then_some(cue.len() + skipped)
}

fn looks_named(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether the line names a publication: "The Reference", "Harbour News", "REUTERS".
pub(crate) fn is_source(text: &str, s: &Shape) -> bool {
    if s.words == 0 || s.words > 6 || s.digits > 0 || s.end != End::Open {
        return false;
    }
    if s.first_cues.any(Cues::ISSUED) {
        return true;
    }
    let lower_words = s.words - s.capital;
    let article = ["The ", "El ", "La ", "Le ", "Der ", "Die ", "Das ", "Il ", "O "]
        .iter()
        .any(|a| text.starts_with(a));
    let named = lower_words <= 2 && s.capital >= 1;
    named
        && ((article && s.words <= 5)
            || s.cues.any(Cues::OUTLET) && !s.first_cues.any(Cues::FURNITURE))
}

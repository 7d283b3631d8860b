//! Names of authors as pages give them, without what is no part of a name.

use super::name_words::{AMID, BODIES, BODY_ENDS, CUES, ENDS, NEVER, ORDINARY, ROLES};
use super::title::is_site;
use crate::words::{key, tidy};

/// What tells a name of an author from other words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who<'s> {
    /// Names of the site.
    pub(super) sites: &'s [String],
    /// Whether the page marks the text as the author by the headline: then a desk, a
    /// nickname is the author that its readers are given.
    pub(super) marked: bool,
}

/// The names in one text: without leading words, roles, addresses, dates, and the name of
/// the site.
pub(super) fn names(text: &str, who: Who<'_>) -> Vec<String> {
    let text = plain(text);
    if text.contains(['©', '®']) || text.starts_with("http") || !who.marked && is_body(&text) {
        return Vec::new();
    }
    let text = without_cue(&text);
    let mut out: Vec<String> = Vec::new();
    for part in parts(text) {
        let part = without_cue(part.trim());
        let part = cut(part);
        let part = part.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '|' | '-'
                        | '–'
                        | '—'
                        | ':'
                        | ','
                        | '/'
                        | '•'
                        | '·'
                        | '*'
                        | '('
                        | '@'
                        | '_'
                        | '"'
                )
        });
        let part = once(part);
        if is_name(part, who) && !out.iter().any(|known| key(known) == key(part)) {
            out.push(part.to_owned());
        }
    }
    out
}

/// A name that stands there twice ("Oda Lind Oda Lind": picture and link) once.
fn once(part: &str) -> &str {
    let half = part.len() / 2;
    let twice = part.is_char_boundary(half)
        && part.as_bytes().get(half) == Some(&b' ')
        && part[..half] == part[half + 1..];
    if twice { &part[..half] } else { part }
}

/// A text without markup and references, which some publishers write into names.
fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return tidy(text);
    }
    match crate::dom::parse(text) {
        Ok(dom) => dom.words(crate::dom::ROOT),
        Err(_) => tidy(text),
    }
}

/// A text without the words that lead to a name.
pub(super) fn without_cue(text: &str) -> &str {
    after_cue(text).unwrap_or(text)
}

/// What follows the words that lead to a name; `None` without such words.
pub(super) fn after_cue(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let cue = CUES.iter().find_map(|cue| {
        let mut rest = text.chars();
        let same = cue
            .chars()
            .all(|c| rest.next().is_some_and(|r| r == c || r.to_lowercase().eq(c.to_lowercase())));
        let rest = rest.as_str();
        let dense = cue.chars().any(crate::words::is_dense);
        (same
            && (dense || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '\'')))
        .then_some(rest)
    })?;
    let after = cue.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '|' | '/')
    });
    (!after.is_empty()).then_some(after)
}

/// The parts of a list of names.
fn parts(text: &str) -> Vec<&str> {
    let mut out = vec![text];
    for joint in [
        ";", " and ", " und ", " & ", " et ", " y ", " | ", ", ", "、", " • ", " · ", " / ", " i ",
        " e ", " och ", " og ", " en ", " with ", " mit ",
    ] {
        out = out.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    out
}

/// A part up to what is no name any more: a date, a mark, "published".
fn cut(part: &str) -> &str {
    let mut end = part.len();
    for mark in [" (", " – ", " — ", " - ", "|", "\n", " @", "•", "·", ":", "http", "www."] {
        if let Some(at) = part.find(mark).filter(|at| *at > 0) {
            end = end.min(at);
        }
    }
    let mut at = 0;
    for (number, word) in part.split_inclusive(' ').enumerate() {
        let bare = word.trim().to_lowercase();
        let stops = bare.starts_with(|c: char| c.is_ascii_digit()) || ENDS.contains(&bare.as_str());
        if number > 0 && stops {
            end = end.min(at);
            break;
        }
        at += word.len();
    }
    // "Oda Lind April 22, 2024"
    let name = part[..end].trim_end();
    match name.rsplit_once(' ') {
        Some((before, last)) if end < part.len() && is_calendar(last) => before,
        _ => name,
    }
}

fn is_name(part: &str, who: Who<'_>) -> bool {
    let chars = part.chars().count();
    let words: Vec<&str> = part.split_whitespace().collect();
    let lower: Vec<String> = words
        .iter()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let dense = part.chars().any(crate::words::is_dense);
    let least = if dense || who.marked { 2 } else { 3 };
    // Marks of addresses and of code.
    let technical = key(part).is_empty()
        || part.contains(['@', '<', '>', '=', '{', '}', '[', '…', '?', '!'])
        || part.contains("://")
        || part.contains('/') && part.contains('.');
    // "A. Writer" is a name.
    let initial = words.first().is_some_and(|w| w.ends_with('.') && w.chars().count() == 2);
    let is_any = |list: &[&str]| lower.iter().any(|w| list.contains(&w.as_str()));
    let plausible = letters >= least
        && chars <= 60
        && words.len() <= 6
        && letters * 10 >= chars * 6
        && !technical
        && !is_any(NEVER)
        && !is_calendar(part)
        && !(words.len() == 1 && ORDINARY.contains(&lower[0].as_str()));
    let desk = lower.iter().flat_map(|w| w.split('-')).any(|w| ROLES.contains(&w));
    let plausible = plausible && !is_body(part) && !is_site(part, who.sites) && !is_domain(part);
    if who.marked {
        return plausible;
    }
    plausible
        && (initial || !desk)
        && !part.contains(['_', '+'])
        && !part.contains(|c: char| c.is_ascii_digit())
        && has_capitals(&words)
}

/// Whether a part is a month, a weekday, or holds a date.
fn is_calendar(part: &str) -> bool {
    let alone = |year: &str| {
        !part.contains(' ') && !dateline_reading::days(&format!("1 {part} {year}")).is_empty()
    };
    dateline_reading::first_date(part).is_some()
        || !dateline_reading::days(part).is_empty()
        || alone("2021")
}

/// Whether the words begin as those of a name do: with capitals, but for what stands amid
/// names ("de la", "van der"). A script without capitals has none to look for.
fn has_capitals(words: &[&str]) -> bool {
    let small =
        |word: &str| word.chars().all(|c| !c.is_uppercase()) && word.contains(char::is_lowercase);
    let all_small = words.iter().all(|w| small(w));
    words.len() == 1
        || all_small && words.len() <= 2
        || words.iter().all(|w| !small(w) || AMID.contains(&w.trim_end_matches('.')))
            && !words.first().is_some_and(|w| small(w) && !AMID.contains(w))
}

/// Whether a text names a firm, an office or the like.
fn is_body(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase());
    text.contains("e. V.")
        || words.into_iter().any(|w| {
            BODIES.contains(&w.as_str())
                || BODY_ENDS.iter().any(|end| w.trim_end_matches(['s', 'e']).ends_with(end))
        })
}

fn is_domain(part: &str) -> bool {
    !part.contains(' ')
        && part.rsplit_once('.').is_some_and(|(_, end)| {
            (2..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
        })
}

/// The names in one text as it joins them, where nothing else stands in it; else joined by
/// commas.
pub(super) fn byline(text: &str, who: Who<'_>) -> Option<String> {
    let found = names(text, who);
    let text = plain(text);
    let text = without_cue(&text).trim();
    let letters = |t: &str| key(t).chars().count();
    let only = parts(text).len() == found.len()
        && letters(text)
            <= found.iter().map(|n| letters(n)).sum::<usize>()
                + 4 * (found.len() - found.len().min(1));
    match found.len() {
        0 => None,
        1 => found.into_iter().next(),
        _ if only => Some(text.trim_end_matches([',', ';', '|', ' ']).to_owned()),
        _ => Some(found.join(", ")),
    }
}

/// The name in a line of a date and a name: "3 May 2021 | Oda Lind", "Posted on 3 May 2021 by
/// Oda Lind".
pub(super) fn beside_date(line: &str, who: Who<'_>) -> Option<(String, f32)> {
    dateline_reading::first_date(line)?;
    for cue in [" by ", " By ", " von ", " par ", " por "] {
        let Some((before, after)) = line.split_once(cue) else { continue };
        // "Posted on 3 May by", and "Posted in Books by … on 3 May".
        let digits = |t: &str| t.contains(|c: char| c.is_ascii_digit());
        let posted = key(before).starts_with("post") || key(before).starts_with("publi");
        if (digits(before) || posted && digits(after))
            && let Some(found) = byline(after, Who { marked: posted, ..who })
        {
            return Some((found, 3.5));
        }
    }
    line.split(['|', '•', '·', '–', '—', '/']).flat_map(|p| p.split(" - ")).map(str::trim).find_map(
        |part| {
            let labelled = after_cue(part).and_then(|after| byline(after, who));
            let alone = || is_person(part, who).then(|| (part.to_owned(), 1.0));
            labelled.map(|name| (name, 2.0)).or_else(alone)
        },
    )
}

/// Whether a text is the name of a person and nothing else: two or three words with
/// capitals.
pub(super) fn is_person(text: &str, who: Who<'_>) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| {
        w.starts_with(char::is_uppercase)
            && (w.chars().skip(1).any(char::is_lowercase) || w.ends_with('.'))
            && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
    };
    (2..=3).contains(&words.len()) && words.iter().all(capital) && is_name(text, who)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_authors() {
        let cases: &[(&str, &[&str])] = &[
            ("By Oda Lind", &["Oda Lind"]),
            ("by Oda Lind and Per Moe", &["Oda Lind", "Per Moe"]),
            ("Von Oda Lind, Per Moe", &["Oda Lind", "Per Moe"]),
            ("Byron Lind", &["Byron Lind"]),
            ("Oda Lind, Senior Reporter", &["Oda Lind"]),
            ("Oda Lind | 3 May 2021", &["Oda Lind"]),
            ("Oda Lind on 3 May 2021", &["Oda Lind"]),
            ("Oda Lind (Oslo)", &["Oda Lind"]),
            ("oda@marn.example", &[]),
            ("@odalind", &["odalind"]),
            ("3 May 2021", &[]),
            ("Marn Online", &[]),
            ("admin", &[]),
            ("https://marn.example/oda", &[]),
            ("Oda &amp; Per Lind", &["Oda", "Per Lind"]),
            ("<a href='/oda'>Oda Lind</a>", &["Oda Lind"]),
            ("文／林小明", &["林小明"]),
            ("Oda Lind Oda Lind", &["Oda Lind"]),
            ("Oda van der Lind", &["Oda van der Lind"]),
            ("oda lind", &["oda lind"]),
            ("Oda Lind, April", &["Oda Lind"]),
            ("April 22, 2024", &[]),
            ("April Lind", &["April Lind"]),
            ("View Comments", &[]),
            ("Veröffentlicht", &[]),
            ("High depth measuring of snow", &[]),
            ("CC BY", &[]),
            ("marn.example/oda", &[]),
            ("Marn online", &[]),
            ("", &[]),
        ];
        for (text, want) in cases {
            let who = Who { sites: &["Marn Online".to_owned()], marked: false };
            assert_eq!(names(text, who), *want, "{text}");
        }
    }

    #[test]
    fn names_that_the_page_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("by odalind_77", &["odalind_77"]),
            ("Redaktion", &["Redaktion"]),
            ("von Marn Online", &[]),
            ("Eastern Desk", &["Eastern Desk"]),
            ("OL", &["OL"]),
            ("3 May 2021", &[]),
            ("View Comments", &[]),
        ];
        for (text, want) in cases {
            let who = Who { sites: &["Marn Online".to_owned()], marked: true };
            assert_eq!(names(text, who), *want, "{text}");
        }
    }

    #[test]
    fn names_beside_dates() {
        let cases = [
            ("3 May 2021 | Oda Lind", Some("Oda Lind")),
            ("Posted on 3 May 2021 by Oda Lind", Some("Oda Lind")),
            ("Posted in Books by odalind on May 3, 2021", Some("odalind")),
            ("5.2.2021 - Redaktion: Oda Lind (Marn)", Some("Oda Lind")),
            ("3 May 2021", None),
            ("3 May 2021 | News from Oslo", None),
        ];
        for (line, want) in cases {
            let found = beside_date(line, Who { sites: &[], marked: false });
            assert_eq!(found.as_ref().map(|(name, _)| name.as_str()), want, "{line}");
        }
    }
}

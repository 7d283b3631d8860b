//! Names of authors as pages give them, without what is no part of a name.

use crate::words::{key, tidy};

/// Words that lead to a name, in small letters; longer ones first.
const CUES: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "words by",
    "text by",
    "submitted by",
    "reviewed by",
    "edited by",
    "geschrieben von",
    "veröffentlicht von",
    "verfasst von",
    "ein beitrag von",
    "ein artikel von",
    "ein gastbeitrag von",
    "gastbeitrag von",
    "text von",
    "eingestellt von",
    "von redaktion",
    "interview von",
    "aus dem",
    "publié par",
    "rédigé par",
    "écrit par",
    "propos recueillis par",
    "escrito por",
    "publicado por",
    "redactado por",
    "scritto da",
    "pubblicato da",
    "a cura di",
    "door",
    "skrevet af",
    "skrevet av",
    "napisane przez",
    "opublikowane przez",
    "autor:in",
    "autorin",
    "autoren",
    "autores",
    "autora",
    "auteur",
    "autore",
    "author",
    "authors",
    "autor",
    "автор",
    "текст",
    "text",
    "texte",
    "texto",
    "by",
    "von",
    "par",
    "por",
    "di",
    "af",
    "av",
    "przez",
    "από",
    "του",
    "oleh",
    "yazan",
    "yazar",
    "tekst",
    "redakcja",
    "redaktor",
    "redacción",
    "bericht",
    "作者",
    "文／",
    "文/",
    "文",
    "记者",
    "記者",
    "編集",
    "글",
    "기자",
    "بقلم",
    "نویسنده",
];

/// Words after which nothing belongs to a name.
const ENDS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "veröffentlicht",
    "aktualisiert",
    "publié",
    "publicado",
    "on",
    "am",
    "vom",
    "le",
    "el",
    "stand",
    "last",
    "zuletzt",
    "read",
    "view",
    "follow",
    "more",
    "für",
    "for",
    "in",
    "at",
    "um",
];

/// Words of a part that is a post or a body and no person's name, in small letters.
const ROLES: &[&str] = &[
    "editor",
    "editors",
    "reporter",
    "reporters",
    "correspondent",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "redaktion",
    "redakteur",
    "redakteurin",
    "redaktionsleitung",
    "chefredakteur",
    "chefredakteurin",
    "redaktionsteam",
    "onlineredaktion",
    "journalist",
    "journaliste",
    "journalistin",
    "redactor",
    "redactora",
    "periodista",
    "rédaction",
    "rédacteur",
    "rédactrice",
    "redazione",
    "redaktor",
    "redakcja",
    "admin",
    "administrator",
    "webmaster",
    "author",
    "autor",
    "autorin",
    "autoren",
    "editorial",
    "newsroom",
    "volontär",
    "volontärin",
    "guest",
    "gastautor",
    "gastautorin",
    "anonymous",
    "anonym",
    "anónimo",
    "anonyme",
    "wordpressadmin",
    "unknown",
];

/// Words of bodies, in small letters, that are no persons.
const BODIES: &[&str] = &[
    "gmbh",
    "ag",
    "mbh",
    "kg",
    "ev",
    "eg",
    "inc",
    "ltd",
    "llc",
    "corp",
    "verlag",
    "stiftung",
    "ministerium",
    "bundesministerium",
    "institut",
    "institute",
    "foundation",
    "landesanstalt",
    "bundesanstalt",
    "universität",
    "university",
    "verband",
    "partei",
    "agencies",
    "agencia",
    "agency",
    "agentur",
    "presse",
    "pressestelle",
    "media",
    "medien",
    "departement",
    "department",
    "sekretariat",
    "amt",
    "zeitung",
    "magazin",
    "magazine",
    "copyright",
    "team",
    "noticias",
    "news",
    "online",
    "kitchens",
    "staff",
    "germany",
    "deutschland",
];

/// The names in one text: without leading words, roles, addresses, dates, and the name of
/// the site.
pub(super) fn names(text: &str, site: Option<&str>) -> Vec<String> {
    let text = plain(text);
    if text.contains(['©', '®']) || text.starts_with("http") || is_body(&text) {
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
        if is_name(part, site) && !out.iter().any(|known| key(known) == key(part)) {
            out.push(part.to_owned());
        }
    }
    out
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
    &part[..end]
}

fn is_name(part: &str, site: Option<&str>) -> bool {
    let chars = part.chars().count();
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let least = if part.chars().any(crate::words::is_dense) { 2 } else { 3 };
    let own = key(part);
    let is_site = site.is_some_and(|site| key(site) == own);
    let place = own.is_empty()
        || part.contains(['@', '<', '>', '=', '{', '}', '['])
        || part.contains("://");
    // "A. Writer" is a name.
    let initial = words.first().is_some_and(|w| w.ends_with('.') && w.chars().count() == 2);
    let bare = |word: &String| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let role = !initial && words.iter().any(|w| ROLES.contains(&bare(w).as_str()));
    letters >= least
        && chars <= 60
        && words.len() <= 6
        && letters * 10 >= chars * 6
        && !is_site
        && !place
        && !role
        && !is_body(part)
        && !part.contains(['_', '+'])
        && !part.contains(|c: char| c.is_ascii_digit())
        && dateline_reading::first_date(part).is_none()
        && !is_domain(part)
        && !(words.len() == 1 && is_ordinary(&words[0]))
}

/// Whether a text names a firm, an office or the like.
fn is_body(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase());
    words.into_iter().any(|w| BODIES.contains(&w.as_str()))
}

/// Single words that stand where an author would.
fn is_ordinary(word: &str) -> bool {
    matches!(
        word,
        "dpa"
            | "afp"
            | "reuters"
            | "apa"
            | "ap"
            | "epd"
            | "kna"
            | "sid"
            | "staff"
            | "team"
            | "none"
            | "null"
            | "undefined"
            | "home"
            | "news"
            | "share"
            | "print"
            | "drucken"
            | "teilen"
            | "facebook"
            | "twitter"
            | "email"
            | "the"
            | "von"
            | "by"
            | "user"
    )
}

fn is_domain(part: &str) -> bool {
    !part.contains(' ')
        && part.rsplit_once('.').is_some_and(|(_, end)| {
            (2..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
        })
}

/// The names in one text as it joins them, where nothing else stands in it; else joined by
/// commas.
pub(super) fn byline(text: &str, site: Option<&str>) -> Option<String> {
    let found = names(text, site);
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
pub(super) fn beside_date(line: &str, site: Option<&str>) -> Option<(String, f32)> {
    dateline_reading::first_date(line)?;
    for cue in [" by ", " By ", " von ", " par ", " por "] {
        if let Some((before, after)) = line.split_once(cue)
            && before.contains(|c: char| c.is_ascii_digit())
            && let Some(found) = byline(after, site)
        {
            return Some((found, 3.5));
        }
    }
    line.split(['|', '•', '·', '–', '—', '/']).flat_map(|p| p.split(" - ")).map(str::trim).find_map(
        |part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            let capital = |w: &&str| {
                w.starts_with(char::is_uppercase)
                    && w.chars().skip(1).any(char::is_lowercase)
                    && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            };
            let person = (2..=3).contains(&words.len()) && words.iter().all(capital);
            (person && is_name(part, site)).then(|| (part.to_owned(), 1.0))
        },
    )
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
            ("", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(names(text, Some("Marn Online")), *want, "{text}");
        }
    }
}

//! The title, whole, and without the name of the site.

use crate::words::{count, key};

/// Marks that part the title from the name of the site in `<title>`.
const MARKS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ‹ ", ": ", " – ",
    " ⋆ ", " > ", " ~ ",
];

/// A title without the name of its site at either end. What else stands behind a dash is
/// the title's.
pub(super) fn without_site(title: &str, sites: &[String]) -> String {
    let mut title = title.trim();
    loop {
        let Some(cut) = cut_once(title, sites) else { return title.to_owned() };
        title = cut;
    }
}

fn cut_once<'t>(title: &'t str, sites: &[String]) -> Option<&'t str> {
    for mark in MARKS {
        if let Some(at) = title.rfind(mark) {
            let (head, tail) = (&title[..at], &title[at + mark.len()..]);
            if !head.trim().is_empty() && is_site(tail, sites) {
                return Some(head.trim());
            }
        }
        if let Some(at) = title.find(mark) {
            let (head, tail) = (&title[..at], &title[at + mark.len()..]);
            if !tail.trim().is_empty() && is_site(head, sites) {
                return Some(tail.trim());
            }
        }
    }
    None
}

/// Whether words name the site: its name, its host, or a part of it.
pub(super) fn is_site(words: &str, sites: &[String]) -> bool {
    let own = key(words);
    let own = own.as_str();
    if own.is_empty() {
        return true;
    }
    sites.iter().any(|site| {
        let site = key(site);
        let longer = own.len().max(site.len());
        let shorter = own.len().min(site.len());
        site == own
            || shorter >= 4
                && (site.contains(own) || own.contains(&site))
                && shorter * 10 >= longer * 5
    })
}

/// Names under which the site may stand in a title: those that it gives, and its host.
pub(super) fn sites(given: &[Option<&str>], url: Option<&str>) -> Vec<String> {
    let mut out: Vec<String> = given.iter().flatten().map(|s| (*s).to_owned()).collect();
    if let Some(host) = url.and_then(host) {
        let mut labels: Vec<&str> = host.split('.').collect();
        out.push(labels.join("."));
        labels.pop();
        if labels.len() > 1 && labels.last().is_some_and(|l| l.len() <= 3) {
            labels.pop();
        }
        out.push(labels.last().copied().unwrap_or("").to_owned());
        out.push(labels.join("."));
    }
    out
}

/// The host of an address without `www.`.
pub(super) fn host(url: &str) -> Option<&str> {
    let rest = crate::marks::without_archive(url).split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|h| h.contains('.'))
}

/// The best of the titles: `heading` is the headline in the page, `given` those that the
/// page has for programs, in the order of trust, each without the name of the site.
pub(super) fn choose(
    heading: Option<&str>,
    given: &[String],
    document: Option<&str>,
) -> Option<String> {
    let document_key = document.map(key).unwrap_or_default();
    if let Some(heading) = heading.filter(|h| !h.is_empty()) {
        let own = key(heading);
        // A kicker or a deck may stand in the heading itself.
        if let Some(inner) = given.iter().find(|g| is_inner(g, heading)) {
            return Some(inner.clone());
        }
        let confirmed = given.iter().any(|g| key(g) == own) || document_key.contains(&own);
        let like = given.iter().map(String::as_str).chain(document).any(|g| alike(g, heading));
        if confirmed && count(heading) > 1 || like || given.is_empty() && document.is_none() {
            return Some(heading.to_owned());
        }
        if count(heading) > 3 {
            return Some(heading.to_owned());
        }
    }
    given
        .iter()
        .find(|g| count(g) > 0)
        .cloned()
        .or_else(|| heading.map(str::to_owned))
        .or_else(|| document.map(str::to_owned))
}

/// Whether a title is the heading without a kicker before it, or a deck after it.
fn is_inner(given: &str, heading: &str) -> bool {
    if count(given) < 3 || given.ends_with(['…', '.']) || heading.len() <= given.len() {
        return false;
    }
    let after = heading.strip_prefix(given).map(str::trim_start);
    heading.ends_with(given)
        || count(given) > 3
            && after.is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '„' | '“' | '«'))
            })
}

/// Whether half of the words of the shorter title stand in the other.
fn alike(one: &str, other: &str) -> bool {
    let words = |t: &str| {
        t.split_whitespace().map(key).filter(|w| w.chars().count() > 2).collect::<Vec<_>>()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    !few.is_empty() && few.iter().filter(|w| many.contains(w)).count() * 2 >= few.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_without_sites() {
        let sites = sites(&[Some("The Elin Mail")], Some("https://www.elinmail.example/a"));
        let cases = [
            ("Rain in Peru | The Elin Mail", "Rain in Peru"),
            ("Rain - and more rain - The Elin Mail", "Rain - and more rain"),
            ("Rain - and more rain", "Rain - and more rain"),
            ("The Elin Mail: Rain in Peru", "Rain in Peru"),
            ("Rain in Peru - elinmail.example", "Rain in Peru"),
            ("Mail strike: who gets letters?", "Mail strike: who gets letters?"),
            ("The Elin Mail", "The Elin Mail"),
        ];
        for (title, want) in cases {
            assert_eq!(without_site(title, &sites), want);
        }
    }
}

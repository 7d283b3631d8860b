//! Addresses and handles: "www.china.org", "@France24", "paris@example.com".

use super::super::{Article, Fixed, Reading};

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let (before, after) = article.around(reading.candidate.span);
        if inside(before) || goes_on(after) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

/// Whether an address has begun: "@", "www.", "photos/".
fn inside(before: &str) -> bool {
    const PARTS: [&str; 6] = ["://", "www.", ".com", ".org", ".net", ".gov"];
    let run = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    run.ends_with(['@', '_']) || PARTS.iter().any(|part| run.contains(part))
}

/// Whether an address goes on: ".com", "@example".
fn goes_on(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        Some('@' | '_') => true,
        Some('.') => chars.next().is_some_and(|c| c.is_ascii_lowercase()),
        _ => false,
    }
}

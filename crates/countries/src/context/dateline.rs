//! Datelines: "LONDON, March 2 -", "BEIRUT (Reuters) -". The words name a place;
//! where no state follows, newspapers mean the place that every reader knows.

use super::{Article, Class};
use crate::scan::Candidate;

/// News agencies as datelines name them.
const AGENCIES: &[&str] =
    &["Reuters", "AP", "AFP", "UPI", "Xinhua", "CNN", "dpa", "TASS", "ANI", "PTI", "IRIN"];

/// Whether the candidate begins its line and a date or an agency follows.
pub(crate) fn is_dateline(article: &Article, candidate: &Candidate) -> bool {
    let last = &article.words[candidate.word + candidate.words - 1];
    let Some(next) = article.after(candidate.word + candidate.words) else { return false };
    let follows = match article.between(last, next) {
        ", " => article.class(next).is(Class::MONTH) && next.capital,
        " (" | ", (" => AGENCIES.contains(&next.of(article.text)),
        _ => false,
    };
    follows && article.begins_line(candidate.span)
}

//! A citation as a sentence.

use super::{ArticleReference, CorpusReference, date};

/// What a citation has for the date of an article without one.
const NO_DATE: &str = "n.d.";

/// Authors, “Title”, source, date or "n.d.", address (accessed day).
pub(super) fn article(article: &ArticleReference) -> String {
    let mut parts = vec![list(&article.authors), format!("“{}”", article.title.trim())];
    parts.push(article.source.clone());
    parts.push(match date::words(&article.published) {
        none if none.is_empty() => NO_DATE.to_owned(),
        date => date,
    });
    sentence(parts, &article.address, &article.accessed)
}

/// Title, extent, made by, address (accessed day).
pub(super) fn corpus(corpus: &CorpusReference) -> String {
    let parts = vec![corpus.title.clone(), corpus.extent(), corpus.made_by.clone()];
    sentence(parts, &corpus.address, &corpus.accessed)
}

fn sentence(mut parts: Vec<String>, address: &str, accessed: &str) -> String {
    let accessed = date::words(accessed);
    parts.push(match (address.is_empty(), accessed.is_empty()) {
        (true, _) => String::new(),
        (false, true) => address.to_owned(),
        (false, false) => format!("{address} (accessed {accessed})"),
    });
    parts.retain(|part| !part.is_empty());
    let sentence = parts.join(", ");
    if sentence.ends_with('.') { sentence } else { format!("{sentence}.") }
}

/// "A", "A and B", "A, B and C".
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn sentences() {
        let rows = [
            (
                article(&samples::article()),
                "Mina Okoye and Reuters staff, “Trade & aid: 50% of {what} China_wants?”, \
                 The Harbour Post, 13 May 2023, https://example.org/a_b#doc=1 (accessed 21 November 2026).",
            ),
            (article(&samples::bare()), "“Untitled talks”, n.d."),
            (
                corpus(&samples::corpus()),
                "Harbour talks, 5 articles, SHA-256 00ff, gazetteer 2026.11, Dateline 0.1.0, \
                 https://example.org/ (accessed 21 November 2026).",
            ),
        ];
        for (got, want) in rows {
            assert_eq!(got, want);
        }
    }
}

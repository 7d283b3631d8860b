//! RIS: two letters, two spaces, a hyphen, a space, the value.

use super::{ArticleReference, CorpusReference, date};
use crate::csv::one_line;

/// The record of an article, of type NEWS.
pub(super) fn article(article: &ArticleReference) -> String {
    let mut tags = vec![("TY", "NEWS".to_owned())];
    tags.extend(article.authors.iter().map(|name| ("AU", name.clone())));
    tags.push(("TI", article.title.clone()));
    tags.push(("T2", article.source.clone()));
    if let Some(year) = date::parts(&article.published).first() {
        tags.push(("PY", format!("{year:04}")));
        tags.push(("DA", slashed(&article.published)));
    }
    tags.push(("UR", article.address.clone()));
    tags.push(("Y2", slashed(&article.accessed)));
    record(tags)
}

/// The record of the corpus, of type DATA.
pub(super) fn corpus(corpus: &CorpusReference) -> String {
    record(vec![
        ("TY", "DATA".to_owned()),
        ("TI", corpus.title.clone()),
        ("PB", corpus.made_by.clone()),
        ("N1", corpus.extent()),
        ("UR", corpus.address.clone()),
        ("Y2", slashed(&corpus.accessed)),
    ])
}

/// A date as RIS writes it: "2023/05/13", "2023/05".
fn slashed(iso: &str) -> String {
    if date::parts(iso).is_empty() { String::new() } else { iso.trim().replace('-', "/") }
}

fn record(tags: Vec<(&str, String)>) -> String {
    let mut out = String::new();
    for (tag, value) in tags {
        let value = one_line(&value);
        if !value.trim().is_empty() {
            out.push_str(&format!("{tag}  - {}\r\n", value.trim()));
        }
    }
    out.push_str("ER  - \r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn records() {
        let rows = [
            (
                article(&samples::article()),
                "TY  - NEWS\r\nAU  - Mina Okoye\r\nAU  - Reuters staff\r\n\
                 TI  - Trade & aid: 50% of {what} China_wants?\r\nT2  - The Harbour Post\r\n\
                 PY  - 2023\r\nDA  - 2023/05/13\r\nUR  - https://example.org/a_b#doc=1\r\n\
                 Y2  - 2026/11/21\r\nER  - \r\n",
            ),
            (article(&samples::bare()), "TY  - NEWS\r\nTI  - Untitled talks\r\nER  - \r\n"),
            (
                corpus(&samples::corpus()),
                "TY  - DATA\r\nTI  - Harbour talks\r\nPB  - Dateline 0.1.0\r\n\
                 N1  - 5 articles, SHA-256 00ff, gazetteer 2026.11\r\n\
                 UR  - https://example.org/\r\nY2  - 2026/11/21\r\nER  - \r\n",
            ),
        ];
        for (got, want) in rows {
            assert_eq!(got, want);
        }
    }

    proptest! {
        #[test]
        fn a_value_cannot_start_a_tag(title in any::<String>()) {
            let text = article(&ArticleReference { title, ..ArticleReference::default() });
            let tags = text.split("\r\n").filter(|line| line.get(2..6) == Some("  - ")).count();
            prop_assert!(tags <= 3);
            prop_assert_eq!(text.lines().count(), tags);
        }
    }
}

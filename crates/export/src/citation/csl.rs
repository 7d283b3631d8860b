//! CSL-JSON: the data of the Citation Style Language, an array of one item.

use super::{ArticleReference, CorpusReference, date};
use crate::json::string;

/// An item of type `article-newspaper`.
pub(super) fn article(article: &ArticleReference) -> String {
    let authors: Vec<String> =
        article.authors.iter().map(|name| format!("{{\"literal\":{}}}", string(name))).collect();
    item(vec![
        ("id", text(&article.title)),
        ("type", text("article-newspaper")),
        ("title", text(&article.title)),
        ("author", (!authors.is_empty()).then(|| format!("[{}]", authors.join(",")))),
        ("container-title", text(&article.source)),
        ("issued", day(&article.published)),
        ("URL", text(&article.address)),
        ("accessed", day(&article.accessed)),
    ])
}

/// An item of type `dataset`.
pub(super) fn corpus(corpus: &CorpusReference) -> String {
    item(vec![
        ("id", text(&corpus.title)),
        ("type", text("dataset")),
        ("title", text(&corpus.title)),
        ("version", text(&corpus.hash)),
        ("publisher", text(&corpus.made_by)),
        ("note", text(&corpus.extent())),
        ("URL", text(&corpus.address)),
        ("accessed", day(&corpus.accessed)),
    ])
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| string(value))
}

fn day(iso: &str) -> Option<String> {
    let parts: Vec<String> = date::parts(iso).iter().map(u32::to_string).collect();
    (!parts.is_empty()).then(|| format!("{{\"date-parts\":[[{}]]}}", parts.join(",")))
}

fn item(members: Vec<(&str, Option<String>)>) -> String {
    let members: Vec<String> = members
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| format!("  \"{name}\": {value}")))
        .collect();
    format!("[{{\n{}\n}}]\n", members.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn items() {
        let rows = [
            (
                article(&samples::article()),
                json!([{
                    "id": "Trade & aid: 50% of {what} China_wants?",
                    "type": "article-newspaper",
                    "title": "Trade & aid: 50% of {what} China_wants?",
                    "author": [{"literal": "Mina Okoye"}, {"literal": "Reuters staff"}],
                    "container-title": "The Harbour Post",
                    "issued": {"date-parts": [[2023, 5, 13]]},
                    "URL": "https://example.org/a_b#doc=1",
                    "accessed": {"date-parts": [[2026, 11, 21]]},
                }]),
            ),
            (
                article(&samples::bare()),
                json!([{"id": "Untitled talks", "type": "article-newspaper", "title": "Untitled talks"}]),
            ),
            (
                corpus(&samples::corpus()),
                json!([{
                    "id": "Harbour talks",
                    "type": "dataset",
                    "title": "Harbour talks",
                    "version": "00ff",
                    "publisher": "Dateline 0.1.0",
                    "note": "5 articles, SHA-256 00ff, gazetteer 2026.11",
                    "URL": "https://example.org/",
                    "accessed": {"date-parts": [[2026, 11, 21]]},
                }]),
            ),
        ];
        for (got, want) in rows {
            let got: Value = serde_json::from_str(&got).unwrap();
            assert_eq!(got, want);
        }
    }
}

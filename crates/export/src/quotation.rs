//! A quotation with its source.

/// A passage of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The passage as it stands in the article.
    pub passage: String,
    /// The paragraph it stands in, counted from 1.
    pub paragraph: Option<usize>,
    /// The article's plain citation, which ends in a full stop.
    pub source: String,
    /// The address that leads to the passage; may be empty.
    pub address: String,
}

/// The passage in curly quotes on one line, its source below, the address last.
/// Double quotes that are already around the whole passage are not doubled.
pub fn quotation(quotation: &Quotation) -> String {
    let passage = quotation.passage.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = passage
        .strip_prefix(['“', '"'])
        .and_then(|rest| rest.strip_suffix(['”', '"']))
        .filter(|inner| !inner.contains(['“', '”', '"']))
        .unwrap_or(&passage);
    let mut out = format!("“{bare}”\n{}", quotation.source);
    if let Some(paragraph) = quotation.paragraph {
        out.push_str(&format!(" Paragraph {paragraph}."));
    }
    if !quotation.address.is_empty() {
        out.push('\n');
        out.push_str(&quotation.address);
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_once() {
        let rows = [
            ("China  is\nnear.", "“China is near.”"),
            ("“China is near.”", "“China is near.”"),
            ("“Yes”, he said, “no”", "““Yes”, he said, “no””"),
        ];
        for (passage, want) in rows {
            let got = quotation(&Quotation {
                passage: passage.into(),
                paragraph: None,
                source: "“A title”. The Paper.".into(),
                address: String::new(),
            });
            assert_eq!(got, format!("{want}\n“A title”. The Paper.\n"));
        }
    }

    #[test]
    fn names_its_place() {
        let got = quotation(&Quotation {
            passage: "China is near.".into(),
            paragraph: Some(12),
            source: "“A title”.".into(),
            address: "https://example.org/#doc=1".into(),
        });
        assert_eq!(got, "“China is near.”\n“A title”. Paragraph 12.\nhttps://example.org/#doc=1\n");
    }
}

//! Citations and quotations of what is open. Pure: the browser does the copying.

use crate::exports::save::MADE_BY;
use crate::model::paragraphs::paragraph;
use crate::model::shared::Shared;
use dateline_corpus::{Article, ArticleId, Span};
use dateline_export::{ArticleReference, Citation, CorpusReference, Quotation, quotation};

/// What a reader wants to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The address of this view.
    Link,
    /// A citation of an article.
    Article(ArticleId),
    /// A citation of the corpus.
    Corpus,
    /// The selected passage of an article (or the paragraph at this byte, or the
    /// first) with its source.
    Quote(ArticleId, Option<u32>),
}

/// A citation in one form; `link` is the address of the view, `today` the day in
/// ISO 8601.
pub fn citation(
    corpus: &Shared,
    article: Option<ArticleId>,
    form: Citation,
    link: &str,
    today: &str,
) -> String {
    match article.and_then(|id| corpus.article(id)) {
        Some(article) if corpus.is_users(article.id()) => {
            form.of_article(&of_file(article_reference(&article, "", today), &article))
        }
        Some(article) => form.of_article(&article_reference(&article, link, today)),
        None => form.of_corpus(&CorpusReference {
            title: corpus.name().to_owned(),
            articles: corpus.len(),
            hash: corpus.hash(),
            gazetteer: corpus.gazetteer_version().to_owned(),
            made_by: MADE_BY.to_owned(),
            address: link.to_owned(),
            accessed: today.to_owned(),
        }),
    }
}

/// A passage to quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoting {
    /// The article.
    pub id: ArticleId,
    /// What the reader marked.
    pub selected: String,
    /// Where the reader is, in bytes.
    pub at: Option<u32>,
    /// The address of the view.
    pub link: String,
    /// The day in ISO 8601.
    pub today: String,
}

/// A passage of an article with its source.
pub fn quoted(corpus: &Shared, asked: &Quoting) -> Option<String> {
    let article = corpus.article(asked.id)?;
    let is_users = corpus.is_users(asked.id);
    Some(quote(&article, is_users, &asked.selected, asked.at, &asked.link, &asked.today))
}

/// A passage with its source. `selected` is what the reader marked; without it the
/// paragraph at byte `at` is quoted, or the first of the text.
pub fn quote(
    article: &Article<'_>,
    is_users: bool,
    selected: &str,
    at: Option<u32>,
    link: &str,
    today: &str,
) -> String {
    let selected = selected.trim();
    let clean = || article.blocks().iter().enumerate().filter(|(_, b)| b.is_clean());
    let found = if selected.is_empty() {
        let here = clean().find(|(_, b)| at.is_some_and(|at| holds(b.span, at)));
        here.or_else(|| clean().find(|(_, b)| b.kind == dateline_corpus::BlockKind::Body))
    } else {
        clean().find(|(_, b)| flat(b.span.of(article.text())).contains(&flat(selected)))
    };
    let passage = match (selected, found) {
        ("", Some((_, block))) => block.span.of(article.text()).to_owned(),
        (selected, _) => selected.to_owned(),
    };
    let reference = article_reference(article, "", today);
    let reference = if is_users { of_file(reference, article) } else { reference };
    quotation(&Quotation {
        passage,
        paragraph: found.and_then(|(number, _)| paragraph(article, number)),
        source: Citation::Plain.of_article(&reference),
        address: link.to_owned(),
    })
}

fn holds(span: Span, at: u32) -> bool {
    (span.start..span.end).contains(&at)
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn article_reference(article: &Article<'_>, link: &str, today: &str) -> ArticleReference {
    let iso = article.date().map(|d| d.to_string()).unwrap_or_default();
    ArticleReference {
        title: article.title().to_owned(),
        authors: article.byline().map(authors).unwrap_or_default(),
        source: article.source().unwrap_or_default().to_owned(),
        published: iso.split('T').next().unwrap_or_default().to_owned(),
        address: article.url().filter(|_| !link.is_empty()).unwrap_or(link).to_owned(),
        accessed: today.to_owned(),
    }
}

/// A reference to an article of the reader's own files: no address leads to it, so that the file
/// says which one is meant.
fn of_file(reference: ArticleReference, article: &Article<'_>) -> ArticleReference {
    let file = format!("file {}", article.name());
    let source = match reference.source.as_str() {
        "" => file,
        source => format!("{source}, {file}"),
    };
    ArticleReference { source, ..reference }
}

/// The authors of a byline: "A, B and C".
fn authors(byline: &str) -> Vec<String> {
    let parts = byline.split([',', ';']).flat_map(|p| p.split(" and "));
    parts
        .map(|p| p.trim().trim_start_matches("and ").to_owned())
        .filter(|p| !p.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::{CorpusBuilder, Input};

    fn corpus() -> Shared {
        let mut builder = CorpusBuilder::new();
        let body = "Grain rose by a tenth in May. Millers in Chile were not surprised.\n\n\
                    A second paragraph stands here, about the harvest in Peru.";
        let mut input = Input::read("a.txt", Some("Grain prices rise".to_owned()), body);
        input.metadata.byline = Some("Ann Lee and Bo Ek".to_owned());
        builder.add(input).unwrap();
        Shared::open(builder.build().unwrap()).unwrap()
    }

    #[test]
    fn splits_bylines() {
        let rows = [
            ("Ann Lee", "Ann Lee"),
            ("Ann Lee and Bo Ek", "Ann Lee|Bo Ek"),
            ("A, B and C", "A|B|C"),
            ("A, B, and C", "A|B|C"),
        ];
        rows.iter().for_each(|(byline, list)| assert_eq!(authors(byline).join("|"), *list));
    }

    #[test]
    fn quotes_the_selection_or_the_paragraph() {
        let corpus = corpus();
        let article = corpus.article(ArticleId(0)).unwrap();
        let at = article.text().find("second").map(|b| b as u32);
        let rows = [
            ("Millers in Chile", None, "“Millers in Chile”"),
            ("", at, "“A second paragraph stands here, about the harvest in Peru.”"),
            ("", None, "“Grain rose by a tenth in May. Millers in Chile were not surprised.”"),
        ];
        for (selected, at, expected) in rows {
            let quote =
                quote(&article, false, selected, at, "https://example.org/#q=a", "2026-11-21");
            assert!(quote.starts_with(expected), "{quote}");
            assert!(
                quote.contains("Grain prices rise") && quote.contains("https://example.org/#q=a"),
                "{quote}"
            );
        }
    }

    #[test]
    fn cites_article_and_corpus() {
        let corpus = corpus();
        for form in Citation::ALL {
            let text =
                citation(&corpus, Some(ArticleId(0)), form, "https://example.org/", "2026-11-21");
            assert!(text.contains("Grain prices rise") && text.contains("Lee"), "{text}");
            let text = citation(&corpus, None, form, "https://example.org/", "2026-11-21");
            assert!(text.contains(&corpus.hash()[..8]), "{text}");
        }
    }
}

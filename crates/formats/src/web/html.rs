//! Web pages: the articles in them with the roles of their blocks, and what the page says
//! of them.

use crate::article::{Article, Reading, Skipped};
use crate::dates::any_date;
use crate::format::{File, Format, Reader};
use crate::news_databases::pages;
use crate::tables::columns::Row;
use crate::text::decode::{declared_within, decode};
use crate::web::sentences::is_sentence;
use crate::xml::rows;
use crate::xml::tree::{Syntax, parse};
use dateline_corpus::{BlockKind, Body, Input, Metadata};

/// A page with this many words or fewer holds no article: it asks to log in, or is
/// made by scripts.
const FEW_WORDS: usize = 5;

/// A web page.
pub(crate) static FORMAT: Format = Format {
    name: "HTML",
    label: "HTML",
    endings: &["html", "htm", "xhtml"],
    looks_like,
    reader: Reader::Whole(articles),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    let start = head.trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    begins(b"<!doctype html") || begins(b"<html")
}

/// The articles of a page, also of one that a news database exported.
///
/// # Errors
/// When the page holds none.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let File { name, bytes, charset, url } = *file;
    let declared = charset.map(str::to_owned).or_else(|| declared_within(bytes));
    let decoded = decode(bytes, declared.as_deref())?;
    if let Some(reading) = pages::of_page(name, &decoded.text) {
        return Ok(reading);
    }
    if let Some(rows) = table(&decoded.text) {
        return Ok(rows::articles(name, "row", rows));
    }
    let page = dateline_html::read(&decoded.text, url);
    // An archive of the web holds what leads to its articles too.
    if url.is_some() && page.articles.iter().all(is_list) {
        let skipped = Skipped::quiet(name, "a page of links, without a sentence");
        return Ok(Reading { skipped: vec![skipped], ..Reading::default() });
    }
    let several = page.articles.len() > 1;
    let mut articles = Vec::new();
    for (number, article) in page.articles.into_iter().enumerate() {
        if words(&article) <= FEW_WORDS {
            continue;
        }
        let name = if several { format!("{name}#{}", number + 1) } else { name.to_owned() };
        let mut article = Article::new("HTML", input(name, article)).noting(decoded.note.clone());
        article.notes.extend(page.notes.iter().cloned());
        articles.push(article);
    }
    if articles.is_empty() {
        return Err("no article in this page: it has hardly a word without its scripts".into());
    }
    Ok(Reading { articles, ..Reading::default() })
}

/// The rows of a page that is one table of articles, as services write it for spreadsheets.
fn table(html: &str) -> Option<Vec<Row>> {
    const FEWEST_ROWS: usize = 2;
    let lower = |tag: &str| html.contains(tag) || html.contains(&tag.to_uppercase());
    let may_be = html.match_indices("<tr").count() + html.match_indices("<TR").count();
    if may_be < FEWEST_ROWS || lower("<article") || lower("<h1") {
        return None;
    }
    rows::of_tables(&parse(html, Syntax::Loose).ok()?)
}

/// Whether no part of an article is prose.
fn is_list(article: &dateline_html::Article) -> bool {
    let mut text = article.parts.iter().filter(|part| part.kind != BlockKind::Title);
    !text.any(|part| is_sentence(&part.text))
}

/// Words of an article, its headline left out.
fn words(article: &dateline_html::Article) -> usize {
    let text = article.parts.iter().filter(|p| p.kind != BlockKind::Title);
    text.map(|p| dateline_html::count_words(&p.text)).sum()
}

fn input(name: String, article: dateline_html::Article) -> Input {
    let lines: Vec<&str> = article.parts.iter().map(|part| part.text.as_str()).collect();
    let text = lines.join("\n\n");
    let kinds = article.parts.iter().map(|part| part.kind).collect();
    let said = article.metadata;
    let metadata = Metadata {
        title: said.title,
        source: said.source,
        byline: said.byline,
        date: said.date.as_deref().and_then(any_date),
        url: said.url,
        language: said.language,
        section: said.section,
    };
    let body = Body::Laid { text, kinds };
    Input { name, body, metadata, evidence: said.evidence, ..Input::default() }
}

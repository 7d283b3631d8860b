//! Europresse: a page of articles, each with its publication, a line with section, date and
//! page, title, author and text, and a certificate of who downloaded it.

use super::Record;
use crate::xml::tree::Element;

/// The records of a page; `None` when it is no export of Europresse.
pub(super) fn records(page: &Element) -> Option<Vec<Record>> {
    let is_article = |e: &Element| e.name == "article" && has(e, "DocPublicationName");
    let records: Vec<Record> = page.all(&is_article).into_iter().map(record).collect();
    (!records.is_empty()).then_some(records)
}

fn has(element: &Element, class: &str) -> bool {
    !element.all(&|inner| inner.has_class(class)).is_empty()
}

fn line(element: &Element, class: &str) -> String {
    let found = element.all(&|inner| inner.has_class(class));
    found.first().and_then(|inner| inner.line()).unwrap_or_default()
}

fn record(article: &Element) -> Record {
    let mut record = Record { source: line(article, "DocPublicationName"), ..Record::default() };
    record.source = record.source.trim_end_matches([',', ';']).trim().to_owned();
    let header = line(article, "DocHeader");
    record.date = date(&header).to_owned();
    // Section, date and page, in this order.
    let section = header.split(',').next().map(str::trim).unwrap_or("");
    if !section.is_empty()
        && dateline_reading::first_date(section).is_none()
        && header.contains(',')
    {
        let is_day = section.split_whitespace().count() == 1 && record.date.starts_with(section);
        if !is_day {
            record.fields.push(("section".to_owned(), vec![section.to_owned()]));
        }
    }
    for class in ["titreArticleVisu", "titreArticle", "TitreArticle"] {
        if record.title.is_empty() {
            record.title = line(article, class);
        }
    }
    record.byline = byline(article);
    let texts = article.all(&|e| e.has_class("docOcurrContainer"));
    let texts = if texts.is_empty() { article.all(&|e| e.has_class("DocText")) } else { texts };
    let paragraphs: Vec<String> = texts.into_iter().flat_map(Element::paragraphs).collect();
    record.body = paragraphs.join("\n\n");
    record
}

/// The author: a class of its own, or the line below the title in the header.
fn byline(article: &Element) -> String {
    for class in ["sm-margin-bottomNews", "docAuthors", "DocAuthor"] {
        let found = line(article, class);
        if !found.is_empty() {
            return found;
        }
    }
    let Some(header) = article.child("header") else { return String::new() };
    let mut is_below = false;
    for part in header.elements() {
        let is_title = part.has_class("titreArticle")
            || !part
                .all(&|e| e.has_class("titreArticle") || e.has_class("titreArticleVisu"))
                .is_empty();
        if is_title {
            is_below = true;
        } else if is_below && part.attribute("class").is_none() {
            return part.line().unwrap_or_default();
        }
    }
    String::new()
}

/// The part of `Section, lundi 13 mai 2024, p. 16` that is the date; English and German too.
fn date(header: &str) -> &str {
    let mut found = header;
    for part in header.split(", ") {
        if dateline_reading::first_date(part).is_some() {
            found = part;
            break;
        }
    }
    found
}

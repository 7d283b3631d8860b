//! XML and SGML: feeds, formats of news agencies and of scholars, and any other by the
//! elements that hold its text.

use crate::article::{Article, Reading, Skipped};
use crate::format::{File, Format, Reader};
use crate::tables::columns::{self, Row};
use crate::text::decode::{declared_within, decode};
use crate::text::names;
use crate::web::html;
use crate::xml::tree::{Element, Syntax, parse};
use crate::xml::{feed, news, rows, wiki_extractor};
use crate::{Columns, dates::any_date};
use dateline_corpus::{Body, Input, Metadata};

/// XML, and SGML of old collections.
pub(crate) static FORMAT: Format = Format {
    name: "XML (RSS, Atom, NITF, NewsML, TEI and others)",
    label: "XML",
    endings: &["xml", "rss", "atom", "rdf", "nitf", "tei", "sgm", "sgml"],
    looks_like,
    reader: Reader::Whole(articles),
    ..Format::BASE
};

/// The fewest words in paragraphs that make an article of a document of an unknown kind.
const MIN_WORDS: usize = 20;

fn looks_like(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let begins = |tag: &[u8]| head.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    let tags: [&[u8]; 9] = [
        b"<?xml",
        b"<rss",
        b"<feed",
        b"<nitf",
        b"<newsitem",
        b"<tei",
        b"<!doctype lewis",
        b"<doc ",
        b"<opml",
    ];
    tags.into_iter().any(begins)
}

/// What a document of XML says of one article.
#[derive(Default)]
pub(crate) struct Story {
    pub(crate) title: Option<String>,
    pub(crate) body: String,
    pub(crate) date: Option<String>,
    /// Where the date stands, as evidence.
    pub(crate) dated_by: &'static str,
    pub(crate) source: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) fields: Vec<(String, Vec<String>)>,
    pub(crate) note: Option<String>,
}

impl Story {
    /// The article of this name.
    ///
    /// # Errors
    /// When there is no text.
    pub(crate) fn into_article(self, name: String) -> Result<Article, Skipped> {
        let is_empty = |text: &str| text.split_whitespace().next().is_none();
        if is_empty(&self.body) {
            let what = match &self.title {
                Some(title) => format!("no text for {title:?}; save the article itself"),
                None => "no text in it; save the article itself".to_owned(),
            };
            return Err(Skipped::new(name, what));
        }
        let date = self.date.as_deref().and_then(any_date);
        let undated = self.date.filter(|_| date.is_none());
        let evidence = date.map(|_| self.dated_by.to_owned()).unwrap_or_default();
        let byline = self.byline.map(|b| names::without_by(&b).to_owned());
        let metadata = Metadata {
            source: self.source,
            byline: byline.filter(|b| !is_empty(b)),
            date,
            url: self.url,
            language: self.language,
            ..Metadata::default()
        };
        let title = self.title.filter(|t| !is_empty(t));
        let body = without_headline(self.body, title.as_deref());
        let input = Input {
            body: Body::Read { title, body },
            metadata,
            evidence,
            fields: self.fields,
            ..Input::dump(name, "")
        };
        let note = undated.map(|date| format!("date {date:?} not understood"));
        Ok(Article::new("XML", input).noting(self.note).noting(note))
    }
}

/// A body without its first paragraph, where that is the headline.
fn without_headline(body: String, title: Option<&str>) -> String {
    match (body.split_once("\n\n"), title) {
        (Some((first, rest)), Some(title)) if first.trim() == title.trim() => rest.to_owned(),
        _ => body,
    }
}

/// The articles of a document.
///
/// # Errors
/// When it is damaged, or of a kind that holds no article.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let declared = file.charset.map(str::to_owned).or_else(|| declared_within(file.bytes));
    let decoded = decode(file.bytes, declared.as_deref())?;
    let text = decoded.text.as_str();
    if let Some(stories) = wiki_extractor::articles(text) {
        let stories = stories.into_iter().map(Ok).collect();
        return Ok(numbered(file.name, stories, decoded.note));
    }
    let syntax = if is_sgml(file.name, text) { Syntax::Loose } else { Syntax::Xml };
    let tree = parse(text, syntax)?;
    let root = tree.elements().next().ok_or("no element in this XML; save it again")?;
    let mut stories: Vec<Result<Story, Skipped>> = Vec::new();
    match root.name.as_str() {
        "html" => return (html::FORMAT.whole())(file),
        "rss" | "RDF" | "feed" => return Ok(numbered(file.name, feed::items(root), decoded.note)),
        "opml" => {
            return Err(
                "a list of feeds (OPML), without their articles; save the feeds themselves".into(),
            );
        }
        "nitf" => stories.push(Ok(news::nitf(root))),
        "newsitem" => stories.push(Ok(news::newsitem(root))),
        "newsitems" => {
            let items = root.all_named("newsitem");
            stories.extend(items.into_iter().map(|item| Ok(news::newsitem(item))));
        }
        "newsItem" | "newsMessage" | "NewsML" | "newsml" => {
            stories.extend(news::newsml(root).into_iter().map(Ok));
        }
        "reuters" | "lewis" => stories.extend(news::reuters(&tree).into_iter().map(Ok)),
        "TEI" | "TEI.2" | "teiCorpus" => stories.extend(news::tei(root).into_iter().map(Ok)),
        "doc" if root.child("main").is_some() => stories.push(Ok(news::trafilatura(root))),
        _ => return other(file, &tree, root, decoded.note),
    }
    Ok(numbered(file.name, stories, decoded.note))
}

/// Whether names count in small letters and ends may be missing.
fn is_sgml(name: &str, text: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let start = text.trim_start();
    let start = start.get(..32).unwrap_or(start).to_ascii_lowercase();
    ["sgm", "sgml"].contains(&ending.as_str())
        || start.starts_with("<!doctype lewis")
        || start.starts_with("<reuters")
}

/// Articles by their numbers; of a single one the file's name is the name.
pub(crate) fn numbered(
    name: &str,
    stories: Vec<Result<Story, Skipped>>,
    note: Option<String>,
) -> Reading {
    let mut reading = Reading::default();
    let is_one = stories.len() == 1;
    for (story, number) in stories.into_iter().zip(1..) {
        let name = if is_one { name.to_owned() } else { format!("{name}#{number}") };
        let read = story
            .map_err(|skipped| Skipped { name: name.clone(), ..skipped })
            .and_then(|story| story.into_article(name));
        match read {
            Ok(article) => reading.articles.push(article),
            Err(skipped) => reading.skipped.push(skipped),
        }
    }
    if let Some(first) = reading.articles.first_mut() {
        first.notes.extend(note);
    }
    reading
}

/// A document of no known kind: records whose elements are called as columns are, else one
/// article of its paragraphs.
fn other(
    file: &File<'_>,
    tree: &Element,
    root: &Element,
    note: Option<String>,
) -> Result<Reading, String> {
    if let Some(table) = rows::of_tables(tree) {
        return Ok(rows::articles(file.name, "row", table));
    }
    let names = Columns::default();
    let is_record = |element: &Element| {
        let row = row(element);
        row.len() > 1 && columns::has_text(&row, &names)
    };
    let mut records = tree.all(&is_record);
    // One without a text is a record too, and is reported.
    if let Some(name) = records.first().map(|record| record.name.clone()) {
        records = tree.all(&|element| element.name == name || is_record(element));
    }
    if !records.is_empty() {
        let rows = records.into_iter().map(row).collect();
        return Ok(rows::articles(file.name, "XML", rows));
    }
    let is_paragraph = |e: &Element| matches!(e.name.as_str(), "p" | "para" | "P" | "Para");
    let paragraphs: Vec<String> =
        root.all(&is_paragraph).into_iter().filter_map(Element::line).collect();
    let words: usize = paragraphs.iter().map(|p| p.split_whitespace().count()).sum();
    if words < MIN_WORDS {
        return Err(format!(
            "XML of a kind that is not known (<{}>): no element that holds an article's text; \
             export the articles as .csv or .json, or save them as .html",
            root.name
        ));
    }
    let first = |names: &[&str]| names.iter().find_map(|name| root.find(name)?.line());
    let story = Story {
        title: first(&["headline", "title", "article-title", "hl1", "head", "h1"]),
        body: paragraphs.join("\n\n"),
        date: first(&["date", "pubDate", "pubdate", "published", "publicationDate"]),
        dated_by: "<date> in the XML",
        source: first(&["source", "publication", "publisher", "newspaper"]),
        byline: first(&["byline", "author", "creator"]),
        ..Story::default()
    };
    Ok(numbered(file.name, vec![Ok(story)], note))
}

/// An element as a row: its attributes and the elements in it by their names, or by what their
/// attribute `name` says.
fn row(element: &Element) -> Row {
    let mut row: Row = Vec::new();
    let mut put = |name: &str, value: String| {
        if value.trim().is_empty() {
            return;
        }
        match row.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) => values.push(value),
            None => row.push((name.to_owned(), vec![value])),
        }
    };
    for (name, value) in &element.attributes {
        put(name, value.clone());
    }
    // Evernote puts the facts of a note one level deeper.
    let is_wrapper = |inner: &&Element| inner.name == "note-attributes";
    let (wrappers, elements): (Vec<_>, Vec<_>) = element.elements().partition(is_wrapper);
    for inner in elements.into_iter().chain(wrappers.into_iter().flat_map(Element::elements)) {
        let name = match inner.name.as_str() {
            "field" | "str" | "arr" | "date" | "meta" | "property" | "int" | "long" => {
                inner.attribute("name").unwrap_or(&inner.name)
            }
            name => name,
        };
        put(name, inner.paragraphs().join("\n\n"));
    }
    row
}

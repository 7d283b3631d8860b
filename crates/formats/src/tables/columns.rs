//! Named values to an article: the columns of a table, the keys of a record.

use crate::article::{Article, Skipped};
use crate::dates::any_date;
use crate::{Columns, web::flat};
use dateline_corpus::{Body, Input, Metadata};

const TEXT: &[&str] = &[
    "body",
    "text",
    "content",
    "article",
    "articletext",
    "fulltext",
    "maintext",
    "plaintext",
    "story",
];
const TITLE: &[&str] = &["title", "headline", "head", "heading"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "pubdate",
    "publishedat",
    "datepublished",
    "datetime",
    "day",
];
const SOURCE: &[&str] =
    &["source", "publication", "publisher", "outlet", "newspaper", "medium", "media", "sitename"];
const BYLINE: &[&str] = &["byline", "author", "authors", "creator", "writer"];
const URL: &[&str] = &["url", "link", "permalink", "href"];
const LANGUAGE: &[&str] = &["language", "lang"];
const SECTION: &[&str] = &["section", "sectionname", "rubric", "rubrik", "ressort"];
const ID: &[&str] = &["id", "uid", "guid", "docid", "articleid"];

/// A row: names with their values.
pub(crate) type Row = Vec<(String, Vec<String>)>;

/// The place among `names` of the column that was named, or else has a usual name: of
/// several tables only some may have the named one.
fn find<'a>(
    said: Option<&str>,
    usual: &[&str],
    names: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    let said = said.and_then(|said| names.clone().position(|name| name == said));
    said.or_else(|| usual.iter().find_map(|u| names.clone().position(|name| plain(name) == *u)))
}

/// Small letters and digits only: `Publish_Date` is `publishdate`.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one of these columns holds the text.
///
/// # Errors
/// When none does, with what to do.
pub(crate) fn check(names: &[String], columns: &Columns) -> Result<(), String> {
    let text = columns.text.as_deref();
    if find(text, TEXT, names.iter().map(String::as_str)).is_some() {
        return Ok(());
    }
    let listed = names.iter().take(12).map(|n| format!("{n:?}")).collect::<Vec<_>>().join(", ");
    let missing = match text {
        Some(text) => format!("no column {text:?}"),
        None => "no column with the text".into(),
    };
    Err(format!("{missing}; there are {listed}; say which in corpus.toml: [columns] text = \"…\""))
}

/// What the row calls itself.
pub(crate) fn id(row: &Row, columns: &Columns) -> Option<String> {
    let at = find(columns.id.as_deref(), ID, row.iter().map(|(name, _)| name.as_str()))?;
    row[at].1.first().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// The article of a row.
pub(crate) fn article(name: String, mut row: Row, columns: &Columns) -> Result<Article, Skipped> {
    let names: Vec<String> = row.iter().map(|(name, _)| name.clone()).collect();
    check(&names, columns).map_err(|reason| Skipped::new(&name, reason))?;
    let mut taken = vec![false; row.len()];
    let mut take = |said: &Option<String>, usual: &[&str]| -> Option<(String, String)> {
        let at = find(said.as_deref(), usual, names.iter().map(String::as_str))?;
        if std::mem::replace(&mut taken[at], true) {
            return None;
        }
        let value = std::mem::take(&mut row[at].1).join(", ");
        Some((names[at].clone(), value)).filter(|(_, v)| !v.trim().is_empty())
    };
    let text = take(&columns.text, TEXT);
    let title = take(&columns.title, TITLE).map(|(_, v)| v);
    let date = take(&columns.date, DATE);
    let source = take(&columns.source, SOURCE).map(|(_, v)| v);
    let byline = take(&columns.byline, BYLINE).map(|(_, v)| v);
    let url = take(&columns.url, URL).map(|(_, v)| v);
    let language = take(&columns.language, LANGUAGE).map(|(_, v)| v);
    take(&columns.id, ID);
    let section = find(columns.section.as_deref(), SECTION, names.iter().map(String::as_str))
        .filter(|at| !std::mem::replace(&mut taken[*at], true))
        .map(|at| std::mem::take(&mut row[at].1))
        .unwrap_or_default();
    let Some((key, text)) = text else {
        return Err(Skipped::new(name, "no text in this row; remove it or fill it"));
    };
    let mut notes = Vec::new();
    let text = if is_markup(&text) {
        notes.push("markup taken out of the text".to_owned());
        flat::text(&text)
    } else {
        text
    };
    let (date, evidence) = match date {
        None => (None, String::new()),
        Some((column, printed)) => {
            let date = any_date(&printed);
            if date.is_none() {
                notes.push(format!("date {printed:?} not understood"));
            }
            (date, format!("column {column:?}"))
        }
    };
    let metadata = Metadata { source, byline, date, url, language, section, ..Metadata::default() };
    // `text` may hold a page as it was saved; every other name is for the article alone.
    let (body, metadata) = match plain(&key).as_str() {
        "text" => (Body::Dump(text), Metadata { title, ..metadata }),
        _ => (Body::Read { title, body: text }, metadata),
    };
    let mut fields = Vec::new();
    for ((name, values), taken) in row.into_iter().zip(taken) {
        if !taken && !values.is_empty() {
            fields.push((name, values));
        }
    }
    let input = Input { name, body, metadata, evidence, fields, ..Input::default() };
    Ok(Article { notes, ..Article::new("row", input) })
}

fn is_markup(text: &str) -> bool {
    ["</p>", "<br", "</div>", "</a>", "<p>"].iter().any(|tag| text.contains(tag))
}

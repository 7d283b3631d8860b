//! Books: newspapers and readers' collections come as EPUB, an article a chapter.

use crate::article::{Article, Reading, Skipped};
use crate::containers::zip::reason;
use crate::dates::any_date;
use crate::format::{File, Format, Reader};
use crate::office::parts::part;
use crate::text::decode::{declared_within, decode};
use crate::web::flat;
use crate::xml::walk::{Met, attribute, walk};
use dateline_corpus::{Body, Input, Metadata};
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::io::Cursor;
use zip::ZipArchive;

/// EPUB.
pub(crate) static FORMAT: Format = Format {
    name: "EPUB",
    label: "EPUB",
    endings: &["epub"],
    member: Some(CONTAINER),
    reader: Reader::Whole(articles),
    ..Format::BASE
};

/// The part that names the package.
const CONTAINER: &str = "META-INF/container.xml";

/// A chapter with this many words or fewer is a cover, a title page, a table of
/// contents.
const FEW_WORDS: usize = 40;

/// What the book says of itself.
#[derive(Default)]
struct Package {
    said: HashMap<&'static str, String>,
    /// Files of the chapters in the order of reading.
    spine: Vec<String>,
}

/// An article for each chapter with text, in the order of reading.
///
/// # Errors
/// When the book is damaged, locked, or no EPUB.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let name = file.name;
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|e| reason(&e))?;
    if archive.index_for_name("META-INF/encryption.xml").is_some()
        && archive.index_for_name("META-INF/rights.xml").is_some()
    {
        return Err("locked by its shop (DRM); its text cannot be read".into());
    }
    let container = part(&mut archive, CONTAINER)?.ok_or("not an EPUB: it names no package")?;
    let root = root(&container)?.ok_or("no EPUB: it names no package")?;
    let package =
        part(&mut archive, &root)?.ok_or_else(|| format!("damaged: {root} is missing"))?;
    let package = read_package(&package, &root)?;
    let said = |key| package.said.get(key).cloned();
    let date = said("date").as_deref().and_then(any_date);
    let metadata = Metadata {
        source: said("title"),
        byline: said("creator"),
        date,
        language: said("language"),
        ..Metadata::default()
    };
    let mut reading = Reading::default();
    for chapter in &package.spine {
        let name = format!("{name}#{chapter}");
        let read = part(&mut archive, chapter)
            .and_then(|bytes| bytes.ok_or_else(|| "named by the book but missing".to_owned()))
            .and_then(|bytes| self::chapter(&name, &bytes));
        match read {
            Ok(Some(mut article)) => {
                article.input.metadata = metadata.clone();
                article.input.evidence =
                    date.map(|_| "date of the book".to_owned()).unwrap_or_default();
                reading.articles.push(article);
            }
            Ok(None) => {}
            Err(reason) => reading.skipped.push(Skipped::new(name, reason)),
        }
    }
    if reading.articles.is_empty() && reading.skipped.is_empty() {
        return Err("no chapter with text in this book".into());
    }
    Ok(reading)
}

/// The path of the package, from `container.xml`.
fn root(container: &[u8]) -> Result<Option<String>, String> {
    let mut root = None;
    walk(container, |met| {
        if let Met::Start("rootfile", tag) = met {
            root = root.take().or_else(|| attribute(tag, "full-path"));
        }
    })?;
    Ok(root)
}

fn read_package(xml: &[u8], path: &str) -> Result<Package, String> {
    const SAID: [&str; 4] = ["title", "creator", "date", "language"];
    let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let (mut package, mut open) = (Package::default(), None);
    let (mut files, mut order) = (HashMap::new(), Vec::new());
    walk(xml, |met| match met {
        Met::Start("item", tag) => {
            let is_contents = attribute(tag, "properties").is_some_and(|p| p.contains("nav"));
            if let (Some(id), Some(href), false) =
                (attribute(tag, "id"), attribute(tag, "href"), is_contents)
            {
                files.insert(id, format!("{folder}{}", unescaped(&href)));
            }
        }
        Met::Start("itemref", tag) => order.extend(attribute(tag, "idref")),
        Met::Start(name, _) => open = SAID.into_iter().find(|key| *key == name),
        Met::End(_) => open = None,
        Met::Text(text) => {
            if let Some(key) = open {
                let said = package.said.entry(key).or_default();
                said.push_str(text.trim());
            }
        }
    })?;
    package.spine = order.into_iter().filter_map(|id| files.remove(&id)).collect();
    Ok(package)
}

/// A path with its `%20`s resolved.
fn unescaped(href: &str) -> String {
    percent_decode_str(href).decode_utf8_lossy().into_owned()
}

/// The article of a chapter; `None` when it has hardly a word.
fn chapter(name: &str, bytes: &[u8]) -> Result<Option<Article>, String> {
    let decoded = decode(bytes, declared_within(bytes).as_deref())?;
    let text = flat::text(&decoded.text);
    if text.split_whitespace().count() <= FEW_WORDS {
        return Ok(None);
    }
    let heading = dateline_html::heading(&decoded.text);
    let body = match heading.as_deref().and_then(|title| text.strip_prefix(title)) {
        Some(rest) => rest.trim_start().to_owned(),
        None => text,
    };
    let body = Body::Read { title: heading, body };
    Ok(Some(Article::new("EPUB", Input { body, ..Input::dump(name, "") }).noting(decoded.note)))
}

//! Books: newspapers, magazines and readers' collections come as EPUB, an article a file.

mod chapter;
mod navigation;
mod package;

use crate::article::{Article, Reading, Skipped};
use crate::containers::zip::reason;
use crate::format::{File, Format, Reader};
use crate::office::parts::part;
use crate::text::decode::{declared_within, decode};
use crate::web::sentences::is_sentence;
use dateline_corpus::{Input, Metadata};
use package::Package;
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

/// A file with more words than this is an article, though no sentence ends in it.
const MIN_WORDS_WITHOUT_SENTENCE: usize = 40;

/// An article on its way out of the book.
struct Draft {
    name: String,
    file: String,
    title: Option<String>,
    paragraphs: Vec<String>,
    url: Option<String>,
    note: Option<String>,
}

/// An article for each file with text, in the order of reading.
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
    let root = package::root(&container)?.ok_or("not an EPUB: it names no package")?;
    let package =
        part(&mut archive, &root)?.ok_or_else(|| format!("damaged: {root} is missing"))?;
    let package = package::package(&package, &root)?;
    let labels = match package.navigation.as_deref().map(|file| (file, part(&mut archive, file))) {
        Some((file, Ok(Some(bytes)))) => navigation::labels(&bytes, file),
        _ => HashMap::new(),
    };
    let mut reading = Reading::default();
    let mut drafts: Vec<Draft> = Vec::new();
    for file in &package.spine {
        let name = format!("{name}#{file}");
        let bytes = part(&mut archive, file)
            .and_then(|bytes| bytes.ok_or_else(|| "named by the book but missing".to_owned()));
        let decoded = bytes.and_then(|bytes| decode(&bytes, declared_within(&bytes).as_deref()));
        let decoded = match decoded {
            Ok(decoded) => decoded,
            Err(reason) => {
                reading.skipped.push(Skipped::new(name, reason));
                continue;
            }
        };
        let chapter = chapter::chapter(&decoded.text, file);
        let paragraphs = dateline_html::paragraphs(&chapter.html);
        let words: usize = paragraphs.iter().map(|text| dateline_html::count_words(text)).sum();
        let is_article =
            paragraphs.iter().any(|text| is_sentence(text)) || words > MIN_WORDS_WITHOUT_SENTENCE;
        let what =
            match (words, chapter.is_list || package.contents.contains(file), chapter.is_front) {
                (0, ..) => Some("a page of a book without text"),
                (_, true, _) => Some("a list of the articles of a book"),
                (.., true) => Some("a cover or a title page of a book"),
                _ if !is_article => Some("a cover or a title page of a book"),
                _ => None,
            };
        if let Some(what) = what {
            reading.skipped.push(Skipped::quiet(name, what));
            continue;
        }
        let heading = dateline_html::heading(&chapter.html);
        // What a program cut where a file grew too large.
        if let Some(last) = drafts.last_mut()
            && heading.is_none()
            && !labels.contains_key(file)
            && is_next_part(&last.file, file)
        {
            last.paragraphs.extend(paragraphs);
            file.clone_into(&mut last.file);
            continue;
        }
        let title = heading.or_else(|| labels.get(file).cloned());
        let file = file.clone();
        drafts.push(Draft { name, file, title, paragraphs, url: chapter.url, note: decoded.note });
    }
    if drafts.is_empty() && reading.skipped.iter().all(|skipped| skipped.is_expected) {
        return Err("no chapter with text in this book".into());
    }
    let is_one = drafts.len() == 1;
    reading.articles = drafts.into_iter().map(|draft| article(draft, &package, is_one)).collect();
    Ok(reading)
}

/// The article of a draft, with what the book says of all that is in it.
fn article(draft: Draft, package: &Package, is_one: bool) -> Article {
    let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
    let title = draft.title.or_else(|| package.title.clone().filter(|_| is_one));
    // A book that is one article has the title of the article, and no publication.
    let source = package
        .title
        .clone()
        .filter(|book| !(is_one && title.as_deref().is_none_or(|title| same(title, book))));
    let byline = (!package.creators.is_empty()).then(|| package.creators.join(", "));
    let metadata = Metadata {
        title,
        source,
        byline,
        date: package.date,
        language: package.language.clone(),
        url: draft.url,
        ..Metadata::default()
    };
    let evidence = package.date.map(|_| "date of the book".to_owned()).unwrap_or_default();
    let text = draft.paragraphs.join("\n\n");
    let input = Input { metadata, evidence, ..Input::dump(draft.name, text) };
    Article::new("EPUB", input).noting(draft.note)
}

/// Whether a file is the next piece of another: `c_split_001.html` behind `c_split_000.html`.
fn is_next_part(before: &str, file: &str) -> bool {
    let parts = |path: &str| {
        let (stem, rest) = path.rsplit_once("_split_")?;
        Some((stem.to_owned(), rest.split('.').next()?.parse::<usize>().ok()?))
    };
    match (parts(before), parts(file)) {
        (Some((stem, number)), Some((same, next))) => stem == same && next == number + 1,
        _ => false,
    }
}

//! What a book says of itself, and its files in the order of reading.

use crate::dates::any_date;
use crate::paths::resolved;
use crate::xml::walk::{Met, attribute, walk};
use dateline_corpus::Date;
use std::collections::{HashMap, HashSet};

/// The package of a book. EPUB 3.3, chapter 5; OPF 2.0.1.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// The title of the book, without the day of the download that calibre puts behind it.
    pub(crate) title: Option<String>,
    /// Authors, but for the programs that made the book.
    pub(crate) creators: Vec<String>,
    pub(crate) language: Option<String>,
    /// The date of publication; none where it is that of the conversion.
    pub(crate) date: Option<Date>,
    /// Files of the chapters in the order of reading.
    pub(crate) spine: Vec<String>,
    /// Files that are lists of contents, by what the package says.
    pub(crate) contents: HashSet<String>,
    /// The file that names the chapters.
    pub(crate) navigation: Option<String>,
}

/// Programs that write their name where the author stands.
const PROGRAMS: [&str; 5] = ["calibre", "pandoc", "unknown", "unknown author", "anonymous"];

/// The path of the package, from `container.xml`.
///
/// # Errors
/// When it is damaged.
pub(crate) fn root(container: &[u8]) -> Result<Option<String>, String> {
    let mut root = None;
    walk(container, |met| {
        if let Met::Start("rootfile", tag) = met {
            root = root.take().or_else(|| attribute(tag, "full-path"));
        }
    })?;
    Ok(root)
}

/// Reads the package; `path` is its own path in the book.
///
/// # Errors
/// When it is damaged.
pub(crate) fn package(xml: &[u8], path: &str) -> Result<Package, String> {
    let mut package = Package::default();
    let (mut files, mut order) = (HashMap::new(), Vec::new());
    let (mut said, mut open): (Vec<(String, String)>, Option<usize>) = (Vec::new(), None);
    let (mut is_periodical, mut ncx) = (false, None);
    walk(xml, |met| match met {
        Met::Start("item", tag) => {
            let (Some(id), Some(href)) = (attribute(tag, "id"), attribute(tag, "href")) else {
                return;
            };
            let file = resolved(path, &href);
            if attribute(tag, "properties").is_some_and(|p| p.split(' ').any(|p| p == "nav")) {
                package.navigation = Some(file.clone());
                package.contents.insert(file.clone());
            }
            if attribute(tag, "media-type").is_some_and(|kind| kind.contains("ncx")) {
                ncx = Some(file.clone());
            }
            files.insert(id, file);
        }
        Met::Start("itemref", tag) => order.extend(attribute(tag, "idref")),
        Met::Start("reference", tag) => {
            let kind = attribute(tag, "type").unwrap_or_default();
            if let (
                "toc" | "cover" | "title-page" | "copyright-page" | "loi" | "lot" | "index",
                Some(href),
            ) = (kind.as_str(), attribute(tag, "href"))
            {
                package.contents.insert(resolved(path, &href));
            }
        }
        Met::Start("meta", tag) => {
            let key = attribute(tag, "name").or_else(|| attribute(tag, "property"));
            let key = key.unwrap_or_default();
            if key == "calibre:publication_type" {
                is_periodical =
                    attribute(tag, "content").is_some_and(|c| c.starts_with("periodical"));
            }
            said.push((key, String::new()));
            open = Some(said.len() - 1);
        }
        Met::Start(name @ ("title" | "creator" | "date" | "language"), tag) => {
            let event = attribute(tag, "event").unwrap_or_default();
            let key = if event == "modification" { "dcterms:modified" } else { name };
            said.push((key.to_owned(), String::new()));
            open = Some(said.len() - 1);
        }
        Met::End(_) => open = None,
        Met::Text(text) => {
            if let Some((_, value)) = open.and_then(|at| said.get_mut(at)) {
                value.push_str(text);
            }
        }
        Met::Start(..) => {}
    })?;
    let values = |key: &str| {
        let found = said.iter().filter(|(known, _)| known == key).map(|(_, value)| value.trim());
        found.filter(|value| !value.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    package.navigation = package.navigation.or(ncx);
    package.spine = order.into_iter().filter_map(|id| files.remove(&id)).collect();
    package.title = values("title").into_iter().next().map(|title| without_day(&title).to_owned());
    let is_author = |name: &String| {
        !PROGRAMS.contains(&name.to_lowercase().as_str()) && Some(name) != package.title.as_ref()
    };
    package.creators = values("creator").into_iter().filter(is_author).collect();
    package.language = values("language").into_iter().find(|tag| is_language(tag));
    let day = |date: &Date| date.to_string().chars().take(10).collect::<String>();
    let modified: Vec<String> = values("dcterms:modified")
        .iter()
        .filter_map(|date| any_date(date))
        .map(|date| day(&date))
        .collect();
    // The day on which calibre fetched a paper is not that of its articles; a book converted
    // without a date has the day of its conversion, or the year 101.
    let date = values("date").first().and_then(|date| any_date(date));
    package.date = date.filter(|date| {
        !is_periodical && !modified.contains(&day(date)) && day(date).as_str() >= "1450"
    });
    Ok(package)
}

/// A title without " [Mon, 03 Jun 2024]" behind it.
fn without_day(title: &str) -> &str {
    match title.strip_suffix(']').and_then(|title| title.rsplit_once(" [")) {
        Some((rest, day)) if any_date(day).is_some() => rest.trim(),
        _ => title,
    }
}

/// Whether a tag names a language; programs write "C" or "und" on machines without one.
fn is_language(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or("");
    matches!(language.len(), 2 | 3)
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && !["und", "zxx", "mul", "mis"].contains(&language.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_of_programs() {
        let book = |metadata: &str| {
            format!(
                "<package xmlns:dc='x'><metadata>{metadata}</metadata><manifest>\
                 <item id='a' href='a%20b.html'/></manifest><spine><itemref idref='a'/></spine></package>"
            )
        };
        // Title, creators, language, date.
        let cases = [
            (
                "<dc:title>The Elin Weekly [Sat, 28 Nov 2026]</dc:title><dc:creator>calibre</dc:creator>\
                 <dc:date>2026-11-28T07:37:41+00:00</dc:date><dc:language>en</dc:language>\
                 <meta name='calibre:publication_type' content='periodical:unknown:The Elin Weekly'/>",
                "The Elin Weekly||en|",
            ),
            (
                "<dc:title>Rain</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:language>C</dc:language>\
                 <dc:date>2026-11-27</dc:date><meta property='dcterms:modified'>2026-11-27T21:43:16Z</meta>",
                "Rain|Ana Ruiz||",
            ),
            (
                "<dc:title>Weekly [1]</dc:title><dc:date>2026-06-12</dc:date><dc:language>pt-BR</dc:language>",
                "Weekly [1]||pt-BR|2026-06-12",
            ),
            ("<dc:title>Old</dc:title><dc:date>0101-01-01T00:00:00+00:00</dc:date>", "Old|||"),
        ];
        for (metadata, want) in cases {
            let package =
                package(book(metadata).as_bytes(), "OEBPS/content.opf").expect("well-formed");
            let date = package.date.map(|date| date.to_string()).unwrap_or_default();
            let got = format!(
                "{}|{}|{}|{date}",
                package.title.unwrap_or_default(),
                package.creators.join(", "),
                package.language.unwrap_or_default()
            );
            assert_eq!(got, want, "{metadata}");
            assert_eq!(package.spine, ["OEBPS/a b.html"]);
        }
    }
}

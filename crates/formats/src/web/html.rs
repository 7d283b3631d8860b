//! Web pages: the article without what stands around it, and what the page says of
//! itself.

use crate::article::{Article, Reading};
use crate::format::{File, Format, Reader};
use crate::text::decode::{declared_within, decode};
use crate::web::{flat, metadata};
use dateline_corpus::{BlockKind, Input, Metadata};
use dom_query::Document;

/// A page with this many words or fewer holds no article: it asks to log in, or is
/// made by scripts.
const FEW_WORDS: usize = 5;

/// A text of so many bytes shows the reader what its article is.
const LONG: usize = 3000;

/// A web page.
pub(crate) static FORMAT: Format = Format {
    name: "HTML",
    label: "HTML",
    endings: &["html", "htm", "xhtml"],
    looks_like,
    reader: Reader::Whole(|file| page(file).map(Reading::from)),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    let start = head.trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    begins(b"<!doctype html") || begins(b"<html")
}

/// The article of a page.
///
/// # Errors
/// When the page holds none.
fn page(file: &File<'_>) -> Result<Article, String> {
    let File { name, bytes, charset } = *file;
    let declared = charset.map(str::to_owned).or_else(|| declared_within(bytes));
    let decoded = decode(bytes, declared.as_deref())?;
    let html = decoded.text;
    let document = (!flat::is_hopeless(&html)).then(|| Document::from(html.as_str()));
    let Some(document) = document.filter(|page| !flat::is_deep(page)) else {
        let input = Input::dump(name, flat::text(&html));
        let note = "elements stand too deep in each other; read as plain text".to_owned();
        return Ok(Article::new("HTML", input).noting(decoded.note).noting(Some(note)));
    };
    let said = metadata::of(&document);
    let (found, own_title) = main_text(&html);
    let (body, note) = match found {
        Some(body) => (body, None),
        None => {
            let note = "the article was not told from the page; all of its text was taken";
            (flat::text(&html), Some(note.to_owned()))
        }
    };
    if body.split_whitespace().count() <= FEW_WORDS {
        return Err("no article in this page: it has hardly a word without its scripts".into());
    }
    let title = said.metadata.title.clone().or(own_title);
    let title = title.map(|t| headline(&t, said.metadata.source.as_deref()));
    let body = without_title(&body, title.as_deref());
    let input = Input { evidence: said.evidence, ..input(name, title, body, said.metadata) };
    Ok(Article::new("HTML", input).noting(decoded.note).noting(note))
}

/// What is left of a page still has lines that are no article: dates, captions,
/// questions to subscribe. The reader of page dumps marks them, unless it would give
/// up much of a short text, where it has little to go by. Together they are more precise
/// than the extraction alone (0.951; 0.934), and what was cut stays visible as marked.
fn input(name: &str, title: Option<String>, body: String, said: Metadata) -> Input {
    let dump = match &title {
        Some(title) => format!("{title}\n\n{body}"),
        None => body.clone(),
    };
    let layout = dateline_reading::read(&dump);
    let kept = layout.blocks.iter().filter(|b| is_text(b.kind)).map(|b| b.span.len());
    if body.len() >= LONG || kept.sum::<usize>() * 10 >= body.len() * 8 {
        return Input { metadata: Metadata { title, ..said }, ..Input::dump(name, dump) };
    }
    let metadata = Metadata { title: None, ..said };
    Input { metadata, ..Input::read(name, title, body) }
}

fn is_text(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Lead | BlockKind::Body | BlockKind::Heading | BlockKind::Quote)
}

/// The text of the article and its title, where the page has one.
fn main_text(html: &str) -> (Option<String>, Option<String>) {
    let options = rs_trafilatura::Options { include_comments: false, ..Default::default() };
    // A foreign reader over foreign pages: what it stumbles over is one page, not all.
    let read = std::panic::catch_unwind(|| rs_trafilatura::extract_with_options(html, &options));
    let Ok(Ok(found)) = read else { return (None, None) };
    let body = flat::tidy(&found.content_text);
    ((!body.is_empty()).then_some(body), found.metadata.title)
}

/// A title without the name of the site, which `<title>` often ends with.
fn headline(title: &str, source: Option<&str>) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(source) = source.filter(|s| !s.is_empty()) else { return title };
    let cut =
        title.strip_suffix(source).map(|t| t.trim_end_matches([' ', '|', '-', '–', '—', '·', ':']));
    match cut {
        Some(cut) if !cut.is_empty() && cut.len() + source.len() < title.len() => cut.to_owned(),
        _ => title,
    }
}

/// The body without a first line that repeats the title.
fn without_title(body: &str, title: Option<&str>) -> String {
    match (body.split_once('\n'), title) {
        (Some((first, rest)), Some(title)) if first.trim() == title => rest.trim_start().to_owned(),
        _ => body.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines() {
        let cases = [
            ("Rain in Peru | The Courier", Some("The Courier"), "Rain in Peru"),
            ("Rain in  Peru", Some("The Courier"), "Rain in Peru"),
            ("The Courier", Some("The Courier"), "The Courier"),
            ("What the Courier said", None, "What the Courier said"),
        ];
        for (title, source, want) in cases {
            assert_eq!(headline(title, source), want);
        }
    }
}

//! PDFs with a text layer: glyphs by their places to words, lines, columns and paragraphs.

mod columns;
mod glyphs;
mod hyphens;
mod letters;
mod margins;
mod paragraphs;
mod strings;
mod title;
mod words;

use crate::article::{Article, Reading};
use crate::format::{Format, Reader};
use dateline_corpus::{Input, Metadata};
use glyphs::Collector;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page,
};

/// PDF.
pub(crate) static FORMAT: Format = Format {
    name: "PDF with a text layer",
    label: "PDF",
    endings: &["pdf"],
    magic: &[b"%PDF-"],
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

/// The article of a PDF.
///
/// # Errors
/// When it is locked, damaged, or only pictures of pages.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    // A foreign reader over foreign files, and PDFs are the worst of them: what it
    // stumbles over is one file, not all.
    let read = std::panic::catch_unwind(|| text(bytes));
    let text = read.unwrap_or_else(|_| {
        Err("damaged: its pages cannot be read; print it to a new PDF".into())
    })?;
    let paragraphs: Vec<&str> = text.paragraphs.iter().map(String::as_str).collect();
    let metadata =
        Metadata { title: text.title, source: text.source, url: text.url, ..Metadata::default() };
    let input = Input { metadata, ..Input::dump(name, paragraphs.join("\n\n")) };
    let mut article = Article::new("PDF", input);
    article.notes = text.notes;
    Ok(article)
}

/// What a PDF says.
struct Text {
    paragraphs: Vec<String>,
    title: Option<String>,
    source: Option<String>,
    url: Option<String>,
    notes: Vec<String>,
}

/// Reads the pages. ISO 32000-1.
///
/// # Errors
/// When there is no text in them, or they cannot be read.
fn text(bytes: &[u8]) -> Result<Text, String> {
    // Many PDFs are only locked against changes, with an empty password to read.
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| reason(&error, bytes))?;
    let mut notes = Vec::new();
    let mut pages = Vec::new();
    let (mut read, mut turned, mut nameless) = (0, 0, 0);
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, width.into(), height.into()),
            &cache,
            pdf.xref(),
            settings.clone(),
        );
        let mut collector = Collector::new(read);
        interpret_page(page, &mut context, &mut collector);
        let found = collector.finish();
        read += found.glyphs.len() + found.turned;
        turned += found.turned;
        nameless += found.nameless;
        pages.push(words::words(found.glyphs));
        if found.is_cut {
            notes.push(format!("cut off behind {read} letters; split it into smaller files"));
            break;
        }
    }
    let is_cut = !ends_as_a_whole(bytes);
    let without_text = pages.iter().filter(|words| words.is_empty()).count();
    if without_text == pages.len() {
        return Err(match nameless {
            _ if is_cut => "cut off: it ends too early; copy it again".into(),
            0 => "no text layer: pictures of pages; recognise the text first (OCR)".into(),
            _ => "its fonts do not say which letters they draw; recognise the text first (OCR)"
                .into(),
        });
    }
    let margins = margins::take(&mut pages);
    let pages: Vec<_> = pages.into_iter().map(columns::columns).collect();
    let paragraphs = paragraphs::paragraphs(&pages);
    let property = pdf.metadata().title.as_deref().map(strings::decoded).unwrap_or_default();
    let titled = title::titled(&property, &paragraphs);
    let mut note = |count: usize, what: &str| {
        if count > 0 {
            notes.push(format!("{what}: {count}"));
        }
    };
    note(without_text, "pages without text, perhaps pictures of it (OCR reads those)");
    note(margins.lines, "lines above and below the text of pages left out");
    note(turned, "letters that stand at an angle to the text left out");
    note(nameless, "letters that a font does not name left out");
    if is_cut {
        notes.push(
            "cut off: it ends too early, and some of it may be missing; copy it again".into(),
        );
    }
    let paragraphs = paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    Ok(Text { paragraphs, title: titled.title, source: titled.source, url: margins.url, notes })
}

/// Whether a file ends as PDFs do: what was cut off is repaired as far as it goes.
fn ends_as_a_whole(bytes: &[u8]) -> bool {
    // Readers look for it in the last kilobyte; programs write more behind it.
    const MAX_BYTES_BEHIND: usize = 2048;
    let end = &bytes[bytes.len().saturating_sub(MAX_BYTES_BEHIND)..];
    let has = |words: &[u8]| end.windows(words.len()).any(|window| window == words);
    has(b"%%EOF") || has(b"startxref")
}

/// What to say of a PDF that cannot be opened.
fn reason(error: &LoadPdfError, bytes: &[u8]) -> String {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "password-protected; save it without a password".into()
        }
        LoadPdfError::Decryption(_) => {
            "locked in a way that is not known; print it to a new PDF".into()
        }
        LoadPdfError::Invalid if !bytes.starts_with(b"%PDF-") => {
            "no PDF, whatever its name says".into()
        }
        LoadPdfError::Invalid => {
            "damaged or cut off: its pages cannot be found; copy it again".into()
        }
    }
}

//! PDFs with a text layer: their lines, put together to paragraphs.

use crate::article::{Article, Reading};
use crate::format::{Format, Reader};
use dateline_corpus::Input;
use pdf_extract::{Document, Error, OutputError};

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
    let text = paragraphs(&text);
    if text.split_whitespace().count() == 0 {
        return Err("no text layer: pictures of pages; recognise the text first (OCR)".into());
    }
    Ok(Article::new("PDF", Input::dump(name, text)))
}

fn text(bytes: &[u8]) -> Result<String, String> {
    const LOCKED: &str = "password-protected; save it without a password";
    let mut document = Document::load_mem(bytes).map_err(|e| reason(&e))?;
    // Many PDFs are only locked against changes, with an empty password to read.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(LOCKED.into());
    }
    let mut out = String::new();
    let mut output = pdf_extract::PlainTextOutput::new(&mut out);
    match pdf_extract::output_doc(&document, &mut output) {
        Ok(()) => Ok(out),
        Err(OutputError::PdfError(error)) => Err(reason(&error)),
        Err(error) => Err(format!("damaged: {error}; print it to a new PDF")),
    }
}

fn reason(error: &Error) -> String {
    match error {
        Error::Decryption(_) | Error::InvalidPassword => {
            "password-protected; save it without a password".into()
        }
        error => format!("damaged or cut off: {error}; copy it again"),
    }
}

/// Lines to paragraphs: a line goes on in the next one unless an empty line stands
/// between them; a hyphen at the end of a line joins the halves of a word.
fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            gap = true;
            continue;
        }
        match out.chars().next_back() {
            None => {}
            _ if gap => out.push_str("\n\n"),
            Some('-') if is_halved(&out, line) => {
                out.pop();
            }
            Some(_) => out.push(' '),
        }
        gap = false;
        out.push_str(line);
    }
    out
}

/// Whether the hyphen at the end parts a word: a letter before it and a small one
/// after.
fn is_halved(before: &str, after: &str) -> bool {
    before.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && after.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_to_paragraphs() {
        let cases = [
            (
                "A road\nopens\n\nThe minis-\ntry said so.\n\n\n",
                "A road opens\n\nThe ministry said so.",
            ),
            ("North-\nSouth", "North- South"),
            ("", ""),
            ("  one  ", "one"),
        ];
        for (lines, want) in cases {
            assert_eq!(paragraphs(lines), want);
        }
    }
}

//! What kind of file something is: by its first bytes, then by the end of its name.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text, exports of news databases among it.
    Text,
    /// Markdown with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A Word document.
    Docx,
    /// One message.
    Eml,
    /// A mailbox.
    Mbox,
    /// A book.
    Epub,
    /// An archive of web pages.
    Warc,
    /// Rows with columns.
    Table,
    /// One value of JSON.
    Json,
    /// A value of JSON a line.
    JsonLines,
    /// Files in a zip.
    Zip,
    /// One file, compressed.
    Gzip,
}

/// The first bytes that [`Kind::of`] looks at.
pub(crate) const HEAD: usize = 2048;

/// Ends of names, and the kind that they stand for.
const ENDINGS: &[(&str, Kind)] = &[
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Markdown),
    ("markdown", Kind::Markdown),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("pdf", Kind::Pdf),
    ("docx", Kind::Docx),
    ("eml", Kind::Eml),
    ("mbox", Kind::Mbox),
    ("epub", Kind::Epub),
    ("warc", Kind::Warc),
    ("csv", Kind::Table),
    ("tsv", Kind::Table),
    ("tab", Kind::Table),
    ("json", Kind::Json),
    ("jsonl", Kind::JsonLines),
    ("ndjson", Kind::JsonLines),
    ("zip", Kind::Zip),
    ("gz", Kind::Gzip),
];

/// First bytes of files that hold no readable text, and what to say of them.
const REFUSED: &[(&[u8], &str)] = &[
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old or password-protected Office file; save it without a password as .docx",
    ),
    (b"{\\rtf", "RTF; save it as .docx or as text"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive; unpack it, or pack it as .zip"),
    (b"Rar!", "a RAR archive; unpack it, or pack it as .zip"),
    (b"\x89PNG", "a picture; it holds no text"),
    (b"\xFF\xD8\xFF", "a picture; it holds no text"),
    (b"GIF8", "a picture; it holds no text"),
    (b"SQLite format 3", "a database; export the articles as .csv"),
];

impl Kind {
    /// The kind of a file: by its first bytes (`HEAD` of them are enough), else by the
    /// end of its name, else text.
    ///
    /// # Errors
    /// What it is instead, when it is known to be none of these.
    pub fn of(name: &str, head: &[u8]) -> Result<Kind, String> {
        if let Some((_, what)) = REFUSED.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Err((*what).to_owned());
        }
        let ending = name.rsplit(['.', '/']).next().unwrap_or("").to_ascii_lowercase();
        let named = ENDINGS.iter().find(|(end, _)| *end == ending).map(|(_, kind)| *kind);
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Ok(match named {
                Some(office @ (Kind::Docx | Kind::Epub)) => office,
                _ => zipped(head),
            });
        }
        if head.starts_with(b"%PDF-") {
            return Ok(Kind::Pdf);
        }
        if head.starts_with(b"\x1F\x8B") {
            return Ok(Kind::Gzip);
        }
        if head.starts_with(b"WARC/1.") {
            return Ok(Kind::Warc);
        }
        Ok(named.unwrap_or_else(|| text(head)))
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Markdown => "Markdown",
            Kind::Html => "HTML",
            Kind::Pdf => "PDF",
            Kind::Docx => "DOCX",
            Kind::Eml => "e-mail",
            Kind::Mbox => "mailbox",
            Kind::Epub => "EPUB",
            Kind::Warc => "WARC",
            Kind::Table => "table",
            Kind::Json | Kind::JsonLines => "JSON",
            Kind::Zip => "zip",
            Kind::Gzip => "gzip",
        }
    }
}

/// Which kind of zip this is, where the name does not say. Both formats begin with
/// a member that tells.
fn zipped(head: &[u8]) -> Kind {
    let has = |part: &[u8]| head.windows(part.len()).any(|w| w == part);
    match () {
        () if has(b"mimetypeapplication/epub+zip") => Kind::Epub,
        () if has(b"[Content_Types].xml") && has(b"word/") => Kind::Docx,
        () => Kind::Zip,
    }
}

/// What a text without a telling name is.
fn text(head: &[u8]) -> Kind {
    let start = head.trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    match () {
        () if begins(b"<!doctype html") || begins(b"<html") => Kind::Html,
        () if begins(b"From ") && head.windows(6).any(|w| w == b"\nFrom:") => Kind::Mbox,
        () => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_before_names() {
        let cases: [(&str, &[u8], Result<Kind, &str>); 14] = [
            ("a.txt", b"It rained.", Ok(Kind::Text)),
            ("a", b"It rained.", Ok(Kind::Text)),
            ("a.TXT", b"%PDF-1.7", Ok(Kind::Pdf)),
            ("page", b" <!DOCTYPE html><p>", Ok(Kind::Html)),
            ("a.md", b"# Rain", Ok(Kind::Markdown)),
            ("a.docx", b"PK\x03\x04", Ok(Kind::Docx)),
            ("a.bin", b"PK\x03\x04....[Content_Types].xml..word/document.xml", Ok(Kind::Docx)),
            ("a.zip", b"PK\x05\x06", Ok(Kind::Zip)),
            ("a.warc.gz", b"\x1F\x8B", Ok(Kind::Gzip)),
            ("Inbox", b"From x Mon\nFrom: x\n", Ok(Kind::Mbox)),
            ("From", b"From Peru it is far.", Ok(Kind::Text)),
            ("a.ndjson", b"{}", Ok(Kind::JsonLines)),
            ("a.txt", b"\x89PNG\r\n", Err("a picture; it holds no text")),
            ("a.rtf", b"{\\rtf1", Err("RTF; save it as .docx or as text")),
        ];
        for (name, head, want) in cases {
            assert_eq!(Kind::of(name, head), want.map_err(str::to_owned), "{name}");
        }
    }
}

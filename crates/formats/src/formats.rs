//! The list of formats, and which of them a file has.

use crate::format::Format;
use crate::news_databases::DATABASES;
use crate::text;
#[cfg(feature = "all")]
use crate::{containers, mail, office, tables, web, xml};

/// All formats, in the order in which they are listed.
#[cfg(feature = "all")]
pub static FORMATS: &[&Format] = &[
    &text::plain::FORMAT,
    &text::markdown::FORMAT,
    &web::html::FORMAT,
    &office::pdf::FORMAT,
    &office::docx::FORMAT,
    &office::ods::FORMAT,
    &office::odt::FORMAT,
    &office::rtf::FORMAT,
    &office::xlsx::FORMAT,
    &mail::mhtml::FORMAT,
    &web::webarchive::FORMAT,
    &mail::message::FORMAT,
    &mail::mailbox::FORMAT,
    &mail::emlx::FORMAT,
    &mail::outlook::FORMAT,
    &office::epub::FORMAT,
    &web::warc::FORMAT,
    &web::wacz::FORMAT,
    &xml::document::FORMAT,
    &text::word_a_line::FORMAT,
    &tables::bibliography::FORMAT,
    &tables::delimited::FORMAT,
    &tables::json::FORMAT,
    &tables::json::LINES,
    &containers::zip::FORMAT,
    &containers::gzip::FORMAT,
    &containers::tar::FORMAT,
];

/// All formats of a build without the feature `all`.
#[cfg(not(feature = "all"))]
pub static FORMATS: &[&Format] = &[&text::plain::FORMAT];

/// How many bytes of a file decide its format.
pub const HEAD: usize = 2048;

/// First bytes of files that hold no text that can be read, and what to do with them.
const REFUSED: &[(&[u8], &str)] = &[
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive; unpack it, or pack it as .zip"),
    (b"Rar!", "a RAR archive; unpack it, or pack it as .zip"),
    (b"\xFD7zXZ\0", "compressed with xz; unpack it, or pack it as .zip"),
    (b"BZh", "compressed with bzip2; unpack it, or pack it as .zip"),
    (b"\x28\xB5\x2F\xFD", "compressed with zstd; unpack it, or pack it as .zip"),
    (b"\x89PNG", "a picture; it holds no text"),
    (b"\xFF\xD8\xFF", "a picture; it holds no text"),
    (b"GIF8", "a picture; it holds no text"),
    (b"II*\0", "a picture; recognise its text first (OCR)"),
    (b"MM\0*", "a picture; recognise its text first (OCR)"),
    (b"RIFF", "sound, video or a picture; it holds no text"),
    (b"ID3", "sound; it holds no text"),
    (b"OggS", "sound or video; it holds no text"),
    (b"\0\0\0\x18ftyp", "video or a picture; it holds no text"),
    (b"\0\0\0\x1Cftyp", "video or a picture; it holds no text"),
    (b"\0\0\0\x20ftyp", "video or a picture; it holds no text"),
    (b"\x1A\x45\xDF\xA3", "video; it holds no text"),
    (b"SQLite format 3", "a database; export the articles as .csv"),
    (b"PAR1", "a Parquet file; export the articles as .csv or .json"),
    (b"ARROW1", "an Arrow file; export the articles as .csv or .json"),
    (b"\x93NUMPY", "an array of numbers; export the articles as .csv"),
    (b"\x80\x04\x95", "a Python pickle; export the articles as .csv or .json"),
    (b"!BDN", "an Outlook data file; save the messages as .eml"),
    (b"filedesc:", "an ARC file, the form before WARC; make a WARC of it (warcio recompress)"),
    (b"AT&TFORM", "a DjVu document; save it as PDF with a text layer"),
];

impl Format {
    /// The format of a file: by its first bytes ([`HEAD`] of them are enough), else by the
    /// ending of its name, else by what the first bytes look like. What nothing tells is text.
    ///
    /// # Errors
    /// What the file is instead, and what to do, when it has a known format that is not read.
    pub fn of(name: &str, head: &[u8]) -> Result<&'static Format, String> {
        if let Some((_, what)) = REFUSED.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Err((*what).to_owned());
        }
        if head.starts_with(OLE) {
            return of_ole(name).map_err(str::to_owned);
        }
        let begins = |format: &&Format| format.magic.iter().any(|magic| head.starts_with(magic));
        if let Some(format) = FORMATS.iter().copied().find(begins) {
            return Ok(format);
        }
        let ending = name.rsplit(['.', '/']).next().unwrap_or("").to_ascii_lowercase();
        let named = FORMATS.iter().copied().find(|f| f.endings.contains(&ending.as_str()));
        // A page, a table or XML may well be called .txt; its markup is no text.
        let alike = || FORMATS.iter().copied().find(|f| (f.looks_like)(head));
        let named = named.filter(|format| *format != &text::plain::FORMAT);
        Ok(named.or_else(alike).unwrap_or(&text::plain::FORMAT))
    }
}

/// The first bytes of a compound file: old documents of Office, messages of Outlook, and
/// new documents with a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The format of a compound file, by its name.
///
/// # Errors
/// What it is instead of an Outlook message, and what to do.
fn of_ole(name: &str) -> Result<&'static Format, &'static str> {
    Err(match name.rsplit('.').next().unwrap_or("").to_ascii_lowercase().as_str() {
        #[cfg(feature = "all")]
        "msg" | "oft" => return Ok(&mail::outlook::FORMAT),
        "xls" | "xlt" => "an old Excel file; save it as .xlsx or .csv",
        "ppt" | "pps" => "an old PowerPoint file; save it as PDF",
        "db" => "a file of Windows; it holds no text",
        "docx" | "xlsx" | "odt" => "password-protected; save it without a password",
        _ => "an old Word file, or one with a password; save it without a password as .docx",
    })
}

/// What reports call articles: by the format that they are read from, or the news database
/// that exported them.
pub fn labels() -> impl Iterator<Item = &'static str> {
    let formats = FORMATS.iter().map(|f| f.label).filter(|label| !label.is_empty());
    formats.chain(["row"]).chain(DATABASES.iter().map(|d| d.label))
}

/// What is read, in words: `text, Markdown, … and exports of LexisNexis, Factiva and NewsBank`.
pub fn listed<'f>(formats: impl Iterator<Item = &'f &'static Format>) -> String {
    let formats: Vec<&str> = formats.map(|f| f.name).collect();
    let databases: Vec<&str> = DATABASES.iter().map(|d| d.name).collect();
    let exports = match databases.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => databases.concat(),
    };
    format!("{}; exports of {exports}", formats.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn bytes_go_before_names() {
        let cases: [(&str, &[u8], Result<&str, &str>); 16] = [
            ("a.txt", b"It rained.", Ok("text")),
            ("a", b"It rained.", Ok("text")),
            ("a.TXT", b"%PDF-1.7", Ok("PDF with a text layer")),
            ("page", b" <!DOCTYPE html><p>", Ok("HTML")),
            ("a.md", b"# Rain", Ok("Markdown")),
            ("a.docx", b"PK\x03\x04", Ok("zip")),
            ("a.zip", b"PK\x05\x06", Ok("zip")),
            ("a.warc.gz", b"\x1F\x8B", Ok("gzip")),
            ("Inbox", b"From x Mon\nFrom: x\n", Ok("MBOX")),
            ("From", b"From Peru it is far.", Ok("text")),
            ("a.ndjson", b"{}", Ok("JSON lines")),
            ("a.txt", b"\x89PNG\r\n", Err("a picture; it holds no text")),
            ("a.txt", b"{\\rtf1 Rain}", Ok("RTF")),
            ("a.webarchive", b"bplist00\xD1", Ok("webarchive")),
            ("a.msg", OLE, Ok("MSG")),
            ("a.parquet", b"PAR1", Err("a Parquet file; export the articles as .csv or .json")),
        ];
        for (name, head, want) in cases {
            let got = Format::of(name, head);
            assert_eq!(got.as_ref().map(|f| f.name).map_err(String::as_str), want, "{name}");
        }
    }

    #[test]
    fn names_and_endings_are_unique() {
        let (mut names, mut endings) = (HashSet::new(), HashSet::new());
        for format in FORMATS {
            assert!(names.insert(format.name), "{format:?} twice");
            for ending in format.endings {
                assert!(endings.insert(ending), ".{ending} of {format:?} and of another");
                assert_eq!(ending.to_ascii_lowercase(), **ending);
            }
        }
    }
}

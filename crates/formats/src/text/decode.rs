//! Bytes to text, whatever their encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Where a page's own declaration of its encoding is looked for, in bytes; browsers
/// look as far.
const DECLARED_WITHIN: usize = 1024;

/// A text, and what was guessed to read it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) note: Option<String>,
}

/// Decodes a text. A byte order mark counts first, then UTF-8 where it fits, then
/// what is `declared`; else the encoding is guessed.
///
/// # Errors
/// When the bytes are no text.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, String> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok(with(encoding, &bytes[length..], None));
    }
    if let Some(nul) = bytes.iter().position(|b| *b == 0) {
        if let Some(wide) = wide(bytes) {
            let note = format!("read as {}, which its zero bytes show", wide.name());
            return Ok(with(wide, bytes, Some(note)));
        }
        let (text, zeros) = without_strays(bytes)
            .ok_or_else(|| format!("binary: byte {nul} is NUL; save it as text, or remove it"))?;
        let note = format!("zero bytes left out: {zeros}, the first at byte {nul}");
        let decoded = decode(&text, declared)?;
        let note = [Some(note), decoded.note].into_iter().flatten().collect::<Vec<_>>().join("; ");
        return Ok(Decoded { text: decoded.text, note: Some(note) });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.to_owned(), note: None }),
        // No error length: the end of the file cuts a character.
        Err(e) if e.error_len().is_none() && e.valid_up_to() > 0 => {
            let text = String::from_utf8_lossy(&bytes[..e.valid_up_to()]).into_owned();
            let note = format!("cut off within a character at byte {}", e.valid_up_to());
            return Ok(Decoded { text, note: Some(note) });
        }
        Err(_) => {}
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = declared.filter(|e| *e != UTF_8) {
        return Ok(with(encoding, bytes, None));
    }
    let encoding = guess(bytes);
    let note = match declared {
        Some(_) => format!("declared as UTF-8 but is not; encoding guessed: {}", encoding.name()),
        None => format!("encoding guessed: {}", encoding.name()),
    };
    Ok(with(encoding, bytes, Some(note)))
}

/// The likeliest encoding of bytes that are not UTF-8.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn with(encoding: &'static Encoding, bytes: &[u8], note: Option<String>) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let damage = damaged.then(|| format!("some bytes are not {}", encoding.name()));
    let notes: Vec<String> = note.into_iter().chain(damage).collect();
    Decoded { text: text.into_owned(), note: (!notes.is_empty()).then(|| notes.join("; ")) }
}

/// UTF-16 without a mark: one byte of most pairs is zero, always the same one.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = bytes.len() / 2 * 7 / 10;
    let (few, encoding) = if odd > even { (even, UTF_16LE) } else { (odd, UTF_16BE) };
    (bytes.len() >= 8 && even.max(odd) >= most && few * 20 <= most).then_some(encoding)
}

/// A text in which a program left a few zero bytes, without them, and their number: browsers pass
/// over them too. `None` for what is no text.
fn without_strays(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    /// Bytes of a text to each zero byte, at least.
    const MIN_BYTES_TO_ONE: usize = 500;
    let is_control = |b: u8| b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b');
    let controls = bytes.iter().filter(|b| is_control(**b)).count();
    (controls * MIN_BYTES_TO_ONE <= bytes.len()).then(|| {
        let text: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
        let zeros = bytes.len() - text.len();
        (text, zeros)
    })
}

/// The encoding that a page or an XML declares in its first bytes.
pub(crate) fn declared_within(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
    (end > 0).then(|| label[..end].to_owned())
}

/// What to say of a text whose letters were lost before: a program wrote `?` for those that
/// its encoding lacks, or read UTF-8 as Windows-1252.
pub(crate) fn lost_letters(text: &str) -> Option<String> {
    /// Words of question marks among so many words are no questions.
    const MIN_ROWS: usize = 3;
    let rows = text.split_whitespace().filter(|word| {
        let marks = word.matches('?').count();
        marks >= 2 && marks * 10 >= word.chars().count() * 8
    });
    if rows.count() >= MIN_ROWS {
        return Some(
            "words are rows of \"?\": letters were lost before; export it as UTF-8".into(),
        );
    }
    let twice = ["Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã³", "Ã±", "â€™", "â€œ", "â€“", "Ð°", "Ð¾"];
    let found: usize = twice.iter().map(|pair| text.matches(pair).count()).sum();
    (found >= MIN_ROWS).then(|| {
        "letters such as \"Ã©\": UTF-8 was read as Windows-1252 before; export it as UTF-8".into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let latin = encoding_rs::WINDOWS_1252.encode("Élection à São Paulo : l'été brûle").0;
        let cyrillic = encoding_rs::WINDOWS_1251.encode("В Москве прошёл сильный дождь").0;
        let japanese = encoding_rs::SHIFT_JIS.encode("東京で激しい雨が降りました。").0;
        let wide: Vec<u8> = "Rain in Peru".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let guessed = |name: &str| Some(format!("encoding guessed: {name}"));
        type Case<'a> = (&'a [u8], Option<&'a str>, Result<&'a str, &'a str>, Option<String>);
        let few_zeros = format!("Rain in \0Peru\0. {}", "It rained again. ".repeat(70));
        let few_zeros_less = few_zeros.replace('\0', "");
        let cases: [Case<'_>; 13] = [
            (
                few_zeros.as_bytes(),
                None,
                Ok(&few_zeros_less),
                Some("zero bytes left out: 2, the first at byte 8".into()),
            ),
            (b"plain", None, Ok("plain"), None),
            ("été".as_bytes(), Some("windows-1252"), Ok("été"), None),
            (b"\xEF\xBB\xBFmark", None, Ok("mark"), None),
            (b"\xFE\xFF\0a\0b", None, Ok("ab"), None),
            (
                &wide,
                None,
                Ok("Rain in Peru"),
                Some("read as UTF-16LE, which its zero bytes show".into()),
            ),
            (&latin, None, Ok("Élection à São Paulo : l'été brûle"), guessed("windows-1252")),
            (&cyrillic, None, Ok("В Москве прошёл сильный дождь"), guessed("windows-1251")),
            (&japanese, None, Ok("東京で激しい雨が降りました。"), guessed("Shift_JIS")),
            (b"caf\xE9 now", Some("ISO-8859-1"), Ok("café now"), None),
            (
                b"caf\xE9 now",
                Some("utf-8"),
                Ok("café now"),
                Some("declared as UTF-8 but is not; encoding guessed: windows-1252".into()),
            ),
            (
                "naïv\u{e9}".as_bytes().split_last().expect("bytes").1,
                None,
                Ok("naïv"),
                Some("cut off within a character at byte 5".into()),
            ),
            (
                b"a\0\x01\x02b",
                None,
                Err("binary: byte 1 is NUL; save it as text, or remove it"),
                None,
            ),
        ];
        for (bytes, declared, want, note) in cases {
            let want = want.map(|t| Decoded { text: t.into(), note }).map_err(str::to_owned);
            assert_eq!(decode(bytes, declared), want, "{bytes:?}");
        }
    }

    #[test]
    fn declarations() {
        let cases = [
            ("<meta charset=\"utf-8\">", Some("utf-8")),
            ("<meta content='text/html; charset=windows-1251' >", Some("windows-1251")),
            ("<?xml version='1.0' encoding='ISO-8859-1'?>", Some("iso-8859-1")),
            ("<p>none</p>", None),
            ("charset=\"", None),
        ];
        for (page, want) in cases {
            assert_eq!(declared_within(page.as_bytes()).as_deref(), want, "{page}");
        }
    }

    #[test]
    fn letters_that_were_lost() {
        let cases = [
            ("?????? ??? ????? said so.", true),
            ("Who? What?? Where?!", false),
            ("cafÃ© and thÃ©, mÃ©lange", true),
            ("café", false),
        ];
        for (text, want) in cases {
            assert_eq!(lost_letters(text).is_some(), want, "{text}");
        }
    }
}

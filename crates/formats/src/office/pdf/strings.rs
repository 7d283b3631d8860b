//! Text strings of a PDF, outside of its pages: ISO 32000-2, 7.9.2.2.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text string: UTF-16 or UTF-8 by the mark at its beginning, else PDFDocEncoding, of which
/// the printed letters are those of Windows-1252 but for a few signs.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Not allowed, but written by many programs.
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| document_letter(*byte)).collect(),
        },
    };
    text.replace('\0', "")
}

/// A letter of PDFDocEncoding: ISO 32000-2, table D.2.
fn document_letter(byte: u8) -> char {
    const SIGNS: [char; 31] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
    ];
    match byte {
        0x80..=0x9E => SIGNS[usize::from(byte - 0x80)],
        0xA0 => '€',
        _ => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings() {
        let cases: [(&[u8], &str); 6] = [
            (b"Rain in Peru", "Rain in Peru"),
            (b"\xFE\xFF\0R\x04\x14", "RД"),
            (b"\xFF\xFER\0", "R"),
            (b"\xEF\xBB\xBFCaf\xC3\xA9", "Café"),
            (b"Caf\xE9 \x8Dso\x8E", "Café “so”"),
            ("Café".as_bytes(), "Café"),
        ];
        for (bytes, want) in cases {
            assert_eq!(decoded(bytes), want, "{bytes:?}");
        }
    }
}

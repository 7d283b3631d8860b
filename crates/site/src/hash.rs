//! SHA-256 in the two forms a page needs: in file names and in its policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::Contents;

/// `stem-0123456789abcdef.ending`, so that a changed file has a changed name.
#[must_use]
pub fn name(stem: &str, bytes: &[u8], ending: &str) -> String {
    format!("{stem}-{}.{ending}", &hex(bytes)[..16])
}

/// Whether a name is one that [`name`] gave.
#[must_use]
pub fn is_in_name(name: &str) -> bool {
    let stem = name.rsplit('/').next().and_then(|file| file.split_once('.')).map(|(stem, _)| stem);
    let hash = stem.and_then(|stem| stem.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|hash| {
        hash.len() == 16 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// As [`name`], of contents that may lie in a file.
///
/// # Errors
/// When the file cannot be read.
pub fn name_of(stem: &str, contents: Contents<'_>, ending: &str) -> anyhow::Result<String> {
    let mut hash = Sha256::new();
    std::io::copy(&mut contents.reader()?, &mut hash)?;
    Ok(format!("{stem}-{}.{ending}", &digits(&hash.finalize())[..16]))
}

/// All 64 digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

fn digits(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A source expression of a Content-Security-Policy: `'sha256-…'`.
#[must_use]
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_digest_of_nothing() {
        assert_eq!(name("a", b"", "js"), "a-e3b0c44298fc1c14.js");
        assert_eq!(name_of("a", b""[..].into(), "js").ok(), Some(name("a", b"", "js")));
        let names = [
            (name("a-b", b"", "d.ts"), true),
            (format!("folder/{}", name("a", b"", "js")), true),
            ("index.html".to_owned(), false),
            ("a-e3b0c44298fc1c1.js".to_owned(), false),
            ("a-E3B0C44298FC1C14.js".to_owned(), false),
            ("e3b0c44298fc1c14".to_owned(), false),
        ];
        names.iter().for_each(|(name, is)| assert_eq!(is_in_name(name), *is, "{name}"));
        assert_eq!(source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}

//! Brotli and gzip copies beside every file that shrinks, for hosts that send them as they are.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::program::write;

/// A way to compress: the ending of the copy, and what makes it.
pub type Coding<'a> = (&'a str, &'a dyn Fn(&[u8]) -> Result<Vec<u8>>);

/// Brotli and gzip.
pub const CODINGS: [Coding<'static>; 2] = [("br", &brotli), ("gz", &gzip)];

/// Writes a copy beside every file below `folder` that shrinks: `file.br`, `file.gz`.
///
/// # Errors
/// When a file cannot be read or written; those of the codings.
pub fn folder(folder: &Path, codings: &[Coding<'_>]) -> Result<()> {
    for file in files_below(folder)? {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        if !worth_it(&file) {
            continue;
        }
        for (ending, coding) in codings {
            let packed = coding(&bytes)?;
            if packed.len() < bytes.len() {
                write(&with_ending(&file, ending), &packed)?;
            }
        }
    }
    Ok(())
}

/// Brotli at its smallest (quality 11, window 24 bits).
///
/// # Errors
/// Never in practice: when memory cannot be written.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

/// Gzip at its smallest, without a name or a time in it, so that equal input gives equal output.
///
/// # Errors
/// Never in practice: when memory cannot be written.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// All files below a folder, in order of their paths.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn worth_it(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["html", "js", "css", "wasm", "svg", "json", "txt", "ts", "pack"].contains(&ending)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_comes_back() {
        let text = "the same line again and again\n".repeat(200);
        let mut unpacked = String::new();
        let packed = gzip(text.as_bytes()).expect("gzip");
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut unpacked).expect("gunzip");
        assert_eq!(unpacked, text);
        let packed = brotli(text.as_bytes()).expect("brotli");
        unpacked.clear();
        brotli::Decompressor::new(&packed[..], 4096)
            .read_to_string(&mut unpacked)
            .expect("unbrotli");
        assert_eq!(unpacked, text);
    }
}

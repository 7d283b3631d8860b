//! Brotli and gzip copies beside every file that shrinks, for hosts that send them as they are.

use std::fs;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
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
    for file in files_below(folder)?.into_iter().filter(|file| worth_it(file)) {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        for (ending, coding) in codings {
            let packed = coding(&bytes)?;
            if packed.len() < bytes.len() {
                write(&with_ending(&file, ending), packed[..].into())?;
            }
        }
    }
    Ok(())
}

/// As [`folder`] with [`CODINGS`], with no more of a file in memory than the codings look at.
///
/// # Errors
/// When a file cannot be read or written.
pub fn folder_in_pieces(folder: &Path) -> Result<()> {
    type Packer = fn(&mut dyn Read, u64, &mut dyn Write) -> std::io::Result<()>;
    let codings: [(&str, Packer); 2] = [("br", brotli_of), ("gz", |from, _, to| gzip_of(from, to))];
    for file in files_below(folder)?.into_iter().filter(|file| worth_it(file)) {
        let length = fs::metadata(&file)?.len();
        for (ending, pack) in codings {
            let copy = with_ending(&file, ending);
            let packed = || -> std::io::Result<u64> {
                let mut to = BufWriter::new(File::create(&copy)?);
                pack(&mut BufReader::new(File::open(&file)?), length, &mut to)?;
                to.flush()?;
                fs::metadata(&copy).map(|packed| packed.len())
            };
            let packed = packed().with_context(|| format!("cannot write {}", copy.display()))?;
            if packed >= length {
                fs::remove_file(&copy)?;
            }
        }
    }
    Ok(())
}

/// Bytes from which on brotli's smallest is not worth its time, two seconds a megabyte.
const LONG: u64 = 8 << 20;

/// Brotli at its smallest (quality 11, window 24 bits), or at quality 9 for what is long.
///
/// # Errors
/// Never in practice: when memory cannot be written.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli_of(&mut &*bytes, bytes.len() as u64, &mut packed)?;
    Ok(packed)
}

fn brotli_of(from: &mut dyn Read, length: u64, to: &mut dyn Write) -> std::io::Result<()> {
    let long = length > LONG;
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if long { 9 } else { 11 },
        // Blocks of 128 kB instead of 256: up to 1 % less of a wasm, and the size no longer leaps
        // by as much when functions change their places. 0 leaves the choice to the encoder.
        lgblock: if long { 0 } else { 17 },
        lgwin: 24,
        size_hint: length as usize,
        ..Default::default()
    };
    let (mut from, mut to) = (from, to);
    brotli::BrotliCompress(&mut from, &mut to, &parameters).map(drop)
}

/// Gzip at its smallest, without a name or a time in it, so that equal input gives equal output.
///
/// # Errors
/// Never in practice: when memory cannot be written.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    gzip_of(&mut &*bytes, &mut packed)?;
    Ok(packed)
}

/// As [`gzip`], from a reader to a writer.
pub(crate) fn gzip_of(from: &mut dyn Read, to: impl Write) -> std::io::Result<()> {
    let mut encoder = flate2::write::GzEncoder::new(to, flate2::Compression::best());
    std::io::copy(from, &mut encoder)?;
    encoder.finish()?.flush()
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
    #[test]
    fn copies_are_the_same_in_pieces() {
        let line = |n: u32| format!("{n}: the harbour opens at {} on Monday\n", n % 24);
        let text: String = (0..2_000).map(line).collect();
        let copies = |pack: &dyn Fn(&Path) -> Result<()>| {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join("a.txt"), &text).expect("a file");
            fs::write(folder.path().join("short.txt"), "a").expect("a file");
            fs::write(folder.path().join("a.bin"), &text).expect("a file");
            pack(folder.path()).expect("copies");
            let files = files_below(folder.path()).expect("files").into_iter();
            files
                .map(|f| (f.file_name().map(ToOwned::to_owned), fs::read(&f).ok()))
                .collect::<Vec<_>>()
        };
        let whole = copies(&|path| folder(path, &CODINGS));
        assert_eq!(whole.len(), 5, "two copies of one file");
        assert!(copies(&folder_in_pieces) == whole);
    }
}

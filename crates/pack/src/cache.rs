//! The cache of articles read and annotated before: a build that was stopped goes on where it was,
//! and one after a change reads what changed.
//!
//! One file, to which records are appended: a mark, the key (32 bytes), a length (u32),
//! a checksum (8 bytes of SHA-256), and the prepared articles of one document. A record
//! that an interruption cut short ends the file. The key is a hash over everything that
//! decides the result: the program itself, settings, name and bytes of the document.

use crate::Error;
use dateline_corpus::Prepared;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The first bytes of a record.
const MARK: &[u8; 4] = b"DLC1";
/// Bytes of a record before its articles.
const HEAD: usize = 4 + 32 + 4 + 8;

/// A hash over everything that decides a result.
pub(crate) type Key = [u8; 32];

/// Where the articles of each key lie: offset and length.
type Places = HashMap<Key, (u64, u32)>;

/// An article with its format and what was guessed.
pub(crate) type Kept = (Prepared, &'static str, Vec<String>);

/// Whether a build may keep what it read in this file: it is not there, empty, or was written as such
/// a file. Anything else is somebody's.
pub fn may_be_cache(path: &Path) -> bool {
    let mut head = [0; MARK.len()];
    match std::fs::symlink_metadata(path) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(meta) if !meta.is_file() => false,
        Ok(meta) if meta.len() == 0 => true,
        Ok(_) => {
            let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
            read.is_ok() && head == *MARK
        }
    }
}

/// The file with what was read before.
#[derive(Debug)]
pub(crate) struct Cache {
    path: PathBuf,
    places: Places,
    reader: Mutex<File>,
    writer: File,
    end: u64,
    used: Mutex<HashSet<Key>>,
}

impl Cache {
    /// Opens the file, or begins a new one. What cannot be read is forgotten.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn open(path: &Path) -> Result<Cache, Error> {
        let failed = |e: io::Error| Error::new(path, format!("cannot keep what was read: {e}"));
        // The site may go into folders that are not there yet.
        path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
        let options =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let mut writer = options.map_err(failed)?;
        let (places, end) = scan(&writer).map_err(failed)?;
        writer.set_len(end).and_then(|()| writer.seek(SeekFrom::End(0))).map_err(failed)?;
        let reader = Mutex::new(File::open(path).map_err(failed)?);
        let used = Mutex::default();
        Ok(Cache { path: path.to_owned(), places, reader, writer, end, used })
    }

    /// The articles of a document that was read before.
    pub(crate) fn get(&self, key: &Key) -> Option<Vec<Kept>> {
        let (at, length) = *self.places.get(key)?;
        let mut bytes = vec![0; length as usize];
        {
            let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
            reader.seek(SeekFrom::Start(at)).ok()?;
            reader.read_exact(&mut bytes).ok()?;
        }
        let articles = decode(&bytes)?;
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(*key);
        Some(articles)
    }

    /// Keeps the articles of a document, as [`encode`] wrote them. What cannot be written
    /// is read again another time.
    pub(crate) fn put(&mut self, key: Key, articles: &[u8]) {
        let Ok(length) = u32::try_from(articles.len()) else { return };
        let mut record = Vec::with_capacity(HEAD + articles.len());
        record.extend_from_slice(MARK);
        record.extend_from_slice(&key);
        record.extend_from_slice(&length.to_le_bytes());
        record.extend_from_slice(&checksum(articles));
        record.extend_from_slice(articles);
        if self.writer.write_all(&record).is_ok() {
            self.places.insert(key, (self.end + HEAD as u64, length));
            self.end += record.len() as u64;
            self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
        }
    }

    /// Drops what no document of this build used, when that is more than half.
    pub(crate) fn finish(self) {
        let used = self.used.into_inner().unwrap_or_else(PoisonError::into_inner);
        let size = |key: &Key| self.places.get(key).map_or(0, |(_, n)| u64::from(*n) + HEAD as u64);
        if used.iter().map(size).sum::<u64>() * 2 >= self.end {
            return;
        }
        // A name that nobody has: the build before this one, or a file of somebody else.
        let new = self.path.with_extension(format!("{}.new", std::process::id()));
        let mut kept: Vec<(u64, u32)> =
            used.iter().filter_map(|k| self.places.get(k)).copied().collect();
        kept.sort_unstable();
        let copied = copy(&self.path, &new, &kept);
        // A cache that cannot be made smaller is still a cache.
        if copied.and_then(|()| std::fs::rename(&new, &self.path)).is_err() {
            let _ = std::fs::remove_file(&new);
        }
    }
}

fn copy(from: &Path, to: &Path, records: &[(u64, u32)]) -> io::Result<()> {
    let (mut reader, mut writer) = (File::open(from)?, io::BufWriter::new(File::create_new(to)?));
    for (at, length) in records {
        reader.seek(SeekFrom::Start(at - HEAD as u64))?;
        io::copy(&mut (&reader).take(HEAD as u64 + u64::from(*length)), &mut writer)?;
    }
    writer.flush()
}

/// The places of all whole records, and where the last one ends.
fn scan(file: &File) -> io::Result<(Places, u64)> {
    let total = file.metadata()?.len();
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let (mut places, mut at) = (HashMap::new(), 0);
    let mut bytes = Vec::new();
    while at + HEAD as u64 <= total {
        let mut head = [0; HEAD];
        reader.read_exact(&mut head)?;
        let (Some(mark), Some(key)) = (head.first_chunk::<4>(), head[4..].first_chunk::<32>())
        else {
            break;
        };
        let length = head[36..].first_chunk::<4>().map_or(0, |b| u32::from_le_bytes(*b));
        if mark != MARK || at + HEAD as u64 + u64::from(length) > total {
            break;
        }
        bytes.resize(length as usize, 0);
        reader.read_exact(&mut bytes)?;
        if checksum(&bytes) != head[40..] {
            break;
        }
        places.insert(*key, (at + HEAD as u64, length));
        at += HEAD as u64 + u64::from(length);
    }
    Ok((places, at))
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    Sha256::digest(bytes).first_chunk::<8>().copied().unwrap_or_default()
}

/// The articles of a document as bytes; `None` when one failed, which is soon tried again.
pub(crate) fn encode(articles: &[Result<Kept, crate::Error>]) -> Option<Vec<u8>> {
    let articles = articles.iter().map(|article| article.as_ref().ok());
    postcard::to_allocvec(&articles.collect::<Option<Vec<_>>>()?).ok()
}

fn decode(bytes: &[u8]) -> Option<Vec<Kept>> {
    let articles: Vec<(Prepared, String, Vec<String>)> = postcard::from_bytes(bytes).ok()?;
    let kept = |(article, format, notes): (_, String, _)| Some((article, known(&format)?, notes));
    articles.into_iter().map(kept).collect()
}

/// The label of a format as the readers give it.
fn known(name: &str) -> Option<&'static str> {
    dateline_formats::labels().find(|label| *label == name)
}

/// The beginning of every key: this very program, since another one may
/// read otherwise.
pub(crate) fn program() -> Sha256 {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    if let Ok(program) = std::env::current_exe().and_then(std::fs::read) {
        hash.update(Sha256::digest(program));
    }
    hash
}

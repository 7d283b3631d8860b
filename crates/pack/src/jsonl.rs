//! JSON lines: one record a line, with the keys of `--jsonl` and no others. (A `.jsonl`
//! among files is read by `dateline_formats`, which knows keys of other programs.)

use crate::{Error, files::reason};
use dateline_config::json_reason;
use dateline_corpus::{Body, Date, Input, Metadata};
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How much is read before it is cut into lines, in bytes.
const CHUNK: usize = 1 << 20;

/// A line `{"id","text"}`, borrowed from its JSON where that has no escapes. Other
/// keys are ignored.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with \"id\" and \"text\"")]
pub struct Texts<'a> {
    /// The id: a string or a number.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The text.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
}

/// The id of a record.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged, expecting = "a string or a number as id")]
pub enum Id<'a> {
    /// A string.
    #[serde(borrow)]
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
}

impl Id<'_> {
    /// The id as JSON: a number stays one.
    pub fn to_json(&self) -> Value {
        match self {
            Id::Text(text) => Value::from(text.as_ref()),
            Id::Number(number) => Value::from(*number),
        }
    }
}

impl std::fmt::Display for Id<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Text(text) => f.write_str(text),
            Id::Number(number) => number.fmt(f),
        }
    }
}

/// A record of an article.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with \"id\" and \"body\" or \"text\"")]
pub struct Record<'a> {
    #[serde(borrow)]
    id: Option<Id<'a>>,
    title: Option<String>,
    body: Option<String>,
    text: Option<String>,
    date: Option<String>,
    source: Option<String>,
    byline: Option<String>,
    url: Option<String>,
    language: Option<String>,
    #[serde(flatten)]
    fields: BTreeMap<String, Value>,
}

impl<'a> Record<'a> {
    /// Reads one line.
    ///
    /// # Errors
    /// When it is not JSON or a known key has a value of another sort.
    pub fn parse(line: &'a str) -> Result<Record<'a>, Error> {
        serde_json::from_str(line).map_err(|e| Error::new(Path::new(""), json_reason(&e)))
    }

    /// The input that the record describes; `line` names it when it has no id.
    ///
    /// # Errors
    /// When it has neither `body` nor `text`, or a value that does not fit.
    pub fn into_input(self, line: usize) -> Result<Input, Error> {
        let failed = |message: String| Error::new(Path::new(""), message);
        let date = self.date.as_deref().map(str::trim).filter(|d| !d.is_empty());
        let date = date.map(|d| {
            Date::parse(d)
                .ok_or_else(|| failed(format!("date {d:?}: write 2021-08-15, 2021-08 or 2021")))
        });
        let metadata = Metadata {
            title: None,
            source: self.source,
            byline: self.byline,
            date: date.transpose()?,
            url: self.url,
            language: self.language,
            ..Metadata::default()
        };
        let (title, metadata) = match self.body {
            Some(_) => (self.title, metadata),
            None => (None, Metadata { title: self.title, ..metadata }),
        };
        let body = match (self.body, self.text) {
            (Some(body), _) => Body::Read { title, body },
            (None, Some(text)) => Body::Dump(text),
            (None, None) => {
                return Err(failed("neither \"body\" nor \"text\": one is needed".into()));
            }
        };
        let name = self.id.map_or_else(|| format!("line {line}"), |id| id.to_string());
        let mut fields = Vec::new();
        for (key, value) in self.fields {
            let values = strings(value).ok_or_else(|| {
                failed(format!("{key:?}: a further field is a string or a list of strings"))
            })?;
            fields.push((key, values));
        }
        Ok(Input { name, body, metadata, fields, ..Input::default() })
    }
}

fn strings(value: Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::String(text) => Some(vec![text]),
        Value::Number(number) => Some(vec![number.to_string()]),
        Value::Bool(yes) => Some(vec![yes.to_string()]),
        Value::Array(list) => {
            let one = |v| strings(v).filter(|s| s.len() <= 1);
            list.into_iter().map(one).collect::<Option<Vec<_>>>().map(|v| v.concat())
        }
        Value::Object(_) => None,
    }
}

/// Works on every line of a file on all cores: `work` gets a line and appends to a
/// buffer; the buffers come to `sink` in the order of the lines, until it says `false`. Blank
/// lines are skipped.
///
/// # Errors
/// The first that reading or `work` gave, with its line.
pub fn for_each_line(
    file: &Path,
    work: impl Fn(&str, &mut Vec<u8>) -> Result<(), Error> + Sync,
    mut sink: impl FnMut(&[u8]) -> bool,
) -> Result<(), Error> {
    let mut result = Ok(());
    let work_on = |chunk: Result<Chunk, Error>| -> Result<Vec<u8>, Error> {
        let chunk = chunk?;
        let mut out = Vec::with_capacity(chunk.bytes.len());
        for line in chunk.lines(file) {
            let (number, line) = line?;
            work(line, &mut out).map_err(|e| e.in_file(file).at_line(number))?;
        }
        Ok(out)
    };
    crate::parallel::ordered(chunks(file)?, work_on, |out| match out {
        Ok(out) => sink(&out),
        Err(error) => {
            result = Err(error);
            false
        }
    });
    result
}

impl<'a> Texts<'a> {
    /// Reads one line.
    ///
    /// # Errors
    /// When it is not JSON, or has no `id` or `text`.
    pub fn parse(line: &'a str) -> Result<Texts<'a>, Error> {
        serde_json::from_str(line).map_err(|e| Error::new(Path::new(""), json_reason(&e)))
    }
}

/// Some whole lines.
#[derive(Debug)]
pub(crate) struct Chunk {
    first_line: usize,
    pub(crate) bytes: Vec<u8>,
}

impl Chunk {
    /// The lines that are not blank, with their numbers in `file`, counted from 1.
    pub(crate) fn lines<'c>(
        &'c self,
        file: &'c Path,
    ) -> impl Iterator<Item = Result<(usize, &'c str), Error>> {
        let lines = self.bytes.split(|b| *b == b'\n').zip(self.first_line..);
        let lines = lines.filter(|(line, _)| !line.iter().all(u8::is_ascii_whitespace));
        lines.map(|(line, number)| match std::str::from_utf8(line) {
            Ok(line) => Ok((number, line)),
            Err(e) => {
                let what = format!("not UTF-8: byte {} of the line", e.valid_up_to());
                Err(Error::new(file, what).at_line(number))
            }
        })
    }
}

/// The lines of a file, about a megabyte at a time.
///
/// # Errors
/// When it cannot be opened; each piece, when it cannot be read.
pub(crate) fn chunks(file: &Path) -> Result<impl Iterator<Item = Result<Chunk, Error>>, Error> {
    let handle = File::open(file).map_err(|e| Error::new(file, reason(&e)))?;
    Ok(Chunks::new(handle).map(|chunk| chunk.map_err(|e| Error::new(file, reason(&e)))))
}

/// A file cut after line ends into pieces of about a megabyte.
struct Chunks {
    file: File,
    rest: Vec<u8>,
    next_line: usize,
    done: bool,
}

impl Chunks {
    fn new(file: File) -> Chunks {
        Chunks { file, rest: Vec::new(), next_line: 1, done: false }
    }
}

impl Iterator for Chunks {
    type Item = std::io::Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let mut bytes = std::mem::take(&mut self.rest);
            let before = bytes.len();
            let read = (&mut self.file).take(CHUNK as u64).read_to_end(&mut bytes);
            if let Err(e) = read {
                self.done = true;
                return Some(Err(e));
            }
            self.done = bytes.len() == before;
            let cut = match bytes[before..].iter().rposition(|b| *b == b'\n') {
                _ if self.done => bytes.len(),
                Some(at) => before + at + 1,
                None => {
                    self.rest = bytes;
                    continue;
                }
            };
            self.rest = bytes.split_off(cut);
            if bytes.is_empty() {
                continue;
            }
            let first_line = self.next_line;
            self.next_line += bytes.iter().filter(|b| **b == b'\n').count();
            return Some(Ok(Chunk { first_line, bytes }));
        }
        None
    }
}

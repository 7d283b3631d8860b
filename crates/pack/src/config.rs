//! `corpus.toml`: what a publisher says of a folder and of its files.

use crate::{Error, Source, files::reason};
use dateline_corpus::{BlockKind, Corrections, Date, Input, InputError, InputProblem, Lines};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The contents of a `corpus.toml`.
///
/// ```toml
/// title = "Two valleys"
/// language = "en"
/// columns = { text = "Lauftext" }    # of tables and records, where no usual name fits
/// corrections = "corrections.json"   # or a table [corrections] with the same keys
///
/// [articles."a.txt"]
/// title = "A road opens"
/// source = "The Valley Courier"
/// byline = "A. Writer"
/// date = 2021-08-15        # or "2021-08", "2021"
/// url = "https://example.org/road"
/// language = "en"
///
/// [articles."a.txt".blocks]    # kinds of blocks, by the lines of the file from 1
/// "12-14" = "furniture"
/// "16" = "body"
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Title of the corpus.
    pub title: Option<String>,
    /// Language of articles that do not say theirs.
    pub language: Option<String>,
    /// What the publisher corrected of the mentions.
    pub corrections: Corrections,
    /// What the columns of tables and the keys of records are called.
    pub columns: Columns,
    /// The file that they are read from, which is no article.
    pub(crate) corrections_file: Option<String>,
    articles: BTreeMap<String, FileConfig>,
    path: PathBuf,
}

/// What columns of tables and keys of records are called that have no usual name.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The text of the article.
    pub text: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The date of publication.
    pub date: Option<String>,
    /// The publication.
    pub source: Option<String>,
    /// The author or authors.
    pub byline: Option<String>,
    /// The address of the original.
    pub url: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// What the article is called in the corpus.
    pub id: Option<String>,
}

/// What is said of one file.
#[derive(Clone, Debug, Default)]
pub struct FileConfig {
    /// The line of its heading in `corpus.toml`, from 1.
    pub line: usize,
    /// What overrules the reader.
    pub metadata: dateline_corpus::Metadata,
    /// Further fields.
    pub fields: Vec<(String, Vec<String>)>,
    /// Kinds of blocks, in the order of their lines.
    pub blocks: Vec<BlockConfig>,
}

/// What is said of some lines of a file.
#[derive(Clone, Copy, Debug)]
pub struct BlockConfig {
    /// The line of `corpus.toml` that says so, from 1.
    pub line: usize,
    /// The lines of the file.
    pub lines: Lines,
    /// What they are.
    pub kind: BlockKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Option<String>,
    language: Option<String>,
    corrections: Option<Spanned<toml::Value>>,
    #[serde(default)]
    columns: Columns,
    #[serde(default)]
    articles: BTreeMap<Spanned<String>, RawFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    title: Option<String>,
    source: Option<String>,
    byline: Option<String>,
    date: Option<Spanned<toml::Value>>,
    url: Option<String>,
    language: Option<String>,
    #[serde(default)]
    fields: BTreeMap<String, OneOrMany>,
    #[serde(default)]
    blocks: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a string or a list of strings")]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Config {
    /// Reads a `corpus.toml`; `None` when there is no such file.
    ///
    /// # Errors
    /// When it is not TOML, has an unknown key or a value that does not fit.
    pub fn read(path: &Path) -> Result<Option<Config>, Error> {
        match std::fs::read_to_string(path) {
            Ok(text) => Config::parse(&text, path).map(Some),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Error::new(path, reason(&e))),
        }
    }

    /// Reads the text of a `corpus.toml`; `path` is for the errors.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn parse(text: &str, path: &Path) -> Result<Config, Error> {
        let at = |byte: usize, message: &str| {
            let before = text.get(..byte).unwrap_or(text);
            Error::new(path, message).at_line(1 + before.matches('\n').count())
        };
        let raw: Raw = toml::from_str(text)
            .map_err(|e| at(e.span().map_or(0, |s| s.start), e.message().trim()))?;
        let mut articles = BTreeMap::new();
        for (name, file) in raw.articles {
            let byte = name.span().start;
            let date = file.date.map(|value| {
                let span = value.span();
                date(value.get_ref()).ok_or_else(|| {
                    let what = "not a date: write 2021-08-15, \"2021-08\" or \"2021\"";
                    at(span.start, what)
                })
            });
            let metadata = dateline_corpus::Metadata {
                title: file.title,
                source: file.source,
                byline: file.byline,
                date: date.transpose()?,
                url: file.url,
                language: file.language,
            };
            let fields = file.fields.into_iter().map(|(name, values)| match values {
                OneOrMany::One(value) => (name, vec![value]),
                OneOrMany::Many(values) => (name, values),
            });
            let line = 1 + text[..byte].matches('\n').count();
            let blocks = blocks(file.blocks).map_err(|(byte, what)| at(byte, &what))?;
            let blocks = blocks.into_iter().map(|(byte, lines, kind)| {
                let line = 1 + text[..byte].matches('\n').count();
                BlockConfig { line, lines, kind }
            });
            let (fields, blocks) = (fields.collect(), blocks.collect());
            let file = FileConfig { line, metadata, fields, blocks };
            articles.insert(name.into_inner(), file);
        }
        let mut corrections_file = None;
        let corrections = match raw.corrections {
            None => Corrections::default(),
            Some(value) => {
                let start = value.span().start;
                match value.into_inner() {
                    toml::Value::String(file) => {
                        let read = read_corrections(&path.with_file_name(&file))?;
                        corrections_file = Some(file);
                        read
                    }
                    table => {
                        let said: Corrections =
                            table.try_into().map_err(|e| at(start, e.message().trim()))?;
                        said.problem().map_or(Ok(said), |what| Err(at(start, &what)))?
                    }
                }
            }
        };
        let path = path.to_owned();
        let (title, language, columns) = (raw.title, raw.language, raw.columns);
        Ok(Config { title, language, corrections, columns, corrections_file, articles, path })
    }

    /// Whether every file that is spoken of is there.
    ///
    /// # Errors
    /// Naming the first that is not, with its line.
    pub fn check_files(&self, sources: &[Source]) -> Result<(), Error> {
        let missing =
            self.articles.iter().find(|(name, _)| !sources.iter().any(|s| is_of(name, &s.name)));
        match missing {
            None => Ok(()),
            Some((name, file)) => {
                let what =
                    format!("no file {name:?} in the folder; correct the name or remove the entry");
                Err(Error::new(&self.path, what).at_line(file.line))
            }
        }
    }

    /// What is said of a file.
    pub fn article(&self, name: &str) -> Option<&FileConfig> {
        self.articles.get(name)
    }

    /// Everything that is said of a document and of places in it, for a hash.
    pub(crate) fn said_of(&self, document: &str) -> String {
        let said = self.articles.iter().filter(|(name, _)| is_of(name, document));
        // The line of an entry decides nothing.
        said.map(|(name, file)| {
            let blocks: Vec<_> = file.blocks.iter().map(|b| (b.lines, b.kind)).collect();
            format!("{name:?} {:?} {:?} {blocks:?}\n", file.metadata, file.fields)
        })
        .collect()
    }

    /// Why an input was refused, in the file and line that are to blame.
    pub(crate) fn refused(&self, source: &Source, error: &InputError) -> Error {
        let what = error.problem.to_string();
        let InputProblem::NoBlock(lines) = error.problem else {
            return Error::new(&source.path, what);
        };
        let said = self.article(&source.name).map_or(&[][..], |file| &file.blocks);
        let line = said.iter().find(|b| b.lines == lines).map_or(1, |b| b.line);
        Error::new(&self.path, format!("{}: {what}", source.name)).at_line(line)
    }

    /// Puts what is said of an input's file into the input.
    pub fn apply(&self, input: &mut Input) {
        if let Some(file) = self.article(&input.name) {
            let said = file.metadata.clone();
            let read = std::mem::take(&mut input.metadata);
            if said.date.is_some() {
                input.evidence.clear();
            }
            input.metadata = dateline_corpus::Metadata {
                title: said.title.or(read.title),
                source: said.source.or(read.source),
                byline: said.byline.or(read.byline),
                date: said.date.or(read.date),
                url: said.url.or(read.url),
                language: said.language.or(read.language),
            };
            for (name, values) in &file.fields {
                input.fields.retain(|(known, _)| known != name);
                input.fields.push((name.clone(), values.clone()));
            }
            input.blocks = file.blocks.iter().map(|b| (b.lines, b.kind)).collect();
        }
    }
}

/// Whether an article of this name may be from the file: the file itself, or behind `#`
/// or `/` a place in it. An unpacked file has lost its `.gz`.
fn is_of(article: &str, file: &str) -> bool {
    let file = file.strip_suffix(".gz").unwrap_or(file);
    let rest = article.strip_prefix(file);
    rest.is_some_and(|rest| rest.is_empty() || rest == ".gz" || rest.starts_with(['#', '/']))
}

/// Reads corrections from a JSON file, as the page exports them.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn read_corrections(path: &Path) -> Result<Corrections, Error> {
    let text = crate::read_text(path)?;
    let read: Corrections = serde_json::from_str(&text)
        .map_err(|e| Error::new(path, crate::jsonl::json_reason(&e)).at_line(e.line()))?;
    read.problem().map_or(Ok(read), |what| Err(Error::new(path, what)))
}

/// Where in `corpus.toml` lines of a file are given a kind.
type Said = (usize, Lines, BlockKind);

/// What is said of the blocks of one file, in the order of their lines; else the
/// byte where something is wrong, and what.
fn blocks(raw: BTreeMap<Spanned<String>, Spanned<String>>) -> Result<Vec<Said>, (usize, String)> {
    let mut out: Vec<Said> = Vec::new();
    for (key, value) in raw {
        let (byte, key, value) = (key.span().start, key.get_ref(), value.get_ref());
        let lines = Lines::parse(key).ok_or_else(|| {
            (byte, format!("{key:?} is no line: write \"12\" or \"12-14\", counted from 1"))
        })?;
        let kind = BlockKind::from_name(value).ok_or_else(|| {
            let names = BlockKind::ALL.map(BlockKind::name).join(", ");
            (byte, format!("{value:?} is no kind of block; there are {names}"))
        })?;
        out.push((byte, lines, kind));
    }
    out.sort_by_key(|(_, lines, _)| *lines);
    for pair in out.windows(2) {
        let [(at, first, _), (byte, second, _)] = pair else { continue };
        if second.first <= first.last {
            let what = format!("lines {first} and {second} overlap: give each line one kind");
            return Err((*at.max(byte), what));
        }
    }
    Ok(out)
}

fn date(value: &toml::Value) -> Option<Date> {
    match value {
        toml::Value::String(text) => Date::parse(text),
        toml::Value::Datetime(date) => Date::parse(&date.to_string()),
        toml::Value::Integer(year) => Date::parse(&year.to_string()),
        _ => None,
    }
}

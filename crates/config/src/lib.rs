//! `corpus.toml`: what a publisher says of a folder and of its files. Texts in, what they
//! say out; who calls knows where they are from.

use dateline_corpus::{BlockKind, Corrections, Date, Input, Lines};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use toml::Spanned;

/// The name of the file in which a publisher describes a folder.
pub const CONFIG_FILE: &str = "corpus.toml";

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
/// section = "World"        # or ["World", "Trade"]
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
    /// The publisher's corrections of mentions.
    pub corrections: Corrections,
    /// The names of columns of tables and keys of records.
    pub columns: Columns,
    /// The file in the folder that they are in, where they are not said here. It is no article.
    pub corrections_file: Option<String>,
    articles: BTreeMap<String, FileConfig>,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 where it is not in one line.
    pub line: usize,
    /// The problem, and what to do.
    pub message: String,
}

/// The names of columns of tables and keys of records that hold what an article
/// is made of. `None` looks for the usual names (`text`, `body`, `content`; `title`,
/// `headline`; …; all are in `crates/formats`), in small or capital letters.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
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
    /// The section, desk or rubric.
    pub section: Option<String>,
    /// The name of the article in the corpus.
    pub id: Option<String>,
}

/// The settings of one file.
#[derive(Clone, Debug, Default)]
pub struct FileConfig {
    /// The line of its heading in `corpus.toml`, from 1.
    pub line: usize,
    /// Metadata that overrules the reader.
    pub metadata: dateline_corpus::Metadata,
    /// Further fields.
    pub fields: Vec<(String, Vec<String>)>,
    /// Kinds of blocks, in the order of their lines.
    pub blocks: Vec<BlockConfig>,
}

/// The settings of some lines of a file.
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
    section: Option<OneOrMany>,
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

impl OneOrMany {
    fn values(self) -> Vec<String> {
        match self {
            OneOrMany::One(value) => vec![value],
            OneOrMany::Many(values) => values,
        }
    }
}

impl Config {
    /// Reads the text of a `corpus.toml`.
    ///
    /// # Errors
    /// When it is not TOML, has an unknown key or a value that does not fit.
    pub fn parse(text: &str) -> Result<Config, Problem> {
        let ends: Vec<usize> = text.match_indices('\n').map(|(end, _)| end).collect();
        let line = |byte: usize| 1 + ends.partition_point(|end| *end < byte);
        let at =
            |byte: usize, message: &str| Problem { line: line(byte), message: message.to_owned() };
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
                section: file.section.map(OneOrMany::values).unwrap_or_default(),
            };
            let fields = file.fields.into_iter().map(|(name, values)| (name, values.values()));
            let blocks = blocks(file.blocks).map_err(|(byte, what)| at(byte, &what))?;
            let blocks = blocks.into_iter().map(|(byte, lines, kind)| {
                let line = line(byte);
                BlockConfig { line, lines, kind }
            });
            let (fields, blocks) = (fields.collect(), blocks.collect());
            let file = FileConfig { line: line(byte), metadata, fields, blocks };
            articles.insert(name.into_inner(), file);
        }
        let mut corrections_file = None;
        let corrections = match raw.corrections {
            None => Corrections::default(),
            Some(value) => {
                let start = value.span().start;
                match value.into_inner() {
                    toml::Value::String(file) => {
                        corrections_file = Some(file);
                        Corrections::default()
                    }
                    table => {
                        let said: Corrections =
                            table.try_into().map_err(|e| at(start, e.message().trim()))?;
                        said.problem().map_or(Ok(said), |what| Err(at(start, &what)))?
                    }
                }
            }
        };
        let (title, language, columns) = (raw.title, raw.language, raw.columns);
        Ok(Config { title, language, corrections, columns, corrections_file, articles })
    }

    /// The first file that is spoken of and is not among those of the folder; their names are
    /// paths from it, with `/`.
    pub fn missing<'a>(&self, files: impl Iterator<Item = &'a str>) -> Option<Problem> {
        let files: HashSet<&str> = files.map(unpacked).collect();
        let is_here = |name: &str| files_of(name).any(|file| files.contains(file));
        let (name, file) = self.articles.iter().find(|(name, _)| !is_here(name))?;
        let message =
            format!("no file {name:?} in the folder; correct the name or remove the entry");
        Some(Problem { line: file.line, message })
    }

    /// The settings of a file.
    pub fn article(&self, name: &str) -> Option<&FileConfig> {
        self.articles.get(name)
    }

    /// Everything that is said of a document and of places in it, for a hash.
    pub fn said_of(&self, document: &str) -> String {
        let file = unpacked(document);
        let all = self.articles.range::<str, _>((Bound::Included(file), Bound::Unbounded));
        let around = all.take_while(|(name, _)| name.starts_with(file));
        let said = around.filter(|(name, _)| files_of(name).any(|of| of == file));
        // The line of an entry decides nothing.
        said.map(|(name, file)| {
            let blocks: Vec<_> = file.blocks.iter().map(|b| (b.lines, b.kind)).collect();
            format!("{name:?} {:?} {:?} {blocks:?}\n", file.metadata, file.fields)
        })
        .collect()
    }

    /// The line that gives these lines of a file a kind; 1 when there is none.
    pub fn line_of(&self, name: &str, lines: Lines) -> usize {
        let said = self.article(name).map_or(&[][..], |file| &file.blocks);
        said.iter().find(|b| b.lines == lines).map_or(1, |b| b.line)
    }

    /// Puts what is said of an article of this name into its input.
    pub fn apply(&self, name: &str, input: &mut Input) {
        if let Some(file) = self.article(name) {
            let said = file.metadata.clone();
            let read = std::mem::take(&mut input.metadata);
            if said.date.is_some() {
                input.evidence.clear();
            }
            input.metadata = said.or(read);
            for (name, values) in &file.fields {
                input.fields.retain(|(known, _)| known != name);
                input.fields.push((name.clone(), values.clone()));
            }
            input.blocks = file.blocks.iter().map(|b| (b.lines, b.kind)).collect();
        }
    }
}

/// The name of a file when it is unpacked.
fn unpacked(file: &str) -> &str {
    file.strip_suffix(".gz").unwrap_or(file)
}

/// The unpacked files that an article of this name may be from: the file itself, or one in
/// which it has a place behind `#` or `/`.
fn files_of(article: &str) -> impl Iterator<Item = &str> {
    let around = article.match_indices(['#', '/']).map(|(at, _)| &article[..at]);
    [article, unpacked(article)].into_iter().chain(around)
}

/// Reads the text of a JSON file of corrections, as the page exports them.
///
/// # Errors
/// When it holds something else.
pub fn parse_corrections(text: &str) -> Result<Corrections, Problem> {
    let read: Corrections = serde_json::from_str(text)
        .map_err(|e| Problem { line: e.line(), message: json_reason(&e) })?;
    read.problem().map_or(Ok(read), |message| Err(Problem { line: 0, message }))
}

/// serde's reason without the line, and with the column.
pub fn json_reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text).to_owned();
    if error.column() > 0 { format!("{what} (column {})", error.column()) } else { what }
}

/// Where in `corpus.toml` lines of a file are given a kind.
type Said = (usize, Lines, BlockKind);

/// The settings of the blocks of one file, in the order of their lines; else the
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_their_files() {
        let cases = [
            ("a.txt", "a.txt", true),
            ("a.csv#7", "a.csv", true),
            ("a.zip/b/c.txt#2", "a.zip", true),
            ("a.warc", "a.warc.gz", true),
            ("a.warc.gz", "a.warc.gz", true),
            ("a.warc#3", "a.warc.gz", true),
            ("a.txt2", "a.txt", false),
            ("a", "a.txt", false),
            ("b/a.txt", "a.txt", false),
        ];
        for (article, file, want) in cases {
            let config = Config::parse(&format!("[articles.{article:?}]\n")).expect("TOML");
            assert_eq!(config.missing([file].into_iter()).is_none(), want, "{article} of {file}");
            assert_eq!(!config.said_of(file).is_empty(), want, "{article} of {file}");
        }
    }
}

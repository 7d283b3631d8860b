//! The collecting side: from what was read to a pack and a report.

use crate::limits::ARTICLE_BYTES;
use crate::settings::Settings;
use crate::step::{Item, Step};
use dateline_corpus::{BuildError, Corpus, CorpusBuilder, Prepared};
use dateline_formats::Skipped;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Collects what was read.
pub struct Collector {
    builder: CorpusBuilder,
    /// A hash of each text by its article's name.
    known: HashMap<String, u64>,
    text: usize,
    report: Report,
}

#[derive(Default)]
struct Report {
    read: Vec<Read>,
    skipped: Vec<Skipped>,
    /// Things that nobody would expect an article of, and how many there were.
    left_out: BTreeMap<String, usize>,
}

/// An article that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Its name in the corpus.
    pub name: String,
    /// The label of its format.
    pub format: String,
    /// Guesses and omissions, a sentence each.
    pub notes: Vec<String>,
}

/// The result of all files.
#[derive(Debug)]
pub struct Collected {
    /// The articles, those collected before first; or why there are none.
    pub corpus: Result<Corpus, String>,
    /// Which were read.
    pub read: Vec<Read>,
    /// Files that were not read, and why.
    pub skipped: Vec<Skipped>,
}

impl Collector {
    /// Collects articles behind those that were collected before.
    ///
    /// # Errors
    /// When these are no whole articles.
    pub fn new(before: Option<&Corpus>) -> Result<Collector, BuildError> {
        let mut builder = CorpusBuilder::new();
        builder.set_index(true);
        let (mut known, mut text) = (HashMap::new(), 0);
        if let Some(before) = before {
            builder.push_all(before, None)?;
            known.extend(hashes(before));
            text = before.text_bytes();
        }
        Ok(Collector { builder, known, text, report: Report::default() })
    }

    /// Takes what one document gave; tells how many bytes the document had. What is
    /// there already is left out.
    pub fn take(&mut self, step: &[u8]) -> u64 {
        let Some(step) = Step::from_bytes(step) else { return 0 };
        for item in step.items {
            match item {
                Item::Article { article, format, notes } => self.push(*article, format, notes),
                Item::Skipped { name, reason } => self.skip(name, reason),
                Item::LeftOut { what } => *self.report.left_out.entry(what).or_default() += 1,
            }
        }
        step.bytes
    }

    /// Takes the articles of a pack, as they were read.
    ///
    /// # Errors
    /// When it cannot be opened, or holds no whole articles; in words.
    pub fn take_pack(&mut self, name: &str, pack: Vec<u8>) -> Result<(), String> {
        let corpus = Corpus::open(pack).map_err(|e| e.to_string())?;
        if self.text + corpus.text_bytes() > ARTICLE_BYTES {
            return Err(too_long());
        }
        self.builder.push_all(&corpus, None).map_err(|e| e.to_string())?;
        self.text += corpus.text_bytes();
        self.known.extend(hashes(&corpus));
        let row = |a: dateline_corpus::Article<'_>| {
            let notes = vec![format!("from {name}")];
            Read { name: a.name().to_owned(), format: "pack".to_owned(), notes }
        };
        self.report.read.extend(corpus.articles().map(row));
        Ok(())
    }

    /// Takes over the title that is said of the files of these names, and notes what is wrong
    /// with what is said.
    pub fn describe<'a>(
        &mut self,
        settings: &Settings,
        files: impl Iterator<Item = &'a str> + Clone,
    ) {
        if let Some(title) = settings.title() {
            self.builder.set_title(title);
        }
        self.report.skipped.extend(settings.problems(files));
    }

    /// Notes that something is no article.
    pub fn skip(&mut self, name: impl Into<String>, reason: impl Into<String>) {
        self.report.skipped.push(Skipped::new(name, reason));
    }

    /// How many articles there are.
    pub fn articles(&self) -> usize {
        self.builder.len()
    }

    fn push(&mut self, article: Prepared, format: String, notes: Vec<String>) {
        let name = article.name().to_owned();
        if self.text + article.raw().len() > ARTICLE_BYTES {
            return self.skip(name, too_long());
        }
        let hash = hash(article.raw());
        if self.known.get(&name) == Some(&hash) {
            return self.skip(name, "already here, with the same text");
        }
        let text = article.raw().len();
        let free = self.builder.free_name(&name);
        match self.builder.push(article.renamed(free.as_str())) {
            Ok(_) => {
                self.text += text;
                self.known.insert(free.clone(), hash);
                self.report.read.push(Read { name: free, format, notes });
            }
            Err(error) => self.skip(name, error.to_string()),
        }
    }

    /// The corpus with its index, and the report.
    pub fn finish(self) -> Collected {
        let Report { read, mut skipped, left_out } = self.report;
        if !left_out.is_empty() {
            let all: usize = left_out.values().sum();
            let kinds: Vec<String> =
                left_out.iter().map(|(what, n)| format!("{n} × {what}")).collect();
            skipped.push(Skipped::new(
                format!("{all} others"),
                format!("no articles: {}", kinds.join(", ")),
            ));
        }
        let corpus = match self.builder.build() {
            Ok(pack) => Corpus::open_built(pack).map_err(|e| e.to_string()),
            Err(BuildError::Empty) => Err("None of this holds an article.".to_owned()),
            Err(error) => Err(error.to_string()),
        };
        Collected { corpus, read, skipped }
    }
}

fn too_long() -> String {
    format!("left out: a page holds {} MB of text at most", ARTICLE_BYTES >> 20)
}

/// A hash of each text by its article's name. No text is kept that had to be decoded.
fn hashes(corpus: &Corpus) -> impl Iterator<Item = (String, u64)> {
    corpus.ids().map(|id| corpus.with_article(id, |a| (a.name().to_owned(), hash(a.raw()))))
}

/// Tells texts of one name apart, within one program.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collector").field("articles", &self.articles()).finish_non_exhaustive()
    }
}

//! Gathering: articles are found, read and prepared on all cores, and added in order.

use crate::cache::{self, Cache, Kept, Key};
use crate::config::Config;
use crate::documents::{Document, documents, left_out, text_bytes};
use crate::{CONFIG_FILE, Done, Error, Found, ReaderPool, Record, Source, find, jsonl, push_all};
use dateline_corpus::{ContextsOnly, CorpusBuilder, Corrections, Prepared, Preparer};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// A job: the articles to be packed, and how.
#[derive(Debug)]
pub struct Job<'a, P> {
    /// Where the articles are.
    pub articles: Articles<'a, P>,
    /// The treatment of whatever cannot be an article.
    pub on_error: OnError,
    /// Corrections of mentions; those of a `corpus.toml` count before them.
    pub corrections: &'a Corrections,
    /// A `corpus.toml` to use instead of those in the folders.
    pub config: Option<&'a Path>,
    /// The title of the corpus, over that of any `corpus.toml`.
    pub title: Option<&'a str>,
    /// The language of articles that do not say theirs, over that of any `corpus.toml`.
    pub language: Option<&'a str>,
    /// Whether to withhold the texts, and how much to show.
    pub contexts_only: Option<ContextsOnly>,
    /// Where the result will be written: what lies there is no article.
    pub out: Option<&'a Path>,
    /// A file for what was read and annotated: a job that was stopped goes on with it.
    pub cache: Option<&'a Path>,
    /// Processes in which files are read that could take their reader down. Without them all are
    /// read in this one.
    pub readers: Option<&'a ReaderPool>,
}

/// Where articles are.
#[derive(Debug)]
pub enum Articles<'a, P> {
    /// Files, and those of folders.
    Paths(&'a [P]),
    /// A file of JSON lines: `id`, `title`, `body` (an article already read) or `text` (a page
    /// dump), `date`, `source`, `byline`, `url`, `language`; every other key is a field with a
    /// string or a list of strings.
    Jsonl(&'a Path),
}

/// The treatment of whatever cannot be an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// End with the error.
    Stop,
    /// Report it as an [`Event`], and go on.
    Report,
}

/// An event while files are packed.
#[derive(Debug)]
pub enum Event {
    /// So many files, of so many bytes together, are to be read.
    Found {
        /// Files.
        files: usize,
        /// Bytes.
        bytes: u64,
    },
    /// A document of so many bytes was read.
    Read {
        /// Bytes.
        bytes: u64,
    },
    /// An article was read, and this was guessed or left out.
    Noted {
        /// The article's name.
        name: String,
        /// The label of its format.
        format: &'static str,
        /// A sentence each.
        notes: Vec<String>,
    },
    /// Something is no article.
    Failed(Error),
    /// Something is no article, and nobody would expect one of it.
    LeftOut(Error),
}

static NO_CORRECTIONS: Corrections =
    Corrections { alias: Vec::new(), mute: Vec::new(), reassign: Vec::new() };

impl<'a, P: AsRef<Path>> Job<'a, P> {
    /// Packing these files and folders, up to the first error.
    pub fn new(paths: &'a [P]) -> Self {
        Job::of(Articles::Paths(paths))
    }

    /// Packing these articles, up to the first error.
    pub fn of(articles: Articles<'a, P>) -> Self {
        Job {
            articles,
            on_error: OnError::Stop,
            corrections: &NO_CORRECTIONS,
            config: None,
            title: None,
            language: None,
            contexts_only: None,
            out: None,
            cache: None,
            readers: None,
        }
    }

    /// A pack of the articles.
    ///
    /// # Errors
    /// As [`Job::gather_into`]; when there is no article.
    pub fn pack(&self) -> Result<Vec<u8>, Error> {
        let builder = self.gather_into(CorpusBuilder::new(), &mut |_| true)?;
        builder.build().map_err(|e| Error::new(self.first_path(), e.to_string()))
    }

    /// The path that stands for all, in errors about the corpus as a whole.
    fn first_path(&self) -> &Path {
        match self.articles {
            Articles::Paths(paths) => paths.first().map_or(Path::new(""), AsRef::as_ref),
            Articles::Jsonl(file) => file,
        }
    }

    /// Reads and prepares all articles, into a builder that may keep them in files. `watch`
    /// gets each event and returns whether to go on.
    ///
    /// # Errors
    /// When a folder cannot be listed, a `corpus.toml` is wrong, the articles are more than
    /// one pack holds, or the builder cannot put them away. With [`OnError::Stop`], the first
    /// thing that cannot be an article.
    pub fn gather_into(
        &self,
        builder: CorpusBuilder,
        watch: &mut dyn FnMut(Event) -> bool,
    ) -> Result<CorpusBuilder, Error> {
        let mut first = None;
        let mut tell = |event| match event {
            Event::Failed(error) if self.on_error == OnError::Stop => {
                first = Some(error);
                false
            }
            event => watch(event),
        };
        let builder = match self.articles {
            Articles::Paths(paths) => self.gather_paths(paths, builder, &mut tell),
            Articles::Jsonl(file) => self.gather_jsonl(file, builder, &mut tell),
        }?;
        first.map_or(Ok(builder), Err)
    }

    fn gather_jsonl(
        &self,
        file: &Path,
        mut builder: CorpusBuilder,
        tell: &mut dyn FnMut(Event) -> bool,
    ) -> Result<CorpusBuilder, Error> {
        self.prepare_builder(&mut builder, None);
        let preparer = Preparer::default()
            .with_language(self.language.unwrap_or(""))
            .with_corrections(self.corrections);
        let prepare = |number: usize, line: &str| -> Result<Prepared, Error> {
            let at = |message: &str| Error::new(file, message).at_line(number);
            let record = Record::parse(line).map_err(|e| at(e.message()))?;
            let input = record.into_input(number).map_err(|e| at(e.message()))?;
            preparer.prepare(input).map_err(|e| at(&e.to_string()))
        };
        let work = |chunk: Result<jsonl::Chunk, Error>| match chunk {
            Err(error) => Done { articles: vec![Err(error)], ..Done::default() },
            Ok(chunk) => {
                let lines = chunk.lines(file);
                let prepared = lines.map(|line| line.and_then(|(n, line)| prepare(n, line)));
                let articles = prepared.map(|p| p.map(|p| (p, "row", Vec::new()))).collect();
                Done { bytes: chunk.bytes.len() as u64, articles, keep: None }
            }
        };
        push_all(&mut builder, file, jsonl::chunks(file)?, work, &mut |_, _| {}, tell)?;
        Ok(builder)
    }

    /// Tells the builder what this job, or a folder, says of the whole corpus.
    fn prepare_builder(&self, builder: &mut CorpusBuilder, config: Option<&Config>) {
        if let Some(contexts) = self.contexts_only {
            builder.set_contexts_only(contexts);
        }
        if let Some(title) = self.title.or(config.and_then(|c| c.title.as_deref())) {
            builder.set_title(title);
        }
        if let Some(language) = self.language.or(config.and_then(|c| c.language.as_deref())) {
            builder.set_language(language);
        }
    }

    fn gather_paths(
        &self,
        paths: &'a [P],
        mut builder: CorpusBuilder,
        tell: &mut dyn FnMut(Event) -> bool,
    ) -> Result<CorpusBuilder, Error> {
        let folders = self.folders(paths)?;
        refuse_too_much(&folders)?;
        let mut cache = self.cache.map(Cache::open).transpose()?.map(RwLock::new);
        for folder in folders {
            self.prepare_builder(&mut builder, Some(&folder.config));
            let files = folder.sources.len() + folder.junk.len() + folder.refused.len();
            let found = Event::Found { files, bytes: folder.bytes() };
            let junk = folder.junk.iter().cloned().map(Event::LeftOut);
            let refused = folder.refused.iter().cloned().map(Event::Failed);
            if !std::iter::once(found).chain(junk).chain(refused).all(&mut *tell)
                || !self.read(&mut builder, folder, cache.as_ref(), tell)?
            {
                break;
            }
        }
        if let Some(cache) = cache.take() {
            cache.into_inner().unwrap_or_else(PoisonError::into_inner).finish();
        }
        Ok(builder)
    }

    /// The files of each path, with what is said of them.
    pub(crate) fn folders(&self, paths: &'a [P]) -> Result<Vec<Folder<'a>>, Error> {
        let out = self.out.and_then(|out| out.canonicalize().ok());
        let folder = |path: &'a Path| {
            let Found { mut sources, refused, left_out: mut junk } = find(path)?;
            let config = self.config_of(path)?;
            sources.retain(|s| Some(&s.name) != config.corrections_file.as_ref());
            // Articles that stand in the folder of the site are meant when they are named.
            let named = |out: &PathBuf| path.canonicalize().is_ok_and(|path| path.starts_with(out));
            if let Some(out) = out.as_ref().filter(|out| !named(out)) {
                let inside = |s: &Source| s.path.canonicalize().is_ok_and(|p| p.starts_with(out));
                sources.retain(|s| !inside(s));
            }
            config.check_files(&sources)?;
            // A file that is named is read, whatever it is.
            if path.is_dir() {
                junk.extend(sources.iter().filter_map(left_out));
            }
            if path.is_dir() {
                sources.retain(|source| left_out(source).is_none());
            }
            Ok(Folder { path, sources, config, refused, junk })
        };
        paths.iter().map(|path| folder(path.as_ref())).collect()
    }

    /// Reads the files of a folder. `false` when `tell` said to stop.
    fn read(
        &self,
        builder: &mut CorpusBuilder,
        folder: Folder<'_>,
        cache: Option<&RwLock<Cache>>,
        tell: &mut dyn FnMut(Event) -> bool,
    ) -> Result<bool, Error> {
        let Folder { path, sources, config, .. } = folder;
        let language = self.language.or(config.language.as_deref());
        let corrections = self.corrections_with(&config);
        let preparer = Preparer::default()
            .with_language(language.unwrap_or(""))
            .with_corrections(&corrections);
        let documents =
            sources.into_iter().flat_map(|s| documents(s, &config.columns, self.readers));
        let settings = settings(language, &corrections);
        let reader =
            Reader { config: &config, preparer: &preparer, cache, settings, readers: self.readers };
        let work = |document| reader.done(document);
        let mut keep = |key, bytes: &[u8]| {
            if let Some(cache) = cache {
                cache.write().unwrap_or_else(PoisonError::into_inner).put(key, bytes);
            }
        };
        push_all(builder, path, documents, work, &mut keep, tell)
    }

    /// The corrections of a folder and of this job.
    pub(crate) fn corrections_with(&self, config: &Config) -> Corrections {
        merged(&config.corrections, self.corrections)
    }

    fn config_of(&self, path: &Path) -> Result<Config, Error> {
        let own = || if path.is_dir() { Config::read(&path.join(CONFIG_FILE)) } else { Ok(None) };
        let config = match self.config {
            None => own()?,
            Some(said) => match Config::read(said)? {
                None => return Err(Error::new(said, "no such file or folder")),
                config => config,
            },
        };
        Ok(config.unwrap_or_default())
    }
}

/// One of the paths.
pub(crate) struct Folder<'a> {
    path: &'a Path,
    pub(crate) sources: Vec<Source>,
    pub(crate) config: Config,
    /// Files and folders that cannot be read.
    pub(crate) refused: Vec<Error>,
    /// Files that nobody would expect an article of.
    junk: Vec<Error>,
}

impl Folder<'_> {
    /// Bytes of its files.
    fn bytes(&self) -> u64 {
        let bytes = |s: &Source| std::fs::metadata(&s.path).map_or(0, |m| m.len());
        self.sources.iter().map(bytes).sum()
    }
}

/// The most text that one pack holds, in bytes: its offsets have 32 bits.
const MAX_TEXT_BYTES: u64 = u32::MAX as u64;

/// Refuses what cannot become one pack, before it is read. Of archives and tables only
/// reading tells how much text is in them; they are refused when it is too much.
fn refuse_too_much(folders: &[Folder<'_>]) -> Result<(), Error> {
    if folders.iter().map(Folder::bytes).sum::<u64>() <= MAX_TEXT_BYTES {
        return Ok(());
    }
    let text: u64 = folders.iter().flat_map(|f| &f.sources).map(text_bytes).sum();
    if text <= MAX_TEXT_BYTES {
        return Ok(());
    }
    let what = format!(
        "{:.1} GB of text; one pack holds at most {:.1} GB: build several sites of them",
        text as f64 / 1e9,
        MAX_TEXT_BYTES as f64 / 1e9
    );
    Err(Error::new(folders.first().map_or(Path::new(""), |f| f.path), what))
}

/// Makes articles of documents, on any thread.
pub(crate) struct Reader<'a> {
    pub(crate) config: &'a Config,
    pub(crate) preparer: &'a Preparer,
    pub(crate) cache: Option<&'a RwLock<Cache>>,
    pub(crate) settings: Sha256,
    pub(crate) readers: Option<&'a ReaderPool>,
}

impl Reader<'_> {
    fn done(&self, document: Result<Document, Error>) -> Done {
        let document = match document {
            Ok(document) => document,
            Err(error) => return Done { articles: vec![Err(error)], ..Done::default() },
        };
        let bytes = document.bytes();
        let key = self.cache.map(|_| self.key(&document));
        if let (Some(cache), Some(key)) = (self.cache, &key) {
            let cache = cache.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(articles) = cache.get(key) {
                return Done {
                    bytes,
                    articles: articles.into_iter().map(Ok).collect(),
                    keep: None,
                };
            }
        }
        let articles = self.prepared(document);
        let keep = key.and_then(|key| Some((key, cache::encode(&articles)?)));
        Done { bytes, articles, keep }
    }

    /// A hash over everything that decides what comes of a document.
    fn key(&self, document: &Document) -> Key {
        let mut hash = self.settings.clone();
        document.feed(&mut hash);
        // What corpus.toml says of the document, or of a place in it.
        hash.update(self.config.said_of(&document.name()));
        hash.finalize().into()
    }

    pub(crate) fn prepared(&self, document: Document) -> Vec<Result<Kept, Error>> {
        let path = document.path();
        let read = document.read(self.readers).into_iter().map(|read| {
            let (mut input, format, notes) = read?;
            let source = Source { path: path.clone(), name: input.name.clone() };
            self.config.apply(&source.name, &mut input);
            let prepared =
                self.preparer.prepare(input).map_err(|e| self.config.refused(&source, &e))?;
            Ok((prepared, format, notes))
        });
        read.collect()
    }
}

/// A hash over everything that decides results besides the documents.
pub(crate) fn settings(language: Option<&str>, corrections: &Corrections) -> Sha256 {
    let mut hash = cache::program();
    hash.update(format!("{language:?} {corrections:?}"));
    hash
}

/// Both; of two corrections of one surface the first counts.
fn merged(first: &Corrections, second: &Corrections) -> Corrections {
    Corrections {
        alias: [&second.alias[..], &first.alias].concat(),
        mute: [&second.mute[..], &first.mute].concat(),
        reassign: [&second.reassign[..], &first.reassign].concat(),
    }
}

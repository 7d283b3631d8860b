//! Articles one at a time, each as a corpus of its own: what the reader understood of it
//! without the others.

use crate::documents::{Document, documents};
use crate::gather::{Folder, Reader, settings};
use crate::{Articles, Error, Job, Sum, parallel};
use dateline_corpus::{Article, Corpus, CorpusBuilder, Prepared, Preparer};
use std::path::{Path, PathBuf};

/// An article by itself.
#[derive(Debug)]
pub struct Single {
    /// Where its file is.
    pub path: PathBuf,
    /// The name of its file in the corpus.
    pub file: String,
    /// The label of its format.
    pub format: &'static str,
    corpus: Corpus,
}

impl Single {
    /// The article; never `None` in practice.
    pub fn article(&self) -> Option<Article<'_>> {
        self.corpus.articles().next()
    }

    /// Whether it is its file: a text in UTF-8, so that places in the article are places
    /// in the file, behind a byte order mark of so many bytes.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn place_in_file(&self) -> std::io::Result<Option<usize>> {
        let article = self.article().filter(|a| self.format == "text" && a.name() == self.file);
        let Some(article) = article else { return Ok(None) };
        let bytes = std::fs::read(&self.path)?;
        let before = bytes.len().saturating_sub(article.raw().len());
        Ok(bytes.ends_with(article.raw().as_bytes()).then_some(before))
    }
}

impl<P: AsRef<Path>> Job<'_, P> {
    /// Reads all articles on all cores, in the order of a corpus, with what is said of
    /// them. `work` gets each by itself; what comes of it, or why there is none, goes to
    /// `sink`, until that says `false`. Hands back the sum of what was read; what nobody would
    /// expect an article of is in it alone.
    ///
    /// # Errors
    /// When a folder cannot be listed or a `corpus.toml` is wrong.
    pub fn each<R: Send>(
        &self,
        work: impl Fn(&Single) -> R + Sync,
        sink: &mut dyn FnMut(Result<R, Error>) -> bool,
    ) -> Result<Sum, Error> {
        let (mut going, mut sum) = (true, Sum::default());
        let Articles::Paths(paths) = self.articles else { return Ok(sum) };
        for Folder { sources, config, refused, .. } in self.folders(paths)? {
            sum.files += sources.len();
            let mut tell = |result: Result<R, Error>| {
                match &result {
                    Ok(_) => sum.articles += 1,
                    Err(error) => sum.leave_out(error),
                }
                result.as_ref().is_err_and(Error::is_expected) || sink(result)
            };
            if !refused.into_iter().map(Err).all(&mut tell) {
                return Ok(sum);
            }
            let language = self.language.or(config.language.as_deref());
            let corrections = self.corrections_with(&config);
            let preparer = Preparer::default()
                .with_language(language.unwrap_or(""))
                .with_corrections(&corrections);
            let settings = settings(language, &corrections);
            let reader = Reader {
                config: &config,
                preparer: &preparer,
                cache: None,
                settings,
                readers: self.readers,
            };
            let documents = sources.into_iter().flat_map(|source| {
                let (path, file) = (source.path.clone(), source.name.clone());
                let found = documents(source, &config.columns, self.readers);
                found.map(move |document| (path.clone(), file.clone(), document))
            });
            let work = |(path, file, document): (PathBuf, String, Result<Document, Error>)| {
                let articles = document.map_or_else(|e| vec![Err(e)], |d| reader.prepared(d));
                let alone = |(prepared, format, _)| {
                    let corpus = alone(prepared, &path)?;
                    let (path, file) = (path.clone(), file.clone());
                    Ok(work(&Single { path, file, format, corpus }))
                };
                articles.into_iter().map(|a| a.and_then(alone)).collect::<Vec<_>>()
            };
            parallel::ordered(documents, work, |results| {
                going = results.into_iter().all(&mut tell);
                going
            });
            if !going {
                break;
            }
        }
        Ok(sum)
    }
}

/// A corpus of one article.
fn alone(article: Prepared, path: &Path) -> Result<Corpus, Error> {
    let failed = |what: String| Error::new(path, what);
    let mut builder = CorpusBuilder::new();
    builder.push(article).map_err(|e| failed(e.to_string()))?;
    let pack = builder.build().map_err(|e| failed(e.to_string()))?;
    Corpus::open(pack).map_err(|e| failed(e.to_string()))
}

//! The program in the worker of the page: reads the files that a reader brings, puts them
//! beside the published articles, and makes one file of all that. `worker.js` runs it, in
//! two copies, one of which may end over a file (see `dateline-dropped`).

use dateline_corpus::Corpus;
use dateline_dropped::{Collector, Reader, Settings};
use dateline_prerender::frame_of;
use dateline_site::{Articles, Program, one_file};
use js_sys::{Array, Uint8Array};
use std::fmt::Display;
use wasm_bindgen::prelude::*;

/// Why so much is refused before anything is read; undefined when it is not.
#[wasm_bindgen(js_name = tooMuch)]
pub fn too_much(files: usize, bytes: f64) -> Option<String> {
    dateline_dropped::too_much(files, bytes as u64)
}

/// What `corpus.toml` says of the files.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Said(Settings);

#[wasm_bindgen]
impl Said {
    /// Nothing.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Said {
        Said::default()
    }

    /// Adds a `corpus.toml`; names the file with its corrections.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        self.0.add(name, bytes)
    }

    /// Adds the file that `add` named.
    pub fn correct(&mut self, name: &str, bytes: &[u8]) {
        self.0.correct(name, bytes);
    }
}

/// A file that is being read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reading(Reader);

#[wasm_bindgen]
impl Reading {
    /// Opens the bytes of a file.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>, said: &Said) -> Reading {
        Reading(Reader::open_as(name, bytes, &said.0))
    }

    /// Passes so many documents over.
    pub fn pass(&mut self, documents: usize) {
        self.0.pass(documents);
    }

    /// What the next document gives, for `Collecting`; undefined at the end.
    pub fn step(&mut self) -> Option<Vec<u8>> {
        self.0.step()
    }
}

/// What was read so far.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Collecting(Collector);

#[wasm_bindgen]
impl Collecting {
    /// Collects behind the articles of a pack.
    ///
    /// # Errors
    /// When that cannot be opened.
    #[wasm_bindgen(constructor)]
    pub fn new(before: Option<Vec<u8>>) -> Result<Collecting, JsError> {
        let before = before.map(Corpus::open).transpose().map_err(failed)?;
        Ok(Collecting(Collector::new(before.as_ref()).map_err(failed)?))
    }

    /// Takes what one document gave; its length in bytes.
    pub fn take(&mut self, step: &[u8]) -> f64 {
        self.0.take(step) as f64
    }

    /// Takes the articles of a pack.
    ///
    /// # Errors
    /// When it cannot be opened, or holds no whole articles; in words.
    #[wasm_bindgen(js_name = takePack)]
    pub fn take_pack(&mut self, name: &str, pack: Vec<u8>) -> Result<(), JsError> {
        self.0.take_pack(name, pack).map_err(failed)
    }

    /// Takes what is said of the files of these names.
    pub fn describe(&mut self, said: &Said, names: Vec<String>) {
        self.0.describe(&said.0, names.iter().map(String::as_str));
    }

    /// Notes that something is no article, and why.
    pub fn skip(&mut self, name: String, reason: String) {
        self.0.skip(name, reason);
    }

    /// How many articles there are.
    #[wasm_bindgen(getter)]
    pub fn articles(&self) -> usize {
        self.0.articles()
    }

    /// `[pack, reason, [[name, format, …notes]], [[name, reason]]]`, where
    /// `pack` is undefined and `reason` a sentence when there is no article.
    pub fn finish(self) -> Array {
        let collected = self.0.finish();
        let strings = |list: Vec<String>| list.into_iter().map(JsValue::from).collect::<Array>();
        let read = collected
            .read
            .into_iter()
            .map(|r| strings([r.name, r.format].into_iter().chain(r.notes).collect()));
        let skipped = collected.skipped.into_iter().map(|s| strings(vec![s.name, s.reason]));
        let (pack, reason) = match &collected.corpus {
            Ok(corpus) => (Uint8Array::from(corpus.pack()).into(), JsValue::UNDEFINED),
            Err(reason) => (JsValue::UNDEFINED, reason.into()),
        };
        Array::of4(&pack, &reason, &read.collect::<Array>(), &skipped.collect::<Array>())
    }
}

/// A pack of the published articles and the reader's.
///
/// # Errors
/// When one of them cannot be opened, or they cannot stand beside each other; in words.
#[wasm_bindgen]
pub fn beside(published: Vec<u8>, own: Vec<u8>) -> Result<Vec<u8>, JsError> {
    let (published, own) =
        (Corpus::open(published).map_err(failed)?, Corpus::open(own).map_err(failed)?);
    dateline_dropped::beside(&published, &own).map_err(failed)
}

/// The page as one file with these articles: `names` and `files` are what it is made of.
///
/// # Errors
/// When something of it is missing, or the pack cannot be opened; in words.
#[wasm_bindgen(js_name = oneFile)]
pub fn one_file(
    names: Vec<String>,
    files: Vec<Uint8Array>,
    pack: Vec<u8>,
) -> Result<String, JsError> {
    let files = names.into_iter().zip(files.iter().map(Uint8Array::to_vec));
    let program = Program::from_files(files).map_err(failed)?;
    let corpus = Corpus::open(pack).map_err(failed)?;
    let articles = Articles {
        pack: corpus.pack().into(),
        frame: &frame_of(&corpus),
        title: corpus.title(),
        language: corpus.language(),
    };
    one_file::page(&program, &articles).map_err(failed)
}

fn failed(error: impl Display) -> JsError {
    JsError::new(&error.to_string())
}

//! The parts that every site shares, and those of a single one.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dateline_text::markup::escape;
use serde::{Deserialize, Serialize};

use crate::{compress, frame};

/// The page as it was built, without articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    /// `index.html` with the mark for the frame, without stylesheets and scripts.
    pub html: String,
    /// All stylesheets in order.
    pub css: String,
    /// The JavaScript module that starts the program.
    pub glue: String,
    /// The WebAssembly module that starts.
    pub wasm: Vec<u8>,
    /// Modules that are fetched later, by name.
    pub later: Vec<(String, Vec<u8>)>,
    /// The reader of user files: `worker.js` and `worker.wasm`.
    pub worker: Vec<(String, Vec<u8>)>,
    /// Everything else beside the page: path with `/`, and bytes.
    pub others: Vec<(String, Vec<u8>)>,
}

/// By these names a page finds what it is made of, to save itself with other articles.
const HTML: &str = "page.html";
const CSS: &str = "page.css";
const GLUE: &str = "page.js";
const WASM: &str = "page.wasm";
/// The beginning of the names of the worker's files.
const WORKER: &str = "worker.";

/// The articles of one site.
#[derive(Debug, Clone, Copy)]
pub struct Articles<'a> {
    /// The pack.
    pub pack: Contents<'a>,
    /// Their list as HTML, readable before the program runs.
    pub frame: &'a str,
    /// The title of the window; empty for the name of the program.
    pub title: &'a str,
    /// The language of the frame, as a BCP 47 tag; empty for English.
    pub language: &'a str,
}

/// The contents of a file of a site.
#[derive(Debug, Clone, Copy)]
pub enum Contents<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// Contents that may be larger than memory.
    File(&'a Path),
}

impl<'a> From<&'a [u8]> for Contents<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Contents::Bytes(bytes)
    }
}

impl Contents<'_> {
    /// How many bytes there are.
    ///
    /// # Errors
    /// When the file cannot be found.
    pub fn bytes(&self) -> Result<u64> {
        match self {
            Contents::Bytes(bytes) => Ok(bytes.len() as u64),
            Contents::File(path) => Ok(std::fs::metadata(path)
                .with_context(|| format!("cannot read {}", path.display()))?
                .len()),
        }
    }

    /// The bytes, to be read one after another.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn reader(&self) -> Result<Box<dyn Read + '_>> {
        Ok(match self {
            Contents::Bytes(bytes) => Box::new(*bytes),
            Contents::File(path) => Box::new(
                std::fs::File::open(path)
                    .with_context(|| format!("cannot read {}", path.display()))?,
            ),
        })
    }
}

/// The form in which a program is embedded: bytes in base64.
#[derive(Serialize, Deserialize)]
struct Embedded {
    html: String,
    css: String,
    glue: String,
    wasm: String,
    later: Vec<(String, String)>,
    worker: Vec<(String, String)>,
    others: Vec<(String, String)>,
}

impl Program {
    /// Everything that one file must hold, by name; all but `others`.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let own = [
            (HTML, self.html.as_bytes()),
            (CSS, self.css.as_bytes()),
            (GLUE, self.glue.as_bytes()),
            (WASM, &self.wasm[..]),
        ];
        let further = self.later.iter().chain(&self.worker);
        own.into_iter().chain(further.map(|(name, bytes)| (name.as_str(), &bytes[..])))
    }

    /// The program from its files, in any order.
    ///
    /// # Errors
    /// When what should be text is none.
    pub fn from_files(files: impl Iterator<Item = (String, Vec<u8>)>) -> Result<Program> {
        let mut program = Program::default();
        for (name, bytes) in files {
            let text = |bytes| String::from_utf8(bytes).context("the page is not UTF-8");
            match name.as_str() {
                HTML => program.html = text(bytes)?,
                CSS => program.css = text(bytes)?,
                GLUE => program.glue = text(bytes)?,
                WASM => program.wasm = bytes,
                other if other.starts_with(WORKER) => program.worker.push((name, bytes)),
                _ => program.later.push((name, bytes)),
            }
        }
        Ok(program)
    }

    /// The page with the articles' frame and name.
    ///
    /// # Errors
    /// When the page has no place for a frame.
    pub fn page(&self, articles: &Articles<'_>) -> Result<String> {
        let mut page = frame::insert(&self.html, articles.frame)?;
        if !articles.title.is_empty() {
            let title = format!("<title>{}</title>", escape(articles.title));
            page = page.replacen("<title>Dateline</title>", &title, 1);
        }
        // The words of the program are English; the articles are in the frame.
        if !articles.language.is_empty() {
            let list = format!("<ol lang=\"{}\"", escape(articles.language));
            page = page.replacen("<ol", &list, 1);
        }
        Ok(page)
    }

    /// All of it in one file, for a command that carries it.
    ///
    /// # Errors
    /// Never in practice: when memory cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let coded = |list: &[(String, Vec<u8>)]| {
            list.iter().map(|(name, bytes)| (name.clone(), STANDARD.encode(bytes))).collect()
        };
        let embedded = Embedded {
            html: self.html.clone(),
            css: self.css.clone(),
            glue: self.glue.clone(),
            wasm: STANDARD.encode(&self.wasm),
            later: coded(&self.later),
            worker: coded(&self.worker),
            others: coded(&self.others),
        };
        compress::gzip(&serde_json::to_vec(&embedded)?)
    }

    /// The output of [`Program::to_bytes`].
    ///
    /// # Errors
    /// When these are other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Program> {
        let mut json = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut json).context("not a program")?;
        let embedded: Embedded = serde_json::from_slice(&json).context("not a program")?;
        let decoded = |list: Vec<(String, String)>| -> Result<Vec<(String, Vec<u8>)>> {
            list.into_iter().map(|(name, text)| Ok((name, STANDARD.decode(text)?))).collect()
        };
        Ok(Program {
            html: embedded.html,
            css: embedded.css,
            glue: embedded.glue,
            wasm: STANDARD.decode(embedded.wasm)?,
            later: decoded(embedded.later)?,
            worker: decoded(embedded.worker)?,
            others: decoded(embedded.others)?,
        })
    }
}

/// Writes a file, with the folders above it. A file that holds its contents already is moved.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: &Path, contents: Contents<'_>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let written = match contents {
        Contents::Bytes(bytes) => std::fs::write(path, bytes),
        // On another disk it is copied.
        Contents::File(from) => {
            std::fs::rename(from, path).or_else(|_| std::fs::copy(from, path).map(drop))
        }
    };
    written.with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_round() {
        let program = Program {
            html: "<!-- frame -->".into(),
            wasm: vec![0, 255, 7],
            later: vec![("rest".into(), vec![1])],
            worker: vec![("worker.js".into(), vec![2])],
            ..Program::default()
        };
        let bytes = program.to_bytes().expect("bytes");
        assert_eq!(Program::from_bytes(&bytes).expect("a program"), program);
        let files = program.files().map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
        assert_eq!(Program::from_files(files).expect("a program"), program);
        assert!(Program::from_bytes(b"nothing").is_err());
    }

    #[test]
    fn the_page_has_the_articles_names() {
        let html = "<html lang=\"en\"><title>Dateline</title><main><!-- frame --></main>";
        let program = Program { html: html.into(), ..Program::default() };
        let articles = Articles {
            pack: b""[..].into(),
            frame: "<ol><li>",
            title: "Rain & <b>",
            language: "fr",
        };
        let page = program.page(&articles).expect("a page");
        assert!(page.contains("<title>Rain &amp; &lt;b&gt;</title>"), "{page}");
        assert!(page.contains("<ol lang=\"fr\"><li>"), "{page}");
    }
}

//! `dateline init`: a `corpus.toml` with what was found, as comments to correct.

use crate::output::{Stop, print};
use dateline_corpus::Corpus;
use dateline_pack::{CONFIG_FILE, Error, Readable, pack_what_can_be_read};
use std::fmt::Write;
use std::path::Path;

/// Writes `corpus.toml` into a folder that has none.
pub(crate) fn run(folder: &Path) -> Result<(), Stop> {
    let path = folder.join(CONFIG_FILE);
    if path.exists() {
        return Err(Error::new(&path, "it is already there; edit it, or remove it first").into());
    }
    if !folder.is_dir() {
        return Err(Error::new(folder, "not a folder").into());
    }
    let Readable { pack, errors, .. } = pack_what_can_be_read(&[folder])?;
    let none = || Error::new(folder, "no article in this folder; put files with articles into it");
    let corpus = Corpus::open(pack.ok_or_else(none)?);
    let corpus = corpus.map_err(|e| Error::new(folder, e.to_string()))?;
    let name = folder.canonicalize().ok();
    let name = name.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    std::fs::write(&path, config(&corpus, &name)).map_err(|e| Error::new(&path, e.to_string()))?;
    errors.iter().for_each(|error| eprintln!("dateline: left out: {error}"));
    print(&format!("{}: {} articles\n", path.display(), corpus.len()))
}

fn config(corpus: &Corpus, name: &str) -> String {
    let mut out = format!(
        "# What is said here overrules what was read from the articles. Lines that begin\n\
         # with # say nothing: remove it and correct the value.\n\n\
         title = {}\n# language = \"en\"\n",
        quoted(name)
    );
    for article in corpus.articles() {
        let date = article.date().map(|d| d.to_string());
        let values = [
            ("title", Some(article.title())),
            ("source", article.source()),
            ("byline", article.byline()),
            ("date", date.as_deref()),
            ("url", article.url()),
            ("language", article.language()),
        ];
        // Writing into a string cannot fail.
        let _ = write!(out, "\n[articles.{}]\n", quoted(article.name()));
        for (key, value) in values {
            let _ = writeln!(out, "# {key} = {}", quoted(value.unwrap_or("")));
        }
    }
    out
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out + "\""
}

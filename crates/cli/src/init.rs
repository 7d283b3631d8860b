//! `dateline init`: a `corpus.toml` with what was found, as comments to correct.

use crate::output::{Stop, print};
use crate::progress::Progress;
use crate::{readers, spool};
use dateline_corpus::{Article, BuildError, CorpusBuilder};
use dateline_pack::{CONFIG_FILE, Error, Readable};
use std::fs::File;
use std::io::{BufWriter, Write};
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
    let mut progress = Progress::new(false);
    let readers = readers::pool();
    let read = Readable::gather(spool::apart()?, &[folder], readers.as_ref(), &mut |event| {
        progress.tell(event);
    });
    progress.done();
    let Readable { builder, errors, .. } = read?;
    let count = builder.len();
    if count == 0 {
        let what = "no article in this folder; put files with articles into it";
        return Err(Error::new(folder, what).into());
    }
    let name = folder.canonicalize().ok();
    let name = name.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    // Written beside and renamed: nothing is there while half of it is.
    let new = spool::beside(&path)?;
    let written = write(new.as_file(), builder, &name)
        .and_then(|()| Ok(new.persist_noclobber(&path).map_err(|e| e.error)?));
    written.map_err(|error| Error::new(&path, error.to_string()))?;
    errors
        .iter()
        .for_each(|error| crate::output::complain(&format!("dateline: left out: {error}")));
    print(&format!("{}: {count} articles\n", path.display()))
}

fn write(file: &File, articles: CorpusBuilder, name: &str) -> Result<(), BuildError> {
    let mut out = BufWriter::new(file);
    write!(
        out,
        "# What is said here overrules what was read from the articles. Lines that begin\n\
         # with # say nothing: remove it and correct the value.\n\n\
         title = {}\n# language = \"en\"\n",
        quoted(name)
    )?;
    for alone in articles.one_by_one() {
        let corpus = alone?.open()?;
        for article in corpus.articles() {
            out.write_all(table(&article).as_bytes())?;
        }
    }
    Ok(out.flush()?)
}

/// The metadata found for an article, as comments.
fn table(article: &Article<'_>) -> String {
    let date = article.date().map(|d| d.to_string());
    let values = [
        ("title", Some(article.title())),
        ("source", article.source()),
        ("byline", article.byline()),
        ("date", date.as_deref()),
        ("url", article.url()),
        ("language", article.language()),
    ];
    let head = format!("\n[articles.{}]\n", quoted(article.name()));
    let line =
        |(key, value): (&str, Option<&str>)| format!("# {key} = {}\n", quoted(value.unwrap_or("")));
    head + &values.map(line).concat()
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

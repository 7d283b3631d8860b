//! `dateline check`: what the reader understood of each file, with what a publisher
//! should look at. Files that cannot be read are listed, and the rest goes on.

mod language;
mod page;
mod row;
mod rows;

use crate::output::{Stop, complain, json_line};
use crate::progress::Progress;
use crate::{readers, spool};
use dateline_corpus::BuildError;
use dateline_pack::{Error, Readable, Sum};
use rows::Rows;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// How the rows are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines for a person.
    Text,
    /// A JSON line each.
    Json,
    /// A page.
    Html,
}

impl Form {
    /// The form that the options ask for, of which at most one is set.
    pub(crate) fn of(json: bool, html: bool) -> Form {
        match (json, html) {
            (true, _) => Form::Json,
            (_, true) => Form::Html,
            _ => Form::Text,
        }
    }
}

/// Prints what was understood, and on standard error what could not be read and a sum; the exit
/// status is 1 when a file could not be read.
pub(crate) fn run(paths: &[PathBuf], form: Form) -> Result<(), Stop> {
    let first = paths.first().map_or(Path::new(""), |p| p);
    let mut progress = Progress::new(false);
    let readers = readers::pool();
    let mut sum = Sum::default();
    let read = Readable::gather(spool::apart()?, paths, readers.as_ref(), &mut |event| {
        progress.tell(event);
        sum.add(event);
    });
    progress.done();
    let Readable { builder, errors, notes } = read?;
    let failed = |e: BuildError| Error::new(first, e.to_string());
    let mut rows = Rows::of(builder, &notes).map_err(failed)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match form {
        Form::Json => rows.each(|row| {
            let mut line = Vec::new();
            json_line(&mut line, &row);
            out.write_all(&line)
        })?,
        Form::Text => rows.each(|row| out.write_all(row.text().as_bytes()))?,
        Form::Html => page::write(&mut rows, &errors, &mut out)?,
    }
    out.flush()?;
    errors.iter().for_each(|error| complain(&format!("dateline: {error}")));
    complain(&format!("dateline: {sum}"));
    if errors.is_empty() { Ok(()) } else { Err(Stop::Told) }
}

//! Articles of files, one at a time, as lines on standard output: read through the same
//! door as a corpus, with `corpus.toml` and in every format.

use crate::output::Stop;
use crate::readers;
use dateline_corpus::{Article, Corrections};
use dateline_pack::{Job, Single};
use dateline_text::Span;
use std::io::Write;
use std::path::PathBuf;

/// Prints what `tell` appends for each article, in order. What is no article is told on
/// standard error with a sum at the end, and the rest goes on.
///
/// # Errors
/// When something is no article.
pub(crate) fn print(
    paths: &[PathBuf],
    corrections: &Corrections,
    tell: impl for<'a> Fn(&'a Single, &Article<'a>, &mut Vec<u8>) + Sync,
) -> Result<(), Stop> {
    let mut stdout = std::io::stdout().lock();
    let mut output = Ok(());
    let work = |single: &Single| {
        let mut out = Vec::new();
        if let Some(article) = single.article() {
            tell(single, &article, &mut out);
        }
        out
    };
    let readers = readers::pool();
    let job = Job { corrections, readers: readers.as_ref(), ..Job::new(paths) };
    let sum = job.each(work, &mut |lines| {
        match lines {
            Ok(lines) => output = stdout.write_all(&lines),
            Err(error) => crate::output::complain(&format!("dateline: {error}")),
        }
        output.is_ok()
    })?;
    output?;
    if sum.failed() > 0 {
        crate::output::complain(&format!("dateline: {sum}"));
        return Err(Stop::Told);
    }
    Ok(())
}

/// Where the places of an article are.
pub(crate) enum Place<'a> {
    /// In its file, whose text begins after so many bytes. What the publisher adds stands
    /// behind the text, and nowhere in the file.
    File { from: usize, length: usize },
    /// In this text, which is no file as it stands, with what was added.
    Text(&'a str),
}

impl<'a> Place<'a> {
    pub(crate) fn of(single: &Single, article: &Article<'a>) -> Place<'a> {
        // A file that is gone by now is told of by its text.
        match single.place_in_file().ok().flatten() {
            Some(from) => Place::File { from, length: article.raw().len() },
            None => Place::Text(article.text()),
        }
    }

    /// First byte and the byte after the last; `None` for what stands nowhere.
    pub(crate) fn bytes(&self, span: Span) -> Option<(usize, usize)> {
        let (start, end) = (span.start as usize, span.end as usize);
        match self {
            Place::File { from, length } => (end <= *length).then_some((start + from, end + from)),
            Place::Text(_) => Some((start, end)),
        }
    }
}

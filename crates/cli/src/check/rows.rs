//! The rows of all articles. Memory holds one of them, since a large folder has many; of
//! every other article it holds the name and what it is compared by.

use super::row::Row;
use crate::output::json_line;
use crate::spool;
use dateline_corpus::{Alone, BuildError, CorpusBuilder, Sketch, near_duplicates};
use dateline_pack::{Noted, parallel};
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Seek, Write};
use tempfile::SpooledTempFile;

/// Articles that resemble each other at least so much are told.
const ALIKE: f64 = 0.7;

/// The rows, put away as lines of JSON.
#[derive(Debug)]
pub(super) struct Rows {
    count: usize,
    lines: SpooledTempFile,
    /// The near-duplicates of an article, by its number, in words.
    alike: HashMap<u32, Vec<String>>,
}

impl Rows {
    /// The rows of the articles of which `notes` tell in the same order.
    pub(super) fn of(articles: CorpusBuilder, notes: &[Noted]) -> Result<Rows, BuildError> {
        let (mut lines, mut sketches) = (spool::file(), Vec::new());
        let mut outcome = Ok(());
        let mut put = |row: Row, sketch: Sketch| -> io::Result<()> {
            let mut line = Vec::new();
            json_line(&mut line, &row.noted(notes.get(sketches.len())));
            sketches.push(sketch);
            lines.write_all(&line)
        };
        parallel::ordered(articles.one_by_one(), look, |looked| {
            outcome = looked.and_then(|looked| {
                looked.into_iter().try_for_each(|(row, sketch)| put(row, sketch))?;
                Ok(())
            });
            outcome.is_ok()
        });
        outcome?;
        Ok(Rows { count: sketches.len(), lines, alike: alike(&sketches, notes) })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Hands out each row in order. May be called again.
    pub(super) fn each(&mut self, mut with: impl FnMut(Row) -> io::Result<()>) -> io::Result<()> {
        self.lines.rewind()?;
        let mut lines = BufReader::new(&mut self.lines);
        let mut line = Vec::new();
        for number in 0..self.count as u32 {
            line.clear();
            lines.read_until(b'\n', &mut line)?;
            let mut row: Row = serde_json::from_slice(&line)?;
            row.warnings.extend(self.alike.get(&number).into_iter().flatten().cloned());
            with(row)?;
        }
        Ok(())
    }
}

/// What there is to say of an article, and what it is compared by.
fn look(article: Result<Alone, BuildError>) -> Result<Vec<(Row, Sketch)>, BuildError> {
    let corpus = article?.open()?;
    Ok(corpus.articles().map(|a| (Row::of(&corpus, &a), Sketch::of(&a))).collect())
}

fn alike(sketches: &[Sketch], notes: &[Noted]) -> HashMap<u32, Vec<String>> {
    let mut alike: HashMap<u32, Vec<String>> = HashMap::new();
    for pair in near_duplicates(sketches, ALIKE) {
        for (own, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            let name = notes.get(other.0 as usize).map_or("", |noted| &noted.name);
            let said = format!("{:.0} % the same as {name}", pair.resemblance * 100.0);
            alike.entry(own.0).or_default().push(said);
        }
    }
    alike
}

//! `dateline search`: queries over a corpus, with totals, ids and time, for
//! measuring.

use crate::output::{Stop, json_line};
use dateline_corpus::{Corpus, Selection, Wanted};
use dateline_pack::{Articles, Error, Job};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

/// How many ids are printed.
const TOP: usize = 20;

#[derive(Deserialize)]
struct Query {
    query: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    total: usize,
    ids: Vec<&'a str>,
    micros: f64,
}

/// Answers each line of `queries` over the corpus of the JSON lines in `file`.
pub(crate) fn run(file: &Path, queries: &Path) -> Result<(), Stop> {
    let asked = read_queries(queries)?;
    let corpus = Corpus::open(Job::<&Path>::of(Articles::Jsonl(file)).pack()?)
        .map_err(|e| Error::new(file, e.to_string()))?;
    // Built now, so that the first query is not charged for it.
    corpus.index_step(usize::MAX);
    let mut stdout = std::io::stdout().lock();
    for query in asked {
        let selection = Selection::search(query.query.as_str());
        let started = Instant::now();
        let results = corpus.ask(&selection).results(Wanted::top(TOP));
        let micros = started.elapsed().as_nanos() as f64 / 1000.0;
        let top = results.ids.iter();
        let ids = top.filter_map(|id| corpus.article(*id)).map(|a| a.name()).collect();
        let mut out = Vec::new();
        json_line(&mut out, &Answer { query: &query.query, total: results.total, ids, micros });
        stdout.write_all(&out)?;
    }
    Ok(())
}

fn read_queries(path: &Path) -> Result<Vec<Query>, Error> {
    let text = dateline_pack::read_text(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let failed = |e: serde_json::Error| {
                Error::new(path, format!("{e}: write {{\"query\": \"…\"}}")).at_line(at + 1)
            };
            serde_json::from_str(line).map_err(failed)
        })
        .collect()
}

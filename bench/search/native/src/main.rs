//! Index building and query times of the search crate on a list of articles,
//! with the counts held against the truth of a harness when that is given, and
//! tantivy beside it.
//!
//! `bench-search CORPUS.jsonl QUERIES.json [REFERENCE.json]`

mod corpus;
mod ours;
mod report;
#[cfg(feature = "tantivy")]
mod theirs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [articles, queries, rest @ ..] = paths.as_slice() else {
        eprintln!("usage: bench-search CORPUS.jsonl QUERIES.json [REFERENCE.json]");
        return ExitCode::from(2);
    };
    match run(articles, queries, rest.first()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(articles: &str, queries: &str, truth: Option<&String>) -> Result<(), String> {
    let articles = corpus::articles(articles)?;
    let calls = corpus::calls(queries)?;
    let truth = truth.map(|path| corpus::truth(path)).transpose()?;
    let ours = ours::run(&articles, &calls)?;
    report::table("dateline-search", &calls, &ours, truth.as_ref());
    #[cfg(feature = "tantivy")]
    {
        let theirs = theirs::run(&articles, &calls)?;
        report::table("tantivy", &calls, &theirs, truth.as_ref());
    }
    Ok(())
}

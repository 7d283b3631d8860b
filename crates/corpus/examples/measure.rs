//! What a pack costs: sizes of its sections, and times to open, index, count and
//! answer. `cargo run --release -p dateline-corpus --example measure -- FILE.pack [QUERY…]`

#![allow(clippy::print_stdout, reason = "it prints what it measures")]

use dateline_corpus::{Corpus, Counting, Selection, Unit, Wanted};
use std::time::Instant;

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let result = work();
    println!("{what:<34}{:>10.3} ms", started.elapsed().as_secs_f64() * 1000.0);
    result
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("a pack is needed")?;
    let bytes = std::fs::read(&path)?;
    let corpus = timed("open", || Corpus::open(bytes))?;
    println!("{} articles, {} bytes of text", corpus.len(), corpus.text_bytes());
    for (name, size) in corpus.sizes() {
        println!("  {name} {size:>12}");
    }
    timed("first answer (index)", || corpus.select(&Selection::search("oil")));
    println!("  index {:>12} bytes", corpus.index_bytes());
    let all: Vec<_> = corpus.ids().collect();
    timed("first country table (tally)", || corpus.countries(&Counting::default(), &all));
    timed("country table", || corpus.countries(&Counting::default(), &all));
    timed("co-mentions by paragraph", || {
        corpus.co_mentions(&Counting::default(), &all, Unit::Paragraph)
    });
    let asked: Vec<String> = arguments.collect();
    let queries =
        ["", "oil", "crude oil", "\"crude oil\"", "oil places:kuwait", "country:KW oil", "b*"];
    let queries = queries.iter().map(|q| (*q).to_owned()).chain(asked);
    for query in queries {
        let selection = Selection::search(&query);
        for (what, wanted) in [("with facets", Wanted::default()), ("top 20", Wanted::top(20))] {
            let results = corpus.ask(&selection).results(wanted);
            let label = format!("{query:?} {} {what}", results.total);
            timed(&label, || corpus.ask(&selection).results(wanted));
        }
        let top = corpus.select(&selection).ids;
        timed("  20 snippets", || {
            let shown = top.iter().take(20).map(|id| corpus.snippet(&selection, *id, 240));
            shown.flatten().count()
        });
    }
    Ok(())
}

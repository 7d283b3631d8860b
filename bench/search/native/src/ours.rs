//! The search crate.

use crate::corpus::{Article, Call};
use crate::report::{Measured, measure};
use dateline_search::{
    DocSet, Document, Filter, Host, Index, IndexBuilder, Options, Test, hits, parse,
};
use std::collections::HashMap;
use std::time::Instant;

struct Places {
    count: u32,
    sets: HashMap<String, DocSet>,
}

impl Host for Places {
    fn filter(&self, filter: &Filter) -> Option<DocSet> {
        match &filter.test {
            Test::Is(value) => {
                Some(self.sets.get(value).cloned().unwrap_or_else(|| DocSet::none(self.count)))
            }
            Test::Range { .. } => None,
        }
    }
}

fn places(articles: &[Article]) -> Places {
    let count = articles.len() as u32;
    let mut sets = HashMap::new();
    for (doc, article) in articles.iter().enumerate() {
        for place in &article.places {
            let set: &mut DocSet =
                sets.entry(place.clone()).or_insert_with(|| DocSet::none(count));
            set.insert(doc as u32);
        }
    }
    Places { count, sets }
}

/// Processor time of this thread, which other programs on the machine do not
/// lengthen; without Linux' figures the time of day.
fn cpu_seconds() -> f64 {
    let figures = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = figures.split(' ').next().and_then(|text| text.parse::<f64>().ok());
    nanos.map_or_else(|| START.elapsed().as_secs_f64(), |nanos| nanos / 1e9)
}

static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

/// Builds the index, runs the calls.
pub fn run(articles: &[Article], calls: &[Call]) -> Result<Vec<Measured>, String> {
    let text: usize = articles.iter().map(|article| article.raw.len()).sum();
    let build = || {
        let mut builder = IndexBuilder::new();
        for article in articles {
            builder.add(&Document { raw: &article.raw, zones: &article.zones });
        }
        let added = cpu_seconds();
        (builder.finish(), added)
    };
    build();
    let start = cpu_seconds();
    let (bytes, added) = build();
    let (reading, all) = (added - start, cpu_seconds() - start);
    let mega = text as f64 / 1e6;
    println!(
        "{} articles, {mega:.1} MB of text; index {:.2} MB built in {:.0} ms ({:.0} reading), {:.0} MB/s",
        articles.len(), bytes.len() as f64 / 1e6, all * 1e3, reading * 1e3, mega / all
    );
    let index = Index::open(bytes).map_err(|error| error.to_string())?;
    for (name, size) in index.sizes() {
        println!("  {name}: {:.3} MB", size as f64 / 1e6);
    }
    let host = places(articles);
    let options = Options::default();
    let marks = calls.iter().map(|call| {
        let tree = parse(&call.query).tree;
        let top = index.run(&tree, &host, &options).top;
        measure(|| {
            let document = |doc: u32| {
                let article = &articles[doc as usize];
                Document { raw: &article.raw, zones: &article.zones }
            };
            top.iter().map(|(doc, _)| hits(&tree, &document(*doc)).len() as u32).sum()
        })
    });
    crate::report::table("hits of the best 20", calls, &marks.collect::<Vec<_>>(), None);
    Ok(calls
        .iter()
        .map(|call| measure(|| index.run(&parse(&call.query).tree, &host, &options).total))
        .collect())
}

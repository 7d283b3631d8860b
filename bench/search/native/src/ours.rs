//! The search crate.

use crate::corpus::{Article, Call};
use crate::report::{Measured, measure};
use dateline_search::{
    DocSet, Document, Filter, Host, Index, IndexBuilder, Options, Test, parse,
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

/// Builds the index, runs the calls.
pub fn run(articles: &[Article], calls: &[Call]) -> Result<Vec<Measured>, String> {
    let text: usize = articles.iter().map(|article| article.raw.len()).sum();
    let build = || {
        let mut builder = IndexBuilder::new();
        for article in articles {
            builder.add(&Document { raw: &article.raw, zones: &article.zones });
        }
        let added = Instant::now();
        (builder.finish(), added)
    };
    build();
    let start = Instant::now();
    let (bytes, added) = build();
    let (reading, all) = ((added - start).as_secs_f64(), start.elapsed().as_secs_f64());
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
    Ok(calls
        .iter()
        .map(|call| measure(|| index.run(&parse(&call.query).tree, &host, &options).total))
        .collect())
}

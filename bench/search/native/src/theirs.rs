//! tantivy: the same words, postings with positions, the top 20 and the total.

use crate::corpus::{Article, Call};
use crate::report::{Measured, measure};
use std::time::Instant;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery,
};
use tantivy::schema::{
    Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, TantivyDocument, Term};

struct Fields {
    title: Field,
    body: Field,
    places: Field,
}

/// Builds the index in memory on one thread, runs the calls.
pub fn run(articles: &[Article], calls: &[Call]) -> Result<Vec<Measured>, String> {
    build_and_run(articles, calls).map_err(|error| error.to_string())
}

fn build_and_run(articles: &[Article], calls: &[Call]) -> tantivy::Result<Vec<Measured>> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("words")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = TextOptions::default().set_indexing_options(indexing);
    let fields = Fields {
        title: schema.add_text_field("title", text.clone()),
        body: schema.add_text_field("body", text),
        places: schema.add_text_field("places", STRING),
    };
    let index = Index::create_in_ram(schema.build());
    let words = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build();
    index.tokenizers().register("words", words);
    let start = Instant::now();
    let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 500_000_000)?;
    for article in articles {
        let mut document = TantivyDocument::default();
        document.add_text(fields.title, article.zones[0].1.of(&article.raw));
        document.add_text(fields.body, article.zones[1].1.of(&article.raw));
        article.places.iter().for_each(|place| document.add_text(fields.places, place));
        writer.add_document(document)?;
    }
    writer.commit()?;
    println!("tantivy: index built in {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let searcher = index.reader()?.searcher();
    let mut out = Vec::new();
    for call in calls {
        let query = query(call, &fields)?;
        let mut failed = None;
        out.push(measure(|| {
            let found = searcher.search(&query, &(Count, TopDocs::with_limit(20)));
            match found {
                Ok((count, _)) => count as u32,
                Err(error) => {
                    failed = Some(error);
                    0
                }
            }
        }));
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(out)
}

fn query(call: &Call, fields: &Fields) -> tantivy::Result<Box<dyn Query>> {
    let term = |field, word: &str| Term::from_field_text(field, word);
    let exact = |field, word: &str| -> Box<dyn Query> {
        Box::new(TermQuery::new(term(field, word), IndexRecordOption::WithFreqs))
    };
    let either = |make: &dyn Fn(Field) -> tantivy::Result<Box<dyn Query>>| {
        Ok::<Box<dyn Query>, tantivy::TantivyError>(Box::new(BooleanQuery::union(vec![
            make(fields.title)?,
            make(fields.body)?,
        ])))
    };
    let word = &call.terms[0];
    match call.kind.as_str() {
        "phrase" => either(&|field| {
            let terms = call.terms.iter().map(|word| term(field, word)).collect();
            Ok(Box::new(PhraseQuery::new(terms)))
        }),
        "prefix" => either(&|field| {
            Ok(Box::new(RegexQuery::from_pattern(&format!("{word}.*"), field)?))
        }),
        "fuzzy" => either(&|field| Ok(Box::new(FuzzyTermQuery::new(term(field, word), 1, true)))),
        "title" => {
            let all = call.terms.iter().map(|word| (Occur::Must, exact(fields.title, word)));
            Ok(Box::new(BooleanQuery::new(all.collect())))
        }
        _ => {
            let mut all = Vec::new();
            for word in &call.terms {
                all.push((Occur::Must, either(&|field| Ok(exact(field, word)))?));
            }
            if let Some(place) = &call.place {
                all.push((Occur::Must, exact(fields.places, place)));
            }
            Ok(Box::new(BooleanQuery::new(all)))
        }
    }
}

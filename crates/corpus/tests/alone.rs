//! Articles one at a time: each is, alone, what it is in the pack of all.

mod common;

use common::seeds;
use dateline_corpus::{Article, ContextsOnly, Corpus, CorpusBuilder, Counting, Input, Sketch};

/// Everything that the pack tells of an article.
fn everything(corpus: &Corpus, article: &Article<'_>) -> String {
    let focus = corpus.focus(&Counting::default(), article.id());
    format!(
        "{:?}",
        (
            (article.name(), article.text(), article.raw(), article.title_span()),
            (article.title_from(), article.kicker(), article.source_span(), article.byline_span()),
            (article.date(), article.printed_date(), article.date_evidence()),
            (article.mentioned_dates(), article.url(), article.language(), article.words()),
            (article.holds(), article.blocks(), article.mentions(), article.ambiguous()),
            (focus, article.field("desk").collect::<Vec<_>>(), Sketch::of(article)),
        )
    )
}

/// The seeds, and articles with a line that recurs in them.
fn builder(contexts: Option<ContextsOnly>) -> CorpusBuilder {
    let plea = "Our reporting on the harbour of Peru is free because readers like you pay for it.";
    let mut builder = CorpusBuilder::new();
    builder.set_language("en-GB");
    if let Some(contexts) = contexts {
        builder.set_contexts_only(contexts);
    }
    for article in seeds().articles() {
        builder.add(Input::dump(article.name(), article.raw())).expect("an article");
    }
    for n in 1..=4 {
        let text = format!(
            "Number {n} of the harbour reports\n\nThe {n} boats of the northern pier were counted on \
             Tuesday, said the harbour master of Lima, who counts them every week.\n\n{plea}\n\n\
             The boats will be counted again when the number {n} crane has been mended."
        );
        let mut input = Input::dump(format!("{n}"), text);
        input.metadata.source = Some("Harbour News".into());
        input.fields.push(("desk".into(), vec![format!("{}", n % 2)]));
        builder.add(input).expect("an article");
    }
    builder
}

#[test]
fn an_article_alone_is_what_it_is_among_others() {
    for contexts in [None, Some(ContextsOnly::new(5))] {
        let pack = builder(contexts).build().expect("a pack");
        let all = Corpus::open(pack).expect("a corpus");
        let want: Vec<String> = all.articles().map(|a| everything(&all, &a)).collect();
        assert!(want.iter().any(|w| w.contains("repeats in 4 articles")), "a line that recurs");
        let mut found = Vec::new();
        for alone in builder(contexts).one_by_one() {
            let corpus = alone.expect("an article").open().expect("a corpus");
            assert_eq!((corpus.len(), corpus.hash()), (1, all.hash()));
            found.extend(corpus.articles().map(|a| everything(&corpus, &a)));
        }
        assert_eq!(found, want);
    }
}

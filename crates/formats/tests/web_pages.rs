//! The article of real web pages, where the development pages are beside the project,
//! in `../shared/eval`; says so loudly and does nothing when they are not.
//!
//! Measure: multiset of word 4-grams a page, precision and recall averaged over the
//! pages, F1 of the two; that of the benchmark the pages are from
//! (scrapinghub/article-extraction-benchmark).

use dateline_corpus::{BlockKind, Body};
use dateline_formats::{Limits, split};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::path::Path;

/// What the reader must reach.
const MIN_F1: f64 = 0.96;

#[test]
fn the_article_is_told_from_the_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/reading");
    let Ok(gold) = std::fs::read_to_string(folder.join("dev.jsonl")) else {
        eprintln!("SKIPPED: no pages in {}", folder.display());
        return;
    };
    let (mut precision, mut recall, mut pages) = (0.0, 0.0, 0.0);
    for line in gold.lines() {
        let page: serde_json::Value = serde_json::from_str(line).expect("a record");
        let (id, body) = (page["id"].as_str().expect("id"), page["body"].as_str().expect("body"));
        let packed = std::fs::read(folder.join(format!("html/{id}.html.gz"))).expect("the page");
        let mut html = Vec::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut html).expect("gzip");
        let (p, r) = score(&grams(body), &grams(&read(&html)));
        (precision, recall, pages) = (precision + p, recall + r, pages + 1.0);
    }
    let (p, r) = (precision / pages, recall / pages);
    let f1 = 2.0 * p * r / (p + r);
    eprintln!("{pages} pages: F1 {f1:.3}, precision {p:.3}, recall {r:.3}");
    assert!(f1 >= MIN_F1, "F1 {f1:.3} is less than {MIN_F1}");
}

fn read(html: &[u8]) -> String {
    let documents = split("page.html", Cursor::new(html), Limits::default());
    let articles = documents.flatten().flat_map(|document| document.read().articles);
    let bodies = articles.map(|article| match article.input.body {
        Body::Dump(text) => text_blocks(&dateline_reading::read(&text), &text),
        Body::Laid { text, kinds } => {
            text_blocks(&dateline_reading::read_as(&text, &kinds, "given"), &text)
        }
        Body::Read { body, .. } => body,
    });
    bodies.collect::<Vec<_>>().join("\n")
}

fn text_blocks(layout: &dateline_reading::Layout, text: &str) -> String {
    let is_text = |kind| {
        matches!(kind, BlockKind::Lead | BlockKind::Body | BlockKind::Heading | BlockKind::Quote)
    };
    let blocks = layout.blocks.iter().filter(|b| is_text(b.kind));
    blocks.map(|b| b.span.of(text)).collect::<Vec<_>>().join("\n")
}

type Grams = HashMap<Vec<String>, usize>;

fn grams(text: &str) -> Grams {
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    let mut grams = Grams::new();
    let few = (!words.is_empty() && words.len() < 4).then_some(&words[..]);
    for gram in words.windows(4).chain(few) {
        *grams.entry(gram.to_vec()).or_default() += 1;
    }
    grams
}

/// Precision and recall of one page.
fn score(gold: &Grams, found: &Grams) -> (f64, f64) {
    let both: usize = gold.iter().map(|(gram, n)| *n.min(found.get(gram).unwrap_or(&0))).sum();
    let (wanted, got) = (gold.values().sum::<usize>(), found.values().sum::<usize>());
    let share = |of: usize| if of == 0 { 0.0 } else { both as f64 / of as f64 };
    if wanted == both && got == both { (1.0, 1.0) } else { (share(got), share(wanted)) }
}

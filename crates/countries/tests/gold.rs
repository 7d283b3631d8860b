//! Mentions against two sets of news that other people annotated. The sets are kept
//! beside the project and not in it; without them the test says so and passes.
//! The full scores are those of the scorer that comes with the sets.

use dateline_countries::{Gazetteer, Kind, annotate};
use serde_json::Value;
use std::path::Path;

/// How many mentions are right, wrong and missed.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    found: usize,
    missed: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        let precision = self.right as f64 / (self.right + self.wrong) as f64;
        let recall = self.found as f64 / (self.found + self.missed) as f64;
        2.0 * precision * recall / (precision + recall)
    }
}

/// Names, demonyms and capitals: a mention is right when it touches a gold mention
/// of its country. Places are not asked here, nor demonyms that no annotator marked.
fn score(gazetteer: &Gazetteer, document: &Value, tally: &mut Tally) {
    let text = document["text"].as_str().expect("a text");
    // Offsets of the gold are in code points.
    let bytes: Vec<usize> = text.char_indices().map(|c| c.0).chain([text.len()]).collect();
    let byte = |m: &Value, end: &str| bytes[m[end].as_u64().expect("an offset") as usize];
    let gold: Vec<(usize, usize, &str, bool)> = document["mentions"]
        .as_array()
        .expect("mentions")
        .iter()
        .map(|m| {
            let country = m["country"].as_str().unwrap_or_default();
            (byte(m, "start"), byte(m, "end"), country, m["kind"] != "other-place")
        })
        .collect();
    let found = annotate(gazetteer, text, &[]);
    for mention in found.iter().filter(|m| m.kind != Kind::Place) {
        let range = mention.span.range();
        let touched: Vec<_> =
            gold.iter().filter(|g| g.0 < range.end && range.start < g.1).collect();
        let same: Vec<_> = touched.iter().filter(|g| g.2 == mention.country.code()).collect();
        if same.iter().any(|g| g.3) {
            tally.right += 1;
        } else if same.is_empty() && !(mention.kind == Kind::Demonym && touched.is_empty()) {
            tally.wrong += 1;
        }
    }
    for gold in gold.iter().filter(|g| g.3 && !g.2.is_empty()) {
        let hit = found.iter().any(|m| {
            let range = m.span.range();
            gold.0 < range.end && range.start < gold.1 && m.country.code() == gold.2
        });
        tally.found += usize::from(hit);
        tally.missed += usize::from(!hit);
    }
}

fn check(set: &str, least: f64) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("../shared/eval/countries/gold").join(set);
    let Ok(gold) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: no gold at {} (kept outside of the project)", path.display());
        return;
    };
    let towns = std::fs::read_to_string(root.join("data/gazetteer/generated/towns.tsv"));
    let gazetteer = Gazetteer::small().with_places(&towns.expect("the table of towns"));
    let mut tally = Tally::default();
    for line in gold.lines() {
        let document = serde_json::from_str(line).expect("JSON");
        score(&gazetteer, &document, &mut tally);
    }
    let f1 = tally.f1();
    assert!(f1 >= least, "{set}: F1 {f1:.3} of names, demonyms and capitals, want {least}");
}

#[test]
fn local_papers() {
    check("dev-lgl.jsonl", 0.93);
}

#[test]
fn national_and_local_news() {
    check("dev-trnews.jsonl", 0.97);
}

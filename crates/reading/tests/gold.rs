//! Scores the reader against marked page dumps when they lie beside the project, in
//! `../shared/eval`; says so loudly and does nothing when they do not.

use dateline_reading::{BlockKind, read};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// F1 over runs of four words that the reader must reach on the pages of `dev.jsonl`.
const MIN_F1: f64 = 0.94;

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval").join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: no marked pages at {}; nothing was scored", path.display());
    None
}

fn runs(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .collect();
    let mut runs = HashMap::new();
    for run in words.windows(4.min(words.len().max(1))) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

/// Precision and recall of the runs of `found` by those of `gold`.
fn score(gold: &str, found: &str) -> (f64, f64) {
    let (gold, found) = (runs(gold), runs(found));
    let hits: usize = gold.iter().map(|(run, n)| *n.min(found.get(run).unwrap_or(&0))).sum();
    let sum = |runs: &HashMap<Vec<&str>, usize>| runs.values().sum::<usize>().max(1) as f64;
    (hits as f64 / sum(&found), hits as f64 / sum(&gold))
}

#[test]
fn article_text_of_marked_pages() {
    let Some(path) = shared("reading/dev.jsonl") else { return };
    let file = std::fs::read_to_string(&path).unwrap();
    let scores: Vec<(f64, f64)> = file
        .lines()
        .map(|line| {
            let page: Value = serde_json::from_str(line).unwrap();
            let text = page["text"].as_str().unwrap();
            let kinds = [BlockKind::Lead, BlockKind::Body, BlockKind::Heading, BlockKind::Quote];
            let blocks = read(text).blocks;
            let body: Vec<&str> = blocks
                .iter()
                .filter(|b| kinds.contains(&b.kind))
                .map(|b| b.span.of(text))
                .collect();
            score(page["body"].as_str().unwrap(), &body.join("\n"))
        })
        .collect();
    let mean =
        |part: fn(&(f64, f64)) -> f64| scores.iter().map(part).sum::<f64>() / scores.len() as f64;
    let (precision, recall) = (mean(|s| s.0), mean(|s| s.1));
    let f1 = 2.0 * precision * recall / (precision + recall);
    assert!(
        f1 >= MIN_F1,
        "F1 {f1:.3}, precision {precision:.3}, recall {recall:.3} over {} pages",
        scores.len()
    );
}

#[test]
fn lines_of_marked_articles() {
    let Some(path) = shared("seeds/layout.json") else { return };
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let (mut lines, mut wrong) = (0, Vec::new());
    for (file, gold) in gold["files"].as_object().unwrap() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        for block in read(&text).blocks {
            let number = text[..block.span.start as usize].matches('\n').count() + 1;
            let role = gold["line_roles"][number.to_string()].as_str().unwrap();
            lines += 1;
            if class(block.kind.name()) != class(role) {
                wrong.push(format!("{file}:{number} {role} is {}", block.kind.name()));
            }
        }
    }
    assert!(wrong.len() * 20 <= lines, "{} of {lines} lines: {wrong:#?}", wrong.len());
}

/// What the score tells apart: text, title, kicker, heading, anything else.
fn class(role: &str) -> &str {
    match role {
        "body" | "lead" | "deck" | "lead_in" => "text",
        "title" | "kicker" | "heading" => role,
        _ => "other",
    }
}

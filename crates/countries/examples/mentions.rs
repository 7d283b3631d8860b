//! Annotates JSONL lines `{"id","text"}` from standard input and prints
//! `{"id","mentions":[…]}` lines with byte offsets, for measuring without the
//! command line. With `--time` it prints only the speed.

use dateline_countries::{Gazetteer, annotate};
use std::io::{Read, Write};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let documents: Vec<serde_json::Value> =
        input.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let gazetteer = Gazetteer::embedded();
    let text = |d: &serde_json::Value| d["text"].as_str().unwrap_or_default().to_owned();
    if std::env::args().any(|a| a == "--time") {
        let texts: Vec<String> = documents.iter().map(text).collect();
        let bytes: usize = texts.iter().map(String::len).sum();
        let (start, cpu) = (Instant::now(), cpu_seconds());
        let count: usize = texts.iter().map(|t| annotate(gazetteer, t, &[]).len()).sum();
        let wall = start.elapsed().as_secs_f64();
        let cpu = cpu_seconds().zip(cpu).map_or(wall, |(end, start)| end - start);
        println!("{count} mentions, {:.1} MB per CPU second", bytes as f64 / 1e6 / cpu);
        return Ok(());
    }
    let mut out = std::io::stdout().lock();
    for document in &documents {
        let text = text(document);
        let mentions: Vec<_> = annotate(gazetteer, &text, &[])
            .iter()
            .map(|m| {
                serde_json::json!({"start": m.span.start, "end": m.span.end, "surface": m.span.of(&text),
                    "country": m.country.code(), "kind": m.kind.name(), "in_name": m.in_name, "rule": m.rule})
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": document["id"], "mentions": mentions}))?;
    }
    Ok(())
}

/// The processor time of this process, where the system tells it (Linux).
fn cpu_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(stat.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

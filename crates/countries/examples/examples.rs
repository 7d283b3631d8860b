//! Prints what the model sees of every candidate in JSONL lines `{"id","text"}` from
//! standard input, one object a line of input, for `bench/countries/train.py`.

use dateline_countries::{Gazetteer, training};
use std::io::{Read, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let mut out = std::io::stdout().lock();
    for line in input.lines() {
        let document: serde_json::Value = serde_json::from_str(line)?;
        let text = document["text"].as_str().unwrap_or_default();
        let examples: Vec<_> = training::examples(Gazetteer::embedded(), text)
            .iter()
            .map(|e| {
                let senses: Vec<_> = e
                    .senses
                    .iter()
                    .map(|s| {
                        let features: serde_json::Map<_, _> = s
                            .features
                            .iter()
                            .map(|(n, v)| ((*n).to_owned(), (*v).into()))
                            .collect();
                        serde_json::json!({"country": s.country.map(|c| c.code().to_owned()),
                            "kind": s.kind.name(), "features": features})
                    })
                    .collect();
                serde_json::json!({"start": e.span.start, "end": e.span.end, "group": e.group,
                    "features": e.features, "contained": e.contained, "senses": senses})
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": document["id"], "examples": examples}))?;
    }
    Ok(())
}

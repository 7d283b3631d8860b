//! Prints what the model sees of every line of page dumps, for training: first the
//! names of the features, `{"own":[…],"around":[…]}`, then JSON lines
//! `{"id","lines":[{"start","own":[…],"around":[…]}]}` for JSON lines `{"id","text"}`.
//! Usage: `cargo run --release -p dateline-reading --example features -- FILE`

use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: features FILE.jsonl")?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (own, around) = dateline_reading::feature_names();
    writeln!(out, "{}", json!({"own": own, "around": around}))?;
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let page: Value = serde_json::from_str(&line?)?;
        let text = page["text"].as_str().ok_or("a line without text")?;
        let lines: Vec<Value> = dateline_reading::model_input(text)
            .into_iter()
            .map(|(start, own, around)| json!({"start": start, "own": own, "around": around}))
            .collect();
        writeln!(out, "{}", json!({"id": page["id"], "lines": lines}))?;
    }
    Ok(())
}

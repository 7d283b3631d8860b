//! Blocks of pages as the model sees them, a page a line: for `bench/html/train.py`.
//! Names of files come from standard input.

use serde_json::json;
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (own, around) = dateline_html::measures();
    writeln!(out, "{}", json!({"values": own, "around": around}))?;
    for name in std::io::stdin().lock().lines() {
        let name = name?;
        let html = decoded(&std::fs::read(&name)?);
        let blocks: Vec<_> = dateline_html::samples(&html)
            .into_iter()
            .map(|b| json!([b.text, b.values, b.near, b.far, b.says, b.length, b.chain, b.sign]))
            .collect();
        writeln!(out, "{}", json!({"file": name, "blocks": blocks}))?;
    }
    Ok(())
}

/// The pages that the trainer gives are UTF-8, or hardly anything else.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

//! Prints the text of the article of page dumps: JSON lines `{"id","body"}` for
//! JSON lines `{"id","text"}`.
//! Usage: `cargo run --release -p dateline-reading --example bodies -- FILE`

use dateline_reading::{BlockKind, read};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: bodies FILE.jsonl")?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let page: Value = serde_json::from_str(&line?)?;
        let text = page["text"].as_str().ok_or("a line without text")?;
        let layout = read(text);
        let body: Vec<&str> = layout
            .blocks
            .iter()
            .filter(|b| {
                matches!(
                    b.kind,
                    BlockKind::Lead | BlockKind::Body | BlockKind::Heading | BlockKind::Quote
                )
            })
            .map(|b| b.span.of(text))
            .collect();
        let of = |span: Option<dateline_text::Span>| span.map(|s| s.of(text));
        let record = json!({
            "id": page["id"], "body": body.join("\n"), "title": of(layout.title.map(|t| t.span)),
            "title_from": layout.title.map(|t| t.from.name()), "byline": of(layout.byline),
            "source": of(layout.source), "finding": format!("{:?}", layout.finding).chars().take(40).collect::<String>(), "language": layout.language,
            "published": layout.published.as_ref().map(|p| json!({
                "printed": p.span.of(text), "iso": p.iso, "evidence": p.evidence,
            })),
        });
        writeln!(out, "{record}")?;
    }
    Ok(())
}

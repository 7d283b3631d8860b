//! The articles of pages, as JSON lines for scoring: {"file", "text", "title", "date", "author", …}.
//! Names of files come from standard input; `-j` threads read them.

use dateline_reading::BlockKind;
use serde_json::json;
use std::io::BufRead;

fn main() -> std::io::Result<()> {
    let names: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    for name in names {
        let html = String::from_utf8_lossy(&std::fs::read(&name)?).into_owned();
        let page = dateline_html::read(&html, None);
        for article in page.articles {
            let is_text = |k| {
                matches!(
                    k,
                    BlockKind::Body | BlockKind::Heading | BlockKind::Lead | BlockKind::Quote
                )
            };
            let text: Vec<&str> =
                article.parts.iter().filter(|p| is_text(p.kind)).map(|p| p.text.as_str()).collect();
            let parts: Vec<_> =
                article.parts.iter().map(|p| json!([p.kind.name(), p.text])).collect();
            let m = article.metadata;
            println!(
                "{}",
                json!({"file": name, "text": text.join("\n"), "title": m.title, "date": m.date, "author": m.byline,
                "evidence": m.evidence, "source": m.source, "section": m.section, "language": m.language, "url": m.url, "notes": page.notes, "parts": parts})
            );
        }
    }
    Ok(())
}

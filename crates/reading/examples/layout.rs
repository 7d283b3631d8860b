//! Prints how files are read, a line a block: for looking at the reader's work.
//! Usage: `cargo run -p dateline-reading --example layout -- FILE…`

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let layout = dateline_reading::read(&text);
        println!("== {path}");
        for block in &layout.blocks {
            let line = text[..block.span.start as usize].matches('\n').count() + 1;
            let start: String = block.span.of(&text).chars().take(70).collect();
            let copy = if block.duplicate { "=" } else { " " };
            println!("{line:4}{copy}{:9} {start:70} ({})", block.kind.name(), block.reason);
        }
        let words = |span: Option<dateline_text::Span>| span.map_or("-", |s| s.of(&text));
        println!(
            "title  {:?} {:?}",
            layout.title.map(|t| t.span.of(&text)),
            layout.title.map(|t| t.from)
        );
        println!(
            "kicker {}  source {}  byline {}",
            words(layout.kicker),
            words(layout.source),
            words(layout.byline)
        );
        println!("published {:?}", layout.published);
        for date in &layout.mentioned_dates {
            println!("  speaks of {} {:?}", date.span.of(&text), date.iso);
        }
    }
    Ok(())
}

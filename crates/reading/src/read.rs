//! The reader: one raw text in, one layout out.

use crate::{Block, BlockKind, Layout, Title, TitleFrom};
use dateline_text::Span;

/// Reads one raw text. Never fails: a text that holds no article still gets its
/// blocks. Linear in the length of the text.
pub fn read(text: &str) -> Layout {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span::new(from, from + trimmed.len());
            blocks.push(Block {
                span,
                kind: BlockKind::Body,
                duplicate: false,
                reason: "a paragraph".into(),
            });
        }
        start += line.len();
    }
    let title = blocks.first().map(|b| Title { span: b.span, from: TitleFrom::FirstSentence });
    Layout { blocks, title, ..Layout::default() }
}

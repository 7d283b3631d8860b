//! The annotator: text in, mentions out.

use crate::context::{self, Article};
use crate::scan::{find, words};
use crate::{Gazetteer, Mention};
use dateline_text::Span;

/// The mentions of `text` in order, never overlapping. `blocks` are the byte spans
/// of its paragraphs in order: no mention crosses the end of one, and context is
/// read within the article. An empty slice means that lines are paragraphs.
pub fn annotate(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Vec<Mention> {
    let lines;
    let blocks = if blocks.is_empty() {
        lines = lines_of(text);
        &lines
    } else {
        blocks
    };
    let words = words(text, blocks);
    let candidates = find(&gazetteer.phrases, text, &words);
    context::decide(&Article { gazetteer, text, words: &words }, &candidates)
}

/// The lines of a text that hold anything.
fn lines_of(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if !line.trim().is_empty() {
            out.push(Span::new(start, end));
        }
        start = end;
    }
    out
}

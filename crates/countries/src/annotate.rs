//! The annotator: text in, mentions out.

use crate::context::{Article, Decision, decide, resolve};
use crate::scan::{find, words};
use crate::{Annotations, Gazetteer, Mention};
use dateline_text::Span;

/// The mentions of `text` in order, never overlapping. `blocks` are the byte spans
/// of its paragraphs in order: no mention crosses the end of one, and context is
/// read within the article. An empty slice means that lines are paragraphs.
pub fn annotate(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Vec<Mention> {
    annotations(gazetteer, text, blocks).mentions
}

/// As [`annotate`], with the words that stay ambiguous.
pub fn annotations(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Annotations {
    let mut out = Annotations::default();
    let blocks = blocks_of(text, blocks);
    let words = words(text, &blocks);
    let article = Article { gazetteer, text, words: &words, blocks: &blocks };
    let resolved = resolve(&article, &find(&gazetteer.phrases, text, &words));
    for decision in decide(&article, &resolved) {
        match decision {
            Decision::Counted(mention) => out.mentions.push(mention),
            Decision::Ambiguous(ambiguous) => out.ambiguous.push(ambiguous),
            Decision::Dropped => {}
        }
    }
    out
}

/// The blocks to read: those given, else the lines.
pub(crate) fn blocks_of(text: &str, blocks: &[Span]) -> Vec<Span> {
    if blocks.is_empty() { lines_of(text) } else { blocks.to_vec() }
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

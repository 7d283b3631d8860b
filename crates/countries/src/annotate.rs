//! The annotator: text in, mentions out.

use crate::context::{Article, Decision, decide, resolve};
use crate::corrections::Prepared;
use crate::languages::{self, Language};
use crate::scan::{find, words};
use crate::{Annotations, Gazetteer, Mention};
use dateline_text::Span;
use dateline_text::language::detect;

/// The mentions of `text` in order, never overlapping. `blocks` are the byte spans
/// of its paragraphs in order: no mention crosses the end of one, and context is
/// read within the article. An empty slice means that lines are paragraphs.
pub fn annotate(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Vec<Mention> {
    annotations(gazetteer, text, blocks).mentions
}

/// As [`annotate`], with the words that stay ambiguous.
pub fn annotations(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Annotations {
    annotations_with(gazetteer, text, blocks, &Options::default())
}

/// What may differ from corpus to corpus.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'o> {
    /// What the reader corrected.
    pub corrections: Option<&'o Prepared>,
    /// The language of the articles; `None` to detect that of each.
    pub language: Option<Language>,
}

/// As [`annotations`], with corrections.
pub fn annotations_with(
    gazetteer: &Gazetteer,
    text: &str,
    blocks: &[Span],
    options: &Options,
) -> Annotations {
    let mut out = Annotations::default();
    let blocks = blocks_of(text, blocks);
    let words = words(text, &blocks);
    let language = options
        .language
        .unwrap_or_else(|| detect(text_of(text, &blocks)).language.unwrap_or_default());
    match languages::annotate(language, gazetteer, text, &words) {
        Some(mentions) => out.mentions = mentions,
        None => english(&Article { gazetteer, text, words: &words, blocks: &blocks }, &mut out),
    }
    if let Some(corrections) = options.corrections {
        corrections.apply_to(text, &words, &mut out);
    }
    out
}

/// The text from the first block to the end of the last.
fn text_of<'t>(text: &'t str, blocks: &[Span]) -> &'t str {
    match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => {
            text.get(first.start as usize..last.end as usize).unwrap_or(text)
        }
        _ => "",
    }
}

fn english(article: &Article, out: &mut Annotations) {
    let candidates = find(&article.gazetteer.phrases.forms, article.text, article.words);
    let resolved = resolve(article, &candidates);
    for decision in decide(article, &resolved) {
        match decision {
            Decision::Counted(mention) => out.mentions.push(mention),
            Decision::Ambiguous(ambiguous) => out.ambiguous.push(ambiguous),
            Decision::Dropped => {}
        }
    }
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

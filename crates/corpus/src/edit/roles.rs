//! Roles that somebody gives blocks, and what follows from them for the article:
//! the one place for what a publisher says and for what a reader tries in the page.

use crate::Lines;
use dateline_reading::{Block, BlockKind, Title, TitleFrom, line_starts};
use dateline_text::{Span, sentences_of_paragraph, terms};

/// The reason of a block that the publisher gave its kind.
pub(crate) const PUBLISHER: &str = "the publisher says so";
/// The reason of a block that was taken for the title before.
pub(crate) const NO_TITLE: &str = "another line is the title";

/// The blocks of `raw` that stand on these lines, by number and in order, with
/// their kinds.
///
/// # Errors
/// The first lines that hold no block.
pub(crate) fn find(
    raw: &str,
    blocks: &[Block],
    said: &[(Lines, BlockKind)],
) -> Result<Vec<(usize, BlockKind)>, Lines> {
    if said.is_empty() {
        return Ok(Vec::new());
    }
    let starts = line_starts(raw);
    let mut found = Vec::new();
    for (lines, kind) in said {
        let before = found.len();
        let within = |block: &Block| {
            let own = Lines::of_block(&starts, block);
            own.first <= lines.last && lines.first <= own.last
        };
        let own = blocks.iter().enumerate();
        let own = own.filter(|(_, b)| (b.span.end as usize) <= raw.len() && within(b));
        found.extend(own.map(|(at, _)| (at, *kind)));
        if found.len() == before || lines.last as usize > starts.len() {
            return Err(*lines);
        }
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found)
}

/// Gives blocks their kinds and hands back the title to show: the first block that
/// is said to be one; when the block of `title` is said to be something else,
/// another title or the first sentence. `said` is in order, each block once.
pub(crate) fn apply(
    text: &str,
    blocks: &mut [Block],
    title: Option<Title>,
    said: &[(usize, BlockKind)],
    reason: &str,
) -> Option<Title> {
    let is_said = |at: usize| said.iter().any(|(said, _)| *said == at);
    for (at, kind) in said {
        if let Some(block) = blocks.get_mut(*at) {
            let duplicate = *kind == BlockKind::Repeat;
            *block = Block { span: block.span, kind: *kind, duplicate, reason: reason.to_owned() };
        }
    }
    let named = said.iter().find(|(_, kind)| *kind == BlockKind::Title);
    if let Some(span) = named.and_then(|(at, _)| blocks.get(*at)).map(|b| b.span) {
        for (at, block) in blocks.iter_mut().enumerate() {
            if block.kind == BlockKind::Title && !is_said(at) {
                block.kind = BlockKind::Furniture;
                block.reason = NO_TITLE.to_owned();
            }
        }
        return Some(Title { span, from: TitleFrom::Headline });
    }
    let holder = title.and_then(|t| blocks.iter().position(|b| b.span.overlaps(t.span)));
    let stands = holder.filter(|at| is_said(*at)).is_none_or(|at| match title {
        Some(Title { from: TitleFrom::FirstSentence, .. }) => blocks[at].is_clean(),
        _ => blocks[at].kind == BlockKind::Title,
    });
    if stands { title } else { another_title(text, blocks).or(title) }
}

/// A title block that is left, or the first sentence of the clean text.
fn another_title(text: &str, blocks: &[Block]) -> Option<Title> {
    let headline = blocks.iter().find(|b| b.kind == BlockKind::Title);
    if let Some(block) = headline {
        return Some(Title { span: block.span, from: TitleFrom::Headline });
    }
    let running = |b: &&Block| b.is_clean() && matches!(b.kind, BlockKind::Body | BlockKind::Lead);
    let block = blocks.iter().find(running)?;
    let first = sentences_of_paragraph(block.span.of(text)).into_iter().next()?;
    let start = block.span.start;
    let span = Span { start: start + first.start, end: start + first.end };
    Some(Title { span, from: TitleFrom::FirstSentence })
}

/// Whether what is said makes an article of a text that seemed to hold none.
pub(crate) fn says_article(said: &[(usize, BlockKind)]) -> bool {
    said.iter().any(|(_, kind)| matches!(kind, BlockKind::Body | BlockKind::Lead))
}

/// How many words the clean text has; characters, where there are no spaces between words.
pub(crate) fn clean_words(text: &str, blocks: &[Block]) -> u32 {
    let clean = blocks.iter().filter(|b| b.is_clean());
    clean.map(|b| terms(b.span.of(text)).count() as u32).sum()
}

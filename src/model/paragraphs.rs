//! Numbers of paragraphs: the same in every view, quotation and file. Boilerplate, repeats, the
//! title and the credits are not counted.

use dateline_corpus::{Article, Block, BlockKind};

/// The number of a block among the paragraphs of the article, from 1; `None` for a block that is
/// no paragraph.
pub fn paragraph(article: &Article<'_>, block: usize) -> Option<usize> {
    let blocks = article.blocks();
    blocks.get(block).filter(|block| is_paragraph(block))?;
    Some(blocks[..=block].iter().filter(|block| is_paragraph(block)).count())
}

/// Whether a block counts as a paragraph.
pub fn is_paragraph(block: &Block) -> bool {
    let is_credit = matches!(
        block.kind,
        BlockKind::Title
            | BlockKind::Kicker
            | BlockKind::Byline
            | BlockKind::Dateline
            | BlockKind::Source
    );
    block.is_clean() && !is_credit
}

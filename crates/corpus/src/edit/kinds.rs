//! Overruling: the same articles with kinds that a reader gives to blocks. Mentions
//! keep their spans; where they stand, what is clean and what is searched follow.

use crate::edit::roles;
use crate::pack::format::Section;
use crate::pack::rewrite::Rewriting;
use crate::{ArticleId, BlockKind, BuildError, Corpus, Holds};
use dateline_reading::{Title, TitleFrom};
use dateline_stats::sort_by;

/// A block with the kind that a reader gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overrule {
    /// The article.
    pub article: ArticleId,
    /// The number of the block among the blocks of the article, from 0.
    pub block: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// The reason of a block that a reader gave its kind.
pub(crate) const READER: &str = "you say so";

/// By article and block, each block once: of several overrules the last counts.
pub(crate) fn settled(overrules: &[Overrule]) -> Vec<Overrule> {
    let mut said: Vec<Overrule> = overrules.iter().rev().copied().collect();
    sort_by(&mut said, |a, b| (a.article, a.block).cmp(&(b.article, b.block)));
    said.dedup_by_key(|o| (o.article, o.block));
    said
}

impl Corpus {
    /// The corpus with other kinds of blocks; its hash stays that of its sources.
    /// Overrules of blocks that it does not have do nothing.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn overruled(&self, overrules: &[Overrule]) -> Result<Corpus, BuildError> {
        let said = settled(overrules);
        let mut new = Rewriting::new(self);
        let mut findings = self.pack.section(Section::Findings).to_vec();
        for id in self.ids() {
            let own = said.iter().filter(|o| o.article == id).map(|o| (o.block, o.kind));
            let own: Vec<(usize, BlockKind)> = own.collect();
            if own.is_empty() || self.overrule(&mut new, &mut findings, id, &own).is_none() {
                new.keep(id);
            }
        }
        new.set(Section::Findings, findings);
        new.finish()
    }

    /// Writes an article with other kinds. `None`, with nothing written, when the
    /// bytes of the article are damaged.
    fn overrule(
        &self,
        new: &mut Rewriting<'_>,
        findings: &mut [u8],
        id: ArticleId,
        said: &[(usize, BlockKind)],
    ) -> Option<()> {
        let article = self.article(id)?;
        let mut blocks = article.blocks().to_vec();
        let from = article.title_from();
        let title = article.title_span().map(|span| Title { span, from });
        let title = roles::apply(article.text(), &mut blocks, title, said, READER);
        let words = roles::clean_words(article.text(), &blocks);
        new.article(&article, &blocks, |record, _| {
            record.words = words;
            record.title = title.map(|t| t.span);
            record.title_is_sentence = title.is_some_and(|t| t.from == TitleFrom::FirstSentence);
        })?;
        if matches!(article.holds(), Holds::Nothing(_)) && roles::says_article(said) {
            let at = 4 * id.0 as usize;
            findings[at..at + 4].fill(0);
        }
        Some(())
    }
}

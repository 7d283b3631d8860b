//! Overruling: the same articles with kinds that a reader gives to blocks. Mentions
//! keep their spans; where they stand, what is clean and what is searched follow.

use crate::edit::roles;
use crate::pack::format::Section;
use crate::pack::rewrite::{Articles, Rewriting};
use crate::{ArticleId, BlockKind, BuildError, Corpus, Holds};
use dateline_text::compact::sort_by;

/// A block with the kind that a reader gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindEdit {
    /// The article.
    pub article: ArticleId,
    /// The number of the block among the blocks of the article, from 0.
    pub block: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// The reason of a block that a reader gave its kind.
pub(crate) const READER: &str = "you say so";

/// By article and block, each block once: of several edits the last counts.
pub(crate) fn settled(kind_edits: &[KindEdit]) -> Vec<KindEdit> {
    let mut said: Vec<KindEdit> = kind_edits.iter().rev().copied().collect();
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
    pub fn with_kind_edits(&self, kind_edits: &[KindEdit]) -> Result<Corpus, BuildError> {
        let said = settled(kind_edits);
        let mut new = Rewriting::new(self);
        let mut articles = Articles::new(self);
        let mut findings = self.pack.section(Section::Findings).to_vec();
        for article in self.articles() {
            let id = article.id();
            let own = said.iter().filter(|o| o.article == id).map(|o| (o.block, o.kind));
            let own: Vec<(usize, BlockKind)> = own.collect();
            if own.is_empty() {
                articles.keep(id);
                continue;
            }
            let (text, mut record) = (article.text(), article.record().clone());
            let mut blocks = article.blocks().to_vec();
            record.title = roles::apply(text, &mut blocks, record.title, &own, READER);
            record.words = roles::clean_words(text, &blocks);
            articles.write(id, &record, &blocks, &mut new.strings);
            if matches!(article.holds(), Holds::Nothing(_)) && roles::says_article(&own) {
                let number = findings.chunks_exact_mut(4).nth(id.0 as usize);
                number.unwrap_or_default().fill(0);
            }
        }
        articles.finish(&mut new)?;
        new.set(Section::Findings, findings);
        new.finish()
    }
}

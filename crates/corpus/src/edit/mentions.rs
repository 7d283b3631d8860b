//! Corrections: the same articles with what a reader corrected of the mentions. What
//! was found stays the base, so no gazetteer is needed and nothing is annotated again.

use crate::pack::mentions::{Annotated, MentionWriter, lines_joined};
use crate::pack::rewrite::Rewriting;
use crate::{BuildError, Corpus};
use dateline_countries::Corrections;

impl Corpus {
    /// The corpus with corrected mentions; everything else stays, its hash too. The
    /// corrections change what this corpus holds: those that it was built with stay.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn corrected(&self, corrections: &Corrections) -> Result<Corpus, BuildError> {
        let prepared = corrections.prepare();
        let mut new = Rewriting::new(self);
        let mut mentions = MentionWriter::default();
        for article in self.articles() {
            let spans: Vec<_> = article.blocks().iter().map(|b| b.span).collect();
            let mut found = article.annotations();
            let text = lines_joined(article.text(), article.blocks());
            prepared.apply(&text, &spans, &mut found);
            mentions.push(&Annotated::found(found, article.blocks()), &mut new.strings);
        }
        for (section, bytes) in mentions.finish().ok_or(BuildError::TooLarge)? {
            new.set(section, bytes);
        }
        new.finish()
    }
}

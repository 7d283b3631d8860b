//! Corrections: the same articles annotated again with what a reader corrected.

use crate::annotated::{Annotated, MentionWriter};
use crate::format::write::{Strings, assemble};
use crate::format::{Section, bytes::Cursor};
use crate::{BuildError, Corpus};
use dateline_countries::{Corrections, Language};

impl Corpus {
    /// The corpus with corrected mentions; everything else stays. Annotates every
    /// article again.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn corrected(&self, corrections: &Corrections) -> Result<Corpus, BuildError> {
        let prepared = corrections.prepare();
        let mut strings = Strings::reopen(Cursor::new(self.pack.section(Section::Strings)));
        let mut mentions = MentionWriter::default();
        for article in self.articles() {
            let language = article.language().and_then(Language::from_code);
            let blocks = article.blocks();
            let found = Annotated::new(article.text(), blocks, language, Some(&prepared));
            mentions.push(&found, &mut strings);
        }
        let mut sections = mentions.finish().ok_or(BuildError::TooLarge)?;
        sections.push((Section::Strings, strings.finish()));
        for section in Section::ALL {
            if !sections.iter().any(|(known, _)| *known == section) {
                let bytes = self.pack.section(section);
                sections.push((section, bytes.to_vec()));
            }
        }
        sections.sort_by_key(|(section, _)| *section as usize);
        let pack = assemble(self.pack.articles(), &sections).ok_or(BuildError::TooLarge)?;
        Ok(Corpus::open(pack).expect("a pack opens that was just built"))
    }
}

//! Corrections: the same articles with what a reader corrected of the mentions. What
//! was found stays the base, so no gazetteer is needed and nothing is annotated again.

use crate::pack::format::Section;
use crate::pack::mentions::{Annotated, MentionWriter};
use crate::pack::write::{Strings, assemble};
use crate::{Article, BuildError, Corpus};
use dateline_countries::{Annotations, Corrections, Mention};
use dateline_text::bytes::Cursor;
use std::borrow::Cow;

impl Corpus {
    /// The corpus with corrected mentions; everything else stays, its hash too. The
    /// corrections change what this corpus holds: those that it was built with stay.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn corrected(&self, corrections: &Corrections) -> Result<Corpus, BuildError> {
        let prepared = corrections.prepare();
        let mut strings = Strings::reopen(Cursor::new(self.pack.section(Section::Strings)));
        let mut mentions = MentionWriter::default();
        for article in self.articles() {
            let spans: Vec<_> = article.blocks().iter().map(|b| b.span).collect();
            let mut found = found(&article);
            prepared.apply(article.text(), &spans, &mut found);
            mentions.push(&Annotated::found(found, article.blocks()), &mut strings);
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

/// What an article holds, as the annotator gave it.
fn found(article: &Article<'_>) -> Annotations {
    let mention = |m: &crate::Mention<'_>| Mention {
        span: m.span,
        country: m.country,
        kind: m.kind,
        in_name: m.in_name,
        rule: Cow::Owned(m.rule.to_owned()),
    };
    Annotations {
        mentions: article.mentions().iter().map(mention).collect(),
        ambiguous: article.ambiguous(),
    }
}

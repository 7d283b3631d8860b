//! Everything that a pack claims, held against what is there, before any of it is shown or
//! counted. The checksum finds damage; this finds packs that were made otherwise.

use crate::pack::content::Content;
use crate::pack::format::Section;
use crate::pack::mentions::{check_ambiguous, check_mentions};
use crate::pack::record::{PackedRecord, check_blocks};
use crate::pack::spans::Limit;
use crate::{ArticleId, Corpus, Date, OpenError};
use dateline_reading::Block;
use dateline_text::bytes::u32_at;

impl Corpus {
    /// Checks every article, and that its text is one.
    ///
    /// # Errors
    /// Naming the section in which something is not what it should be.
    pub(crate) fn verify(&self) -> Result<(), OpenError> {
        let (mut room, mut blocks) = (Vec::new(), Vec::new());
        for id in self.ids() {
            let checked = self.check_text(id, &mut room, |length, limit| {
                self.check_article(id, length, limit, &mut blocks)
            });
            checked.ok_or(Section::Text).flatten().map_err(damaged)?;
        }
        self.check_findings().ok_or(damaged(Section::Findings))?;
        self.check_dates().ok_or(damaged(Section::Dates))
    }

    fn check_article(
        &self,
        id: ArticleId,
        length: usize,
        limit: Limit<'_>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Section> {
        let item = |offsets, things| self.pack.item(offsets, things, id.0);
        let record = item(Section::RecordOffsets, Section::Records);
        PackedRecord::check(record, limit, length, self.strings()).ok_or(Section::Records)?;
        blocks.clear();
        let bytes = item(Section::BlockOffsets, Section::Blocks);
        check_blocks(bytes, limit, self.strings(), blocks).ok_or(Section::Blocks)?;
        let bytes = item(Section::MentionOffsets, Section::Mentions);
        check_mentions(bytes, limit, self.names(), blocks).ok_or(Section::Mentions)?;
        let bytes = item(Section::AmbiguousOffsets, Section::Ambiguous);
        check_ambiguous(bytes, limit, self.countries.len()).ok_or(Section::Ambiguous)
    }

    /// None, or one for each article.
    fn check_findings(&self) -> Option<()> {
        let findings = self.pack.section(Section::Findings);
        if findings.is_empty() {
            return Some(());
        }
        (findings.len() == self.len().checked_mul(4)?).then_some(())?;
        let mut numbers = (0..self.len()).map_while(|at| u32_at(findings, at));
        numbers.try_for_each(|number| Content::check(number, self.strings()))
    }

    fn check_dates(&self) -> Option<()> {
        let dates = self.pack.section(Section::Dates);
        let mut packed = (0..self.len()).map_while(|at| u32_at(dates, at));
        packed.all(|date| date == 0 || Date::from_packed(date).is_some()).then_some(())
    }
}

fn damaged(section: Section) -> OpenError {
    OpenError::Damaged { part: section.name() }
}

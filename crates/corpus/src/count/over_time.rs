//! Counts over time and over articles: the numbers behind trends and dispersion.

use crate::{Article, ArticleId, Corpus, Counting, Date, Standing};
use dateline_countries::Country;
use dateline_stats::{Month, Part};
use dateline_text::Span;

impl Date {
    /// The month, where it is known.
    pub fn calendar_month(self) -> Option<Month> {
        Month::new(u16::try_from(self.year()).ok()?, u8::try_from(self.month()?).ok()?)
    }
}

impl Corpus {
    /// The articles by month of publication, one each; for a series of articles.
    pub fn articles_by_month(&self, ids: &[ArticleId]) -> Vec<(Option<Month>, u64)> {
        ids.iter().map(|id| (self.date(*id).and_then(Date::calendar_month), 1)).collect()
    }

    /// Words of articles by month of publication; for a series of rates.
    pub fn words_by_month(&self, ids: &[ArticleId]) -> Vec<(Option<Month>, u64)> {
        let words = |id: &ArticleId| self.article(*id).map_or(0, |article| article.words() as u64);
        let month = |id: &ArticleId| self.date(*id).and_then(Date::calendar_month);
        ids.iter().map(|id| (month(id), words(id))).collect()
    }

    /// Counted mentions of a country (of any country for `None`) by the month of
    /// the article they stand in; for a series of mentions.
    pub fn mentions_by_month(
        &self,
        counting: &Counting,
        ids: &[ArticleId],
        country: Option<Country>,
    ) -> Vec<(Option<Month>, u64)> {
        let counts = self.mentions_by_article(counting, ids, country);
        let months = ids.iter().map(|id| self.date(*id).and_then(Date::calendar_month));
        months.zip(counts).collect()
    }

    /// Counted mentions of a country and words, article by article; for measures of
    /// dispersion.
    pub fn parts(&self, counting: &Counting, ids: &[ArticleId], country: Country) -> Vec<Part> {
        let counts = self.mentions_by_article(counting, ids, Some(country));
        let words = ids.iter().map(|id| self.article(*id).map_or(0, |a| a.words() as u64));
        counts.into_iter().zip(words).map(|(count, words)| Part { count, words }).collect()
    }
}

impl Article<'_> {
    /// How far through the shown text each span begins, 0 to 1: the marks on a rail
    /// or a dispersion plot. The shown text is the blocks that `counting` includes,
    /// laid end to end; `None` stands for a span outside of it.
    pub fn positions(&self, counting: &Counting, spans: &[Span]) -> Vec<Option<f64>> {
        let shown: Vec<Span> = self
            .blocks()
            .iter()
            .filter(|b| counting.includes(Standing::of_block(b.kind, b.duplicate)))
            .map(|b| b.span)
            .collect();
        let mut starts = Vec::with_capacity(shown.len());
        let mut whole = 0;
        for span in &shown {
            starts.push(whole);
            whole += span.len();
        }
        let place = |span: &Span| {
            let at = shown.partition_point(|s| s.end <= span.start);
            let block = shown.get(at).filter(|s| s.start <= span.start)?;
            let before = starts[at] + (span.start - block.start) as usize;
            Some(before as f64 / whole as f64)
        };
        spans.iter().map(place).collect()
    }
}

//! Why a mention was counted: its rule, and what else in the article settled it.

use crate::{Article, Corpus, Counting, Focus, Mention};
use dateline_countries::{By, Rule};
use dateline_text::Span;

/// Why a mention was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Why<'c> {
    /// The mention.
    pub mention: Mention<'c>,
    /// The meaning of its rule; `None` for a rule of another version of the program.
    pub rule: Option<&'static Rule>,
    /// The evidence that settled the country.
    pub decided: Decided,
}

/// The evidence in the article that settled the country of a mention.
#[derive(Clone, Debug, PartialEq)]
pub enum Decided {
    /// The words themselves.
    Words,
    /// The place that follows them, as it is written.
    Holder(Span),
    /// The same words elsewhere in the article, from there to the end of the place that
    /// follows them.
    Elsewhere(Span),
    /// The other countries of the article, the largest share first.
    Others(Vec<Focus>),
    /// A correction.
    Correction,
}

impl Corpus {
    /// Why the mention was counted that begins at this byte of an article.
    pub fn why<'c>(&'c self, article: &Article<'c>, at: u32) -> Option<Why<'c>> {
        let mention = *article.mentions().iter().find(|m| m.span.start == at)?;
        let rule = Rule::of(mention.rule);
        let decided = match rule.map_or(By::Words, |rule| rule.by) {
            By::Words => Decided::Words,
            By::Correction => Decided::Correction,
            By::Holder => holder(article, &mention).map_or(Decided::Words, Decided::Holder),
            By::HolderElsewhere => {
                elsewhere(article, &mention).map_or(Decided::Words, Decided::Elsewhere)
            }
            By::Others => Decided::Others(self.focus(&Counting::everything(), article.id())),
        };
        Some(Why { mention, rule, decided })
    }
}

/// The mention that follows another after a comma.
fn holder(article: &Article<'_>, inner: &Mention<'_>) -> Option<Span> {
    let comma = |outer: &&Mention<'_>| {
        let between = inner.span.end as usize..outer.span.start as usize;
        article.text().get(between).is_some_and(|gap| gap.trim() == ",")
    };
    article.mentions().iter().find(comma).map(|m| m.span)
}

/// The same words where a place follows them that settles their country.
fn elsewhere(article: &Article<'_>, mention: &Mention<'_>) -> Option<Span> {
    let surface = mention.span.of(article.text());
    let held = |m: &&Mention<'_>| {
        m.country == mention.country
            && m.span.of(article.text()).eq_ignore_ascii_case(surface)
            && Rule::of(m.rule).is_some_and(|rule| rule.by == By::Holder)
    };
    let known = article.mentions().iter().find(held)?;
    let end = holder(article, known)?.end;
    Some(Span { start: known.span.start, end })
}

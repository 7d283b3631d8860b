//! The number of articles in a dump: one, several, or none and the kind of page instead.

use dateline_text::Span;

/// What a dump holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Finding {
    /// One article.
    #[default]
    Article,
    /// Several articles: the headline of each, in order.
    Several(Vec<Span>),
    /// No article: what it is instead, in words ("a list of links").
    None(&'static str),
}

impl Finding {
    /// The name in exports: `article`, `several` or `none`.
    pub fn name(&self) -> &'static str {
        match self {
            Finding::Article => "article",
            Finding::Several(_) => "several",
            Finding::None(_) => "none",
        }
    }

    /// No article but `what`, as [`Finding::None`] says it; `None` for other words.
    pub fn nothing_but(what: &str) -> Option<Finding> {
        let mut known = [NO_WORD, ERROR_PAGE, WALL, LINKS].into_iter();
        known.find(|known| *known == what).map(Finding::None)
    }
}

/// What a text may be that holds no article.
pub(crate) const NO_WORD: &str = "a text without a word";
pub(crate) const ERROR_PAGE: &str = "an error page";
pub(crate) const WALL: &str = "a login or subscription wall";
pub(crate) const LINKS: &str = "a list of links";

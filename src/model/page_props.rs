//! The value that every page is computed from, with its callbacks.

use super::answer::Answer;
use super::place::Place;
use super::shared::Shared;
use crate::exports::save::Save;
use crate::exports::share::Share;
use dateline_corpus::ArticleId;
use std::rc::Rc;
use yew::prelude::*;

/// What every page is computed from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageProps {
    /// The articles.
    pub corpus: Shared,
    /// Where the page is, and the ways to go elsewhere. Links should be addresses
    /// (`place.address.country(…).href()`); a change that is no link goes through
    /// `place.push`.
    pub place: Place,
    /// What the selection of the address selects.
    pub answer: Rc<Answer>,
    /// Saves something shown as a file.
    #[prop_or_default]
    pub save: Callback<Save>,
    /// Takes something along: a link, a citation, a quotation.
    #[prop_or_default]
    pub share: Callback<Share>,
    /// Moves the focus to the element of an id.
    #[prop_or_default]
    pub focus: Callback<String>,
    /// Tells the reader something.
    #[prop_or_default]
    pub notify: Callback<String>,
    /// Shows other articles, or the same with kinds of blocks edited or mentions corrected.
    #[prop_or_default]
    pub show: Callback<Shared>,
    /// Tells why something is marked, or shows what is corrected.
    #[prop_or_default]
    pub explain: Callback<Explain>,
}

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain {
    /// The mark that begins at this byte of an article.
    Place(ArticleId, u32),
    /// The corrections of these articles.
    Corrections,
    /// The title, source and date of an article, to correct them.
    Metadata(ArticleId),
}

impl Explain {
    /// The heading over it.
    pub fn title(self) -> &'static str {
        match self {
            Explain::Place(..) => "Why this is marked",
            Explain::Corrections => "Corrections",
            Explain::Metadata(_) => "Title, date, source",
        }
    }
}

//! One file a page: what the address names, put together from components. Every
//! page takes the same values.

use crate::answer::Answer;
use crate::place::Place;
use crate::save::Save;
use crate::shared::Shared;
use std::rc::Rc;
use yew::{Callback, Properties};

pub mod articles;
pub mod contexts;
pub mod countries;
pub mod country;
pub mod english;
pub mod overview;

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
    /// Moves the focus to the element of an id.
    #[prop_or_default]
    pub focus: Callback<String>,
}

//! One file a page: what the address names, put together from components. Every
//! page takes the same values.

use crate::answer::Answer;
use crate::place::Place;
use crate::shared::Shared;
use std::rc::Rc;
use yew::Properties;

pub mod articles;

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
}

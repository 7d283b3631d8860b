//! Where the page is, as views hold it, and the ways to go elsewhere.

use crate::address::{Address, Problem};
use std::rc::Rc;
use yew::Callback;

/// Where the page is, and the ways to go elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The address as understood.
    pub address: Rc<Address>,
    /// What of it was not.
    pub problems: Rc<Vec<Problem>>,
    navigate: Callback<(Address, How)>,
}

/// What a change of address does to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The entry is replaced.
    Replace,
    /// An entry is added.
    Push,
    /// An entry is added, and the one before it is again what it was before typing.
    Commit,
}

impl Place {
    /// A place and what goes elsewhere.
    pub fn new(
        address: Rc<Address>,
        problems: Rc<Vec<Problem>>,
        navigate: Callback<(Address, How)>,
    ) -> Place {
        Place { address, problems, navigate }
    }

    /// A place that leads nowhere, for tests of components.
    pub fn fixed(address: Address) -> Place {
        let (address, problems) = (Rc::new(address), Rc::default());
        Place { address, problems, navigate: Callback::noop() }
    }

    /// The same place with its address told otherwise.
    pub fn at(&self, address: Rc<Address>) -> Place {
        Place { address, ..self.clone() }
    }

    /// Follows typing: the current entry is replaced.
    pub fn replace(&self, address: Address) {
        self.navigate.emit((address, How::Replace));
    }

    /// Goes somewhere: an entry is added.
    pub fn push(&self, address: Address) {
        self.navigate.emit((address, How::Push));
    }

    /// Ends typing: an entry is added, and the one before it is again what it was
    /// before the typing.
    pub fn commit(&self, address: Address) {
        self.navigate.emit((address, How::Commit));
    }
}

//! Addresses that lead others to the same view. The articles of the reader's own files are in
//! this browser only, so that no address leads to them.

use super::shared::Shared;
use crate::address::Address;
use dateline_corpus::ArticleId;

/// What readers are told who share one of their own articles.
pub const NO_LINK: &str = "Your own articles have no link, since they are in this browser only. \
     “Cite” gives their title and file.";

/// A view as others can open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sharable {
    /// The address of the same view of the same articles.
    Whole(Address),
    /// The address of the view, with the published articles only.
    Published(Address),
    /// There is none: the view shows the reader's own articles.
    Nowhere,
}

impl Sharable {
    /// The address, if there is one.
    pub fn address(self) -> Option<Address> {
        match self {
            Sharable::Whole(address) | Sharable::Published(address) => Some(address),
            Sharable::Nowhere => None,
        }
    }
}

/// How others can open the view of an address.
pub fn sharable(corpus: &Shared, address: &Address) -> Sharable {
    let Some(own) = corpus.user_articles() else { return Sharable::Whole(address.clone()) };
    let open = address.doc.map(|number| ArticleId(number.saturating_sub(1)));
    if own.alone || open.is_some_and(|id| corpus.is_users(id)) {
        return Sharable::Nowhere;
    }
    Sharable::Published(address.made_for(&own.published.short_hash()))
}

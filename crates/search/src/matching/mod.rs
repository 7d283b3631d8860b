//! From tree to spans: one matcher for highlights, counts and index, over the
//! positions of words in an article.

mod hits;
pub(crate) mod pattern;
pub(crate) mod plan;
pub(crate) mod porter;
pub(crate) mod positions;
pub(crate) mod scan;
pub(crate) mod word;

pub(crate) use hits::stretches;
pub use hits::{Hit, hits, matches};
pub use plan::{Slot, slots};
pub(crate) use positions::{Occurrence, Positions, sort_tail};

//! Small views: values in, callbacks out. They know no browser, hook or page.

mod masthead;
mod notice;
mod search_box;

pub use masthead::Masthead;
pub use notice::Notice;
pub use search_box::SearchBox;

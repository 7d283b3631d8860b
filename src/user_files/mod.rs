//! Articles that the reader brings: files dropped on the page, chosen, or pasted. They
//! are read in a worker (`worker/`), stand beside those that were published or alone, and
//! leave the tab only where the reader saves them. The page enters by [`UserFilesBar`], which
//! hears of files and tells what is done, and by the view `pages/yours.rs`.

mod bar;
pub mod keep;
pub mod state;
pub mod work;

pub use bar::UserFilesBar;

use crate::address::{Address, View};
use dateline_corpus::{COLLECTION, Choice, PUBLISHED, YOURS};

/// The beginning of the name of a text that was pasted.
pub const PASTED: &str = "Pasted text";

/// The list of articles of one collection, with everything else as it is.
pub fn only(address: &Address, collection: &str) -> Address {
    let other = if collection == YOURS { PUBLISHED } else { YOURS };
    let freed = address.with_field(COLLECTION, other, Choice::Open);
    freed.with_field(COLLECTION, collection, Choice::Include).to(View::Articles)
}

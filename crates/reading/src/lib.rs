//! Reading: from a page dump to an article. Takes the raw text as received and
//! gives a layout over it: blocks with roles, title, source, byline, dates. Every
//! result is a byte span into the raw text; nothing is deleted. Knows no country,
//! no query, no file.

mod body;
mod contents;
mod dates;
mod header;
mod language;
mod layout;
mod model;
mod page;
mod read;
mod recurring;
mod roles;
mod word;

pub use dateline_text::line_starts;
pub use dates::{DateOrder, PrintedDate, days, first_date, first_date_in_order, from_buddhist};
pub use layout::{
    Block, BlockKind, Finding, Layout, MentionedDate, Precision, Published, Title, TitleFrom,
};
pub use model::feature_names;
pub use page::signs::{CUES, LineSigns, line_signs};
pub use read::{model_input, read, read_as};
pub use recurring::{LineCounts, LineKeys, Recurring};

//! Reading: from a page dump to an article. Takes the raw text as received and
//! gives a layout over it: blocks with roles, title, source, byline, dates. Every
//! result is a byte span into the raw text; nothing is deleted. Knows no country,
//! no query, no file.

mod block;
mod byline;
mod captions;
mod content;
mod copies;
mod cues;
mod dates;
mod display_title;
mod edges;
mod features;
mod finding;
mod furniture;
mod header;
mod headings;
mod headline;
mod languages;
mod layout;
mod lines;
mod model;
mod page;
mod publication;
mod published;
mod read;
mod recurring;
mod repeats;
mod roles;
mod shape;
mod spoken;
mod toc;
mod tongue;
mod viterbi;
mod weights;
mod word;

pub use block::{Block, BlockKind};
pub use dates::first_date;
pub use finding::Finding;
pub use layout::{Layout, Title, TitleFrom};
pub use lines::line_starts;
pub use published::{Precision, Published, SpokenDate};
pub use read::{model_input, read};
pub use recurring::{LineCounts, LineKeys, Recurring};

//! Search: the query language, the index, ranked results, exact hits. Knows no
//! article layout and no country: fields that are not text are asked of the host
//! through a trait.
//!
//! ```
//! use dateline_search::{Document, Index, IndexBuilder, Options, Zone, hits, parse, reading};
//! use dateline_text::Span;
//!
//! // An article is its raw text and the zones in it, as byte spans.
//! let raw = "Trains to Kabul\nThe first trains reached Kabul on Monday.";
//! let zones = [(Zone::Title, Span::new(0, 15)), (Zone::Body, Span::new(16, raw.len()))];
//! let article = Document { raw, zones: &zones };
//!
//! let mut builder = IndexBuilder::new();
//! assert_eq!(builder.add(&article), 0);
//! let index = Index::open(builder.finish())?;
//!
//! // Parsing never fails; the reading goes under the search box.
//! let parsed = parse("“first trains” -plane*");
//! assert!(parsed.problems.is_empty());
//! assert_eq!(reading(&parsed.tree), "phrase *first trains* and not words that begin with *plane*");
//!
//! // `()` is a host without fields; see [`Host`].
//! let outcome = index.run(&parsed.tree, &(), &Options::default());
//! assert_eq!((outcome.total, outcome.top[0].0), (1, 0));
//!
//! // Spans to highlight, with a slot for the colour.
//! let marked: Vec<&str> =
//!     hits(&parsed.tree, &article).iter().map(|hit| hit.span.of(raw)).collect();
//! assert_eq!(marked, ["first trains"]);
//! # Ok::<(), dateline_search::OpenError>(())
//! ```

pub mod coded;
mod docset;
mod document;
mod frequencies;
mod host;
mod index;
mod matching;
mod needles;
mod operators;
mod query;
mod run;
mod sort;
mod suggest;
mod work;

pub use docset::DocSet;
pub use document::{Document, Zone};
pub use frequencies::Frequencies;
pub use host::Host;
pub use index::{Index, IndexBuilder, OpenError};
pub use matching::{Hit, Slot, hits, matches, slots};
pub use needles::Needles;
pub use operators::date::iso_date;
pub use operators::{OPERATORS, Operator};
pub use query::{Bound, Filter, Node, Parsed, Problem, Query, Series, Test, Word, parse, reading};
pub use run::{Options, Outcome};
pub use suggest::{Suggestion, SuggestionKind, typed_before};

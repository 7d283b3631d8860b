//! Countries: a gazetteer of every ISO 3166-1 country and territory, and the
//! annotator that finds their mentions in a text. Knows no article layout, no
//! query, no file.
//!
//! Where things go: a new alias of a country is a line of
//! `data/gazetteer/countries.tsv`; a phrase that hides a country's name one of
//! `data/context/blocks.tsv`; a rule of context a file in `src/context/`; the case
//! that shows either a row of `tests/cases/`.
//!
//! ```
//! use dateline_countries::{Gazetteer, annotate};
//! let text = "Kabul and the U.S. spoke; New Mexico did not.";
//! let found: Vec<_> = annotate(Gazetteer::embedded(), text, &[])
//!     .iter()
//!     .map(|m| (m.span.of(text), m.country.name()))
//!     .collect();
//! assert_eq!(found[..2], [("Kabul", "Afghanistan"), ("U.S.", "United States")]);
//! ```

mod annotate;
mod context;
mod corrections;
mod country;
mod gazetteer;
mod languages;
mod mention;
mod names;
mod rule;
mod scan;
pub mod training;

pub use annotate::{Options, annotate, annotations, annotations_with};
pub use corrections::{Alias, Correction, Corrections, Prepared, Reassign, surface_problem};
pub use country::Country;
pub use gazetteer::Gazetteer;
pub use languages::Language;
pub use mention::{Ambiguous, Annotations, Kind, Mention};
pub use rule::{By, RULES, Rule};

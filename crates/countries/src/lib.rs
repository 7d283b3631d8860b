//! Countries: a gazetteer of every ISO 3166-1 country and territory, and the
//! annotator that finds their mentions in a text. Knows no article layout, no
//! query, no file.

mod annotate;
mod country;
mod mention;

pub use annotate::{Gazetteer, annotate};
pub use country::Country;
pub use mention::{Kind, Mention};

//! Text as byte spans: words, folding, sentences. Knows nothing of articles,
//! countries or queries; every other crate measures text through this one.

pub mod bytes;
pub mod english;
mod fold;
pub mod markup;
mod paragraph;
mod sentence;
mod span;
mod token;

pub use fold::fold;
pub use paragraph::paragraphs;
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, tokens};

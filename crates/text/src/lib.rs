//! Text as byte spans: words, folding, sentences. Knows nothing of articles,
//! countries or queries; every other crate measures text through this one.

pub mod bytes;
pub mod calendar;
pub mod compact;
pub mod english;
mod fold;
mod hash;
mod joined;
pub mod language;
mod lines;
mod marks;
pub mod markup;
mod paragraph;
mod sentence;
mod span;
mod term;
mod token;

pub use fold::fold;
pub use hash::Fnv;
pub use joined::{NOTHING, on_one_line, shown_on_one_line};
pub use lines::{Line, line_starts, lines, unseen};
pub use paragraph::{Paragraph, paragraphs};
pub use sentence::{sentences, sentences_of_paragraph};
pub use span::Span;
pub use term::{Term, is_character, is_joined, terms};
pub use token::{Token, tokens};

//! From text to words and from words to candidates: where a name of the
//! gazetteer stands, before context is asked.

mod find;
mod hash;
mod words;

pub(crate) use find::{Candidate, MAX_PHRASE_WORDS, find};
pub(crate) use hash::{Hashed, phrase_hash, word_hash, word_hashes};
pub(crate) use words::{Word, words};

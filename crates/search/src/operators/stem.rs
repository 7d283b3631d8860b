//! `word~s`: any English form of a word. A choice, never the default: stems
//! merge words that a reader tells apart.

use super::{Form, Operator};
use crate::query::Word;

pub(super) const OPERATOR: Operator = Operator {
    name: "stem",
    syntax: "invest~s",
    help: "Any English form of the word: invest, invests, invested, investing, investment.",
    cases: &[("investing~s", "investing~s"), ("Ties~stem", "ties~s")],
    form: Form::Suffix(read),
};

fn read(word: &str, suffix: &str) -> Option<(Word, Option<String>)> {
    matches!(suffix, "s" | "S" | "stem").then(|| (Word::Stem(word.to_owned()), None))
}

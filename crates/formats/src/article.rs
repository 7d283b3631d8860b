//! The result of reading a document: articles, and whatever is none.

use dateline_corpus::Input;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// What reports call an article by its format. (serde would take a plain `&'static str` for
/// something to borrow from what it reads.)
type Label = &'static str;

/// An article with what was guessed on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What enters the corpus.
    pub input: Input,
    /// What it was read from: `text`, `HTML`, ….
    #[serde(deserialize_with = "label")]
    pub format: Label,
    /// Guesses and omissions, a sentence each.
    pub notes: Vec<String>,
}

/// Something that is no article, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The name as an article would have it.
    pub name: String,
    /// What is wrong, and what to do.
    pub reason: String,
    /// Whether nobody would expect an article of it: a style sheet, a record of a program
    /// about itself, a second copy. Reports only count such things.
    pub is_expected: bool,
}

/// What came of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The articles in it, in order.
    pub articles: Vec<Article>,
    /// What in it is none.
    pub skipped: Vec<Skipped>,
}

/// One of the labels of this program.
fn label<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    let label = String::deserialize(from)?;
    crate::labels().find(|l| *l == label).ok_or_else(|| de::Error::custom("no such label"))
}

impl Skipped {
    /// Something of this name, and why it is no article.
    pub fn new(name: impl Into<String>, reason: impl Into<String>) -> Skipped {
        Skipped { name: name.into(), reason: reason.into(), is_expected: false }
    }

    /// Something of this name that nobody would expect an article of, and what it is.
    pub fn quiet(name: impl Into<String>, what: impl Into<String>) -> Skipped {
        Skipped { is_expected: true, ..Skipped::new(name, what) }
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl Article {
    pub(crate) fn new(format: &'static str, input: Input) -> Article {
        Article { input, format, notes: Vec::new() }
    }

    /// The same article with a note, if there is one.
    #[must_use]
    pub(crate) fn noting(mut self, note: Option<String>) -> Article {
        self.notes.extend(note);
        self
    }
}

impl From<Article> for Reading {
    fn from(article: Article) -> Reading {
        Reading { articles: vec![article], skipped: Vec::new() }
    }
}

impl From<Result<Article, Skipped>> for Reading {
    fn from(one: Result<Article, Skipped>) -> Reading {
        match one {
            Ok(article) => article.into(),
            Err(skipped) => Reading { articles: Vec::new(), skipped: vec![skipped] },
        }
    }
}

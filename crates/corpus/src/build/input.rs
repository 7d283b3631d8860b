//! The input of a corpus: one text with its publisher's metadata.

use crate::{Date, Lines};
use dateline_reading::BlockKind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One article on its way into a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// A stable name: the file's name or the record's id.
    pub name: String,
    /// The text.
    pub body: Body,
    /// The publisher's metadata; it overrules the reader.
    pub metadata: Metadata,
    /// How the date in the metadata is known, when a file's format says it and not the
    /// publisher: `<time> in the page`. Else empty.
    pub evidence: String,
    /// Further fields with their values; each is a facet and a `field:` filter.
    pub fields: Vec<(String, Vec<String>)>,
    /// Kinds of blocks, by the lines that they stand on.
    pub blocks: Vec<(Lines, BlockKind)>,
}

/// The text of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A page dump or plain text that has to be read first.
    Dump(String),
    /// An article whose lines have their roles already.
    Laid {
        /// The text.
        text: String,
        /// The roles of its lines that are not blank, in order.
        kinds: Vec<BlockKind>,
    },
    /// An article already told apart from its page: all of it is body.
    Read {
        /// The headline, if there is one.
        title: Option<String>,
        /// The paragraphs, a line each.
        body: String,
    },
}

impl Default for Body {
    fn default() -> Self {
        Body::Dump(String::new())
    }
}

impl Input {
    /// A page dump or plain text.
    pub fn dump(name: impl Into<String>, text: impl Into<String>) -> Input {
        Input { name: name.into(), body: Body::Dump(text.into()), ..Input::default() }
    }

    /// An article already told apart from its page.
    pub fn read(name: impl Into<String>, title: Option<String>, body: impl Into<String>) -> Input {
        let body = Body::Read { title, body: body.into() };
        Input { name: name.into(), body, ..Input::default() }
    }
}

/// A publisher's metadata of an article. Empty strings say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The publication.
    pub source: Option<String>,
    /// The author or authors.
    pub byline: Option<String>,
    /// The date of publication.
    pub date: Option<Date>,
    /// The address of the original.
    pub url: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The section, desk or rubric that it stands in; of some papers several.
    pub section: Vec<String>,
}

/// The further field that holds the sections.
const SECTION: &str = "section";

impl Metadata {
    /// This metadata, and where it is silent, the other.
    #[must_use]
    pub fn or(self, other: Metadata) -> Metadata {
        Metadata {
            title: self.title.or(other.title),
            source: self.source.or(other.source),
            byline: self.byline.or(other.byline),
            date: self.date.or(other.date),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            section: if self.section.is_empty() { other.section } else { self.section },
        }
    }

    /// Takes what is a facet and nothing else out of the metadata and puts it among the fields,
    /// in the place of a field of the same name.
    pub(crate) fn take_facets(&mut self, fields: &mut Vec<(String, Vec<String>)>) {
        let values = std::mem::take(&mut self.section);
        if !values.is_empty() {
            fields.retain(|(name, _)| name != SECTION);
            fields.push((SECTION.to_owned(), values));
        }
    }
}

/// Why an input was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The input's name.
    pub name: String,
    /// The problem.
    pub problem: InputProblem,
}

/// A problem of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputProblem {
    /// No word in it.
    Empty,
    /// A NUL byte at this offset: not a text.
    Binary(usize),
    /// Longer than spans can reach, in bytes.
    TooLong(usize),
    /// No block begins on any of these lines, whose kind is given.
    NoBlock(Lines),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.problem)
    }
}

impl fmt::Display for InputProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputProblem::Empty => f.write_str("no word in it; remove it or fill it"),
            InputProblem::Binary(at) => {
                write!(f, "byte {at} is NUL, so this is not a text; save it as UTF-8 text")
            }
            InputProblem::TooLong(bytes) => {
                write!(f, "{bytes} bytes are more than one article may have (1 GiB); split it")
            }
            InputProblem::NoBlock(lines) => {
                write!(f, "the text has no line {lines} with words on it; correct the number")
            }
        }
    }
}

impl std::error::Error for InputError {}

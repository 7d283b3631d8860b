//! An index over its bytes.

use super::bytes::{u32_at, u32_of};
use super::dictionary::Dictionary;
use super::format::{self, HEADER, SECTIONS};
use super::forward::Forward;
use super::postings::List;
use super::score::Lengths;
use super::unions::Unions;
use std::fmt;
use std::ops::Range;

/// An index, read in place from the bytes of [`crate::IndexBuilder::finish`]:
/// owned, borrowed or shared ones.
pub struct Index<B> {
    bytes: B,
    sections: [(usize, usize); SECTIONS],
    docs: u32,
    terms: u32,
    width: usize,
    pub(crate) lengths: Lengths,
    /// How many words all articles have, also those that are not in the index yet.
    pub(crate) all_words: u32,
    pub(crate) unions: Unions,
}

/// Why bytes are not an index that this version can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// They do not begin as an index does.
    NotAnIndex,
    /// They were written by another version.
    Version(u32),
    /// They end too early, or their sections do not fit.
    Damaged,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnIndex => f.write_str("these bytes are not a search index"),
            OpenError::Version(version) => write!(
                f,
                "this search index has version {version}, this program reads version {}: build it again",
                format::VERSION
            ),
            OpenError::Damaged => f.write_str("this search index is damaged: build it again"),
        }
    }
}

impl std::error::Error for OpenError {}

/// The three sets of postings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Postings {
    Main = format::MAIN as isize,
    Title = format::TITLE as isize,
    Aside = format::ASIDE as isize,
}

impl<B: AsRef<[u8]>> Index<B> {
    /// Opens an index: reads its header and checks that its sections fit.
    ///
    /// # Errors
    /// When the bytes are no index, one of another version, or cut short.
    pub fn open(bytes: B) -> Result<Self, OpenError> {
        let all = bytes.as_ref();
        if !all.starts_with(format::MAGIC) {
            return Err(OpenError::NotAnIndex);
        }
        let number = |at: usize| u32_at(all, 4 + at * 4);
        if number(0) != format::VERSION {
            return Err(OpenError::Version(number(0)));
        }
        let (docs, terms, width) = (number(1), number(2), number(3) as usize);
        let all_words = number(4);
        let lengths = Lengths::new(all_words, docs);
        let mut sections = [(0, 0); SECTIONS];
        let mut start = HEADER;
        for (at, section) in sections.iter_mut().enumerate() {
            let end = HEADER + number(5 + at) as usize;
            if end < start || end > all.len() {
                return Err(OpenError::Damaged);
            }
            *section = (start, end);
            start = end;
        }
        let len = |section: usize| sections[section].1 - sections[section].0;
        let tables = [format::MAIN, format::TITLE, format::ASIDE];
        let fits = matches!(width, 2 | 3)
            && tables.iter().all(|at| len(*at + 1) == (terms as usize + 1) * 4)
            && len(format::ARTICLES) == (docs as usize + 1) * 12
            && len(format::LENGTHS) == docs as usize;
        if !fits {
            return Err(OpenError::Damaged);
        }
        Ok(Self {
            bytes,
            sections,
            docs,
            terms,
            width,
            lengths,
            all_words,
            unions: Unions::default(),
        })
    }

    /// How many articles are in the index.
    pub fn docs(&self) -> u32 {
        self.docs
    }

    /// How many different words are in the index.
    pub fn words(&self) -> u32 {
        self.terms
    }

    /// How many bytes the index takes, and how many each part of it, by name.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        let names = [
            "words",
            "articles",
            "lengths",
            "dictionary",
            "main postings",
            "main offsets",
            "title postings",
            "title offsets",
            "aside postings",
            "aside offsets",
        ];
        names.into_iter().zip(self.sections.iter().map(|(start, end)| end - start)).collect()
    }

    pub(crate) fn section(&self, section: usize) -> &[u8] {
        let (start, end) = self.sections[section];
        &self.bytes.as_ref()[start..end]
    }

    pub(crate) fn dictionary(&self) -> Dictionary<'_> {
        Dictionary::new(self.section(format::DICTIONARY), self.terms)
    }

    /// The postings of the word with this rank.
    #[inline]
    pub(crate) fn postings(&self, which: Postings, rank: u32) -> List<'_> {
        let offsets = self.section(which as usize + 1);
        let range: Range<usize> =
            u32_of(offsets, rank as usize) as usize..u32_of(offsets, rank as usize + 1) as usize;
        List::new(self.section(which as usize).get(range).unwrap_or(&[]))
    }

    pub(crate) fn forward(&self) -> Forward<'_> {
        Forward {
            articles: self.section(format::ARTICLES),
            words: self.section(format::WORDS),
            width: self.width,
        }
    }

    /// The length code of each article.
    pub(crate) fn length_codes(&self) -> &[u8] {
        self.section(format::LENGTHS)
    }
}

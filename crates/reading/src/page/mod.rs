//! A page: the lines of one raw text, measured.

pub(crate) mod copies;
pub(crate) mod cues;
pub(crate) mod function_words;
mod lines;
pub(crate) mod shape;
pub(crate) mod signs;
pub(crate) mod title;

use crate::dates::scan;
use cues::Cues;
use lines::{Line, lines};
use shape::{Shape, shape};
use std::ops::Range;

/// The lines of a raw text with their shapes and the hashes of their words.
pub(crate) struct Page<'t> {
    pub(crate) lines: Vec<Line<'t>>,
    pub(crate) shapes: Vec<Shape>,
    hashes: Vec<u64>,
    ranges: Vec<Range<u32>>,
    /// Whether the line is short and holds a date.
    pub(crate) dated: Vec<bool>,
}

impl<'t> Page<'t> {
    /// Measures every line of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        let lines = lines(text);
        let mut hashes = Vec::with_capacity(text.len() / 6);
        let mut ranges = Vec::with_capacity(lines.len());
        let mut shapes = Vec::with_capacity(lines.len());
        for line in &lines {
            let start = hashes.len() as u32;
            shapes.push(shape(&line.text, &mut hashes));
            ranges.push(start..hashes.len() as u32);
        }
        let dated = lines.iter().zip(&shapes).map(|(line, s)| dated(&line.text, s)).collect();
        Self { lines, shapes, hashes, ranges, dated }
    }

    /// Number of lines.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The text of a line, without its bullet.
    pub(crate) fn text(&self, line: usize) -> &str {
        &self.lines[line].text
    }

    /// First byte of [`Page::text`] in the raw text.
    pub(crate) fn start(&self, line: usize) -> usize {
        let line = &self.lines[line];
        line.span.end as usize - line.text.len()
    }

    /// The hashes of the words of a line.
    pub(crate) fn words(&self, line: usize) -> &[u64] {
        let range = &self.ranges[line];
        &self.hashes[range.start as usize..range.end as usize]
    }
}

/// Words of a line that can be a dateline, at most.
const MAX_DATELINE_WORDS: u32 = 24;

/// Whether a short line holds a date, or says how long ago.
fn dated(text: &str, s: &Shape) -> bool {
    s.words <= MAX_DATELINE_WORDS
        && s.chars <= 200
        && s.digits > 0
        && (s.cues.any(Cues::AGO) && s.words <= 12
            || s.digits >= 3 && scan(text).iter().any(|found| found.day.is_some()))
}

//! A place in a query that is being read, and the problems met so far.

use super::problem::Problem;
use dateline_text::Span;

/// Bytes of a query that are read; the rest is ignored with a problem.
pub(crate) const MAX_QUERY_BYTES: usize = 16 * 1024;
/// How deep groups and fields may nest.
const DEEPEST: u32 = 32;
/// Problems that are kept; one sentence helps, a hundred do not.
const MOST_PROBLEMS: usize = 20;

/// Reads a query from left to right. Every reading method moves forward only,
/// so that a query is read in linear time.
pub(crate) struct Cursor<'q> {
    text: &'q str,
    at: usize,
    depth: u32,
    problems: Vec<Problem>,
    /// Set once a `/` without a partner was met: the search for it is not repeated.
    pub(crate) no_more_slashes: bool,
    /// How many parentheses are open here.
    pub(crate) open_groups: u32,
}

impl<'q> Cursor<'q> {
    pub(crate) fn new(text: &'q str) -> Self {
        let mut end = text.len().min(MAX_QUERY_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut cursor = Self {
            text: &text[..end],
            at: 0,
            depth: 0,
            problems: Vec::new(),
            no_more_slashes: false,
            open_groups: 0,
        };
        if end < text.len() {
            cursor.problem(end, text.len(), "the query is too long; this part was ignored");
        }
        cursor
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'q str {
        &self.text[self.at..]
    }

    pub(crate) fn between(&self, start: usize, end: usize) -> &'q str {
        &self.text[start..end]
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn advance(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub(crate) fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Moves over `sign` when it stands here.
    pub(crate) fn eat(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len_utf8();
        }
        found
    }

    /// The characters from here to the first that `stop` accepts, or to the end.
    pub(crate) fn take_until(&mut self, stop: impl Fn(char) -> bool) -> &'q str {
        let rest = self.rest();
        let taken = &rest[..rest.find(stop).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    /// Notes a problem with the bytes `start..end`.
    pub(crate) fn problem(&mut self, start: usize, end: usize, message: impl Into<String>) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { span: Span::new(start, end), message: message.into() });
        }
    }

    /// Runs `read` one level deeper; None, with a problem, when that is too deep.
    pub(crate) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth == DEEPEST {
            let at = self.at;
            self.problem(at, at, "nested too deeply; this level was ignored");
            return None;
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

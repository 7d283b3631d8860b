//! Problems of a query: repairs by the parser and names unknown to the host, with their places.

use dateline_text::Span;

/// Something in a query that was not understood as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the query, in bytes.
    pub span: Span,
    /// What was found and what was made of it, as a sentence for the reader.
    pub message: String,
}

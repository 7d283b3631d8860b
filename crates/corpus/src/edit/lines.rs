//! Lines of a text by their numbers, as `corpus.toml` names blocks.

use dateline_reading::Block;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One line or several that follow each other, counted from 1; blank ones count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lines {
    /// The first.
    pub first: u32,
    /// The last, not before the first.
    pub last: u32,
}

impl Lines {
    /// Reads `12` or `12-14`.
    pub fn parse(text: &str) -> Option<Lines> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let number = |n: &str| n.trim().parse::<u32>().ok().filter(|n| *n > 0);
        let lines = Lines { first: number(first)?, last: number(last)? };
        (lines.first <= lines.last).then_some(lines)
    }

    /// The lines that a block stands on; `starts` are those of the lines of the text.
    pub fn of_block(starts: &[u32], block: &Block) -> Lines {
        let number = |at| starts.partition_point(|start| *start <= at) as u32;
        let (first, last) = (block.span.start, block.span.end.saturating_sub(1));
        Lines { first: number(first), last: number(last.max(first)) }
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.last > self.first {
            write!(f, "-{}", self.last)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        let rows = [
            ("12", Some("12")),
            ("12-14", Some("12-14")),
            (" 3 - 3 ", Some("3")),
            ("14-12", None),
            ("0", None),
            ("-3", None),
            ("3-", None),
            ("three", None),
            ("", None),
        ];
        for (text, want) in rows {
            let got = Lines::parse(text).map(|l| l.to_string());
            assert_eq!(got.as_deref(), want, "{text:?}");
        }
    }
}

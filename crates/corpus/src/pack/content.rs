//! How many articles a text holds, as a pack says it: a u32, written and read.

use crate::Holds;
use crate::pack::strings::{StringWriter, Strings};
use dateline_reading::Finding;
use serde::{Deserialize, Serialize};

/// How many articles a text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Content {
    #[default]
    OneArticle,
    /// So many.
    Several(u32),
    /// None, but what these words name.
    Nothing(String),
}

impl Content {
    /// The number in a pack: the two low bits say which, the others how many or which string.
    pub(crate) fn packed(&self, strings: &mut StringWriter) -> u32 {
        match self {
            Content::OneArticle => 0,
            Content::Several(count) => 1 | count << 2,
            Content::Nothing(what) => 2 | strings.number(what) << 2,
        }
    }

    /// Checks that a number of a pack stands for something.
    pub(crate) fn check(number: u32, strings: Strings<'_>) -> Option<()> {
        match number & 3 {
            0 => number == 0,
            1 => true,
            2 => strings.has(number >> 2),
            _ => false,
        }
        .then_some(())
    }

    /// What a number of a pack stands for.
    pub(crate) fn unpacked(number: u32, strings: Strings<'_>) -> Holds<'_> {
        match number & 3 {
            1 => Holds::Several((number >> 2) as usize),
            2 => Holds::Nothing(strings.get(number >> 2)),
            _ => Holds::OneArticle,
        }
    }
}

impl From<Finding> for Content {
    fn from(finding: Finding) -> Content {
        match finding {
            Finding::Article => Content::OneArticle,
            Finding::Several(headlines) => Content::Several(headlines.len() as u32),
            Finding::None(what) => Content::Nothing(what.to_owned()),
        }
    }
}

impl From<Holds<'_>> for Content {
    fn from(holds: Holds<'_>) -> Content {
        match holds {
            Holds::OneArticle => Content::OneArticle,
            Holds::Several(count) => Content::Several(count as u32),
            Holds::Nothing(what) => Content::Nothing(what.to_owned()),
        }
    }
}

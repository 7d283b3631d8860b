//! What the words of a line tell of its use, for readers that know its place otherwise.

use super::cues::Cues;
use super::shape::{shape, share};

/// What the words of a line tell of its use.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LineSigns {
    /// Bits of the kinds of cues anywhere in the line, in the order of [`CUES`].
    pub anywhere: u32,
    /// Those of cues that begin it.
    pub first: u32,
    /// Those of cues that are all of it.
    pub whole: u32,
    /// Share of function words ("the", "und"), from 0 to 1.
    pub function: f32,
    /// Share of words that are cues of what stands around an article, from 0 to 1.
    pub furniture: f32,
}

/// The kinds of cues that [`LineSigns`] has bits for.
pub const CUES: &[&str] = &[
    "navigation",
    "share",
    "subscribe",
    "legal",
    "related",
    "comment",
    "ad",
    "login",
    "photo",
    "posted",
    "updated",
    "tags",
    "author line",
    "read time",
];

const KINDS: [Cues; 14] = [
    Cues::NAVIGATION,
    Cues::SHARE,
    Cues::SUBSCRIBE,
    Cues::LEGAL,
    Cues::RELATED,
    Cues::COMMENT,
    Cues::AD,
    Cues::LOGIN,
    Cues::PHOTO,
    Cues::POSTED,
    Cues::UPDATED,
    Cues::TAGS,
    Cues::AUTHOR_LINE,
    Cues::READ_TIME,
];

/// The signs of a line, in any of the languages that the crate knows.
pub fn line_signs(line: &str) -> LineSigns {
    let shape = shape(line, &mut Vec::new());
    let bits = |cues: Cues| {
        KINDS.iter().enumerate().map(|(at, kind)| u32::from(cues.any(*kind)) << at).sum()
    };
    LineSigns {
        anywhere: bits(shape.cues),
        first: bits(shape.first_cues),
        whole: bits(shape.whole_cues),
        function: share(shape.function, shape.words).min(1.0),
        furniture: share(shape.cue_words, shape.words).min(1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_lines() {
        let cases = [
            ("Lesen Sie auch: Regen in Peru", "related", true, false),
            ("Share", "share", true, true),
            ("The council may share the cost", "share", false, false),
            ("相关阅读", "related", true, false),
        ];
        for (line, cue, first, whole) in cases {
            let bit = 1 << CUES.iter().position(|c| *c == cue).expect("a cue");
            let signs = line_signs(line);
            assert_eq!((signs.first & bit != 0, signs.whole & bit != 0), (first, whole), "{line}");
        }
    }
}

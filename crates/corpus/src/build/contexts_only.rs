//! Contexts only: a text of which little more is shown than the words around each
//! mention of a country, for articles that may not be published again.
//!
//! The words that are withheld are not in the pack: where they stood there is `[…]` and
//! spaces of the same length, so that every span stays true. What is shown of a block
//! depends on that block alone: a block that stands in the corpus twice shows the same
//! words twice, and copies cannot be laid over each other. Blocks that repeat others,
//! and furniture, show nothing but the mentions themselves.

use dateline_reading::{Block, BlockKind, Title, TitleFrom};
use dateline_text::{Span, terms};

/// The filler for withheld words, where it fits.
const MARK: &str = "[…]";

/// Blocks that are shown whole when they are this short, in words: headline, source,
/// byline are what a reference quotes.
const QUOTED: usize = 30;

/// How many words are shown around each mention; characters, in scripts that write no
/// spaces between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContextsOnly {
    words: usize,
}

impl ContextsOnly {
    /// The least and the most that may be asked for.
    pub const WORDS: std::ops::RangeInclusive<usize> = 3..=15;

    /// Shows `words` words on either side of a mention; brought into [`Self::WORDS`].
    pub fn new(words: usize) -> ContextsOnly {
        ContextsOnly { words: words.clamp(*Self::WORDS.start(), *Self::WORDS.end()) }
    }

    /// Words on either side of a mention.
    pub fn words(self) -> usize {
        self.words
    }

    /// The longest run of words that is shown: a mention of a few words between its
    /// contexts. Only mentions that follow each other may go on beyond it.
    pub fn longest(self) -> usize {
        2 * self.words + 4
    }

    /// The fewest words that are withheld between two runs.
    pub fn gap(self) -> usize {
        self.words
    }

    /// The text with everything withheld but the contexts of `mentions`, in order, and
    /// short blocks that a reference would quote. As long as before, in bytes.
    pub(crate) fn applied(
        self,
        text: &str,
        blocks: &[Block],
        title: Option<Title>,
        mentions: &[Span],
    ) -> String {
        let mut out: Vec<u8> = text.bytes().map(blank).collect();
        for block in blocks {
            let words: Vec<Span> = terms(block.span.of(text))
                .map(|t| {
                    let start = block.span.start as usize;
                    Span::new(start + t.span.start as usize, start + t.span.end as usize)
                })
                .collect();
            let shown = self.shown(block, title, &words, mentions);
            show(&mut out, text, &words, &shown);
        }
        String::from_utf8(out).unwrap_or_else(|_| " ".repeat(text.len()))
    }

    /// Which words of a block are shown.
    fn shown(
        self,
        block: &Block,
        title: Option<Title>,
        words: &[Span],
        mentions: &[Span],
    ) -> Vec<bool> {
        let is_quoted = match block.kind {
            BlockKind::Title => title.is_none_or(|t| t.from == TitleFrom::Headline),
            BlockKind::Kicker | BlockKind::Byline | BlockKind::Source | BlockKind::Dateline => true,
            _ => false,
        };
        if is_quoted && words.len() <= QUOTED {
            return vec![true; words.len()];
        }
        let from = mentions.partition_point(|m| m.end <= block.span.start);
        let own = || mentions[from..].iter().take_while(|m| m.start < block.span.end);
        let named: Vec<bool> =
            words.iter().map(|w| own().any(|m| m.start < w.end && w.start < m.end)).collect();
        if !block.is_clean() {
            return named;
        }
        let near = |at: usize| {
            let range = at.saturating_sub(self.words)..(at + self.words + 1).min(words.len());
            named[range].iter().any(|n| *n)
        };
        let mut shown: Vec<bool> = (0..words.len()).map(near).collect();
        // A text without a headline is called by its first sentence: its beginning.
        let titled = title.is_some_and(|t| {
            t.from == TitleFrom::FirstSentence
                && block.span.start <= t.span.start
                && t.span.end <= block.span.end
        });
        if titled {
            shown.iter_mut().take(self.words).for_each(|word| *word = true);
        }
        self.cut(&mut shown, &named);
        shown
    }

    /// Cuts runs that are too long, and widens gaps that are too narrow; mentions stay.
    fn cut(self, shown: &mut [bool], named: &[bool]) {
        // Words shown without a break up to here, and words still to be withheld.
        let (mut run, mut owed) = (0, 0);
        for (shown, named) in shown.iter_mut().zip(named) {
            let wanted = *shown;
            if owed == 0 && run > 0 && (!wanted || run >= self.longest()) {
                owed = self.gap();
            }
            *shown = *named || (wanted && owed == 0);
            match *shown {
                true => run += 1,
                false => (run, owed) = (0, owed.saturating_sub(1)),
            }
        }
    }
}

/// The text without the marks that would stand across an end of one of `spans`, which are to
/// stay on characters.
pub(crate) fn whole(text: String, spans: &[Span]) -> String {
    let mut bytes = text.into_bytes();
    for end in spans.iter().flat_map(|s| [s.start as usize, s.end as usize]) {
        let continues = |at: usize| bytes.get(at).is_some_and(|b| b & 0xc0 == 0x80);
        if continues(end) {
            let from = (0..end).rev().find(|at| !continues(*at)).unwrap_or(0);
            let to = (end..bytes.len()).find(|at| !continues(*at)).unwrap_or(bytes.len());
            let mark = from.saturating_sub(1)..(to + 1).min(bytes.len());
            let whole = bytes[mark.clone()] == *MARK.as_bytes();
            bytes[if whole { mark } else { from..to }].fill(b' ');
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Line ends stay, so that blocks keep their lines.
fn blank(byte: u8) -> u8 {
    if byte == b'\n' { b'\n' } else { b' ' }
}

/// Writes the shown words, with what stands between two of them, and a mark into each
/// gap that has room for it.
fn show(out: &mut [u8], text: &str, words: &[Span], shown: &[bool]) {
    let (mut end, mut hidden) = (None, 0);
    for (at, word) in words.iter().enumerate() {
        if !shown[at] {
            hidden += 1;
            continue;
        }
        let whole = end.filter(|_| hidden == 0).unwrap_or(word.start) as usize..word.end as usize;
        out[whole.clone()].copy_from_slice(&text.as_bytes()[whole]);
        if hidden > 0 {
            let from = end.or(words.first().map(|w| w.start)).unwrap_or(word.start);
            mark(out, from as usize, word.start as usize);
        }
        (end, hidden) = (Some(word.end), 0);
    }
    if let (true, Some(last)) = (hidden > 0, words.last()) {
        let from = end.or(words.first().map(|w| w.start)).unwrap_or(last.end);
        mark(out, from as usize, last.end as usize);
    }
}

/// Puts the mark into a gap with a space on either side, if it fits on the first line
/// of the gap.
fn mark(out: &mut [u8], from: usize, to: usize) {
    let line = out[from..to].iter().position(|b| *b == b'\n').map_or(to, |at| from + at);
    if let Some(place) = out[from..line].get_mut(1..1 + MARK.len())
        && line - from > MARK.len() + 1
    {
        place.copy_from_slice(MARK.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str, kind: BlockKind) -> Block {
        let span = Span::new(0, text.len());
        Block { span, kind, duplicate: false, reason: "made up".into() }
    }

    #[test]
    fn shows_what_stands_around_mentions() {
        let text = "one two three four five Peru six seven eight nine ten eleven twelve thirteen";
        let at = text.find("Peru").expect("it is there");
        let mentions = [Span::new(at, at + 4)];
        let shown = |kind, duplicate| {
            let block = Block { duplicate, ..block(text, kind) };
            let out = ContextsOnly::new(3).applied(text, &[block], None, &mentions);
            assert_eq!(out.len(), text.len());
            out.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(BlockKind::Body, false), "[…] three four five Peru six seven eight […]");
        assert_eq!(shown(BlockKind::Body, true), "[…] Peru […]");
        assert_eq!(shown(BlockKind::Furniture, false), "[…] Peru […]");
        assert_eq!(shown(BlockKind::Byline, false), text);
    }
}

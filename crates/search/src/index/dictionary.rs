//! The words of the index, as an fst: word → rank in the order of bytes.

use super::format::JOINED;
use crate::matching::pattern::{Pattern, States};
use crate::work::Work;
use dateline_text::is_character;
use fst::automaton::Automaton;
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use std::ops::Range;

/// The bytes of a dictionary of `words`, which are in order.
pub(super) fn write<'w>(words: impl Iterator<Item = (&'w [u8], u64)>) -> Vec<u8> {
    let mut builder = MapBuilder::memory();
    for (word, rank) in words {
        // Words are sorted and different, and memory takes any number of bytes.
        let added = builder.insert(word, rank);
        debug_assert!(added.is_ok(), "words out of order");
    }
    builder.into_inner().unwrap_or_default()
}

/// A dictionary, read in place.
pub(crate) struct Dictionary<'b> {
    map: Option<Map<&'b [u8]>>,
    count: u32,
}

impl<'b> Dictionary<'b> {
    pub(crate) fn new(bytes: &'b [u8], count: u32) -> Self {
        Self { map: Map::new(bytes).ok(), count }
    }

    /// The rank of `word`.
    pub(crate) fn rank(&self, word: &str) -> Option<u32> {
        self.map.as_ref()?.get(word).map(|rank| rank as u32)
    }

    /// The ranks of a character, which follow each other: where it is joined to the one
    /// before it and where it is not. Of any other word the one rank.
    pub(crate) fn ranks(&self, word: &str) -> Range<u32> {
        let joined = self.rank_joined(word);
        match (self.rank(word), joined) {
            (Some(rank), None) => rank..rank + 1,
            (Some(rank), Some(joined)) => rank..joined + 1,
            (None, Some(joined)) => joined..joined + 1,
            (None, None) => 0..0,
        }
    }

    /// The rank of a character where it is joined to the one before it.
    pub(crate) fn rank_joined(&self, character: &str) -> Option<u32> {
        if !is_character(character) {
            return None;
        }
        self.rank(&format!("{character}{JOINED}"))
    }

    /// The word with this rank.
    pub(crate) fn word(&self, rank: u32) -> Option<String> {
        let fst = self.map.as_ref()?.as_fst();
        let (mut node, mut rest, mut word) = (fst.root(), u64::from(rank), Vec::new());
        // Ranks ascend with the words: the last way in that does not lead past it.
        loop {
            if node.is_final() && rest == node.final_output().value() {
                return String::from_utf8(word).ok();
            }
            let ways = node.transitions().take_while(|way| way.out.value() <= rest);
            let way = ways.last()?;
            rest -= way.out.value();
            word.push(way.inp);
            node = fst.node(way.addr);
        }
    }

    /// The ranks of the words that begin with `prefix`: they follow each other.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let from = self.first_from(prefix.as_bytes());
        let mut after = prefix.as_bytes().to_vec();
        while let Some(last) = after.pop() {
            if last < u8::MAX {
                after.push(last + 1);
                return from..self.first_from(&after);
            }
        }
        from..self.count
    }

    fn first_from(&self, word: &[u8]) -> u32 {
        let Some(map) = &self.map else { return 0 };
        map.range().ge(word).into_stream().next().map_or(self.count, |(_, rank)| rank as u32)
    }

    /// The ranks and words that `automaton` accepts, in order. A mark behind a character is
    /// taken off its word, but not hidden from the automaton.
    pub(crate) fn each(&self, automaton: impl Automaton, mut each: impl FnMut(u32, &str)) {
        let Some(map) = &self.map else { return };
        let mut stream = map.search(automaton).into_stream();
        while let Some((word, rank)) = stream.next() {
            if let Ok(word) = std::str::from_utf8(word) {
                each(rank as u32, word.trim_end_matches(JOINED));
            }
        }
    }

    /// The ranks and words that begin with `prefix`, in order, while `each` says so.
    pub(crate) fn each_with_prefix(&self, prefix: &str, mut each: impl FnMut(u32, &str) -> bool) {
        let Some(map) = &self.map else { return };
        let mut stream = map.range().ge(prefix).into_stream();
        while let Some((word, rank)) = stream.next() {
            let Ok(word) = std::str::from_utf8(word) else { continue };
            if !word.starts_with(prefix) || !each(rank as u32, word) {
                break;
            }
        }
    }
}

/// A pattern over letters as an automaton over bytes,
/// that accepts nothing more when the work of the query is used up.
pub(crate) struct OverBytes<'p>(pub(crate) &'p Pattern, pub(crate) &'p Work);

/// The states reached, and the bytes of a letter that has only begun.
#[derive(Clone)]
pub(crate) struct ByteState {
    states: States,
    letter: u32,
    missing: u8,
}

impl Automaton for OverBytes<'_> {
    type State = ByteState;

    fn start(&self) -> ByteState {
        ByteState { states: self.0.start(), letter: 0, missing: 0 }
    }

    fn is_match(&self, state: &ByteState) -> bool {
        state.missing == 0 && self.0.is_match(&state.states)
    }

    fn can_match(&self, state: &ByteState) -> bool {
        state.states != [0; 4] && !self.1.is_used_up()
    }

    fn accept(&self, state: &ByteState, byte: u8) -> ByteState {
        if u32::from(byte) == JOINED as u32 {
            return state.clone();
        }
        let (letter, missing) = match byte {
            0..0x80 => (u32::from(byte), 0),
            0x80..0xc0 => {
                (state.letter << 6 | u32::from(byte & 0x3f), state.missing.wrapping_sub(1))
            }
            0xc0..0xe0 => (u32::from(byte & 0x1f), 1),
            0xe0..0xf0 => (u32::from(byte & 0x0f), 2),
            0xf0.. => (u32::from(byte & 0x07), 3),
        };
        if missing > 0 {
            return ByteState { states: state.states, letter, missing };
        }
        let states = match char::from_u32(letter) {
            Some(c) => {
                let states: u32 = state.states.iter().map(|bits| bits.count_ones()).sum();
                self.1.take(14 + 6 * u64::from(states));
                self.0.step(&state.states, c)
            }
            None => [0; 4],
        };
        ByteState { states, letter: 0, missing: 0 }
    }
}

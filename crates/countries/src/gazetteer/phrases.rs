//! Phrases by the hash of their words, each with its senses.

use crate::scan::{Word, phrase_hash, words};
use crate::{Country, Kind};
use dateline_text::Span;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// From which table a sense comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `countries.tsv`
    Country,
    /// `historical.tsv`
    Historical,
    /// `places.tsv` and `regions.tsv`
    Place,
    /// `generated/towns.tsv`
    Town,
    /// `blocks.tsv`: not a mention, or only of the place that the row names.
    Block,
}

/// One thing that a phrase may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    /// The country; `None` for a block phrase that mentions none.
    pub(crate) country: Option<Country>,
    pub(crate) kind: Kind,
    pub(crate) source: Source,
    /// For a town: the logarithm (base 2) of its population.
    pub(crate) size: u8,
    /// For a town or region: its first-level region, as two letters, else zeros.
    pub(crate) region: [u8; 2],
    next: u32,
}

impl Sense {
    /// A sense that is not a town.
    pub(crate) fn new(country: Option<Country>, kind: Kind, source: Source) -> Sense {
        Sense { country, kind, source, size: 0, region: [0; 2], next: NONE }
    }

    /// A town in a first-level region (zeros where it does not matter).
    pub(crate) fn town(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { size, region, ..Sense::new(Some(country), Kind::Place, Source::Town) }
    }
}

/// A phrase: how its words must be written, and what they may mean.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    first_sense: u32,
    /// Bit i: word i must begin with a capital.
    capitals: u16,
    /// Whether the words of two or more letters must be all capitals.
    shouted: bool,
    /// The exact spelling, where words alone do not tell ("U.S.", "Malé").
    exact: Option<Box<str>>,
    next: u32,
}

const NONE: u32 = u32::MAX;

/// What is known at a hash: a phrase ends here, a longer one goes on.
#[derive(Clone, Copy, Debug)]
struct Slot {
    phrase: u32,
    longer: bool,
}

/// A hash that is already one.
#[derive(Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, hash: u64) {
        // The table takes its control bits from the top: spread the low bits there.
        self.0 = hash ^ hash.rotate_left(29);
    }
}

/// The phrases of a gazetteer.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    slots: HashMap<u64, Slot, BuildHasherDefault<Ready>>,
    phrases: Vec<Phrase>,
    senses: Vec<Sense>,
    /// Hashes of first words that begin with a small letter.
    small_first: Filter,
    /// Hashes of all other first words.
    first: Filter,
}

impl Phrases {
    /// Adds a sense of `form`, a phrase written as the texts write it. A form that
    /// begins with "!" matches only in exactly this spelling.
    pub(crate) fn add(&mut self, form: &str, sense: Sense) {
        let (form, exact) = match form.strip_prefix('!') {
            Some(form) => (form, true),
            None => (form, needs_exact(form)),
        };
        let words = words(form, &[Span::new(0, form.len())]);
        let Some(first) = words.first() else { return };
        if first.capital {
            self.first.add(first.hash)
        } else {
            self.small_first.add(first.hash)
        }
        let mut hash = None;
        for (at, word) in words.iter().enumerate() {
            let here = phrase_hash(hash, word.hash);
            let slot = self.slots.entry(here).or_insert(Slot { phrase: NONE, longer: false });
            slot.longer |= at + 1 < words.len();
            hash = Some(here);
        }
        let capitals =
            words.iter().take(16).enumerate().fold(0, |m, (i, w)| m | u16::from(w.capital) << i);
        let shouted = !form.contains(char::is_lowercase) && words.iter().any(|w| w.shouted);
        let phrase =
            self.phrase(hash.unwrap_or_default(), capitals, shouted, exact.then_some(form));
        self.push_sense(phrase, sense);
    }

    /// The phrase of this hash and spelling, made when it is new.
    fn phrase(&mut self, hash: u64, capitals: u16, shouted: bool, exact: Option<&str>) -> u32 {
        let Some(slot) = self.slots.get_mut(&hash) else { return NONE };
        let mut at = slot.phrase;
        while let Some(phrase) = self.phrases.get(at as usize) {
            let same = phrase.capitals == capitals
                && phrase.shouted == shouted
                && phrase.exact.as_deref() == exact;
            if same {
                return at;
            }
            at = phrase.next;
        }
        let new = self.phrases.len() as u32;
        let exact = exact.map(Box::from);
        self.phrases.push(Phrase {
            first_sense: NONE,
            capitals,
            shouted,
            exact,
            next: slot.phrase,
        });
        slot.phrase = new;
        new
    }

    fn push_sense(&mut self, phrase: u32, sense: Sense) {
        let Some(phrase) = self.phrases.get_mut(phrase as usize) else { return };
        let mut at = phrase.first_sense;
        let mut last = NONE;
        while let Some(known) = self.senses.get(at as usize) {
            if known.country == sense.country
                && known.kind == sense.kind
                && known.region == sense.region
            {
                return;
            }
            last = at;
            at = known.next;
        }
        let new = self.senses.len() as u32;
        self.senses.push(Sense { next: NONE, ..sense });
        match self.senses.get_mut(last as usize) {
            Some(last) => last.next = new,
            None => phrase.first_sense = new,
        }
    }

    /// The senses of a phrase, in the order in which the tables gave them.
    pub(crate) fn senses(&self, phrase: u32) -> impl Iterator<Item = &Sense> {
        let first = self.phrases.get(phrase as usize).map_or(NONE, |p| p.first_sense);
        std::iter::successors(self.senses.get(first as usize), |s| self.senses.get(s.next as usize))
    }

    /// Whether some phrase may begin with this word.
    pub(crate) fn may_begin(&self, word: &Word) -> bool {
        (word.capital && self.first.has(word.hash)) || self.small_first.has(word.hash)
    }

    /// The phrase that `words` (whose phrase hash is `hash`) spell in `text`, and
    /// whether a longer phrase begins with the same words; `None` when neither. Words
    /// that are not `plain`ly joined are only phrases with an exact spelling.
    pub(crate) fn at(
        &self,
        text: &str,
        words: &[Word],
        hash: u64,
        plain: bool,
    ) -> Option<(Option<u32>, bool)> {
        let slot = self.slots.get(&hash)?;
        let mut best: Option<(usize, u32)> = None;
        let mut at = slot.phrase;
        while let Some(phrase) = self.phrases.get(at as usize) {
            let exact = phrase.exact.as_ref().map_or(0, |e| e.len());
            let better = best.is_none_or(|(length, _)| exact > length);
            if better && (plain || exact > 0) && phrase.fits(text, words) {
                best = Some((exact, at));
            }
            at = phrase.next;
        }
        Some((best.map(|(_, at)| at), slot.longer))
    }

    /// How many bytes of `text`, from the first of `words`, the phrase covers.
    pub(crate) fn end(&self, phrase: u32, words: &[Word]) -> u32 {
        let exact = self.phrases.get(phrase as usize).and_then(|p| p.exact.as_ref());
        match (exact, words) {
            (Some(exact), [first, ..]) => first.start + exact.len() as u32,
            (_, [.., last]) => last.end,
            _ => 0,
        }
    }
}

impl Phrase {
    fn fits(&self, text: &str, words: &[Word]) -> bool {
        let capitals = words
            .iter()
            .take(16)
            .enumerate()
            .all(|(i, w)| self.capitals >> i & 1 == 0 || w.capital);
        capitals
            && (!self.shouted || words.iter().all(|w| w.shouted || w.end - w.start == 1))
            && self.exact.as_deref().is_none_or(|exact| spelled(text, words, exact))
    }
}

/// Whether the text at `words` is `exact`, but for the case of ASCII letters
/// (the capitals of a phrase are checked apart).
fn spelled(text: &str, words: &[Word], exact: &str) -> bool {
    let Some(first) = words.first() else { return false };
    let start = first.start as usize;
    let end = start + exact.len();
    let Some(found) = text.get(start..end).filter(|_| end <= first.limit as usize) else {
        return false;
    };
    found.eq_ignore_ascii_case(exact)
}

/// Whether words alone do not tell this form: single letters with full stops,
/// or other marks between the words than spaces, hyphens and apostrophes.
fn needs_exact(form: &str) -> bool {
    let dotted = form.as_bytes().windows(2).enumerate().any(|(i, pair)| {
        let alone = i == 0 || !form.as_bytes()[i - 1].is_ascii_alphanumeric();
        pair[1] == b'.' && pair[0].is_ascii_uppercase() && alone
    });
    dotted || form.contains(['&', '(', ','])
}

/// A set of hashes that may say yes too often: 2^19 bits.
#[derive(Debug)]
struct Filter(Vec<u64>);

const FILTER_WORDS: u64 = 1 << 13;

impl Default for Filter {
    fn default() -> Self {
        Filter(vec![0; FILTER_WORDS as usize])
    }
}

impl Filter {
    fn add(&mut self, hash: u64) {
        self.0[(hash >> 6 & (FILTER_WORDS - 1)) as usize] |= 1 << (hash & 63);
    }
    fn has(&self, hash: u64) -> bool {
        self.0[(hash >> 6 & (FILTER_WORDS - 1)) as usize] >> (hash & 63) & 1 == 1
    }
}

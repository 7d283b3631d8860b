//! Phrases by the hash of their words, each with its senses.

use crate::scan::{Hashed, Word, phrase_hash, words};
use crate::{Country, Kind};
use dateline_text::Span;
use std::collections::HashMap;

/// From which table a sense comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `countries.tsv`
    Country,
    /// `historical.tsv`
    Historical,
    /// `places.tsv`
    Place,
    /// `regions.tsv`
    Region,
    /// `regions.tsv`, an abbreviation: counts only after the name of a town.
    Abbreviation,
    /// `generated/cities.tsv` and `generated/towns.tsv`
    Town,
    /// `blocks.tsv`: not a mention, or only of the place that the row names.
    Block,
    /// A reader's correction.
    Correction,
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

    /// The correction of a number, which stands where a region would.
    pub(crate) fn numbered(number: [u8; 2]) -> Sense {
        Sense { region: number, ..Sense::new(None, Kind::Place, Source::Correction) }
    }

    /// A state or province.
    pub(crate) fn region(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { size, region, ..Sense::new(Some(country), Kind::Place, Source::Region) }
    }

    /// The abbreviation of a state or province.
    pub(crate) fn abbreviation(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { source: Source::Abbreviation, ..Sense::region(country, region, size) }
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
    /// What else the words are.
    marks: Marks,
    spelling: Spelling,
    next: u32,
}

/// How the text must spell a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Spelling {
    /// The words tell.
    Words,
    /// These characters in either case: "U.S.", where words alone do not tell.
    AnyCase(Box<str>),
    /// Exactly these characters: "Malé", "Ind.".
    Exact(Box<str>),
}

impl Spelling {
    /// Bytes of the spelling; 0 where the words tell.
    fn len(&self) -> usize {
        match self {
            Spelling::Words => 0,
            Spelling::AnyCase(form) | Spelling::Exact(form) => form.len(),
        }
    }
}

const NONE: u32 = u32::MAX;

/// What a name of a town is besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    /// A first name.
    pub(crate) const FIRST_NAME: Marks = Marks(1);
    /// A surname.
    pub(crate) const SURNAME: Marks = Marks(2);
    /// A common word.
    pub(crate) const WORD: Marks = Marks(4);

    /// The marks of a row of towns.
    pub(crate) fn read(marks: &str) -> Marks {
        let bit = |c| match c {
            'f' => 1,
            's' => 2,
            'w' => 4,
            _ => 0,
        };
        Marks(marks.chars().map(bit).fold(0, |all, bit| all | bit))
    }

    /// Whether the two share a mark.
    pub(crate) fn is(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }
}

/// What is known at a hash: a phrase ends here, a longer one goes on.
#[derive(Clone, Copy, Debug)]
struct Slot {
    phrase: u32,
    longer: bool,
}

/// The phrases of a gazetteer.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    slots: HashMap<u64, Slot, Hashed>,
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
        self.add_marked(form, sense, Marks::default());
    }

    /// As [`Phrases::add`], for a name that has marks.
    pub(crate) fn add_marked(&mut self, form: &str, sense: Sense, marks: Marks) {
        let (form, exact) = match form.strip_prefix('!') {
            Some(form) => (form, Spelling::Exact(form.into())),
            None if needs_exact(form) => (form, Spelling::AnyCase(form.into())),
            None => (form, Spelling::Words),
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
        let phrase = self.phrase(hash.unwrap_or_default(), capitals, shouted, exact);
        if let Some(phrase) = self.phrases.get_mut(phrase as usize) {
            phrase.marks.0 |= marks.0;
        }
        self.push_sense(phrase, sense);
    }

    /// What else the words of a phrase are.
    pub(crate) fn marks(&self, phrase: u32) -> Marks {
        self.phrases.get(phrase as usize).map_or(Marks::default(), |p| p.marks)
    }

    /// The phrase of this hash and spelling, made when it is new.
    fn phrase(&mut self, hash: u64, capitals: u16, shouted: bool, spelling: Spelling) -> u32 {
        let Some(slot) = self.slots.get_mut(&hash) else { return NONE };
        let mut at = slot.phrase;
        while let Some(phrase) = self.phrases.get(at as usize) {
            let same = phrase.capitals == capitals
                && phrase.shouted == shouted
                && phrase.spelling == spelling;
            if same {
                return at;
            }
            at = phrase.next;
        }
        let new = self.phrases.len() as u32;
        self.phrases.push(Phrase {
            marks: Marks::default(),
            first_sense: NONE,
            capitals,
            shouted,
            spelling,
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
            let next = known.next;
            let same = known.country == sense.country && known.region == sense.region;
            if same && (known.kind == sense.kind || sense.source == Source::Town) {
                // A capital or a site of the hand-kept tables learns its size.
                let known = &mut self.senses[at as usize];
                known.size = known.size.max(sense.size);
                return;
            }
            last = at;
            at = next;
        }
        let new = self.senses.len() as u32;
        self.senses.push(Sense { next: NONE, ..sense });
        match self.senses.get_mut(last as usize) {
            Some(last) => last.next = new,
            None => phrase.first_sense = new,
        }
    }

    /// The senses of a phrase, in the order in which the tables gave them.
    pub(crate) fn senses(&self, phrase: u32) -> impl Iterator<Item = &Sense> + Clone {
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
        // The longest exact spelling; then all capitals ("USA" before the town Usa);
        // then more capitals (Spanish "India" before "india").
        let mut best: Option<((usize, bool, u32), u32)> = None;
        let mut at = slot.phrase;
        while let Some(phrase) = self.phrases.get(at as usize) {
            let rank = (phrase.spelling.len(), phrase.shouted, phrase.capitals.count_ones());
            let better = best.is_none_or(|(known, _)| rank > known);
            if better && (plain || rank.0 > 0) && phrase.fits(text, words) {
                best = Some((rank, at));
            }
            at = phrase.next;
        }
        Some((best.map(|(_, at)| at), slot.longer))
    }

    /// How many bytes of `text`, from the first of `words`, the phrase covers.
    pub(crate) fn end(&self, phrase: u32, words: &[Word]) -> u32 {
        let exact = self.phrases.get(phrase as usize).map_or(0, |p| p.spelling.len());
        match words {
            [first, ..] if exact > 0 => first.start + exact as u32,
            [.., last] => last.end,
            [] => 0,
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
            && self.spelled(text, words)
    }

    /// Whether the text at `words` is spelled as the phrase asks.
    fn spelled(&self, text: &str, words: &[Word]) -> bool {
        let Some(first) = words.first() else { return false };
        let start = first.start as usize;
        let end = start + self.spelling.len();
        let Some(found) = text.get(start..end).filter(|_| end <= first.limit as usize) else {
            return false;
        };
        match &self.spelling {
            Spelling::Words => true,
            Spelling::AnyCase(form) => found.eq_ignore_ascii_case(form),
            Spelling::Exact(form) => found == &**form,
        }
    }
}

/// Whether words alone do not tell this form: single letters with full stops,
/// or other marks between the words than spaces, hyphens and apostrophes.
fn needs_exact(form: &str) -> bool {
    let dotted = form.as_bytes().windows(2).enumerate().any(|(i, pair)| {
        let alone = i == 0 || !form.as_bytes()[i - 1].is_ascii_alphanumeric();
        pair[1] == b'.' && pair[0].is_ascii_uppercase() && alone
    });
    dotted || form.contains(['&', '(', ',']) || form.contains("- ")
}

/// A set of hashes that may say yes too often: 2^21 bits.
#[derive(Debug)]
struct Filter(Vec<u64>);

const FILTER_WORDS: u64 = 1 << 15;

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

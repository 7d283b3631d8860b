//! Forms: phrases of one or more words, found by the hash of their words. What a form
//! means stands beside it, under its number.

use crate::scan::{Hashed, Word, phrase_hash, words};
use dateline_text::Span;
use std::collections::HashMap;

/// How the words of a form must be written.
#[derive(Clone, Debug)]
struct Form {
    /// Bit i: word i must begin with a capital.
    capitals: u16,
    /// Whether the words of two or more letters must be all capitals.
    shouted: bool,
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

/// What is known at a hash: a form ends here, a longer one goes on.
#[derive(Clone, Copy, Debug)]
struct Slot {
    form: u32,
    longer: bool,
}

/// Forms, each with a number from 0 up.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    slots: HashMap<u64, Slot, Hashed>,
    forms: Vec<Form>,
    /// Hashes of first words that begin with a small letter.
    small_first: Filter,
    /// Hashes of all other first words.
    first: Filter,
}

impl Forms {
    /// The number of `form`, a phrase written as the texts write it, added when it is
    /// new; `None` when it holds no word. A form that begins with "!" matches only in
    /// exactly this spelling.
    pub(crate) fn add(&mut self, form: &str) -> Option<u32> {
        let (form, exact) = match form.strip_prefix('!') {
            Some(form) => (form, Spelling::Exact(form.into())),
            None if needs_exact(form) => (form, Spelling::AnyCase(form.into())),
            None => (form, Spelling::Words),
        };
        let words = words(form, &[Span::new(0, form.len())]);
        let first = words.first()?;
        if first.capital {
            self.first.add(first.hash)
        } else {
            self.small_first.add(first.hash)
        }
        let mut hash = None;
        for (at, word) in words.iter().enumerate() {
            let here = phrase_hash(hash, word.hash);
            let slot = self.slots.entry(here).or_insert(Slot { form: NONE, longer: false });
            slot.longer |= at + 1 < words.len();
            hash = Some(here);
        }
        let capitals =
            words.iter().take(16).enumerate().fold(0, |m, (i, w)| m | u16::from(w.capital) << i);
        let shouted = !form.contains(char::is_lowercase) && words.iter().any(|w| w.shouted);
        self.number(hash?, capitals, shouted, exact)
    }

    /// The number of the form of this hash and spelling, made when it is new.
    fn number(
        &mut self,
        hash: u64,
        capitals: u16,
        shouted: bool,
        spelling: Spelling,
    ) -> Option<u32> {
        let slot = self.slots.get_mut(&hash)?;
        let mut at = slot.form;
        while let Some(form) = self.forms.get(at as usize) {
            let same =
                form.capitals == capitals && form.shouted == shouted && form.spelling == spelling;
            if same {
                return Some(at);
            }
            at = form.next;
        }
        let new = self.forms.len() as u32;
        self.forms.push(Form { capitals, shouted, spelling, next: slot.form });
        slot.form = new;
        Some(new)
    }

    /// Whether some form may begin with this word.
    pub(crate) fn may_begin(&self, word: &Word) -> bool {
        (word.capital && self.first.has(word.hash)) || self.small_first.has(word.hash)
    }

    /// The form that `words` (whose phrase hash is `hash`) spell in `text`, and
    /// whether a longer form begins with the same words; `None` when neither. Words
    /// that are not `plain`ly joined are only forms with an exact spelling.
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
        let mut at = slot.form;
        while let Some(form) = self.forms.get(at as usize) {
            let rank = (form.spelling.len(), form.shouted, form.capitals.count_ones());
            let better = best.is_none_or(|(known, _)| rank > known);
            if better && (plain || rank.0 > 0) && form.fits(text, words) {
                best = Some((rank, at));
            }
            at = form.next;
        }
        Some((best.map(|(_, at)| at), slot.longer))
    }

    /// How many bytes of `text`, from the first of `words`, the form covers.
    pub(crate) fn end(&self, form: u32, words: &[Word]) -> u32 {
        let exact = self.forms.get(form as usize).map_or(0, |p| p.spelling.len());
        match words {
            [first, ..] if exact > 0 => first.start + exact as u32,
            [.., last] => last.end,
            [] => 0,
        }
    }
}

impl Form {
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

    /// Whether the text at `words` is spelled as the form asks.
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
    dotted
        || form.contains(['&', '(', ',', '"', '״'])
        || ["- ", "— ", "– "].iter().any(|dash| form.contains(dash))
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

//! Builds an index in one pass over the articles.

use super::format::{self, BREAK, BYLINE, HIDDEN, MARKS, SOURCE, TITLE_WEIGHT};
use super::score::Lengths;
use super::stream::Stream;
use super::vocabulary::Vocabulary;
use super::{dictionary, invert};
use crate::coded::{Picks, Words};
use crate::document::{Document, Zone};
use crate::matching::stretches;
use crate::sort;
use dateline_text::Span;

/// Collects articles, then gives the bytes of an index over them.
///
/// Keeps two bytes a word (three when there are more than 65,532 different
/// ones) and no text.
pub struct IndexBuilder {
    vocabulary: Vocabulary,
    /// Numbers of the vocabulary plus [`MARKS`], and marks.
    stream: Stream,
    /// Where in the stream each article's titles, body and rest begin.
    articles: Vec<[u32; 3]>,
    /// In how many articles each word of the vocabulary is, for each part.
    counts: [Counts; 3],
    /// Words of titles and bodies, where not those of the articles that were added.
    words: Option<u32>,
    /// The number of each piece of coded texts, plus 1; 0 while it is not known.
    pieces: Vec<u32>,
    /// The words of a coded text with their numbers.
    located: Vec<(Span, u32)>,
}

/// The parts of an article that have postings of their own.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part {
    Main,
    Title,
    Aside,
}

impl Part {
    pub(super) const ALL: [Part; 3] = [Part::Main, Part::Title, Part::Aside];
}

impl Default for IndexBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl IndexBuilder {
    /// A builder without articles.
    pub fn new() -> Self {
        Self::with_capacity(0)
    }

    /// A builder that expects about `text` bytes of text: saves memory while it
    /// grows.
    pub fn with_capacity(text: usize) -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            // About what an index takes: it grows in place, without a copy.
            stream: Stream::with_capacity(format::HEADER, text / 7 * 4),
            articles: Vec::new(),
            counts: Default::default(),
            words: None,
            pieces: Vec::new(),
            located: Vec::new(),
        }
    }

    /// Adds the next article and gives its number: 0, 1, 2, …
    pub fn add(&mut self, document: &Document<'_>) -> u32 {
        self.add_zones(document.zones, |builder, doc, zone, span| {
            builder.add_text(doc, zone, span.of(document.raw));
        })
    }

    /// Finds the words of a coded text, for [`IndexBuilder::add_located`], and gives the
    /// length of the text in bytes. `None` for a text that is not all ASCII, which must be
    /// decoded. With `picks`, words that are not in it count as one and the same.
    pub fn locate(
        &mut self,
        words: &Words,
        section: &[u8],
        item: &[u8],
        picks: Option<&Picks>,
    ) -> Option<usize> {
        self.pieces.resize(words.len(), 0);
        self.located.clear();
        let (located, pieces, vocabulary) =
            (&mut self.located, &mut self.pieces, &mut self.vocabulary);
        let (mut at, mut after_word) = (0, false);
        let is_known = words.each(section, item, |piece| {
            if !piece.is_ascii {
                return false;
            }
            at += usize::from(after_word && piece.is_word);
            let span = Span::new(at, at + piece.letters.len());
            (at, after_word) = (span.end as usize, piece.is_word);
            if !piece.is_word {
                // Between words stands no letter, unless a whole text is spelled out.
                return piece.number.is_some()
                    || !piece.letters.iter().any(u8::is_ascii_alphanumeric);
            }
            let known = piece.number.and_then(|n| pieces.get(n as usize)).map_or(0, |n| *n);
            let number = match known.checked_sub(1) {
                Some(number) => number,
                None if picks.is_some_and(|picks| !picks.holds(&piece)) => vocabulary.other(),
                None => {
                    let Some(number) = vocabulary.number_of(piece.letters) else { return false };
                    number
                }
            };
            if let Some(kept) = piece.number.and_then(|n| pieces.get_mut(n as usize)) {
                *kept = number + 1;
            }
            located.push((span, number));
            true
        });
        is_known.then_some(at)
    }

    /// Adds the text that was located last as the next article. `None`, with nothing
    /// added, when a zone begins or ends within a word.
    pub fn add_located(&mut self, zones: &[(Zone, Span)]) -> Option<u32> {
        let located = std::mem::take(&mut self.located);
        let inside = |span: Span| {
            let from = located.partition_point(|(word, _)| word.end <= span.start);
            located[from..].iter().take_while(move |(word, _)| word.start < span.end)
        };
        let whole =
            zones.iter().all(|(_, span)| inside(*span).all(|(word, _)| span.contains(*word)));
        let added = whole.then(|| {
            self.add_zones(zones, |builder, doc, zone, span| {
                inside(span).for_each(|(_, number)| builder.meet(doc, zone, *number));
            })
        });
        self.located = located;
        added
    }

    /// Adds an article whose words `words` adds, zone by zone.
    #[inline]
    fn add_zones(
        &mut self,
        zones: &[(Zone, Span)],
        words: impl Fn(&mut Self, u32, Zone, Span),
    ) -> u32 {
        let doc = self.articles.len() as u32;
        let begin = self.stream.len();
        let (mut body, mut rest) = (None, None);
        let mut titles = 0;
        for stretch in stretches(zones) {
            let here = self.stream.len();
            match stretch.zone {
                Zone::Title => {
                    if titles > 0 {
                        self.stream.push(BREAK);
                    }
                    titles += 1;
                }
                Zone::Body => body = Some(here),
                zone => {
                    rest = rest.or(Some(here));
                    self.stream.push(mark_of(zone));
                }
            }
            for number in stretch.spans {
                words(self, doc, stretch.zone, zones[number].1);
            }
        }
        let rest = rest.unwrap_or(self.stream.len());
        self.articles.push([begin, body.unwrap_or(rest), rest]);
        doc
    }

    /// Adds an article whose text does not matter: no query finds a word in it.
    pub fn add_empty(&mut self) -> u32 {
        self.articles.push([self.stream.len(); 3]);
        self.articles.len() as u32 - 1
    }

    /// How many words the titles and bodies of all articles have, those of
    /// [`IndexBuilder::add_empty`] included, as far as that is known: scores depend
    /// on the average.
    pub fn set_words(&mut self, words: u32) {
        self.words = Some(words);
    }

    /// How many words the articles have that were added.
    pub fn words(&self) -> u32 {
        self.stream.len()
    }

    fn add_text(&mut self, doc: u32, zone: Zone, text: &str) {
        let (stream, counts) = (&mut self.stream, &mut self.counts);
        self.vocabulary.number_words(text, |word| meet(stream, counts, doc, zone, word));
    }

    #[inline]
    fn meet(&mut self, doc: u32, zone: Zone, word: u32) {
        meet(&mut self.stream, &mut self.counts, doc, zone, word);
    }

    /// How many articles were added.
    pub fn len(&self) -> u32 {
        self.articles.len() as u32
    }

    /// Whether no article was added.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The bytes of the index, for [`crate::Index::open`].
    pub fn finish(mut self) -> Vec<u8> {
        let order = self.order();
        let terms = order.len();
        self.stream.renumber(&ranks(&order));
        let words = order.iter().enumerate();
        let words =
            words.map(|(rank, number)| (self.vocabulary.word(*number as usize), rank as u64));
        let dictionary = dictionary::write(words);
        self.vocabulary = Vocabulary::new();

        self.articles.push([self.stream.len(); 3]);
        let lengths: Vec<u32> =
            self.articles.windows(2).map(|pair| pair[0][2] - pair[0][0]).collect();
        let total: u32 = self.words.unwrap_or_else(|| lengths.iter().sum());
        let codes: Vec<u8> = lengths.iter().map(|len| format::length_code(*len)).collect();
        let lengths = Lengths::new(total, codes.len() as u32);

        let width = self.stream.width();
        let mut writer = Writer::after(self.stream.into_bytes());
        writer.numbers(self.articles.as_flattened());
        writer.section(&codes);
        writer.section(&dictionary);
        let source =
            invert::Source { width, articles: &self.articles, codes: &codes, lengths: &lengths };
        for part in Part::ALL {
            let counts = &self.counts[part as usize];
            let sizes: Vec<u32> = order.iter().map(|number| counts.of(*number)).collect();
            let offsets = source.write(part, &sizes, writer.words(), &mut writer.bytes);
            writer.end_section();
            writer.numbers(&offsets);
        }
        writer.finish([codes.len() as u32, terms as u32, width as u32, total])
    }

    /// The numbers of the words in the order of their bytes.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.vocabulary.len() as u32).collect();
        self.sort_from(&mut order, 0);
        order
    }

    /// Sorts words that are equal up to byte `from`: by the next four bytes, then those
    /// with the same four by what follows them. Words have no zero bytes, so that one that
    /// ends comes before those that go on.
    fn sort_from(&self, words: &mut [u32], from: usize) {
        let next = |number: u32| {
            let rest = self.vocabulary.word(number as usize).get(from..).unwrap_or_default();
            let mut four = [0; 4];
            let len = rest.len().min(4);
            four[..len].copy_from_slice(&rest[..len]);
            u32::from_be_bytes(four)
        };
        if from > LONG {
            let word = |number: &u32| self.vocabulary.word(*number as usize);
            return sort::few(words, |a, b| word(a) < word(b));
        }
        let mut keys: Vec<u64> = words.iter().map(|n| sort::key(next(*n), *n)).collect();
        sort::keys(&mut keys);
        for (word, key) in words.iter_mut().zip(&keys) {
            *word = sort::parts(*key).1;
        }
        let mut start = 0;
        for run in keys.chunk_by(|a, b| sort::parts(*a).0 == sort::parts(*b).0) {
            let end = start + run.len();
            // A zero at the end: these words have ended, and words are different.
            if run.len() > 1 && sort::parts(run[0]).0 & 0xff != 0 {
                self.sort_from(&mut words[start..end], from + 4);
            }
            start = end;
        }
    }
}

/// The next word of an article.
#[inline]
fn meet(stream: &mut Stream, counts: &mut [Counts; 3], doc: u32, zone: Zone, word: u32) {
    let [main, title, aside] = counts;
    stream.push(word + MARKS);
    match zone {
        Zone::Body => main.meet(word, doc),
        Zone::Title => {
            main.meet(word, doc);
            title.meet(word, doc);
        }
        _ => aside.meet(word, doc),
    }
}

/// From so many equal bytes on, words are compared whole: few are as long.
const LONG: usize = 64;

fn ranks(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, number) in order.iter().enumerate() {
        ranks[*number as usize] = rank as u32;
    }
    ranks
}

fn mark_of(zone: Zone) -> u32 {
    match zone {
        Zone::Byline => BYLINE,
        Zone::Source => SOURCE,
        Zone::Hidden => HIDDEN,
        Zone::Title | Zone::Body => BREAK,
    }
}

/// The weights in MAIN of a title word, and of any other word.
pub(super) fn weight(part: Part, in_title: bool) -> u8 {
    if part == Part::Main && in_title { TITLE_WEIGHT as u8 } else { 1 }
}

/// In how many articles words are.
#[derive(Default)]
struct Counts {
    /// For each word the last article it was met in, plus 1, and the count.
    words: Vec<(u32, u32)>,
}

impl Counts {
    #[inline]
    fn meet(&mut self, word: u32, doc: u32) {
        let at = word as usize;
        if at >= self.words.len() {
            self.words.resize((at + 1).next_power_of_two().max(1024), (0, 0));
        }
        let entry = &mut self.words[at];
        if entry.0 != doc + 1 {
            *entry = (doc + 1, entry.1 + 1);
        }
    }

    fn of(&self, word: u32) -> u32 {
        self.words.get(word as usize).map_or(0, |entry| entry.1)
    }
}

/// Puts the sections one after the other behind the words.
struct Writer {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Writer {
    fn after(words: Vec<u8>) -> Self {
        let mut writer = Self { bytes: words, ends: Vec::new() };
        writer.end_section();
        writer
    }

    /// Where the words stand in the bytes.
    fn words(&self) -> std::ops::Range<usize> {
        format::HEADER..format::HEADER + self.ends[format::WORDS] as usize
    }

    fn end_section(&mut self) {
        self.ends.push((self.bytes.len() - format::HEADER) as u32);
    }

    fn section(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.end_section();
    }

    fn numbers(&mut self, numbers: &[u32]) {
        self.bytes.reserve(numbers.len() * 4);
        for number in numbers {
            self.bytes.extend_from_slice(&number.to_le_bytes());
        }
        self.end_section();
    }

    fn finish(mut self, counts: [u32; 4]) -> Vec<u8> {
        debug_assert_eq!(self.ends.len(), format::SECTIONS);
        let numbers = [format::VERSION].into_iter().chain(counts).chain(self.ends);
        self.bytes[..4].copy_from_slice(format::MAGIC);
        for (at, number) in numbers.enumerate() {
            self.bytes[4 + at * 4..8 + at * 4].copy_from_slice(&number.to_le_bytes());
        }
        self.bytes
    }
}

//! Builds an index in one pass over the articles.

use super::format::{self, BREAK, BYLINE, HIDDEN, MARKS, SOURCE, TITLE_WEIGHT};
use super::postings;
use super::vocabulary::Vocabulary;
use crate::document::{Document, Zone};
use crate::matching::stretches;
use crate::run::score::Lengths;

/// Collects articles, then gives the bytes of an index over them.
pub struct IndexBuilder {
    vocabulary: Vocabulary,
    /// Numbers of the vocabulary plus [`MARKS`], and marks, in the order of WORDS.
    stream: Vec<u32>,
    /// Where in the stream each article's titles, body and rest begin.
    articles: Vec<[u32; 3]>,
}

impl Default for IndexBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl IndexBuilder {
    /// A builder without articles.
    pub fn new() -> Self {
        Self { vocabulary: Vocabulary::new(), stream: Vec::new(), articles: Vec::new() }
    }

    /// Adds the next article and gives its number: 0, 1, 2, …
    pub fn add(&mut self, document: &Document<'_>) -> u32 {
        let begin = self.stream.len() as u32;
        let (mut body, mut rest) = (None, None);
        let mut titles = 0;
        for stretch in stretches(document) {
            let here = self.stream.len() as u32;
            match stretch.zone {
                Zone::Title => {
                    if titles > 0 {
                        self.stream.push(BREAK);
                    }
                    titles += 1;
                }
                Zone::Body => body = Some(here),
                zone => {
                    if rest.is_none() {
                        rest = Some(here);
                    }
                    self.stream.push(mark_of(zone));
                }
            }
            for number in stretch.spans {
                let text = document.zones[number].1.of(document.raw);
                let stream = &mut self.stream;
                self.vocabulary.number_words(text, |word| stream.push(word + MARKS));
            }
        }
        let end = self.stream.len() as u32;
        let rest = rest.unwrap_or(end);
        self.articles.push([begin, body.unwrap_or(rest), rest]);
        self.articles.len() as u32 - 1
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
        let (dictionary, terms) = self.rank_words();
        let end = self.stream.len() as u32;
        self.articles.push([end; 3]);
        let lengths: Vec<u32> =
            self.articles.windows(2).map(|pair| pair[0][2] - pair[0][0]).collect();
        let total: u32 = lengths.iter().sum();
        let codes: Vec<u8> = lengths.iter().map(|len| format::length_code(*len)).collect();
        let norm = Lengths::new(total, codes.len() as u32);

        let mut writer = Writer::new();
        writer.section(&dictionary);
        for part in [Part::Main, Part::Title, Part::Aside] {
            let (offsets, data) = self.postings(part, terms, &codes, &norm);
            writer.numbers(&offsets);
            writer.section(&data);
        }
        writer.numbers(self.articles.as_flattened());
        writer.section(&codes);
        let wide = terms + MARKS as usize > usize::from(u16::MAX) + 1;
        let width = if wide { 3 } else { 2 };
        writer.words(&self.stream, width);
        writer.finish([codes.len() as u32, terms as u32, width as u32, total])
    }

    /// Sorts the words, writes the dictionary, and renumbers the stream by rank.
    fn rank_words(&mut self) -> (Vec<u8>, usize) {
        let count = self.vocabulary.len();
        let mut order: Vec<u32> = (0..count as u32).collect();
        order.sort_unstable_by(|a, b| {
            self.vocabulary.word(*a as usize).cmp(self.vocabulary.word(*b as usize))
        });
        let mut ranks = vec![0; count];
        for (rank, number) in order.iter().enumerate() {
            ranks[*number as usize] = rank as u32;
        }
        let words = order
            .iter()
            .enumerate()
            .map(|(rank, number)| (self.vocabulary.word(*number as usize), rank as u64));
        let dictionary = super::dictionary::write(words);
        self.vocabulary = Vocabulary::new();
        for word in &mut self.stream {
            if *word >= MARKS {
                *word = ranks[(*word - MARKS) as usize] + MARKS;
            }
        }
        (dictionary, count)
    }

    /// Postings of one part of the articles: a counting sort by word.
    fn postings(
        &self,
        part: Part,
        terms: usize,
        codes: &[u8],
        norm: &Lengths,
    ) -> (Vec<u32>, Vec<u8>) {
        let mut seen = vec![u32::MAX; terms];
        let mut ends = vec![0u32; terms + 1];
        self.each_word(part, |doc, word, _| {
            if seen[word] != doc {
                seen[word] = doc;
                ends[word + 1] += 1;
            }
        });
        for term in 0..terms {
            ends[term + 1] += ends[term];
        }
        let count = ends[terms] as usize;
        let (mut docs, mut freqs) = (vec![0u32; count], vec![0u8; count]);
        let mut next: Vec<u32> = ends[..terms].to_vec();
        seen.fill(u32::MAX);
        self.each_word(part, |doc, word, weight| {
            if seen[word] != doc {
                seen[word] = doc;
                docs[next[word] as usize] = doc;
                next[word] += 1;
            }
            let freq = &mut freqs[next[word] as usize - 1];
            *freq = freq.saturating_add(weight);
        });
        let (mut offsets, mut data) = (Vec::with_capacity(terms + 1), Vec::new());
        for term in 0..terms {
            offsets.push(data.len() as u32);
            let range = ends[term] as usize..ends[term + 1] as usize;
            if !range.is_empty() {
                postings::write(&mut data, &docs[range.clone()], &freqs[range], |doc, freq| {
                    norm.saturation(freq, codes[doc as usize])
                });
            }
        }
        offsets.push(data.len() as u32);
        (offsets, data)
    }

    fn each_word(&self, part: Part, mut each: impl FnMut(u32, usize, u8)) {
        for (doc, pair) in self.articles.windows(2).enumerate() {
            let [titles, body, rest] = pair[0];
            let mut run = |from: u32, to: u32, weight: u8| {
                for &word in &self.stream[from as usize..to as usize] {
                    if word >= MARKS {
                        each(doc as u32, (word - MARKS) as usize, weight);
                    }
                }
            };
            match part {
                Part::Main => {
                    run(titles, body, TITLE_WEIGHT as u8);
                    run(body, rest, 1);
                }
                Part::Title => run(titles, body, 1),
                Part::Aside => run(rest, pair[1][0], 1),
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Part {
    Main,
    Title,
    Aside,
}

fn mark_of(zone: Zone) -> u32 {
    match zone {
        Zone::Byline => BYLINE,
        Zone::Source => SOURCE,
        Zone::Hidden => HIDDEN,
        Zone::Title | Zone::Body => BREAK,
    }
}

/// Puts the sections one after the other behind the header.
struct Writer {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Writer {
    fn new() -> Self {
        Self { bytes: vec![0; format::HEADER], ends: Vec::new() }
    }

    fn end_section(&mut self) {
        self.ends.push((self.bytes.len() - format::HEADER) as u32);
    }

    fn section(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.end_section();
    }

    fn numbers(&mut self, numbers: &[u32]) {
        self.bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        self.end_section();
    }

    fn words(&mut self, words: &[u32], width: usize) {
        self.bytes.reserve_exact(words.len() * width);
        match width {
            2 => self.bytes.extend(words.iter().flat_map(|word| (*word as u16).to_le_bytes())),
            _ => self.bytes.extend(words.iter().flat_map(|word| {
                let [a, b, c, _] = word.to_le_bytes();
                [a, b, c]
            })),
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

//! The shape of a line: what can be counted in one pass over its characters.

use crate::page::cues::{self, Cues};
use crate::page::function_words::LANGUAGES;
use crate::word::{Hasher, join};

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum End {
    /// At a full stop, an exclamation or question mark, closing quotes aside.
    Sentence,
    /// At an ellipsis.
    Ellipsis,
    /// At a colon.
    Colon,
    /// At a comma or semicolon.
    Comma,
    /// At anything else.
    #[default]
    Open,
}

/// Counts over one line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape {
    /// Characters.
    pub(crate) chars: u32,
    /// Words; two characters of a script without spaces count as one.
    pub(crate) words: u32,
    /// Words that begin with a capital.
    pub(crate) capital: u32,
    /// Words of two letters or more, all of them capital.
    pub(crate) upper: u32,
    /// Letters of any script.
    pub(crate) letters: u32,
    /// Digits.
    pub(crate) digits: u32,
    /// Commas of any script.
    pub(crate) commas: u32,
    /// Characters of scripts without spaces (Han, Kana, Thai).
    pub(crate) dense: u32,
    /// Quotation marks.
    pub(crate) quotes: u32,
    /// Pipes, slashes, arrows and the like: separators of menus.
    pub(crate) bars: u32,
    /// Ends of sentences, the last one included.
    pub(crate) sentences: u32,
    /// Words in lower case of four letters or fewer and function words of any language.
    pub(crate) function: u32,
    /// Function words by language, in the order of [`LANGUAGES`].
    pub(crate) by_language: [u8; LANGUAGES],
    /// Cues found anywhere in the line.
    pub(crate) cues: Cues,
    /// Cues that begin the line.
    pub(crate) first_cues: Cues,
    /// Cues whose words are the whole line.
    pub(crate) whole_cues: Cues,
    /// Words that belong to a cue of furniture.
    pub(crate) cue_words: u32,
    /// How the line ends.
    pub(crate) end: End,
    /// Whether the first letter is a capital (or of a script without case).
    pub(crate) starts_capital: bool,
    /// Whether the first letter is in lower case.
    pub(crate) starts_lower: bool,
    /// Hash of the words in order, case folded: equal for lines that say the same.
    pub(crate) hash: u64,
    /// Hash of the words with digits left out: equal for "3 comments" and "12 comments".
    pub(crate) skeleton: u64,
}

impl Shape {
    /// Share of words that begin with a capital.
    pub(crate) fn capital_share(&self) -> f32 {
        share(self.capital, self.words)
    }

    /// Share of characters that are digits.
    pub(crate) fn digit_share(&self) -> f32 {
        share(self.digits, self.chars)
    }

    /// Whether the line is nothing but capitals and has at least one word in them.
    pub(crate) fn all_upper(&self) -> bool {
        self.upper > 0 && self.upper + 1 >= self.words && self.capital == self.words
    }
}

pub(crate) fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// Words of a line that reads as prose, 0 for any other.
pub(crate) fn prose(s: &Shape) -> f32 {
    let running =
        s.sentences > 0 && s.words >= 8 && (s.function * 6 >= s.words || s.dense * 2 > s.letters);
    let dense = s.dense * 2 > s.letters;
    let long = s.words >= 18 && (s.function * 5 >= s.words || dense);
    // Languages without a list of function words: sentences in small letters.
    let unknown = s.sentences > 0
        && s.words >= 14
        && s.capital * 4 <= s.words
        && s.cue_words * 6 <= s.words
        && s.digits * 6 <= s.letters
        && s.bars <= 1;
    if running || long || unknown { s.words.min(120) as f32 } else { 0.0 }
}

/// Measures one line and appends the hashes of its words to `words`. Linear in
/// the length of the line.
pub(crate) fn shape(line: &str, words: &mut Vec<u64>) -> Shape {
    let mut pass = Pass::new(words);
    for c in line.chars() {
        pass.character(c);
    }
    let mut shape = pass.finish();
    if shape.dense > 1 && shape.chars <= 40 {
        let (anywhere, first) = cues::dense_cues(line);
        shape.cues |= anywhere;
        shape.first_cues |= first;
        shape.cue_words += if anywhere.any(Cues::FURNITURE) { shape.words.div_ceil(2) } else { 0 };
    }
    shape
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    hash: Hasher,
    letters: u32,
    upper: u32,
    digits: u32,
    capital: bool,
}

struct Pass<'w> {
    words: &'w mut Vec<u64>,
    shape: Shape,
    word: Word,
    in_word: bool,
    seen_letter: bool,
    /// Hashes of the last three words, newest last, 0 where there is none.
    last: [u64; 3],
    spaced_words: u32,
    line_hash: u64,
    skeleton: u64,
    end: End,
    /// Whether the word before was short: "U.S." ends no sentence.
    last_letters: u32,
    pending_stop: bool,
}

impl<'w> Pass<'w> {
    fn new(words: &'w mut Vec<u64>) -> Self {
        Self {
            words,
            shape: Shape::default(),
            word: Word::default(),
            in_word: false,
            seen_letter: false,
            last: [0; 3],
            spaced_words: 0,
            line_hash: 0,
            skeleton: 0,
            end: End::Open,
            last_letters: 0,
            pending_stop: false,
        }
    }

    fn character(&mut self, c: char) {
        self.shape.chars += 1;
        if c.is_ascii() {
            match c {
                'a'..='z' => self.letter(c, false),
                'A'..='Z' => self.letter(c.to_ascii_lowercase(), true),
                '0'..='9' => self.digit(c),
                dateline_text::NOTHING => {}
                _ => self.mark(c),
            }
        } else if c.is_alphabetic() {
            if dense(c) {
                self.dense(c);
            } else {
                let upper = c.is_uppercase();
                let lower = if upper { c.to_lowercase().next().unwrap_or(c) } else { c };
                self.letter(lower, upper);
            }
        } else if c.is_numeric() {
            self.digit(c);
        } else if matches!(c, '\u{300}'..='\u{36f}') {
            self.word.hash.push(c);
        } else if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
            // Not seen: neither part of a word nor the end of one.
        } else {
            self.mark(c);
        }
    }

    fn letter(&mut self, lower: char, upper: bool) {
        if !self.in_word {
            self.begin();
            self.word.capital = upper;
            if !self.seen_letter {
                self.shape.starts_capital = upper || !lower.is_lowercase();
                // "53-year-old" starts with a number.
                self.shape.starts_lower = !upper && lower.is_lowercase() && self.shape.digits == 0;
            }
        }
        self.seen_letter = true;
        self.word.letters += 1;
        self.word.upper += u32::from(upper);
        self.word.hash.push(lower);
        self.shape.letters += 1;
        self.end = End::Open;
    }

    fn digit(&mut self, c: char) {
        if !self.in_word {
            self.begin();
        }
        self.word.digits += 1;
        self.word.hash.push(c);
        self.shape.digits += 1;
        self.end = End::Open;
    }

    fn dense(&mut self, c: char) {
        self.end_word();
        self.shape.letters += 1;
        self.shape.dense += 1;
        if !self.seen_letter {
            self.shape.starts_capital = true;
        }
        self.seen_letter = true;
        self.words.push(u64::from(c));
        self.line_hash = join(self.line_hash, u64::from(c));
        self.skeleton = join(self.skeleton, u64::from(c));
        self.end = End::Open;
    }

    fn begin(&mut self) {
        if self.pending_stop {
            self.shape.sentences += 1;
            self.pending_stop = false;
        }
        self.in_word = true;
        self.word = Word::default();
    }

    fn mark(&mut self, c: char) {
        self.end_word();
        let s = &mut self.shape;
        match c {
            '.' | '!' | '?' | '؟' | '。' | '！' | '？' | '।' | '۔' | '．' => {
                self.end = if c == '.' && self.end == End::Sentence && self.pending_stop {
                    End::Ellipsis
                } else {
                    End::Sentence
                };
                self.pending_stop = c != '.' || self.last_letters > 1;
            }
            '…' => self.end = End::Ellipsis,
            ':' | '：' => self.end = End::Colon,
            ',' | '،' | '、' | '，' => {
                s.commas += 1;
                self.end = End::Comma;
            }
            ';' | '；' => self.end = End::Comma,
            '"' | '“' | '”' | '«' | '»' | '„' | '「' | '」' => s.quotes += 1,
            '|' | '/' | '>' | '<' | '›' | '→' | '←' | '▸' | '\\' | '+' | '#' | '=' | '{' | '}' =>
            {
                s.bars += 1;
                self.end = End::Open;
            }
            ')' | ']' | '\'' | '’' | '‘' => {}
            c if c.is_whitespace() => {}
            _ => self.end = End::Open,
        }
    }

    fn end_word(&mut self) {
        if !self.in_word {
            return;
        }
        self.in_word = false;
        let word = std::mem::take(&mut self.word);
        let s = &mut self.shape;
        self.spaced_words += 1;
        s.capital += u32::from(word.capital);
        s.upper += u32::from(word.letters >= 2 && word.upper == word.letters);
        self.last_letters = word.letters + 2 * word.digits;
        let hash = word.hash.finish();
        self.words.push(hash);
        self.line_hash = join(self.line_hash, hash);
        if word.digits == 0 {
            self.skeleton = join(self.skeleton, hash);
        }
        self.last = [self.last[1], self.last[2], hash];
        self.look_up();
    }

    /// Looks the last one, two and three words up as cues.
    fn look_up(&mut self) {
        let table = cues::table();
        let mut key = 0;
        let s = &mut self.shape;
        s.whole_cues = Cues::default();
        for (words, &hash) in self.last.iter().rev().enumerate().map(|(i, h)| (i as u32 + 1, h)) {
            if hash == 0 {
                break;
            }
            key = join(key, hash);
            let Some(entry) = table.get(key) else {
                continue;
            };
            let cues = entry.cues();
            if let Some(languages) = entry.function_of() {
                s.function += 1;
                for (i, count) in s.by_language.iter_mut().enumerate() {
                    *count = count.saturating_add((languages >> i & 1) as u8);
                }
            } else {
                s.cues |= cues;
                s.cue_words += if cues.any(Cues::FURNITURE) { words } else { 0 };
            }
            if words == self.spaced_words {
                s.first_cues |= cues;
                s.whole_cues = cues;
            }
        }
    }

    fn finish(mut self) -> Shape {
        self.end_word();
        let mut s = self.shape;
        if self.end == End::Sentence || self.pending_stop {
            s.sentences += 1;
        }
        s.end = self.end;
        s.words = self.spaced_words + s.dense.div_ceil(2);
        s.hash = self.line_hash;
        s.skeleton = self.skeleton;
        if self.spaced_words > 0 && s.dense > 0 {
            s.whole_cues = Cues::default();
        }
        s
    }
}

/// Scripts whose words are counted by characters: those that set no spaces between
/// words, and Hangul, where a word is a phrase of other languages.
fn dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

//! A word by itself, with the signs that may be part of it: `*`, `?`, and a suffix behind `~`.

use super::{Form, Operator, ends_word, with_suffix};
use crate::query::cursor::Cursor;
use crate::query::{Node, Word};
use dateline_text::{Term, fold, is_character, terms};

pub(super) const OPERATOR: Operator = Operator {
    name: "word",
    syntax: "word",
    help: "The word in title or body, in any case and with or without accents. A word is a run of letters and digits; a possessive 's is dropped. Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan, which write no spaces between words, are found by what is typed: the same characters one after the other, wherever they stand in a sentence.",
    cases: &[
        ("Taliban", "taliban"),
        ("Élysée", "elysee"),
        ("China’s", "china"),
        ("China's economy", "china economy"),
        ("60km", "60km"),
        ("2,500", "\"2 500\""),
        ("1,234,567 oil", "\"1 234 567\" oil"),
        ("12,34,567", "\"12 34 567\""),
        ("2,500-mile", "\"2 500 mile\""),
        ("2,500, oil", "\"2 500\", oil"),
        ("oil,2,500", "oil, \"2 500\""),
        ("-2,500", "-\"2 500\""),
        ("2023,2024", "2023, 2024"),
        ("1,2", "1, 2"),
        ("10,20", "10, 20"),
        ("2,5000", "2, 5000"),
        ("2, 500", "2, 500"),
        ("be\u{ad}gin\u{200b}ners", "beginners"),
        ("be\u{ad}gin*", "begin*"),
        ("阿富汗", "阿富汗"),
        ("iPhone在中国", "\"iphone 在中国\""),
        ("…", ""),
        ("", ""),
    ],
    form: Form::Plain,
};

/// Characters that are not seen and part no word, as text copied from a page holds them: soft hyphen, zero-width
/// space, word joiner, byte order mark.
const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// Where a word stands: alone, or between quotes, where every letter counts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Alone,
    Phrase,
}

/// Reads a bare word; several when hyphens or the like divide it, which must
/// then stand next to each other.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Node> {
    let start = cursor.at();
    // A comma within a number is no comma between series.
    cursor.advance(grouped_number(cursor.rest()));
    cursor.take_until(|c| c.is_whitespace() || ends_word(c));
    let chunk = cursor.between(start, cursor.at());
    let words = words_of(cursor, chunk, start, Place::Alone);
    (!words.is_empty()).then(|| Node::phrase(words))
}

/// Bytes of the number with commas between its thousands ("2,500", "12,34,567") that `text` begins with; 0 where it
/// begins with none. Digits behind a comma that are no group of three end it: "2023,2024" are two numbers.
fn grouped_number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    if !(1..=3).contains(&end) {
        return 0;
    }
    let mut whole = 0;
    while bytes.get(end) == Some(&b',') {
        match digits(end + 1) {
            0 => break,
            // Lakhs: groups of two before the last of three.
            2 => end += 3,
            3 => {
                end += 4;
                whole = end;
            }
            _ => return 0,
        }
    }
    if whole == end { whole } else { 0 }
}

/// The words of `chunk`, which begins at byte `start` of the query and holds no
/// white space.
pub(crate) fn words_of(
    cursor: &mut Cursor<'_>,
    chunk: &str,
    start: usize,
    place: Place,
) -> Vec<Word> {
    let (base, suffix) = match chunk.split_once('~') {
        Some((base, suffix)) => (base, Some(suffix)),
        None => (chunk, None),
    };
    let base = if place == Place::Alone { without_possessive(base) } else { base };
    let seen: String;
    let base = if base.contains(UNSEEN) {
        seen = base.replace(UNSEEN, "");
        &seen
    } else {
        base
    };
    let mut words = Pieces::read(cursor, base, (start, start + chunk.len()));
    if let Some(piece) = base.split(|c| !is_part(c)).find(|piece| asked(piece).is_some()) {
        // Characters that are not seen may stand within it.
        let found = chunk.find(piece).map(|at| (start + at, start + at + piece.len()));
        let (from, to) = found.unwrap_or((start, start + chunk.len()));
        let message = "? behind a word was read as punctuation; \
                       for one more letter write an expression such as /roads?/";
        cursor.problem(from, to, message);
    }
    if let Some(suffix) = suffix {
        let span = (start + chunk.len() - suffix.len() - 1, start + chunk.len());
        apply_suffix(cursor, &mut words, suffix, span);
    }
    words
}

fn apply_suffix(
    cursor: &mut Cursor<'_>,
    words: &mut Vec<Word>,
    suffix: &str,
    (start, end): (usize, usize),
) {
    let [Word::Exact(word)] = words.as_slice() else {
        cursor.problem(start, end, "~ goes with one whole word; it was ignored");
        return;
    };
    if is_character(word) {
        cursor.problem(start, end, "~ goes with words between spaces; it was ignored");
        return;
    }
    // Punctuation may follow: "goverment~1."
    let suffix = suffix.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (read, problem) = with_suffix(word, suffix);
    if let Some(problem) = problem {
        cursor.problem(start, end, problem);
    }
    words[0] = read;
}

/// The chunk without a possessive at its end: "China’s", but not "s".
fn without_possessive(chunk: &str) -> &str {
    let bare = chunk.trim_end_matches(|c: char| !is_part(c));
    ["'s", "’s", "'S", "’S", "ʼs", "＇s"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .filter(|rest| rest.chars().any(char::is_alphanumeric))
        .unwrap_or(chunk)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '*' | '?') || ('\u{300}'..='\u{36f}').contains(&c)
}

/// What was read of a chunk so far.
#[derive(Default)]
struct Pieces {
    words: Vec<Word>,
    /// A word with its signs, which may go on.
    open: String,
    /// Signs since a character of a script without spaces: they count between two of them.
    signs: Option<String>,
}

impl Pieces {
    /// The words of `chunk`, which stands at the bytes `place` of the query: its terms, each
    /// with the wildcards that touch it.
    fn read(cursor: &mut Cursor<'_>, chunk: &str, place: (usize, usize)) -> Vec<Word> {
        let mut pieces = Pieces::default();
        let mut at = 0;
        for term in terms(chunk) {
            pieces.between(&chunk[at..term.span.start as usize]);
            pieces.term(term, cursor, place);
            at = term.span.end as usize;
        }
        pieces.between(&chunk[at..]);
        pieces.close();
        pieces.words
    }

    /// Reads what stands between two terms.
    fn between(&mut self, text: &str) {
        for c in text.chars() {
            match (c, &mut self.signs) {
                ('*' | '?', Some(signs)) => signs.push(c),
                ('*' | '?', None) => self.open.push(c),
                _ => self.close(),
            }
        }
    }

    fn term(&mut self, term: Term<'_>, cursor: &mut Cursor<'_>, (start, end): (usize, usize)) {
        let folded = fold(term.text);
        // A mark that was parted from its letter is none of a word.
        let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
        if folded.is_empty() {
            return;
        }
        if !is_character(folded) {
            // "中*abc": the sign is of the word with spaces around it.
            self.open.extend(self.signs.take());
            self.open.push_str(folded);
            return;
        }
        if let Some(signs) = self.signs.take() {
            if signs.contains('*') {
                cursor.problem(start, end, ANY_CHARACTER);
            }
            let any = Word::Wild("*".to_owned());
            self.words.extend(signs.chars().map(|_| any.clone()));
        }
        if !self.open.chars().any(|c| !matches!(c, '*' | '?')) {
            // A text without spaces goes on before and behind anyway.
            self.open.clear();
        }
        self.close();
        let word = folded.to_owned();
        let follows =
            |before: &Word| matches!(before, Word::Joined(_)) || is_exact_character(before);
        let joined = term.joined && self.words.last().is_some_and(follows);
        self.words.push(if joined { Word::Joined(word) } else { Word::Exact(word) });
        self.signs = Some(String::new());
    }

    /// Ends the word that is open.
    fn close(&mut self) {
        self.signs = None;
        self.words.extend(word_of(&std::mem::take(&mut self.open)));
    }
}

fn is_exact_character(word: &Word) -> bool {
    matches!(word, Word::Exact(word) if is_character(word))
}

const ANY_CHARACTER: &str = "between characters that are written without spaces, * stands for one character; NEAR finds more";

/// The word that folded letters and digits with wildcards stand for; `None` when nothing is
/// left of it.
fn word_of(piece: &str) -> Option<Word> {
    if !piece.contains(['*', '?']) {
        return (!piece.is_empty()).then(|| Word::Exact(piece.to_owned()));
    }
    if let Some(word) = asked(piece) {
        return Some(Word::Exact(word.to_owned()));
    }
    let mut pattern = String::with_capacity(piece.len());
    for c in piece.chars() {
        if c != '*' || !pattern.ends_with('*') {
            pattern.push(c);
        }
    }
    // Question marks alone are punctuation.
    pattern.bytes().any(|b| b != b'?').then_some(Word::Wild(pattern))
}

/// The word of a piece that ends with a question mark and holds no other sign: "Is it open?"
/// asks, it does not look for five letters.
fn asked(piece: &str) -> Option<&str> {
    let word = piece.strip_suffix('?')?;
    (!word.is_empty() && !word.contains(['*', '?'])).then_some(word)
}

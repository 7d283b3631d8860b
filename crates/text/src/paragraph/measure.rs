//! Measurements of a line that tell whether the next one continues it.

use crate::lines::Line;

/// How the first word of a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With a small letter.
    Lower,
    /// With a capital letter.
    Upper,
    /// With a letter of a script that has no capitals.
    Uncased,
    /// With a digit or a mark.
    Other,
}

/// Marks at which a line ends whole.
const ENDS: [char; 13] = ['.', '!', '?', '…', ':', '。', '！', '？', '：', '؟', '۔', '।', '．'];

/// One line, measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    /// White space before the first character, in characters; a tab counts eight.
    pub(super) indent: u32,
    /// Characters up to the last one to be seen, indentation included.
    pub(super) chars: u32,
    /// Columns up to the last one to be seen: wide characters count two.
    pub(super) columns: u32,
    /// Characters of the first word; one where words are not parted by spaces.
    pub(super) first_word: u32,
    /// Characters up to the first white space.
    pub(super) first_chunk: u32,
    pub(super) start: Start,
    /// Whether the line breaks off within a sentence.
    pub(super) open: bool,
    /// Whether a word goes on after the line's last hyphen.
    pub(super) hyphen: bool,
    /// Whether wide gaps part the line into columns.
    pub(super) table: bool,
    /// Whether a third of its letters and digits are digits.
    pub(super) figures: bool,
    /// Whether a bullet leads it.
    pub(super) bullet: bool,
    /// Whether a dash leads it, which may be a bullet.
    pub(super) dash: bool,
    /// Whether the number or letter of a list leads it: "2.", "b)", "(iv)".
    pub(super) number: bool,
    /// Whether it has no letter or digit: a rule, stars.
    pub(super) rule: bool,
    /// Whether it is one word: an address that could not be broken.
    pub(super) one_word: bool,
    /// Whether most of its letters are of scripts that set no spaces.
    pub(super) dense: bool,
    pub(super) blank_before: u8,
}

impl Measured {
    /// Whether `next` surely goes on with the sentence of this line, wherever it was broken.
    pub(super) fn leads_to(&self, next: &Measured) -> bool {
        self.open && next.start == Start::Lower && !self.table && !next.table && !next.bullet
    }

    /// Whether neither this line nor `next` can belong to a paragraph with the other: rows
    /// of tables, rules, items of lists.
    pub(super) fn parts_from(&self, next: &Measured) -> bool {
        self.table || next.table || self.rule || next.rule || next.bullet
    }

    /// Whether a list's bullet, dash or number leads the line.
    pub(super) fn is_item(&self) -> bool {
        self.bullet || self.dash || self.number
    }
}

/// Measures one line in one pass over its characters.
pub(super) fn measure(text: &str, line: &Line) -> Measured {
    let raw = &text[line.start as usize..line.span.start as usize];
    let words = line.span.of(text);
    let indent = raw.chars().map(|c| match c {
        '\t' => 8,
        c if c.is_whitespace() => 1,
        _ => 0,
    });
    let indent: u32 = indent.sum();
    let (mut chars, mut wide, mut dense, mut letters, mut gap) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut digits, mut first_chunk, mut spaced) = (0u32, 0u32, false);
    let (mut first_word, mut in_first, mut table, mut seen) = (0u32, true, false, false);
    for c in words.chars() {
        if c == '\u{ad}'
            || ('\u{200b}'..='\u{200f}').contains(&c)
            || ('\u{300}'..='\u{36f}').contains(&c)
        {
            chars += 1;
            continue;
        }
        chars += 1;
        if c == ' ' || c == '\t' || c.is_whitespace() {
            gap += if c == '\t' { 4 } else { 1 };
            (in_first, spaced) = (false, true);
            continue;
        }
        first_chunk += u32::from(!spaced);
        table |= gap >= 3;
        gap = 0;
        if c.is_alphanumeric() {
            seen = true;
            letters += 1;
            digits += u32::from(c.is_numeric());
        }
        if is_wide(c) {
            wide += 1;
            dense += 1;
            first_word += u32::from(in_first);
            in_first = false;
        } else if ('\u{e00}'..='\u{eff}').contains(&c) {
            dense += 1;
        }
        first_word += u32::from(in_first);
    }
    let mark = Mark::of(words);
    let last = words.trim_end_matches(['"', '\'', '”', '’', '»', '」', '』', ')', ']', '）']);
    let open = !last.ends_with(ENDS);
    Measured {
        indent,
        chars: indent + chars,
        columns: indent + chars + wide,
        first_word: first_word.max(1),
        first_chunk,
        start: start(words),
        open,
        hyphen: ends_at_hyphen(words),
        table,
        figures: digits * 3 >= letters && digits > 1,
        bullet: mark == Mark::Bullet,
        dash: mark == Mark::Dash,
        number: mark == Mark::Number,
        rule: !seen,
        one_word: !words.contains(char::is_whitespace),
        dense: dense * 2 > letters,
        blank_before: line.blank_before,
    }
}

/// Characters that take two columns: Han, Kana, Hangul, full-width forms.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether the last character is a hyphen or dash that touches a word.
fn ends_at_hyphen(words: &str) -> bool {
    let mut last = words.chars().rev();
    matches!(last.next(), Some('-' | '\u{2010}' | '\u{ad}' | '–' | '—'))
        && last.next().is_some_and(|c| !c.is_whitespace())
}

fn start(words: &str) -> Start {
    match words.chars().find(|c| !matches!(c, '"' | '\'' | '“' | '‘' | '«' | '„' | '(' | '['))
    {
        Some(c) if c.is_lowercase() => Start::Lower,
        Some(c) if c.is_uppercase() => Start::Upper,
        Some(c) if c.is_alphabetic() => Start::Uncased,
        _ => Start::Other,
    }
}

/// The marker that leads a line of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Bullet,
    Dash,
    Number,
    None,
}

impl Mark {
    fn of(words: &str) -> Mark {
        let mut chars = words.chars();
        match chars.next() {
            Some('•' | '·' | '‣' | '▪' | '●' | '◦' | '■' | '►' | '>') => {
                Mark::Bullet
            }
            Some('*') if chars.as_str().starts_with(char::is_whitespace) => Mark::Bullet,
            Some('-' | '–' | '—' | '|') if chars.as_str().starts_with(char::is_whitespace) => {
                Mark::Dash
            }
            Some(c) if c.is_ascii_alphanumeric() || c == '(' => {
                let head = words.split_whitespace().next().unwrap_or("");
                if head.len() == words.len() {
                    return Mark::None;
                }
                let Some(name) = head.strip_suffix(['.', ')']) else { return Mark::None };
                let name = name.strip_prefix('(').unwrap_or(name);
                let digits = name.len() <= 2 && name.bytes().all(|b| b.is_ascii_digit());
                let letter = head.ends_with(')') && name.len() == 1;
                if !name.is_empty() && (digits || letter) { Mark::Number } else { Mark::None }
            }
            _ => Mark::None,
        }
    }
}

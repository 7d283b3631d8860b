//! The operators of the query language: one file each, one table of them all.
//! The parser finds signs, words and field names here; the page's help and the
//! documentation print the same table.

pub(crate) mod alternatives;
pub(crate) mod and;
pub(crate) mod date;
pub(crate) mod field;
pub(crate) mod fuzzy;
pub(crate) mod group;
pub(crate) mod near;
pub(crate) mod not;
pub(crate) mod or;
pub(crate) mod phrase;
pub(crate) mod proximity;
pub(crate) mod regex;
pub(crate) mod required;
pub(crate) mod series;
pub(crate) mod stem;
pub(crate) mod wildcard;
pub(crate) mod word;
pub(crate) mod zone;

use crate::query::cursor::Cursor;
use crate::query::{Node, Word};

/// One construct of the query language, as the help shows it.
#[derive(Debug)]
pub struct Operator {
    /// Short name: "phrase".
    pub name: &'static str,
    /// How it is written: `"a b"`.
    pub syntax: &'static str,
    /// Its help: what it finds, as a sentence.
    pub help: &'static str,
    /// Queries as typed, each with its canonical text; the tests run them.
    pub cases: &'static [(&'static str, &'static str)],
    pub(crate) form: Form,
}

/// Where an operator stands in a query, for the parser.
pub(crate) enum Form {
    /// No sign of its own, or one that its neighbour reads.
    Plain,
    /// Between two conditions: words in capitals, or signs.
    Infix(Infix, &'static [&'static str]),
    /// After a word, behind `~`: the word that the text behind the sign makes of it.
    Suffix(Suffix),
    /// Before a condition.
    Prefix(Prefix, &'static [&'static str]),
    /// From an opening sign on.
    Enclosed(&'static [char], fn(&mut Cursor<'_>) -> Option<Node>),
    /// `name:` and then a value.
    Field(&'static [&'static str], fn(&mut Cursor<'_>, &str) -> Option<Node>),
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Form::Plain => "Plain",
            Form::Infix(..) => "Infix",
            Form::Suffix(..) => "Suffix",
            Form::Prefix(..) => "Prefix",
            Form::Enclosed(..) => "Enclosed",
            Form::Field(..) => "Field",
        })
    }
}

/// Reads what stands behind `~` after a word (folded): `None` where it is of another
/// operator, else the word to search for and a problem, if there is one.
pub(crate) type Suffix = fn(word: &str, suffix: &str) -> Option<(Word, Option<String>)>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Infix {
    And,
    Or,
    Near,
    Bar,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Prefix {
    Not,
    Required,
}

/// One list, two tables: the parser needs no help, and a page that has not shown it
/// yet does not carry it.
macro_rules! operators {
    ($($operator:path),* $(,)?) => {
        /// Every operator, in the order of the help.
        pub static OPERATORS: &[Operator] = &[$($operator),*];
        /// Where each of them stands in a query.
        static FORMS: &[Form] = &[$($operator.form),*];
    };
}

operators![
    word::OPERATOR,
    phrase::OPERATOR,
    and::OPERATOR,
    or::OPERATOR,
    not::OPERATOR,
    required::OPERATOR,
    group::OPERATOR,
    alternatives::OPERATOR,
    series::OPERATOR,
    wildcard::OPERATOR,
    fuzzy::OPERATOR,
    stem::OPERATOR,
    proximity::OPERATOR,
    near::OPERATOR,
    regex::OPERATOR,
    zone::TITLE_AND_BODY,
    zone::IN,
    field::OPERATOR,
    date::OPERATOR,
];

/// Whether the sign or word of `wanted` stands here (after white space).
pub(crate) fn at_infix(cursor: &mut Cursor<'_>, wanted: Infix) -> bool {
    cursor.skip_space();
    infix_here(cursor.rest(), wanted).is_some()
}

/// Moves over the sign or word of `wanted` and any white space before it, and
/// gives the number after its slash (`NEAR/5`; else the default of the
/// operator). Stays where it is when another thing stands here.
pub(crate) fn eat_infix(cursor: &mut Cursor<'_>, wanted: Infix) -> Option<u32> {
    let space = cursor.rest().len() - cursor.rest().trim_start().len();
    let (bytes, number) = infix_here(&cursor.rest()[space..], wanted)?;
    cursor.advance(space + bytes);
    Some(number)
}

fn infix_here(rest: &str, wanted: Infix) -> Option<(usize, u32)> {
    FORMS.iter().find_map(|form| match *form {
        Form::Infix(infix, signs) if infix == wanted => {
            signs.iter().find_map(|sign| sign_here(rest, sign, infix))
        }
        _ => None,
    })
}

fn sign_here(rest: &str, sign: &str, infix: Infix) -> Option<(usize, u32)> {
    let after = rest.strip_prefix(sign)?;
    if infix == Infix::Near {
        return near::number(after).map(|(bytes, gap)| (sign.len() + bytes, gap));
    }
    (!is_word_sign(sign) || ends_keyword(after)).then_some((sign.len(), 0))
}

fn is_word_sign(sign: &str) -> bool {
    sign.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a keyword may end before `after`.
pub(crate) fn ends_keyword(after: &str) -> bool {
    after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || ends_word(c))
}

/// Characters that end a bare word besides white space.
pub(crate) fn ends_word(c: char) -> bool {
    matches!(c, '(' | ')' | '"' | '“' | '”' | '„' | '«' | '»' | ',' | '|')
}

/// The word that `suffix`, which stands behind `~`, makes of `word`, and a problem, if
/// there is one.
pub(crate) fn with_suffix(word: &str, suffix: &str) -> (Word, Option<String>) {
    let read = FORMS.iter().find_map(|form| match *form {
        Form::Suffix(read) => read(word, suffix),
        _ => None,
    });
    read.unwrap_or_else(|| {
        let problem = "after ~ goes 1, 2 or s; it was ignored".to_owned();
        (Word::Exact(word.to_owned()), Some(problem))
    })
}

/// Moves over a sign or word that stands before a condition.
pub(crate) fn eat_prefix(cursor: &mut Cursor<'_>) -> Option<Prefix> {
    let (bytes, prefix) = prefix_here(cursor.rest())?;
    cursor.advance(bytes);
    Some(prefix)
}

/// Whether such a sign stands here.
pub(crate) fn at_prefix(cursor: &Cursor<'_>) -> bool {
    prefix_here(cursor.rest()).is_some()
}

fn prefix_here(rest: &str) -> Option<(usize, Prefix)> {
    FORMS.iter().find_map(|form| match *form {
        Form::Prefix(prefix, signs) => signs.iter().find_map(|sign| {
            let after = rest.strip_prefix(sign)?;
            let whole = if is_word_sign(sign) {
                ends_keyword(after)
            } else {
                // A dash on its own is punctuation.
                after.starts_with(|c: char| !c.is_whitespace())
            };
            whole.then_some((sign.len(), prefix))
        }),
        _ => None,
    })
}

/// Reads what an opening sign begins.
pub(crate) fn read_enclosed(cursor: &mut Cursor<'_>) -> Option<Node> {
    let sign = cursor.peek()?;
    let read = FORMS.iter().find_map(|form| match *form {
        Form::Enclosed(signs, read) if signs.contains(&sign) => Some(read),
        _ => None,
    })?;
    read(cursor)
}

/// Reads `name:` and what follows it.
pub(crate) fn read_field(cursor: &mut Cursor<'_>) -> Option<Node> {
    let (name, bytes) = field::name_here(cursor.rest())?;
    let read = reader_of(&name);
    let value = cursor.rest()[bytes..].chars().next();
    let known = read.is_some();
    // "https://…" and "Note: a word" are text, "title: a word" is not.
    if !known && value.is_none_or(|c| c.is_whitespace() || c == '/' || c == ':') {
        return None;
    }
    let start = cursor.at();
    cursor.advance(bytes);
    let node = cursor.deeper(|cursor| match read {
        Some(read) => read(cursor, &name),
        None => field::read(cursor, &name),
    });
    if node.is_none() {
        let end = cursor.at();
        cursor.problem(start, end, format!("{name}: needs a value; it was ignored"));
    }
    node
}

type FieldReader = fn(&mut Cursor<'_>, &str) -> Option<Node>;

fn reader_of(name: &str) -> Option<FieldReader> {
    FORMS.iter().find_map(|form| match *form {
        Form::Field(names, read) if names.contains(&name) => Some(read),
        _ => None,
    })
}

/// The field names that the language itself knows.
pub(crate) fn field_names() -> impl Iterator<Item = &'static str> {
    FORMS.iter().flat_map(|form| match *form {
        Form::Field(names, _) => names.iter().copied(),
        _ => [].iter().copied(),
    })
}

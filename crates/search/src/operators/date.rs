//! `date:2021-08`, `date:[2021-08 TO 2021-12]`, `after:2021-08-15`, dates as people write them.

use super::{Form, Operator, field};
use crate::query::cursor::Cursor;
use crate::query::{Bound, Filter, Node, Series, Test};
use dateline_text::calendar::days_in_month;
use dateline_text::english::MONTHS;

pub(super) const OPERATOR: Operator = Operator {
    name: "date",
    syntax: "date:2021-08  or  date:March 2021  or  date:[2021-08 TO 2021-12]  or  after:2021-08-15",
    help: "Articles by the date they were published: a year, month or day, a range, from (since:) or up to one (until:), without it (after:, before:). Articles without a date match none of these. In a query of several series, a date beside other words of one series holds for all; a date alone is a series of its own.",
    cases: &[
        ("date:2021", "date:2021"),
        ("date:[2021-08 TO 2021-12]", "date:[2021-08 TO 2021-12]"),
        ("date:[2021-08 TO *]", "date:>=2021-08"),
        ("date:>=2021-08-15", "date:>=2021-08-15"),
        ("date:<2021-08-15", "date:<2021-08-15"),
        ("date:2021-08..2021-12", "date:[2021-08 TO 2021-12]"),
        ("date:2021-08..*", "date:>=2021-08"),
        ("date:1987-3", "date:1987-03"),
        ("date:3/1987", "date:1987-03"),
        ("date:March 1987 oil", "date:1987-03 oil"),
        ("date:March 1987, oil", "date:1987-03, oil"),
        ("date:1987 march", "date:1987 march"),
        ("(date:March 1987) oil", "date:1987-03 oil"),
        ("date:\"1 Mar. 1987\"", "date:1987-03-01"),
        ("date:March 1, 1987", "date:1987-03-01"),
        ("date:[1987-3 TO \"May 1987\"]", "date:[1987-03 TO 1987-05]"),
        ("after:1987-3-1", "date:>1987-03-01"),
        ("since:March 1987", "date:>=1987-03"),
        ("before:1987", "date:<1987"),
        ("until:1987-03", "date:<=1987-03"),
        ("date:yesterday", "date:yesterday"),
        ("date:\"2021..2022\"", "date:\"2021..2022\""),
        ("opec, tanker date:1987-3", "opec date:1987-03, tanker date:1987-03"),
        ("opec date:1986, tanker date:1987", "opec date:1986, tanker date:1987"),
    ],
    form: Form::Field(&[FIELD, "after", "since", "before", "until"], read),
};

/// The field that the host knows.
const FIELD: &str = "date";

/// The most words of a date that is written out: day, month, year.
const MAX_DATE_WORDS: usize = 3;

fn read(cursor: &mut Cursor<'_>, name: &str) -> Option<Node> {
    cursor.skip_space();
    let start = cursor.at();
    let mut node = match written_out(cursor) {
        Some(iso) => Node::Filter(Filter { field: FIELD.to_owned(), test: Test::Is(iso) }),
        None => field::read(cursor, FIELD)?,
    };
    let end = cursor.at();
    if let Some(value) = settle(&mut node, name) {
        let message = format!("{value} is no date; write 2021, 2021-08, 2021-08-15 or August 2021");
        cursor.problem(start, end, message);
    }
    Some(node)
}

/// Moves over a date of several words, such as `March 1987`, and gives it in ISO 8601.
fn written_out(cursor: &mut Cursor<'_>) -> Option<String> {
    let rest = cursor.rest();
    let ends: Vec<usize> = rest
        .split_inclusive(' ')
        .scan(0, |end, word| {
            *end += word.len();
            Some(*end - (word.len() - word.trim_end().len()))
        })
        .take(MAX_DATE_WORDS)
        .collect();
    let whole = |end: &usize| {
        let text = rest[..*end].trim_end_matches([')', ',']);
        // A year comes last here: behind `date:1987 March` a word may follow.
        let is_written = text.contains(' ') && text.contains(char::is_alphabetic);
        let is_year = text.split(' ').next().is_some_and(|first| iso_date(first).is_some());
        Some((text.len(), iso_date(text).filter(|_| is_written && !is_year)?))
    };
    let (bytes, iso) = ends.iter().rev().find_map(whole)?;
    cursor.advance(bytes);
    Some(iso)
}

/// Writes every date of a condition in ISO 8601 and turns it into what `name` asks for; gives the
/// first value that is no date.
fn settle(node: &mut Node, name: &str) -> Option<String> {
    match node {
        Node::Or(sides) => {
            let wrong: Vec<String> =
                sides.iter_mut().filter_map(|side| settle(side, name)).collect();
            wrong.into_iter().next()
        }
        Node::Filter(filter) => {
            let values: Vec<&mut String> = match &mut filter.test {
                Test::Is(value) => vec![value],
                Test::Range { from, to } => {
                    [from, to].into_iter().flatten().map(|bound| &mut bound.value).collect()
                }
            };
            let mut wrong = None;
            for value in values {
                match iso_date(value) {
                    Some(iso) => *value = iso,
                    None if value == "*" => {}
                    None => wrong = wrong.or(Some(value.clone())),
                }
            }
            if let Test::Is(value) = &filter.test {
                let bound = |inclusive| Some(Bound { value: value.clone(), inclusive });
                let (from, to) = match name {
                    "after" => (bound(false), None),
                    "since" => (bound(true), None),
                    "before" => (None, bound(false)),
                    "until" => (None, bound(true)),
                    _ => return wrong,
                };
                filter.test = Test::Range { from, to };
            }
            wrong
        }
        _ => None,
    }
}

/// Lets a date that stands in one series alone hold for all.
pub(crate) fn share(series: &mut [Series]) {
    let is_dated = |one: &Series| is_date(&one.node) || !dates_of(&one.node).is_empty();
    let mut dated = series.iter().filter(|one| is_dated(one)).map(|one| dates_of(&one.node));
    // A date alone is a series of its own.
    let (Some(shared), None) = (dated.next().filter(|dates| !dates.is_empty()), dated.next())
    else {
        return;
    };
    for one in series.iter_mut().filter(|one| !is_dated(one)) {
        let node = std::mem::replace(&mut one.node, Node::All);
        one.node = Node::and([node].into_iter().chain(shared.iter().cloned()).collect());
    }
}

/// The conditions on the date that hold for all that a condition matches besides.
fn dates_of(node: &Node) -> Vec<Node> {
    match node {
        Node::And(sides) => sides.iter().filter(|side| is_date(side)).cloned().collect(),
        _ => Vec::new(),
    }
}

fn is_date(node: &Node) -> bool {
    match node {
        Node::Filter(filter) => filter.field == FIELD,
        Node::Not(inner) => matches!(&**inner, Node::Filter(filter) if filter.field == FIELD),
        _ => false,
    }
}

/// A part of a date as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Year(u32),
    Month(u32),
    /// One or two digits: a month or a day.
    Number(u32),
}

/// A date as people write it, in ISO 8601 to the precision that it has: `1987-3`, `3/1987`,
/// `March 1987`, `1 March 1987`, `Mar. 1, 1987`, `1987-03-01`. `None` for what is no date, and for
/// what could be two: `1/2/1987`.
///
/// ```
/// assert_eq!(dateline_search::iso_date("March 1987").as_deref(), Some("1987-03"));
/// assert_eq!(dateline_search::iso_date("1/2/1987"), None);
/// ```
pub fn iso_date(text: &str) -> Option<String> {
    use Part::{Month, Number, Year};
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let pieces =
        words.flat_map(|word| word.strip_suffix('.').unwrap_or(word).split(['-', '/', '.']));
    let mut parts = Vec::new();
    for piece in pieces {
        parts.push(part(piece).filter(|_| parts.len() < MAX_DATE_WORDS)?);
    }
    let (year, month, day) = match parts[..] {
        [Year(y)] => (y, 0, 0),
        [Year(y), Number(m) | Month(m)] | [Number(m) | Month(m), Year(y)] => (y, m, 0),
        [Year(y), Number(m) | Month(m), Number(d)]
        | [Number(d), Month(m), Year(y)]
        | [Month(m), Number(d), Year(y)] => (y, m, d),
        [Number(d), Number(m), Year(y)] if d > 12 || d == m => (y, m, d),
        [Number(m), Number(d), Year(y)] if d > 12 => (y, m, d),
        _ => return None,
    };
    match parts.len() {
        1 => Some(format!("{year:04}")),
        2 => (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}")),
        _ => {
            let fits = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
            fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
        }
    }
}

fn part(piece: &str) -> Option<Part> {
    let number = |digits: &str| digits.parse().ok();
    if piece.bytes().all(|b| b.is_ascii_digit()) {
        return match piece.len() {
            4 => number(piece).map(Part::Year),
            1 | 2 => number(piece).map(Part::Number),
            _ => None,
        };
    }
    let name = piece.to_ascii_lowercase();
    let is_month = |month: &str| {
        let short = month.get(..3).is_some_and(|short| name.eq_ignore_ascii_case(short));
        short || name.eq_ignore_ascii_case(month) || (name == "sept" && month == "September")
    };
    if let Some(at) = MONTHS.iter().position(|month| is_month(month)) {
        return Some(Part::Month(at as u32 + 1));
    }
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| name.strip_suffix(end))?;
    (day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit()))
        .then(|| number(day).map(Part::Number))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        let rows = [
            ("1987", Some("1987")),
            ("1987-3", Some("1987-03")),
            ("1987-03-1", Some("1987-03-01")),
            ("1987/03/01", Some("1987-03-01")),
            ("03.1987", Some("1987-03")),
            ("MARCH 1987", Some("1987-03")),
            ("Sept. 1987", Some("1987-09")),
            ("1987 Mar", Some("1987-03")),
            ("1st March 1987", Some("1987-03-01")),
            ("March 1, 1987", Some("1987-03-01")),
            ("1 March 1987", Some("1987-03-01")),
            ("13/2/1987", Some("1987-02-13")),
            ("2/13/1987", Some("1987-02-13")),
            ("2/2/1987", Some("1987-02-02")),
            ("29 February 1988", Some("1988-02-29")),
            // Either day or month may come first.
            ("1/2/1987", None),
            ("29 February 1987", None),
            ("1987-13", None),
            ("1987-00", None),
            ("1987..1988", None),
            ("87", None),
            ("March", None),
            ("1987-03-01-02", None),
            ("", None),
            ("*", None),
        ];
        for (text, want) in rows {
            assert_eq!(iso_date(text).as_deref(), want, "{text}");
        }
    }
}

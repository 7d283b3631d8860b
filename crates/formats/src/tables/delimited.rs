//! Tables: CSV with commas, semicolons or tabs; a row an article.

use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::dates::any_date;
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::{self, Row};
use crate::tables::dates::{DateOrders, Seen};
use crate::text::decode::{decode, guess};
use encoding_rs::Encoding;
use std::collections::HashSet;
use std::io::{self, BufRead, Cursor, Read};

/// Tables of text.
pub(crate) static FORMAT: Format = Format {
    name: "CSV and TSV",
    label: "row",
    endings: &["csv", "tsv", "tab"],
    looks_like,
    reader: Reader::Cut(rows),
    ..Format::BASE
};

/// Cuts a table into its rows.
fn rows<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let head = file.head.clone();
    let is_wide = Encoding::for_bom(&head).is_some_and(|(e, _)| e != encoding_rs::UTF_8);
    if is_wide || head.contains(&0) {
        // Spreadsheets save UTF-16 too; the csv crate reads bytes that hold ASCII.
        let text =
            bounded(file.read(), place.limits.document).and_then(|bytes| decode(&bytes, None));
        return match text {
            Ok(decoded) => {
                let dialect = Dialect::of(&place, decoded.text.as_bytes());
                let orders = orders(&place, dialect, &mut decoded.text.as_bytes());
                narrow(place, dialect, orders, Cursor::new(decoded.text.into_bytes()))
            }
            Err(reason) => place.refuse(reason),
        };
    }
    let dialect = Dialect::of(&place, &head);
    let mut found = DateOrders::default();
    match file.read_after(|table| found = orders(&place, dialect, table)) {
        Ok(table) => narrow(place, dialect, found, table),
        Err(error) => place.refuse(io_reason(&error)),
    }
}

/// Rows of a table without a date in numbers, behind which none is looked for.
const MAX_ROWS_WITHOUT_NUMBERS: usize = 1_000;

/// The order of day and month in the columns of dates. What cannot be read is told where it is
/// cut.
fn orders(place: &Place, dialect: Dialect, table: &mut dyn BufRead) -> DateOrders {
    let mut seen = Seen::default();
    let Ok(mut reader) = dialect.reader(table) else { return DateOrders::default() };
    let mut record = csv::ByteRecord::new();
    if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
        return DateOrders::default();
    }
    let mut words = Words::default();
    let Ok(names) = Names::of(&record, &mut words, place) else { return DateOrders::default() };
    let is_date = |at: &usize| columns::is_date(&names.names[*at], &place.limits.columns);
    let dates: Vec<usize> = (0..names.names.len()).filter(is_date).collect();
    let mut is_row = names.is_row;
    for number in 0.. {
        let is_end = !std::mem::take(&mut is_row)
            && !matches!(reader.read_byte_record(&mut record), Ok(true));
        if is_end || dates.is_empty() || seen.is_empty() && number > MAX_ROWS_WITHOUT_NUMBERS {
            break;
        }
        for at in &dates {
            let value = record.get(*at).unwrap_or_default();
            seen.see(&names.names[*at], &String::from_utf8_lossy(value));
        }
    }
    seen.orders()
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dialect {
    /// Bytes of lines above the names of the columns: who exported what, and when.
    above: usize,
    delimiter: u8,
    /// Whether a quotation mark within a value has a backslash before it, as databases write it.
    has_backslashes: bool,
}

impl Dialect {
    /// The dialect of a table, by its first bytes.
    fn of(place: &Place, head: &[u8]) -> Dialect {
        let above = lines_above(place, head);
        let delimiter = delimiter(&place.name, &head[above..]);
        let is_within = |next: &u8| ![delimiter, b'\r', b'\n'].contains(next);
        let has_backslashes =
            head.windows(3).any(|three| three.starts_with(b"\\\"") && is_within(&three[2]));
        Dialect { above, delimiter, has_backslashes }
    }

    /// A reader of the table's rows, that of the names included.
    ///
    /// # Errors
    /// When the table cannot be read.
    fn reader<R: Read>(self, mut table: R) -> io::Result<csv::Reader<impl Read>> {
        io::copy(&mut table.by_ref().take(self.above as u64), &mut io::sink())?;
        let (named, begun) = separator_line(&mut table)?;
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(named.unwrap_or(self.delimiter)).flexible(true).has_headers(false);
        builder.escape(self.has_backslashes.then_some(b'\\'));
        Ok(builder.from_reader(Cursor::new(begun).chain(table)))
    }
}

/// The most lines that a program writes above the names of the columns.
const MAX_LINES_ABOVE: usize = 20;

/// The bytes of the lines above the names of the columns; 0 when the first line is that of the
/// names, or none is.
fn lines_above(place: &Place, head: &[u8]) -> usize {
    let names = |line: &[u8]| -> Vec<String> {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_start_matches('\u{feff}').trim_end().to_owned();
        let delimiter = char::from(delimiter(&place.name, text.as_bytes()));
        text.split(delimiter).map(|name| name.trim().trim_matches('"').to_owned()).collect()
    };
    let mut at = 0;
    for (line, number) in head.split_inclusive(|b| *b == b'\n').zip(0..MAX_LINES_ABOVE) {
        let names = names(line);
        let columns = &place.limits.columns;
        let is_first = number == 0;
        let is_named = columns::check(&names, columns).is_ok()
            && (is_first || are_names(&names) && line.ends_with(b"\n"));
        if is_named || is_first && names.concat().starts_with("sep=") {
            return at;
        }
        at += line.len();
    }
    0
}

/// Whether these are names of columns and nothing else.
fn are_names(names: &[String]) -> bool {
    names.len() > 1
        && names.iter().all(|name| name.chars().count() <= 40)
        && columns::known(names) > 1
}

/// The names of the columns of a table.
struct Names {
    names: Vec<String>,
    /// Whether the first line is a row, and the names are made up.
    is_row: bool,
}

impl Names {
    /// The names, by the first line.
    ///
    /// # Errors
    /// Why there is no column with the text.
    fn of(first: &csv::ByteRecord, words: &mut Words, place: &Place) -> Result<Names, String> {
        let mut names: Vec<String> =
            first.iter().map(|n| words.read(n).trim().to_owned()).collect();
        if let Some(name) = names.first_mut() {
            *name = name.trim_start_matches('\u{feff}').to_owned();
        }
        if names.iter().all(String::is_empty) {
            return Err(NO_COLUMN.to_owned());
        }
        // A name is neither a text nor an address, whatever another cell is called.
        let is_row = |name: &String| name.chars().count() >= MIN_TEXT || name.starts_with("http");
        let found = match names.iter().any(is_row) {
            true => {
                Err("no names of columns in the first line; write them above the rows".to_owned())
            }
            false => columns::check(&names, &place.limits.columns),
        };
        match found {
            Ok(()) => Ok(Names { names, is_row: false }),
            Err(what) => {
                let names = named_by_content(&names).ok_or(what)?;
                Ok(Names { names, is_row: true })
            }
        }
    }
}

/// The fewest characters of a cell that is taken for a text where columns have no names.
const MIN_TEXT: usize = 200;

/// Whether a text begins with names of columns, between tabs, semicolons, bars or commas: what
/// Excel saves as "Unicode Text" is called `.txt`.
fn looks_like(head: &[u8]) -> bool {
    let Ok(decoded) = decode(head, None) else { return false };
    let Some((first, rest)) = decoded.text.split_once('\n') else { return false };
    if rest.trim().is_empty() {
        return false;
    }
    let first = first.trim_end();
    let delimiter = char::from(delimiter("", first.as_bytes()));
    let names: Vec<String> =
        first.split(delimiter).map(|name| name.trim().trim_matches('"').to_owned()).collect();
    are_names(&names) && columns::check(&names, &crate::Columns::default()).is_ok()
}

fn narrow<'a>(
    place: Place,
    dialect: Dialect,
    orders: DateOrders,
    table: impl Read + 'a,
) -> Documents<'a> {
    let mut reader = match dialect.reader(table) {
        Ok(reader) => reader,
        Err(error) => return place.refuse(io_reason(&error)),
    };
    let mut words = Words::default();
    let mut first = csv::ByteRecord::new();
    match reader.read_byte_record(&mut first) {
        Ok(true) => {}
        Ok(false) => return place.refuse(NO_COLUMN),
        Err(error) => return place.refuse(reason(&error)),
    }
    let Names { names, is_row } = match Names::of(&first, &mut words, &place) {
        Ok(names) => names,
        Err(what) => return place.refuse(what),
    };
    let mut waiting = is_row.then_some(first);
    let mut record = csv::ByteRecord::new();
    let (mut number, mut done) = (0, false);
    Box::new(std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let name = |id: String| format!("{}#{id}", place.name);
        let read = match waiting.take() {
            Some(first) => {
                record = first;
                Ok(true)
            }
            None => reader.read_byte_record(&mut record),
        };
        match read {
            Ok(false) if number == 1 => {
                done = true;
                Some(Err(Skipped::new(&place.name, "no row below the names of its columns")))
            }
            Ok(false) => None,
            Ok(true) if record.as_slice().len() > place.limits.document => {
                let what = too_long(record.as_slice().len() as u64, place.limits.document);
                Some(Err(Skipped::new(name(number.to_string()), what)))
            }
            Ok(true) => {
                // A value without a name is kept: one too many shows a text without quotes.
                let unnamed = |at: usize| format!("column {}", at + 1);
                let name_of = |at: usize| names.get(at).filter(|name| !name.is_empty()).cloned();
                let row: Row = (0..)
                    .zip(&record)
                    .map(|(at, value)| {
                        let name = name_of(at).unwrap_or_else(|| unnamed(at));
                        (name, vec![words.read(value)])
                    })
                    .filter(|(_, values)| values != &[""])
                    .collect();
                let id = columns::id(&row, &place.limits.columns);
                let name = name(id.unwrap_or_else(|| number.to_string()));
                // A row may lack its last columns; that it has no text is told then.
                let row = with_text(row, &names);
                let content = Content::Row(row, place.limits.columns.clone(), orders.clone());
                Some(Ok(Document { name, content }))
            }
            Err(error) => {
                done = true;
                Some(Err(Skipped::new(name(number.to_string()), reason(&error))))
            }
        }
    }))
}

const NO_COLUMN: &str = "empty: no column in it; remove it or fill it";

/// The delimiter that a first line `sep=;` names, as Excel reads and writes it, and the bytes
/// that were read and are no such line.
///
/// # Errors
/// When the table cannot be read.
fn separator_line(mut table: impl Read) -> io::Result<(Option<u8>, Vec<u8>)> {
    const MAX_LINE_BYTES: u64 = 10;
    let mut begun = Vec::new();
    table.by_ref().take(MAX_LINE_BYTES).read_to_end(&mut begun)?;
    let start = begun.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&begun);
    let line = start.split(|b| *b == b'\n').next().unwrap_or(start);
    let bare = line.trim_ascii_end();
    let Some([delimiter]) = bare.strip_prefix(b"sep=") else { return Ok((None, begun)) };
    let rest = start.get(line.len() + 1..).unwrap_or(&[]).to_vec();
    Ok((Some(*delimiter), rest))
}

/// Names for the columns of a table whose first line is a row, by what its cells hold: the
/// longest is the text, an address the address, a date the date, and the first of some words
/// the title. `None` when no cell is long enough to be a text.
fn named_by_content(first: &[String]) -> Option<Vec<String>> {
    let text = (0..first.len()).max_by_key(|at| first[*at].chars().count())?;
    if first[text].chars().count() < MIN_TEXT {
        return None;
    }
    let mut names: Vec<String> = (1..=first.len()).map(|n| format!("column {n}")).collect();
    // The article alone: a page as it was saved has lines.
    "content".clone_into(&mut names[text]);
    let mut put = |name: &str, fits: &dyn Fn(&str) -> bool| {
        let at = (0..first.len()).find(|at| names[*at].starts_with("column ") && fits(&first[*at]));
        if let Some(at) = at {
            name.clone_into(&mut names[at]);
        }
    };
    put("url", &|value| value.starts_with("http://") || value.starts_with("https://"));
    put("date", &|value| value.len() <= 30 && value.len() >= 8 && any_date(value).is_some());
    put("title", &|value| {
        value.split_whitespace().count() > 2
            && value.chars().count() <= 300
            && !value.starts_with("http")
    });
    Some(names)
}

/// The row with an empty value for each column that it lacks.
fn with_text(mut row: Row, names: &[String]) -> Row {
    let mut known: HashSet<String> = row.iter().map(|(name, _)| name.clone()).collect();
    for name in names.iter().filter(|n| !n.is_empty()) {
        if known.insert(name.clone()) {
            row.push((name.clone(), Vec::new()));
        }
    }
    row
}

/// Values to text: UTF-8, or once that fails the encoding guessed from the value.
#[derive(Default)]
struct Words {
    other: Option<&'static Encoding>,
}

impl Words {
    fn read(&mut self, value: &[u8]) -> String {
        match std::str::from_utf8(value) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                let encoding = *self.other.get_or_insert_with(|| guess(value));
                encoding.decode_without_bom_handling(value).0.into_owned()
            }
        }
    }
}

/// What stands between columns: a character that parts the names of columns in the first line;
/// in a line without such names a tab, which texts hardly hold, or the most frequent.
fn delimiter(name: &str, head: &[u8]) -> u8 {
    let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    if ["tsv", "tab"].contains(&ending.as_str()) {
        return b'\t';
    }
    let line = head.split(|b| *b == b'\n').next().unwrap_or(head);
    let count = |d: u8| line.iter().filter(|b| **b == d).count();
    let text = String::from_utf8_lossy(line);
    let names = |d: u8| -> Vec<String> {
        text.split(char::from(d)).map(|n| n.trim().trim_matches('"').to_owned()).collect()
    };
    let parts_names = |d: &u8| {
        let names = names(*d);
        names.len() > 1 && columns::check(&names, &crate::Columns::default()).is_ok()
    };
    let all = [b'|', b'\t', b';', b','];
    let named = all.into_iter().filter(parts_names).max_by_key(|d| columns::known(&names(*d)));
    let tab = || (count(b'\t') > 1).then_some(b'\t');
    let best = || all.into_iter().max_by_key(|d| count(*d)).filter(|d| count(*d) > 0);
    named.or_else(tab).or_else(best).unwrap_or(b',')
}

fn reason(error: &csv::Error) -> String {
    if let csv::ErrorKind::Io(error) = error.kind() {
        return io_reason(error);
    }
    match error.position() {
        Some(at) => format!("line {}: {error}", at.line()),
        None => error.to_string(),
    }
}

//! CSV as RFC 4180 writes it: UTF-8, lines end in CR LF, fields are quoted where
//! they must be. The header is the first line, so that every reader takes the file as it is; the
//! provenance goes into a file beside it ([`csv_metadata`](crate::csv_metadata())).

use crate::{Cell, Table};

/// `table` as CSV.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front, as
/// OWASP's page "CSV Injection" advises; counts and measures are written as they are.
pub fn csv(table: &Table) -> String {
    let mut out = String::new();
    push_record(table.columns.iter().map(|name| guarded(name)), &mut out);
    for row in &table.rows {
        push_record(table.cells(row).map(cell), &mut out);
    }
    out
}

/// `text` with each run of control characters (line ends, tabs) as one space.
pub(crate) fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `text` with an apostrophe in front if a spreadsheet would run it as a formula: if its first
/// character that can be seen is `= + - @` or one of their full-width forms, or it begins with a
/// tab or a line end.
pub(crate) fn guarded(text: &str) -> String {
    let is_unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
    };
    let seen = text.trim_start_matches(is_unseen);
    let is_formula = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.trim_start_matches(' ').starts_with(['\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

pub(crate) fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Empty | Cell::Count(_) | Cell::Measure(_) => cell.text(),
    }
}

fn push_record(fields: impl Iterator<Item = String>, out: &mut String) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        push_field(&field, i == 0, out);
    }
    out.push_str("\r\n");
}

fn push_field(field: &str, first: bool, out: &mut String) {
    // An empty or commented first field would make the record look like no record.
    let misread = first && (field.is_empty() || field.starts_with('#'));
    if misread || field.contains([',', '"', '\r', '\n']) || field.trim() != field {
        out.push('"');
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn writes() {
        let rows = [
            ("plain", "plain"),
            ("Türkiye", "Türkiye"),
            ("a,b", "\"a,b\""),
            ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" space", "\" space\""),
            ("#1", "\"#1\""),
            ("", "\"\""),
            ("=SUM(A1)", "'=SUM(A1)"),
            ("+1", "'+1"),
            ("-lithium", "'-lithium"),
            ("@name", "'@name"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{200b}\u{feff}@x", "'\u{200b}\u{feff}@x"),
            ("\u{1}=1", "'\u{1}=1"),
            ("a=b", "a=b"),
        ];
        for (text, want) in rows {
            let table = Table::new("t", &["c"]).row([text.into()]);
            assert_eq!(csv(&table), format!("c\r\n{want}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn numbers_are_not_guarded() {
        let table = Table::new("t", &["a", "b", "c", "d"])
            .row([Cell::Count(3), Cell::Measure(-1.5), Cell::Measure(f64::NAN), Cell::Empty])
            .row([1u32.into()]);
        assert_eq!(csv(&table), "a,b,c,d\r\n3,-1.5,,\r\n1,,,\r\n");
    }

    #[test]
    fn the_header_is_the_first_line_and_no_cell_begins_a_formula() {
        // A query with a comma, a title that begins a formula, a note: none of it is in the file.
        let mut table = Table::new("=SUM(A1), \"b\"", &["=1", "a,=2"]).row(["=3".into()]);
        table.note = "china, =4".into();
        let text = csv(&table);
        let mut reader = ::csv::ReaderBuilder::new().from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), vec!["'=1", "a,=2"]);
        assert_eq!(reader.records().next().unwrap().unwrap(), vec!["'=3", ""]);
    }

    proptest! {
        #[test]
        fn reads_back(rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 0..6)) {
            let mut table = Table::new("t", &["a", "b", "c"]);
            for row in &rows {
                table = table.row(row.iter().map(|text| Cell::from(text.as_str())));
            }
            let text = csv(&table);
            let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let want: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|text| guarded(text)).collect()).collect();
            prop_assert_eq!(read, want);
        }
    }
}

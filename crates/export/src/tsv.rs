//! Tab-separated values (IANA text/tab-separated-values): no quoting, so tabs and
//! line ends inside a cell become spaces.

use crate::csv::{guarded, one_line};
use crate::{Cell, Table};

/// `table` as TSV, lines end in LF. Texts are guarded against being run as formulas
/// as in [`csv`](crate::csv()); the header is the first line.
pub fn tsv(table: &Table) -> String {
    let mut out = String::new();
    let header = table.columns.iter().map(|name| guarded(&one_line(name)));
    push_record(header, &mut out);
    for row in &table.rows {
        push_record(table.cells(row).map(one_cell), &mut out);
    }
    out
}

/// A cell in one line. It is guarded in that form: what stood before it may be gone.
fn one_cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(&one_line(text)),
        Cell::Empty | Cell::Count(_) | Cell::Measure(_) => cell.text(),
    }
}

fn push_record(fields: impl Iterator<Item = String>, out: &mut String) {
    out.push_str(&fields.collect::<Vec<_>>().join("\t"));
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes() {
        let table = Table::new("t", &["a", "b"])
            .row(["one\ttwo\r\nthree".into(), Cell::Count(2)])
            .row(["=1".into(), Cell::Measure(-0.5)])
            .row(["\t=1".into()])
            .row(["\u{1}=1".into()]);
        assert_eq!(tsv(&table), "a\tb\none two three\t2\n'=1\t-0.5\n'=1\t\n'=1\t\n");
    }
}

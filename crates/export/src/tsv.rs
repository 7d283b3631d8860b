//! Tab-separated values (IANA text/tab-separated-values): no quoting, so tabs and
//! line ends inside a cell become spaces.

use crate::Table;
use crate::csv::{cell, guarded, one_line};

/// `table` as TSV, lines end in LF. Texts are guarded against being run as formulas
/// as in [`csv`](crate::csv()); the header is the first line.
pub fn tsv(table: &Table) -> String {
    let mut out = String::new();
    let header = table.columns.iter().map(|name| one_line(&guarded(name)));
    push_record(header, &mut out);
    for row in &table.rows {
        push_record(table.cells(row).map(|c| one_line(&cell(c))), &mut out);
    }
    out
}

fn push_record(fields: impl Iterator<Item = String>, out: &mut String) {
    out.push_str(&fields.collect::<Vec<_>>().join("\t"));
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cell;

    #[test]
    fn writes() {
        let table = Table::new("t", &["a", "b"])
            .row(["one\ttwo\r\nthree".into(), Cell::Count(2)])
            .row(["=1".into(), Cell::Measure(-0.5)])
            .row(["\t=1".into()]);
        assert_eq!(tsv(&table), "a\tb\none two three\t2\n'=1\t-0.5\n' =1\t\n");
    }
}

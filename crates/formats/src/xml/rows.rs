//! Tables written as markup: pages of one table that services call `.xls`, and the workbooks of
//! Excel 2003 as XML.

use crate::Columns;
use crate::article::{Article, Reading};
use crate::tables::columns::{self, Row};
use crate::tables::dates::Seen;
use crate::tables::row;
use crate::xml::tree::Element;

/// How many rows from the first may stand above the names of the columns.
const MAX_ROWS_ABOVE: usize = 10;

/// The share of the words of a page, in percent, that a table must hold to be all of it.
const MIN_SHARE: usize = 60;

/// The rows of the tables in a tree that name a column with the title and one with the text.
/// `None` when there is no such table, or when most words stand outside of them.
pub(crate) fn of_tables(tree: &Element) -> Option<Vec<Row>> {
    let tables = tree.all(&|e| matches!(e.name.as_str(), "table" | "Table"));
    let rows: Vec<Row> = tables.into_iter().flat_map(table).collect();
    let words = |text: &str| text.split_whitespace().count();
    let of_row = |row: &Row| -> usize { row.iter().flat_map(|(_, v)| v).map(|v| words(v)).sum() };
    let within: usize = rows.iter().map(of_row).sum();
    let all: usize = tree.paragraphs().iter().map(|p| words(p)).sum();
    (within > 0 && within * 100 >= all * MIN_SHARE).then_some(rows)
}

/// The rows below the names of a table's columns.
fn table(table: &Element) -> Vec<Row> {
    let rows = table.all(&|e| matches!(e.name.as_str(), "tr" | "Row"));
    let rows: Vec<Vec<(usize, String)>> = rows.into_iter().map(cells).collect();
    let is_header = |cells: &Vec<(usize, String)>| {
        let names: Vec<String> = cells.iter().map(|(_, name)| name.clone()).collect();
        let empty: Row = names.iter().map(|name| (name.clone(), Vec::new())).collect();
        columns::known(&names) > 1
            && columns::has_title(&empty, &Columns::default())
            && columns::check(&names, &Columns::default()).is_ok()
    };
    let Some(header) = rows.iter().take(MAX_ROWS_ABOVE).position(is_header) else {
        return Vec::new();
    };
    let (names, rows) = (&rows[header], &rows[header + 1..]);
    let row = |cells: &Vec<(usize, String)>| -> Row {
        let value = |at: usize| cells.iter().find(|(column, _)| *column == at);
        let pairs = names.iter().filter_map(|(at, name)| {
            let (_, value) = value(*at)?;
            Some((name.clone(), vec![value.clone()]))
        });
        pairs.collect()
    };
    rows.iter().filter(|cells| !cells.is_empty()).map(row).collect()
}

/// The filled cells of a row with their columns: a cell may say its own, counted from 1.
fn cells(row: &Element) -> Vec<(usize, String)> {
    let mut column = 0;
    let mut cells = Vec::new();
    let is_cell = |e: &&Element| matches!(e.name.as_str(), "td" | "th" | "Cell");
    for cell in row.elements().filter(is_cell) {
        if let Some(index) = cell.attribute("Index").and_then(|index| index.parse::<usize>().ok()) {
            column = index.saturating_sub(1);
        }
        let text = match cell.child("Data") {
            // A value of Excel keeps its lines.
            Some(data) => data.characters(),
            None => cell_text(cell),
        };
        if !text.trim().is_empty() {
            cells.push((column, text.trim().to_owned()));
        }
        column += 1;
    }
    cells
}

/// A cell of a page: its blocks, and its lines where it has breaks and no blocks.
fn cell_text(cell: &Element) -> String {
    let mut parts = vec![String::new()];
    let mut has_blocks = false;
    for inner in cell.elements() {
        has_blocks |= matches!(inner.name.as_str(), "p" | "div" | "li" | "ul" | "ol" | "table");
    }
    if has_blocks || cell.child("br").is_none() {
        return cell.paragraphs().join("\n\n");
    }
    for child in cell.pieces() {
        match child {
            Some(words) => {
                if let Some(last) = parts.last_mut() {
                    last.push_str(&words);
                }
            }
            None => parts.push(String::new()),
        }
    }
    let tidy = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<String> = parts.iter().map(tidy).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// The articles of rows; `format` is what reports call them.
pub(crate) fn articles(name: &str, format: &'static str, rows: Vec<Row>) -> Reading {
    let columns = Columns::default();
    let is_one = rows.len() == 1;
    let mut seen = Seen::default();
    rows.iter().for_each(|row| seen.see_row(row, &columns));
    let orders = seen.orders();
    let mut reading = Reading::default();
    for (row, number) in rows.into_iter().zip(1..) {
        let id = columns::id(&row, &columns).unwrap_or_else(|| number.to_string());
        let name = if is_one { name.to_owned() } else { format!("{name}#{id}") };
        match row::article(name, row, &columns, &orders) {
            Ok(article) => reading.articles.push(Article { format, ..article }),
            Err(skipped) => reading.skipped.push(skipped),
        }
    }
    reading
}

//! Sheets of a workbook to articles: the row with the names of columns, and the rows below it.

use crate::article::Skipped;
use crate::document::{Content, Document};
use crate::limits::too_long;
use crate::place::{Documents, Place};
use crate::tables::columns::{self, Row};
use crate::tables::dates::{DateOrders, Seen};
use std::rc::Rc;

/// A sheet with its filled cells.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<SheetRow>,
}

/// A row with a filled cell.
#[derive(Debug, Default)]
pub(crate) struct SheetRow {
    /// Its number in the sheet, from 1.
    pub(crate) number: usize,
    /// How often it stands there, one below the other.
    pub(crate) times: usize,
    /// The number of a column, from 0, and its value.
    pub(crate) cells: Vec<(usize, Cell)>,
}

/// The value of a cell. Many cells may share one text, which is stored once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell(pub(crate) Rc<str>);

/// How many rows from the first may stand above the names of the columns.
const MAX_ROWS_ABOVE: usize = 10;

/// The articles of a workbook: the rows of each sheet that has a column with the text.
/// Other sheets that hold a value are reported.
pub(crate) fn documents<'a>(place: Place, sheets: Vec<Sheet>) -> Documents<'a> {
    let mut left_out = Vec::new();
    let mut out: Vec<Documents<'a>> = Vec::new();
    let headers: Vec<Result<usize, String>> =
        sheets.iter().map(|sheet| header(sheet, &place)).collect();
    let several = headers.iter().filter(|h| h.is_ok()).count() > 1;
    for (sheet, header) in sheets.into_iter().zip(headers) {
        let prefix =
            if several { format!("{}/{}", place.name, sheet.name) } else { place.name.clone() };
        match header {
            Ok(at) => out.push(rows(place.clone(), prefix, sheet, at)),
            Err(what) if !sheet.rows.is_empty() => {
                left_out.push(format!("sheet {:?}: {what}", sheet.name));
            }
            Err(_) => {}
        }
    }
    if out.is_empty() {
        let empty =
            || "empty: no sheet of this workbook holds a value; remove it or fill it".into();
        return place.refuse(left_out.into_iter().next().unwrap_or_else(empty));
    }
    let left_out = left_out.into_iter().map(move |what| Err(Skipped::new(&place.name, what)));
    Box::new(out.into_iter().flatten().chain(left_out))
}

/// The place of the row with the names of the columns.
///
/// # Errors
/// Why no row names a column with the text.
fn header(sheet: &Sheet, place: &Place) -> Result<usize, String> {
    let mut reason = None;
    for (at, row) in sheet.rows.iter().take(MAX_ROWS_ABOVE).enumerate() {
        match columns::check(&names(row), &place.limits.columns) {
            Ok(()) => return Ok(at),
            Err(what) => {
                reason.get_or_insert(what);
            }
        }
    }
    Err(reason.unwrap_or_default())
}

fn names(row: &SheetRow) -> Vec<String> {
    row.cells.iter().map(|(_, cell)| cell.0.trim().to_owned()).collect()
}

/// The order of day and month in the columns of dates.
fn orders(rows: &[SheetRow], names: &[(usize, String)], place: &Place) -> DateOrders {
    let is_date = |(_, name): &&(usize, String)| columns::is_date(name, &place.limits.columns);
    let dates: Vec<&(usize, String)> = names.iter().filter(is_date).collect();
    let mut seen = Seen::default();
    for (at, cell) in rows.iter().flat_map(|row| &row.cells) {
        if let Some((_, name)) = dates.iter().find(|(column, _)| column == at) {
            seen.see(name, &cell.0);
        }
    }
    seen.orders()
}

fn rows<'a>(place: Place, prefix: String, sheet: Sheet, header: usize) -> Documents<'a> {
    let mut rows = sheet.rows.into_iter();
    let named = rows.nth(header).unwrap_or_default();
    let names: Vec<(usize, String)> =
        named.cells.iter().map(|(at, cell)| (*at, cell.0.trim().to_owned())).collect();
    let orders = orders(rows.as_slice(), &names, &place);
    Box::new(rows.flat_map(move |row| {
        let length: usize = row.cells.iter().map(|(_, cell)| cell.0.len()).sum();
        let number = format!("{prefix}#{}", row.number);
        if length > place.limits.document {
            let what = too_long(length as u64, place.limits.document);
            return vec![Err(Skipped::new(number, what))];
        }
        let mut cells = row.cells.into_iter().peekable();
        let mut values: Row = Vec::with_capacity(names.len());
        for (at, name) in names.iter().filter(|(_, name)| !name.is_empty()) {
            while cells.next_if(|(column, _)| column < at).is_some() {}
            let value = cells.next_if(|(column, _)| column == at).map(|(_, cell)| cell.0);
            let value = value.filter(|value| !value.is_empty());
            values.push((name.clone(), value.map(|v| v.to_string()).into_iter().collect()));
        }
        let id = columns::id(&values, &place.limits.columns);
        let name = id.map_or_else(|| number.clone(), |id| format!("{prefix}#{id}"));
        let content = Content::Row(values, place.limits.columns.clone(), orders.clone());
        let mut out = vec![Ok(Document { name, content })];
        if row.times > 1 {
            let what = format!("the same row {} times, one below the other; read once", row.times);
            out.push(Err(Skipped::new(number, what)));
        }
        out
    }))
}

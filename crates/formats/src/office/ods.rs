//! Workbooks of OpenDocument (LibreOffice Calc), zipped or as one XML.

use crate::bytes::bounded;
use crate::document::Document;
use crate::format::{Format, Reader};
use crate::office::odt;
use crate::office::opendocument::{CONTENT, open};
use crate::office::sheets::{self, Cell, Sheet, SheetRow};
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::xml::walk::{Met, attribute, walk};

/// OpenDocument workbooks. Texts have the same parts, and go to their own reader.
pub(crate) static FORMAT: Format = Format {
    name: "ODS",
    label: "row",
    endings: &["ods", "fods"],
    member: Some(CONTENT),
    looks_like: |head| {
        let holds = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
        holds(b"<office:document ") && holds(b"opendocument.spreadsheet")
    },
    reader: Reader::Cut(rows),
    ..Format::BASE
};

/// Cuts a workbook into the rows of its sheets.
fn rows<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = match bounded(file.read(), place.limits.document) {
        Ok(bytes) => bytes,
        Err(reason) => return place.refuse(reason),
    };
    let sheets = open(&bytes).and_then(|(xml, _)| read(&xml));
    match sheets {
        Ok(Some(sheets)) => sheets::documents(place, sheets),
        Ok(None) => Box::new(std::iter::once(Ok(Document::file(place.name, &odt::FORMAT, bytes)))),
        Err(reason) => place.refuse(reason),
    }
}

/// The sheets; `None` when this is no workbook. A row or cell that stands there a million
/// times, as programs write empty ones, is taken once.
fn read(xml: &[u8]) -> Result<Option<Vec<Sheet>>, String> {
    let mut sheets: Option<Vec<Sheet>> = None;
    let (mut row, mut next_row) = (SheetRow::default(), 1_usize);
    let (mut column, mut times, mut given, mut shown) = (0_usize, 1, None, String::new());
    let (mut in_cell, mut in_comment) = (false, 0_usize);
    walk(xml, |met| {
        match met {
            Met::Start("annotation", _) => in_comment += 1,
            Met::End("annotation") => in_comment = in_comment.saturating_sub(1),
            _ => {}
        }
        if in_comment > 0 {
            return;
        }
        match met {
            Met::Start("spreadsheet", _) => sheets = Some(Vec::new()),
            Met::Start("table", tag) => {
                let name = attribute(tag, "name").unwrap_or_default();
                sheets
                    .iter_mut()
                    .for_each(|s| s.push(Sheet { name: name.clone(), rows: Vec::new() }));
                next_row = 1;
            }
            Met::Start("table-row", tag) => {
                let repeated = attribute(tag, "number-rows-repeated").and_then(|n| n.parse().ok());
                let repeated: usize = repeated.unwrap_or(1);
                row = SheetRow { number: next_row, times: repeated, cells: Vec::new() };
                next_row = next_row.saturating_add(repeated);
                column = 0;
            }
            Met::End("table-row") => {
                if let Some(sheet) = sheets.as_mut().and_then(|s| s.last_mut())
                    && !row.cells.is_empty()
                {
                    sheet.rows.push(std::mem::take(&mut row));
                }
            }
            Met::Start("table-cell" | "covered-table-cell", tag) => {
                let repeated =
                    attribute(tag, "number-columns-repeated").and_then(|n| n.parse().ok());
                times = repeated.unwrap_or(1_usize);
                given = attribute(tag, "date-value").map(|date| date.replace("T00:00:00", ""));
                shown.clear();
                in_cell = true;
            }
            Met::End("table-cell" | "covered-table-cell") => {
                let value = given.take().unwrap_or_else(|| shown.trim().to_owned());
                if !value.is_empty() {
                    row.cells.push((column, Cell(value.into())));
                }
                column = column.saturating_add(times);
                in_cell = false;
            }
            Met::Start("p", _) if in_cell && !shown.is_empty() => shown.push('\n'),
            Met::Start("line-break", _) if in_cell => shown.push('\n'),
            Met::Start("s" | "tab", _) if in_cell => shown.push(' '),
            Met::Text(words) if in_cell => shown.push_str(words),
            _ => {}
        }
    })?;
    Ok(sheets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_not_unrolled() {
        let cell =
            |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let empty = "<table:table-cell table:number-columns-repeated='16384'/>";
        let xml = format!(
            "<office:spreadsheet><table:table table:name='a'>\
             <table:table-row table:number-rows-repeated='1048576'>{empty}</table:table-row>\
             <table:table-row>{empty}{}{empty}</table:table-row>\
             <table:table-row table:number-rows-repeated='3'>{}</table:table-row>\
             </table:table></office:spreadsheet>",
            cell("far"),
            cell("same")
        );
        let sheets = read(xml.as_bytes()).expect("well-formed").expect("a workbook");
        let rows: Vec<_> = sheets[0]
            .rows
            .iter()
            .map(|r| (r.number, r.times, r.cells[0].0, &*r.cells[0].1.0))
            .collect();
        assert_eq!(rows, [(1_048_577, 1, 16_384, "far"), (1_048_578, 3, 0, "same")]);
    }

    #[test]
    fn dates_and_paragraphs_in_cells() {
        let xml = "<office:spreadsheet><table:table table:name='a'><table:table-row>\
            <table:table-cell office:value-type='date' office:date-value='2024-05-13T00:00:00'><text:p>13/05/24</text:p></table:table-cell>\
            <table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>one</text:p><text:p>two</text:p></table:table-cell>\
            </table:table-row></table:table></office:spreadsheet>";
        let sheets = read(xml.as_bytes()).expect("well-formed").expect("a workbook");
        let cells: Vec<_> = sheets[0].rows[0].cells.iter().map(|(at, c)| (*at, &*c.0)).collect();
        assert_eq!(cells, [(0, "2024-05-13"), (1, "one\ntwo")]);
    }
}

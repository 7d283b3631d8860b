//! Workbooks of Excel: the columns as in CSV, with dates as they are shown.

use crate::bytes::bounded;
use crate::containers::zip::reason;
use crate::format::{Format, Reader};
use crate::office::parts::{Archive, part};
use crate::office::sheets::{self, Cell, Sheet, SheetRow};
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::xml::walk::{Met, attribute, walk};
use std::collections::{HashMap, HashSet};
use std::io::Cursor;
use std::rc::Rc;
use zip::ZipArchive;

/// Office Open XML of Excel.
pub(crate) static FORMAT: Format = Format {
    name: "XLSX",
    label: "row",
    endings: &["xlsx", "xlsm"],
    member: Some(WORKBOOK),
    reader: Reader::Cut(rows),
    ..Format::BASE
};

/// The part that lists the sheets.
const WORKBOOK: &str = "xl/workbook.xml";

/// Cuts a workbook into the rows of its sheets.
fn rows<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let sheets = bounded(file.read(), place.limits.document).and_then(|bytes| workbook(&bytes));
    match sheets {
        Ok(sheets) => sheets::documents(place, sheets),
        Err(reason) => place.refuse(reason),
    }
}

/// The sheets of a workbook. Office Open XML (ECMA-376), part 1, chapter 18.
///
/// # Errors
/// When it is damaged.
fn workbook(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
    let xml = part(&mut archive, WORKBOOK)?.ok_or("not an XLSX: it lists no sheets")?;
    let (mut listed, mut from_1904) = (Vec::new(), false);
    walk(&xml, |met| match met {
        Met::Start("workbookPr", tag) => {
            from_1904 = attribute(tag, "date1904").is_some_and(|v| v == "1" || v == "true");
        }
        Met::Start("sheet", tag) => {
            let name = attribute(tag, "name").unwrap_or_default();
            listed.push((name, attribute(tag, "id").unwrap_or_default()));
        }
        _ => {}
    })?;
    let targets = targets(&mut archive)?;
    let values =
        Values { shared: shared(&mut archive)?, dates: date_styles(&mut archive)?, from_1904 };
    let mut sheets = Vec::new();
    for (name, id) in listed {
        let Some(target) = targets.get(&id) else { continue };
        // A chart is a sheet too, without rows.
        let Some(xml) = part(&mut archive, target)? else { continue };
        let rows = values.sheet(&xml).map_err(|e| format!("sheet {name:?}: {e}"))?;
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

/// Paths of parts by the ids that the workbook calls them.
fn targets(archive: &mut Archive<'_>) -> Result<HashMap<String, String>, String> {
    let mut targets = HashMap::new();
    let missing = "damaged: a part of this workbook is missing; save it again";
    let xml = part(archive, "xl/_rels/workbook.xml.rels")?.ok_or(missing)?;
    walk(&xml, |met| {
        if let Met::Start("Relationship", tag) = met
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let path =
                target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, path);
        }
    })?;
    Ok(targets)
}

/// The texts that cells share.
fn shared(archive: &mut Archive<'_>) -> Result<Vec<Rc<str>>, String> {
    let Some(xml) = part(archive, "xl/sharedStrings.xml")? else { return Ok(Vec::new()) };
    let (mut texts, mut text) = (Vec::new(), String::new());
    let (mut in_text, mut in_reading) = (false, false);
    walk(&xml, |met| match met {
        Met::Start("si", _) => text.clear(),
        Met::End("si") => texts.push(unescaped(&text).into()),
        Met::Start("rPh", _) => in_reading = true,
        Met::End("rPh") => in_reading = false,
        Met::Start("t", _) => in_text = true,
        Met::End("t") => in_text = false,
        Met::Text(words) if in_text && !in_reading => text.push_str(words),
        _ => {}
    })?;
    Ok(texts)
}

/// Numbers of the cell styles that show a number as a date.
fn date_styles(archive: &mut Archive<'_>) -> Result<HashSet<usize>, String> {
    let Some(xml) = part(archive, "xl/styles.xml")? else { return Ok(HashSet::new()) };
    let (mut formats, mut styles) = (HashMap::new(), HashSet::new());
    let (mut in_cells, mut number) = (false, 0);
    walk(&xml, |met| match met {
        Met::Start("numFmt", tag) => {
            let id = attribute(tag, "numFmtId").and_then(|id| id.parse::<u32>().ok());
            if let (Some(id), Some(code)) = (id, attribute(tag, "formatCode")) {
                formats.insert(id, is_date_code(&code));
            }
        }
        Met::Start("cellXfs", _) => in_cells = true,
        Met::End("cellXfs") => in_cells = false,
        Met::Start("xf", tag) if in_cells => {
            let id = attribute(tag, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
            if formats.get(&id).copied().unwrap_or_else(|| is_date_number(id)) {
                styles.insert(number);
            }
            number += 1;
        }
        _ => {}
    })?;
    Ok(styles)
}

/// Whether a built-in number format shows a date: ECMA-376, 18.8.30, with those of East Asian
/// programs. Times of the day alone (18 to 21, 45 to 47) are no dates.
fn is_date_number(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58)
}

/// Whether a number format shows a date: it names a year or a day outside of quotes, escapes
/// and brackets.
fn is_date_code(code: &str) -> bool {
    let (mut in_quotes, mut in_brackets) = (false, false);
    let mut letters = code.replace("&quot;", "\"");
    letters = letters.split(';').next().unwrap_or("").to_owned();
    let mut letters = letters.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => in_quotes = !in_quotes,
            _ if in_quotes => {}
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            'y' | 'Y' | 'd' | 'D' | 'e' if !in_brackets => return true,
            _ => {}
        }
    }
    false
}

/// What the values of cells stand for.
struct Values {
    shared: Vec<Rc<str>>,
    /// Numbers of the styles of dates.
    dates: HashSet<usize>,
    /// Whether days are counted from 1904.
    from_1904: bool,
}

impl Values {
    /// The rows of a sheet that have a filled cell.
    fn sheet(&self, xml: &[u8]) -> Result<Vec<SheetRow>, String> {
        let mut rows = Vec::new();
        let (mut row, mut column) = (SheetRow { times: 1, ..SheetRow::default() }, 0);
        let (mut kind, mut is_date, mut value) = (String::new(), false, String::new());
        let (mut in_value, mut in_reading) = (false, false);
        walk(xml, |met| match met {
            Met::Start("row", tag) => {
                let number = attribute(tag, "r").and_then(|r| r.parse().ok());
                let number = number.unwrap_or(row.number + 1);
                row = SheetRow { number, times: 1, cells: Vec::new() };
                column = 0;
            }
            Met::Start("c", tag) => {
                let place = attribute(tag, "r").and_then(|place| column_of(&place));
                column = place.unwrap_or(column);
                kind = attribute(tag, "t").unwrap_or_default();
                let style = attribute(tag, "s").and_then(|s| s.parse().ok()).unwrap_or(0);
                is_date = self.dates.contains(&style);
                value.clear();
            }
            Met::Start("v" | "t", _) => in_value = true,
            Met::End("v" | "t") => in_value = false,
            Met::Start("rPh", _) => in_reading = true,
            Met::End("rPh") => in_reading = false,
            Met::Text(words) if in_value && !in_reading => value.push_str(words),
            Met::End("c") => {
                let cell = self.cell(&kind, is_date, &value);
                if let Some(cell) = cell.filter(|cell| !cell.0.trim().is_empty()) {
                    row.cells.push((column, cell));
                }
                column += 1;
            }
            Met::End("row") => {
                let number = row.number;
                let mut done = std::mem::take(&mut row);
                row.number = number;
                done.cells.sort_by_key(|(column, _)| *column);
                if !done.cells.is_empty() {
                    rows.push(done);
                }
            }
            _ => {}
        })?;
        Ok(rows)
    }

    /// A value as a text; `None` for the mark of an error.
    fn cell(&self, kind: &str, is_date: bool, value: &str) -> Option<Cell> {
        let text: Rc<str> = match kind {
            "s" => self.shared.get(value.trim().parse::<usize>().ok()?)?.clone(),
            "inlineStr" | "str" => unescaped(value).into(),
            "e" => return None,
            "b" => if value.trim() == "1" { "true" } else { "false" }.into(),
            "d" => value.trim().into(),
            _ => self.number(is_date, value.trim()).into(),
        };
        Some(Cell(text))
    }

    fn number(&self, is_date: bool, value: &str) -> String {
        let Ok(number) = value.parse::<f64>() else { return value.to_owned() };
        if is_date && let Some(date) = date_of(number, self.from_1904) {
            return date;
        }
        if number.fract() == 0.0 && number.abs() < 1e15 {
            format!("{number:.0}")
        } else {
            value.to_owned()
        }
    }
}

/// The number of a column, from 0, of a cell's place: 2 for `C7`.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters
        .take(4)
        .fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

/// The day, with its time unless that is midnight, of a number of days: ISO 8601. Day 1 is the
/// first of January 1900, and 1900 has a 29th of February, as Lotus 1-2-3 had it; in workbooks
/// of old Macs day 0 is the first of January 1904.
fn date_of(number: f64, from_1904: bool) -> Option<String> {
    const UNIX_FROM_1900: f64 = 25_569.0;
    const UNIX_FROM_1904: f64 = 24_107.0;
    const LAST: f64 = 2_958_466.0;
    if !(0.0..LAST).contains(&number) {
        return None;
    }
    let minutes = (number.fract() * 1440.0).round();
    let first = if from_1904 { UNIX_FROM_1904 } else { UNIX_FROM_1900 };
    let lotus = if !from_1904 && number < 60.0 { 1.0 } else { 0.0 };
    let day = number.trunc() + lotus - first;
    let seconds = day * 86_400.0 + minutes * 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "days up to the year 9999")]
    let (date, minutes) = (crate::dates::from_epoch(seconds as i64)?, minutes as i64 % 1440);
    match minutes {
        0 => Some(date.to_string()),
        _ => Some(format!("{date}T{:02}:{:02}", minutes / 60, minutes % 60)),
    }
}

/// A text with `_x000D_` and the like as the characters that they stand for: ECMA-376,
/// 22.9.2.19 (`ST_Xstring`). `_x005F_` stands for the `_` of a text that holds such a thing.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let code = code.filter(|c| c.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
            Some(code) => {
                match char::from_u32(code) {
                    Some('\r') | None => {}
                    Some(character) => out.push(character),
                }
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let cases = [
            (45_425.0, false, Some("2024-05-13")),
            (45_425.5, false, Some("2024-05-13T12:00")),
            (43_963.0, true, Some("2024-05-13")),
            (1.0, false, Some("1900-01-01")),
            (61.0, false, Some("1900-03-01")),
            (45_425.999_999, false, Some("2024-05-14")),
            (-1.0, false, None),
            (f64::NAN, false, None),
            (1e9, false, None),
        ];
        for (number, from_1904, want) in cases {
            assert_eq!(date_of(number, from_1904).as_deref(), want, "{number}");
        }
    }

    #[test]
    fn codes_of_dates() {
        let cases = [
            ("yyyy-mm-dd", true),
            ("[$-407]d. mmmm yyyy", true),
            ("0.00", false),
            ("&quot;day &quot;0", false),
            ("[Red]0", false),
            ("h:mm", false),
            ("#,##0\\ \\d", false),
            ("@", false),
        ];
        for (code, want) in cases {
            assert_eq!(is_date_code(code), want, "{code}");
        }
    }

    #[test]
    fn characters_by_number() {
        let cases = [
            ("one_x000D_\ntwo", "one\ntwo"),
            ("_x005F_x000D_", "_x000D_"),
            ("file_x12_", "file_x12_"),
            ("_x0041_", "A"),
            ("_xü000_", "_xü000_"),
            ("_x", "_x"),
        ];
        for (text, want) in cases {
            assert_eq!(unescaped(text), want, "{text}");
        }
    }

    #[test]
    fn places_of_cells() {
        let cases = [("A1", Some(0)), ("C7", Some(2)), ("AA10", Some(26)), ("7", None)];
        for (place, want) in cases {
            assert_eq!(column_of(place), want, "{place}");
        }
    }
}

//! The output of `dateline check --html`: the same rows as a page to look at, with what to
//! look at first.

use super::row::Row;
use super::rows::Rows;
use dateline_pack::Error;
use dateline_text::markup::escape;
use std::io::{self, Write};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<title>What was read</title><style>\
:root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:90rem}\
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;\
border-bottom:1px solid #8886}small{opacity:.75}.look{font-weight:600}\
</style></head><body>\n<h1>What was read</h1>\n";

/// Writes the page.
pub(super) fn write(rows: &mut Rows, errors: &[Error], out: &mut impl Write) -> io::Result<()> {
    let mut to_look_at = 0;
    rows.each(|row| {
        to_look_at += usize::from(!row.warnings.is_empty());
        Ok(())
    })?;
    let (count, left_out) = (rows.len(), errors.len());
    writeln!(
        out,
        "{HEAD}<p>{count} articles, {to_look_at} of them to look at; {left_out} left out.</p>"
    )?;
    if !errors.is_empty() {
        out.write_all(b"<h2>Left out</h2>\n<ul>\n")?;
        for error in errors {
            writeln!(out, "<li>{}</li>", escape(&error.to_string()))?;
        }
        out.write_all(b"</ul>\n")?;
    }
    out.write_all(b"<h2>Articles</h2>\n<table><thead><tr><th>File<th>Title<th>Date<th>Source<th>Language<th>Words<th>Blocks<th>Countries<th>Look at</tr></thead><tbody>\n")?;
    for look in [true, false] {
        rows.each(|row| match row.warnings.is_empty() {
            fine if fine == look => Ok(()),
            _ => out.write_all(row_html(&row).as_bytes()),
        })?;
    }
    out.write_all(b"</tbody></table>\n</body></html>\n")
}

/// A row of the table.
fn row_html(row: &Row) -> String {
    let noted = |text: &str, note: &str| match note {
        "" => escape(text),
        note => format!("{}<br><small>{}</small>", escape(text), escape(note)),
    };
    let from = if row.title_from == "headline" { "" } else { &row.title_from };
    let guessed = row.notes.iter().map(String::as_str);
    let read_as: Vec<&str> = [&*row.format].into_iter().chain(guessed).collect();
    let blocks: Vec<String> = row.blocks.iter().map(|(k, n)| format!("{k} {n}")).collect();
    let byline = row.byline.as_deref().unwrap_or("");
    let cells = [
        noted(&row.file, &read_as.join("; ")),
        noted(&row.title, from),
        noted(row.date.as_deref().unwrap_or(""), &row.date_evidence),
        noted(row.source.as_deref().unwrap_or(""), byline),
        noted(row.language.as_deref().unwrap_or(""), &row.language_evidence),
        row.words.to_string(),
        escape(&blocks.join(", ")),
        escape(&row.countries.join(", ")),
        format!("<span class=\"look\">{}</span>", escape(&row.warnings.join("; "))),
    ];
    format!("<tr><td>{}</tr>\n", cells.join("<td>"))
}

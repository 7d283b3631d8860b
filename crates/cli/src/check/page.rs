//! What `dateline check --html` prints: the same rows as a page to look at, with what to
//! look at first.

use super::Row;
use dateline_pack::Error;
use dateline_site::html::escape;
use std::fmt::Write;

const HEAD: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<title>What was read</title><style>\
:root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:90rem}\
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;\
border-bottom:1px solid #8886}small{opacity:.75}.look{font-weight:600}\
</style></head><body>\n<h1>What was read</h1>\n";

/// The page.
pub(super) fn page(rows: &[Row<'_>], errors: &[Error]) -> String {
    let mut out = String::from(HEAD);
    let to_look_at = rows.iter().filter(|row| !row.warnings.is_empty()).count();
    push(
        &mut out,
        format_args!(
            "<p>{} articles, {to_look_at} of them to look at; {} left out.</p>\n",
            rows.len(),
            errors.len()
        ),
    );
    if !errors.is_empty() {
        out.push_str("<h2>Left out</h2>\n<ul>\n");
        for error in errors {
            push(&mut out, format_args!("<li>{}</li>\n", escape(&error.to_string())));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("<h2>Articles</h2>\n<table><thead><tr><th>File<th>Title<th>Date<th>Source<th>Words<th>Blocks<th>Countries<th>Look at</tr></thead><tbody>\n");
    let (look, fine): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row.warnings.is_empty());
    look.into_iter().chain(fine).for_each(|row| tell(&mut out, row));
    out + "</tbody></table>\n</body></html>\n"
}

fn tell(out: &mut String, row: &Row<'_>) {
    let noted = |text: &str, note: &str| match note {
        "" => escape(text),
        note => format!("{}<br><small>{}</small>", escape(text), escape(note)),
    };
    let from = if row.title_from == "headline" { "" } else { row.title_from };
    let guessed = row.notes.iter().map(String::as_str);
    let read_as: Vec<&str> = [row.format].into_iter().chain(guessed).collect();
    let blocks: Vec<String> = row.blocks.iter().map(|(k, n)| format!("{k} {n}")).collect();
    let cells = [
        noted(row.file, &read_as.join("; ")),
        noted(row.title, from),
        noted(row.date.as_deref().unwrap_or(""), row.date_evidence),
        noted(row.source.unwrap_or(""), row.byline.unwrap_or("")),
        row.words.to_string(),
        escape(&blocks.join(", ")),
        escape(&row.countries.join(", ")),
        format!("<span class=\"look\">{}</span>", escape(&row.warnings.join("; "))),
    ];
    push(out, format_args!("<tr><td>{}</tr>\n", cells.join("<td>")));
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(arguments);
}

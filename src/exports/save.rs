//! What views ask to be saved, and the file that comes of it. Pure: the browser
//! does the saving.

use crate::address::Address;
use crate::charts::drawing::Drawing;
use crate::charts::figure::Format;
use crate::charts::paint;
use crate::model::filters;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{Choices, Country, Selection};
use dateline_export::{KwicLine, Provenance, Table, csv, csv_metadata, file_name, json, kwic, tsv};
use std::rc::Rc;

/// Something shown that a reader wants as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Save {
    /// The form.
    pub format: Format,
    /// Its numbers as shown, with the title.
    pub table: Rc<Table>,
    /// Its drawing, for charts.
    pub chart: Option<Chart>,
    /// Its lines, for concordances.
    pub lines: Option<Rc<Vec<KwicLine>>>,
}

/// The drawing of a chart, with what it needs to be understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The drawing.
    pub drawing: Rc<Drawing>,
    /// What it shows, for screen readers.
    pub description: String,
    /// Classes and what their colours stand for.
    pub legend: Vec<(String, String)>,
}

impl Save {
    /// A table in a form.
    pub fn table(table: Rc<Table>, format: Format) -> Save {
        Save { format, table, chart: None, lines: None }
    }
}

/// What a table can be saved as.
pub const TABLE: &[Format] = &Format::TABLE;
/// What a concordance can be saved as.
pub const LINES: &[Format] =
    &[Format::Csv, Format::Excel, Format::Tsv, Format::Source, Format::Json, Format::Txt];

/// A file to offer.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its content; for pixels the drawing that they come from.
    pub text: String,
    /// Width and height in CSS pixels, when `text` is to be drawn as pixels.
    pub pixels: Option<(u32, u32)>,
}

/// The title of what is saved: what it shows, of which query and under which filters.
pub fn title(shown: &str, address: &Address) -> String {
    let query = address.selection.query.trim();
    let query = (!query.is_empty() && !shown.contains(query)).then(|| query.to_owned());
    let filters = filters::filters(address).into_iter().map(|filter| filter.label);
    let parts = [shown.to_owned()].into_iter().chain(query).chain(filters);
    parts.collect::<Vec<_>>().join("; ")
}

/// The file of what was asked for, under a title; `None` for a form that it does not have.
pub fn file(save: &Save, title: &str, provenance: &Provenance) -> Option<File> {
    let (mime, extension) = match save.format {
        Format::Csv | Format::Excel => ("text/csv;charset=utf-8", "csv"),
        Format::Tsv => ("text/tab-separated-values;charset=utf-8", "tsv"),
        Format::Json => ("application/json", "json"),
        Format::Source => ("application/csvm+json", "csv-metadata.json"),
        Format::Txt => ("text/plain;charset=utf-8", "txt"),
        Format::Svg => ("image/svg+xml", "svg"),
        Format::Png => ("image/png", "png"),
    };
    let table = Table { title: title.to_owned(), ..(*save.table).clone() };
    let picture = || {
        let chart = save.chart.as_ref()?;
        Some(
            paint::picture(&chart.drawing, title, &chart.description, &chart.legend, provenance)
                .document(),
        )
    };
    let text = match save.format {
        Format::Csv => csv(&table),
        Format::Excel => format!("\u{feff}{}", csv(&table)),
        Format::Tsv => tsv(&table),
        Format::Json => json(&table, Some(provenance)),
        Format::Source => csv_metadata(&table, &file_name(title, "csv"), provenance),
        Format::Txt => kwic(title, save.lines.as_ref()?, provenance),
        Format::Svg | Format::Png => picture()?,
    };
    let pixels = (save.format == Format::Png).then(|| size(&text)).flatten();
    Some(File { name: file_name(title, extension), mime, text, pixels })
}

/// Width and height that an SVG document states, in whole pixels upwards.
fn size(svg: &str) -> Option<(u32, u32)> {
    let number = |name: &str| -> Option<u32> {
        let value = svg.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
        // Read as whole numbers: the tables for reading floats are 10 kB of the page.
        let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
        Some(whole.parse::<u32>().ok()? + u32::from(!fraction.is_empty()))
    };
    Some((number("width")?, number("height")?))
}

/// Where the numbers of a view come from. `link` is its whole address, `today` the
/// day in ISO 8601.
pub fn provenance(
    corpus: &Shared,
    address: &Address,
    reading: &str,
    link: String,
    today: String,
) -> Provenance {
    Provenance {
        corpus: match (corpus.title(), words::count(corpus.len(), "article")) {
            ("", size) => size,
            (title, size) => format!("{title}, {size}"),
        } + &edits_in_words(corpus),
        corpus_hash: corpus.hash(),
        gazetteer: corpus.gazetteer_version().to_owned(),
        query: if reading.is_empty() {
            address.selection.query.clone()
        } else {
            reading.replace('*', "")
        },
        filters: filters(&address.selection),
        address: link,
        made_by: MADE_BY.to_owned(),
        made_on: today,
    }
}

/// The edits of the reader: the hash is that of the corpus as it was read.
fn edits_in_words(corpus: &Shared) -> String {
    match corpus.edits() {
        [] => String::new(),
        _ => format!(" ({})", crate::evidence::edits::says(corpus)),
    }
}

/// The program and its version.
pub const MADE_BY: &str = concat!("Dateline ", env!("CARGO_PKG_VERSION"));

/// Filters and counting in words.
pub fn filters(selection: &Selection) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            out.push((name.to_owned(), value));
        }
    };
    put("countries", choices(&selection.countries, |c: &Country| c.name().to_owned()));
    put("sources", choices(&selection.sources, Clone::clone));
    let dates = selection.dates.iter().map(ToString::to_string);
    let dates: Vec<String> = dates.chain(selection.undated.then(|| "undated".to_owned())).collect();
    put("dates", dates.join(", "));
    for (name, values) in &selection.fields {
        put(name, choices(values, Clone::clone));
    }
    put("counted", words::counting(&selection.counting));
    out
}

fn choices<T>(choices: &Choices<T>, name: impl Fn(&T) -> String) -> String {
    let include = choices.include.iter().map(&name);
    let exclude = choices.exclude.iter().map(|v| format!("not {}", name(v)));
    include.chain(exclude).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_counted() {
        let (address, _) =
            Address::parse("#country=CN,-AF&date=2021,undated&count=names,repeats,-in-names");
        let rows = filters(&address.selection);
        let rows: Vec<String> = rows.iter().map(|(k, v)| format!("{k}: {v}")).collect();
        assert_eq!(
            rows[1..],
            ["dates: 2021, undated", "counted: names, not inside longer names; with repeats"]
        );
        assert!(rows[0].starts_with("countries: ") && rows[0].contains(", not "), "{rows:?}");
    }

    #[test]
    fn makes_files() {
        let table = Rc::new(
            Table::new("Countries", &["country", "mentions"]).row(["China".into(), 3_usize.into()]),
        );
        let provenance = Provenance::default();
        for (format, name, part) in [
            (Format::Csv, "dateline-countries.csv", "China,3"),
            (Format::Excel, "dateline-countries.csv", "China,3"),
            (Format::Tsv, "dateline-countries.tsv", "China\t3"),
            (Format::Json, "dateline-countries.json", "China"),
            (Format::Source, "dateline-countries.csv-metadata.json", "dateline-countries.csv"),
        ] {
            let file = file(&Save::table(table.clone(), format), "Countries", &provenance).unwrap();
            assert_eq!(file.name, name);
            assert!(file.text.contains(part), "{}", file.text);
            assert_eq!(file.text.starts_with('\u{feff}'), format == Format::Excel);
        }
        assert_eq!(file(&Save::table(table, Format::Svg), "Countries", &provenance), None);
    }

    #[test]
    fn titles_say_what_is_shown() {
        let rows = [
            ("#view=overview", "Countries", "Countries"),
            (
                "#q=iran&country=KW&date=1987-03",
                "Countries",
                "Countries; iran; names Kuwait; March 1987",
            ),
            ("#q=iran", "Contexts of “iran”", "Contexts of “iran”"),
        ];
        for (fragment, shown, want) in rows {
            assert_eq!(title(shown, &Address::parse(fragment).0), want, "{fragment}");
        }
    }

    #[test]
    fn reads_a_size() {
        assert_eq!(size("<svg width=\"10.5\" height=\"7\">"), Some((11, 7)));
        assert_eq!(size("<svg>"), None);
    }
}

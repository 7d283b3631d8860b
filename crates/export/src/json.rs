//! JSON: a table as objects under their column names, with its provenance.

use crate::{Cell, Provenance, Table};

/// `table` as a JSON object with `title`, `note`, `provenance`, `columns` (their
/// order) and `rows` (objects by column name). Two columns of one name keep the last
/// cell; views give their columns different names.
pub fn json(table: &Table, provenance: Option<&Provenance>) -> String {
    let columns: Vec<String> = table.columns.iter().map(|name| string(name)).collect();
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let cells = table.cells(row).map(value);
            let members: Vec<String> =
                columns.iter().zip(cells).map(|(name, cell)| format!("{name}:{cell}")).collect();
            format!("\n    {{{}}}", members.join(","))
        })
        .collect();
    let provenance: Vec<String> = provenance
        .map(Provenance::fields)
        .unwrap_or_default()
        .iter()
        .map(|(name, value)| format!("{}:{}", string(name), string(value)))
        .collect();
    format!(
        "{{\n  \"title\":{},\n  \"note\":{},\n  \"provenance\":{{{}}},\n  \"columns\":[{}],\n  \"rows\":[{}\n  ]\n}}\n",
        string(&table.title),
        string(&table.note),
        provenance.join(","),
        columns.join(","),
        rows.join(","),
    )
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => string(text),
        Cell::Count(count) => count.to_string(),
        Cell::Measure(measure) if measure.is_finite() => measure.to_string(),
        Cell::Measure(_) | Cell::Empty => "null".to_owned(),
    }
}

/// `text` as a JSON string (RFC 8259, section 7), `</` written so that it may stand
/// inside a script element.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '/' if before == '<' => out.push_str("\\/"),
            c if c < ' ' || matches!(c, '\u{2028}' | '\u{2029}' | '\u{7f}') => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
        before = c;
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn is_an_object_by_column() {
        let mut table = Table::new("Countries", &["country", "mentions", "per 1,000 words"])
            .row(["Côte d'Ivoire".into(), Cell::Count(3), Cell::Measure(1.25)])
            .row(["Mali".into(), Cell::Count(0), Cell::Measure(f64::INFINITY)])
            .row([]);
        table.note = "default counting".into();
        let provenance = Provenance { query: "\"a b\"".into(), ..Provenance::default() };
        let read: serde_json::Value =
            serde_json::from_str(&json(&table, Some(&provenance))).unwrap();
        let want = serde_json::json!({
            "title": "Countries",
            "note": "default counting",
            "provenance": {"query": "\"a b\""},
            "columns": ["country", "mentions", "per 1,000 words"],
            "rows": [
                {"country": "Côte d'Ivoire", "mentions": 3, "per 1,000 words": 1.25},
                {"country": "Mali", "mentions": 0, "per 1,000 words": null},
                {"country": null, "mentions": null, "per 1,000 words": null},
            ],
        });
        assert_eq!(read, want);
    }

    #[test]
    fn may_stand_in_a_script() {
        assert_eq!(string("</script>"), "\"<\\/script>\"");
    }

    proptest! {
        #[test]
        fn strings_read_back(text in any::<String>()) {
            let read: String = serde_json::from_str(&string(&text)).unwrap();
            prop_assert_eq!(read, text);
        }

        #[test]
        fn measures_read_back(measure in any::<f64>().prop_filter("finite", |m| m.is_finite())) {
            let read: f64 = serde_json::from_str(&value(&Cell::Measure(measure))).unwrap();
            prop_assert!((read - measure).abs() <= measure.abs() * 1e-15);
        }
    }
}

//! Where the numbers of a CSV or TSV file come from, in a file beside it, as the W3C
//! recommendation "Metadata Vocabulary for Tabular Data" (CSV on the Web) describes them.

use crate::json::string;
use crate::{Provenance, Table};

/// The metadata of `table` as saved under the name `file`. The metadata of `a.csv` is looked for
/// under the name `a.csv-metadata.json`.
pub fn csv_metadata(table: &Table, file: &str, provenance: &Provenance) -> String {
    let columns: Vec<String> =
        table.columns.iter().map(|name| format!("{{\"titles\":{}}}", string(name))).collect();
    let delimiter = if file.ends_with(".tsv") { "\\t" } else { "," };
    let mut members = vec![
        "\"@context\":\"http://www.w3.org/ns/csvw\"".to_owned(),
        format!("\"url\":{}", string(file)),
        format!("\"dialect\":{{\"delimiter\":\"{delimiter}\",\"header\":true}}"),
        format!("\"dc:title\":{}", string(&table.title)),
    ];
    if !table.note.is_empty() {
        members.push(format!("\"dc:description\":{}", string(&table.note)));
    }
    let sources: Vec<String> = provenance
        .fields()
        .iter()
        .map(|(name, value)| string(&format!("{name}: {value}")))
        .collect();
    members.push(format!("\"dc:provenance\":[{}]", sources.join(",")));
    members.push(format!("\"tableSchema\":{{\"columns\":[{}]}}", columns.join(",")));
    format!("{{\n  {}\n}}\n", members.join(",\n  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_the_numbers_come_from() {
        let mut table = Table::new("Countries", &["country", "per 1,000 words"]);
        table.note = "Counted: names.".into();
        let provenance = Provenance {
            query: "china, \"iran\"".into(),
            filters: vec![("dates".into(), "1987-03".into())],
            ..Provenance::default()
        };
        for (file, delimiter) in [("a.csv", ","), ("a.tsv", "\t")] {
            let text = csv_metadata(&table, file, &provenance);
            let read: serde_json::Value = serde_json::from_str(&text).unwrap();
            let want = serde_json::json!({
                "@context": "http://www.w3.org/ns/csvw",
                "url": file,
                "dialect": {"delimiter": delimiter, "header": true},
                "dc:title": "Countries",
                "dc:description": "Counted: names.",
                "dc:provenance": ["query: china, \"iran\"", "dates: 1987-03"],
                "tableSchema": {"columns": [{"titles": "country"}, {"titles": "per 1,000 words"}]},
            });
            assert_eq!(read, want);
        }
    }
}

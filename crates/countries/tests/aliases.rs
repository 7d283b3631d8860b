//! Every name of the hand-kept tables has its case: a sentence with the name and what is
//! found in it, in `cases/aliases.txt` (checked by `cases.rs`). A name without one fails here,
//! with the line to add once a person has seen that it is right.

mod common;

use common::{marked, plain, with_places};
use std::collections::BTreeSet;

/// The tables of English names: columns with the country's code (if any) and the names, and
/// the sentence around a name.
const TABLES: [(&str, &[(usize, &str)]); 5] = [
    (include_str!("../../../data/gazetteer/countries.tsv"), &[(1, IN), (2, IN), (3, OF), (4, IN)]),
    (include_str!("../../../data/gazetteer/historical.tsv"), &[(2, IN)]),
    (include_str!("../../../data/gazetteer/places.tsv"), &[(1, IN)]),
    (include_str!("../../../data/gazetteer/regions.tsv"), &[(3, IN), (4, AFTER)]),
    (include_str!("../../../data/context/blocks.tsv"), &[(0, IN)]),
];

const IN: &str = "They talked in ~ on Monday.";
const OF: &str = "They met the ~ minister.";
const AFTER: &str = "They heard Sen. John Smith, R-~, on Monday.";

/// The sentence of every name.
fn sentences() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (table, columns) in TABLES {
        for row in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            for (column, sentence) in columns {
                let names = cells.get(*column).into_iter().flat_map(|cell| cell.split("; "));
                let sentence = if cells[0] == "demonym" { OF } else { sentence };
                for name in names.filter(|name| !name.is_empty()) {
                    out.extend(forms(name).map(|form| sentence.replace('~', &form)));
                }
            }
        }
    }
    out
}

/// A name as texts write it, and its plural.
fn forms(name: &str) -> impl Iterator<Item = String> {
    let name = name.strip_prefix('!').unwrap_or(name);
    let stem = name.strip_suffix("/s");
    let plural = stem.map(|stem| format!("{stem}s"));
    std::iter::once(stem.unwrap_or(name).to_owned()).chain(plural)
}

#[test]
fn every_name_of_the_tables_has_its_case() {
    let cases = include_str!("cases/aliases.txt");
    let known: BTreeSet<String> = cases.lines().map(plain).collect();
    let missing: Vec<String> =
        sentences().difference(&known).map(|text| marked(with_places(), text)).collect();
    assert!(
        missing.is_empty(),
        "{} names have no case. Look at each line, and where it is right, add it to \
         crates/countries/tests/cases/aliases.txt:\n{}",
        missing.len(),
        missing.join("\n")
    );
}

#[test]
fn no_case_is_of_a_name_that_is_no_more() {
    let wanted = sentences();
    let cases = include_str!("cases/aliases.txt");
    let lines = cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let stale: Vec<&str> = lines.filter(|line| !wanted.contains(&plain(line))).collect();
    assert!(stale.is_empty(), "no table holds the names of these cases: {stale:#?}");
}

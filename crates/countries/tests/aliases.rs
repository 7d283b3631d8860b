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
    let name = name.strip_suffix('?').unwrap_or(name);
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

/// Territories without inhabitants of their own, or whose people go by the state's demonym.
const WITHOUT_DEMONYM: [(&str, &str); 7] = [
    ("BV", "nobody lives there"),
    ("GS", "staff of research stations only"),
    ("HM", "nobody lives there"),
    ("SJ", "people of Norway and Russia at work; no word in use"),
    ("TF", "staff of research stations only"),
    ("UM", "nobody lives there for good"),
    ("VA", "\"Vatican\" is the name itself"),
];

#[test]
fn every_country_has_a_demonym_that_counts_for_it() {
    let table = include_str!("../../../data/gazetteer/countries.tsv");
    let rows = table.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let mut codes = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let (code, demonyms) = (cells[0], cells.get(3).copied().unwrap_or_default());
        codes += 1;
        let without = WITHOUT_DEMONYM.iter().any(|(c, _)| *c == code);
        assert_eq!(demonyms.is_empty(), without, "{code}: {demonyms:?}");
        for demonym in demonyms.split("; ").filter(|d| !d.is_empty()).flat_map(forms) {
            // The name stands beside it: a demonym that two countries share needs it.
            let text = format!("They met the {demonym} minister in {}.", cells[1]);
            let marks = marked(with_places(), &text);
            assert!(marks.contains(&format!("the {{{demonym}|{code} ")), "{code}: {marks}");
        }
    }
    assert_eq!(codes, 250, "the codes of ISO 3166-1, and XK");
}

#[test]
fn no_case_is_of_a_name_that_is_no_more() {
    let wanted = sentences();
    let cases = include_str!("cases/aliases.txt");
    let lines = cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let stale: Vec<&str> = lines.filter(|line| !wanted.contains(&plain(line))).collect();
    assert!(stale.is_empty(), "no table holds the names of these cases: {stale:#?}");
}

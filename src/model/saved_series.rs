//! Series that a reader named (`label# query`), kept to be offered again. Pure: lists
//! in, lists out; the newest first, each label once.

use dateline_corpus::{Corpus, Span, Suggestion, SuggestionKind, typed_before};

/// How many are kept.
const MAX_SERIES: usize = 24;

/// The name of what is stored: a series a line.
pub const STORED: &str = "series";

/// The list of what was stored.
pub fn listed(stored: &str) -> Vec<String> {
    stored.lines().filter(|line| label(line).is_some()).map(str::to_owned).collect()
}

/// `list` with the named series of a query before it; `None` when it names none.
pub fn with_those_of(list: &[String], query: &str) -> Option<Vec<String>> {
    let mut named = Corpus::named_series(query);
    if named.is_empty() {
        return None;
    }
    let older: Vec<String> = list
        .iter()
        .filter(|old| !named.iter().any(|new| label(new) == label(old)))
        .cloned()
        .collect();
    named.extend(older);
    named.truncate(MAX_SERIES);
    Some(named)
}

/// `list` without one of its series.
pub fn without(list: &[String], series: &str) -> Vec<String> {
    list.iter().filter(|kept| *kept != series).cloned().collect()
}

/// Those whose label begins with what is typed where a series begins: at byte `caret`
/// of the query.
pub fn suggestions(list: &[String], query: &str, caret: usize) -> Vec<Suggestion> {
    let Some((typed, start)) = typed_before(query, caret) else { return Vec::new() };
    let before = query[..start].trim_end();
    if !before.is_empty() && !before.ends_with(',') {
        return Vec::new();
    }
    let typed_folded = typed.to_lowercase();
    let begins = |series: &&String| {
        label(series).is_some_and(|label| label.to_lowercase().starts_with(&typed_folded))
    };
    let suggestion = |series: &String| Suggestion {
        span: Span::new(start, start + typed.len()),
        text: series.clone(),
        kind: SuggestionKind::Series,
        articles: 0,
    };
    list.iter().filter(begins).map(suggestion).collect()
}

fn label(series: &str) -> Option<&str> {
    series.split_once('#').map(|(label, _)| label.trim()).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn named_series_are_kept_once_newest_first() {
        type Rows =
            &'static [(&'static [&'static str], &'static str, Option<&'static [&'static str]>)];
        let rows: Rows = &[
            (&[], "china", None),
            (&[], "east# china|japan, france", Some(&["east# china OR japan"])),
            (&["west# france"], "east# china", Some(&["east# china", "west# france"])),
            (
                &["east# korea", "west# france"],
                "east# china",
                Some(&["east# china", "west# france"]),
            ),
        ];
        for (kept, query, want) in rows {
            assert_eq!(with_those_of(&list(kept), query), want.map(list), "{query}");
        }
        let many: Vec<String> = (0..40).map(|n| format!("s{n}# x")).collect();
        assert_eq!(with_those_of(&many, "a# b").map(|list| list.len()), Some(MAX_SERIES));
        assert_eq!(without(&list(&["a# b", "c# d"]), "a# b"), ["c# d"]);
        assert_eq!(listed("a# b\nno label\n# x\nc# d"), ["a# b", "c# d"]);
    }

    #[test]
    fn they_are_offered_where_a_series_begins() {
        let kept = list(&["east# china", "Easter# egg*", "west# france"]);
        let rows: &[(&str, &[&str])] = &[
            ("ea", &["east# china", "Easter# egg*"]),
            ("oil, we", &["west# france"]),
            ("oil we", &[]),
            ("x", &[]),
            ("", &[]),
        ];
        for (query, want) in rows {
            let found = suggestions(&kept, query, query.len());
            assert_eq!(found.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), *want, "{query}");
        }
    }
}

//! CoNLL-U: a word a line in ten columns, sentences between blank lines, comments before them.

use super::Text;
use crate::tables::columns::Row;

/// The columns of a line, from the number of the word to remarks.
const COLUMNS: usize = 10;

/// Whether a text is of this form: the first word of a sentence has the number 1.
pub(super) fn is_conll(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("1\t") && line.split('\t').count() == COLUMNS)
}

/// The texts of CoNLL-U: sentences with their text in a comment, else put together from the words.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let (mut rows, mut current) = (Vec::new(), Text::default());
    let mut sentence: Option<String> = None;
    // The last word of a contraction that is printed as one ("1-2").
    let mut covered = 0_usize;
    for line in text.lines().chain([""]) {
        if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once('=').map_or((comment, ""), |(k, v)| (k, v));
            match (key.trim(), value.trim()) {
                ("newdoc" | "newdoc id", id) => {
                    current.finish(&mut rows);
                    if !id.is_empty() {
                        current.facts.push(("id".to_owned(), vec![id.to_owned()]));
                    }
                }
                ("newpar" | "newpar id", _) => current.end_paragraph(),
                ("text", value) => sentence = Some(value.to_owned()),
                ("sent_id" | "global.columns" | "text_en", _) | (_, "") => {}
                (key, value) => {
                    let key = key.trim_start_matches("meta::").to_owned();
                    if current.body.is_empty() && current.facts.iter().all(|(k, _)| *k != key) {
                        current.facts.push((key, vec![value.to_owned()]));
                    }
                }
            }
            continue;
        }
        if line.trim().is_empty() {
            if let Some(sentence) = sentence.take() {
                current.push(&sentence, true);
            }
            covered = 0;
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let (Some(number), Some(word)) = (columns.first(), columns.get(1)) else { continue };
        let is_covered = number.parse().is_ok_and(|number: usize| number <= covered);
        if sentence.is_some() || is_covered || number.contains('.') {
            continue;
        }
        if let Some((_, last)) = number.split_once('-') {
            covered = last.parse().unwrap_or(0);
        }
        current.push(word, true);
        current.glued = columns.last().is_some_and(|misc| misc.contains("SpaceAfter=No"));
    }
    current.finish(&mut rows);
    rows
}

//! Lines with a label: `LENGTH: 74 words`, and what goes on below them.

/// The label in capital letters and the value of a line that begins with one of
/// `known`.
pub(super) fn labelled<'l>(
    line: &'l str,
    known: &[&'static str],
) -> Option<(&'static str, &'l str)> {
    let line = line.trim();
    let (label, value) = line.split_once(':')?;
    let label = label.trim().to_ascii_uppercase();
    let found = known.iter().find(|k| **k == label)?;
    Some((found, value.trim()))
}

/// What a count of words is called, in the languages of the databases.
const WORDS: [&str; 9] =
    ["words", "mots", "wörter", "palabras", "palavras", "parole", "woorden", "ord", "слов"];

/// The words in a line such as `74 words`.
pub(super) fn words(line: &str) -> Option<usize> {
    let (number, unit) = line.trim().split_once(' ')?;
    let unit = unit.trim().to_lowercase();
    if !WORDS.contains(&unit.as_str()) {
        return None;
    }
    number.replace([',', '.'], "").parse().ok()
}

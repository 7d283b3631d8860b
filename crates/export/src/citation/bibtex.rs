//! BibTeX: `@article` for an article with a source, `@misc` for the rest.

use super::{ArticleReference, CorpusReference, date};
use dateline_text::english::MONTHS;
use dateline_text::fold;

/// The entry of an article.
pub(super) fn article(article: &ArticleReference) -> String {
    let kind = if article.source.trim().is_empty() { "misc" } else { "article" };
    // Names in braces stay whole: a byline does not say which part is the surname.
    let authors: Vec<String> =
        article.authors.iter().map(|name| format!("{{{}}}", escape(name))).collect();
    let mut fields = vec![
        ("author", authors.join(" and ")),
        ("title", format!("{{{}}}", escape(&article.title))),
        ("journal", escape(&article.source)),
    ];
    fields.extend(when(&article.published));
    fields.extend(where_read(&article.address, &article.accessed));
    let first = article.authors.first().unwrap_or(&article.source);
    entry(kind, &key(&[last_word(first), &article.published, first_word(&article.title)]), fields)
}

/// The entry of the corpus.
pub(super) fn corpus(corpus: &CorpusReference) -> String {
    let mut fields = vec![
        ("title", format!("{{{}}}", escape(&corpus.title))),
        ("howpublished", escape(&corpus.made_by)),
        ("note", escape(&corpus.extent())),
    ];
    fields.extend(where_read(&corpus.address, &corpus.accessed));
    let short: String = corpus.hash.chars().take(8).collect();
    entry("misc", &key(&["corpus", &short]), fields)
}

fn when(iso: &str) -> Vec<(&'static str, String)> {
    let parts = date::parts(iso);
    let mut fields = Vec::new();
    if let Some(year) = parts.first() {
        fields.push(("year", format!("{year:04}")));
    }
    if let Some(month) = parts.get(1) {
        // BibTeX's macros for the months, "jan" to "dec".
        fields.push(("month", MONTHS[*month as usize - 1][..3].to_lowercase()));
    }
    if let Some(day) = parts.get(2) {
        fields.push(("day", day.to_string()));
    }
    fields
}

fn where_read(address: &str, accessed: &str) -> Vec<(&'static str, String)> {
    // Inside \url and url fields only braces and backslashes would do harm.
    let address: String = address.chars().filter(|c| !matches!(c, '{' | '}' | '\\')).collect();
    let accessed = if date::parts(accessed).is_empty() { "" } else { accessed };
    vec![("url", address), ("urldate", accessed.to_owned())]
}

fn entry(kind: &str, key: &str, fields: Vec<(&str, String)>) -> String {
    let mut out = format!("@{kind}{{{key}");
    for (name, value) in fields {
        if value.is_empty() || value == "{}" {
            continue;
        }
        // Months are macros and stand bare.
        let value = if name == "month" { value } else { format!("{{{value}}}") };
        out.push_str(&format!(",\n  {name} = {value}"));
    }
    out.push_str("\n}\n");
    out
}

/// A key of ASCII letters and digits: "okoye2023trade", "nunez2023elysee".
fn key(parts: &[&str]) -> String {
    let letters = |part: &&str| {
        let digits_only = part.starts_with(|c: char| c.is_ascii_digit());
        let head = if digits_only { part.split('-').next().unwrap_or(part) } else { part };
        fold(head).chars().filter(char::is_ascii_alphanumeric).collect::<String>()
    };
    let key: String = parts.iter().map(letters).collect();
    if key.is_empty() { "article".to_owned() } else { key }
}

fn first_word(text: &str) -> &str {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphanumeric()).count() > 3;
    text.split_whitespace().find(long).unwrap_or("")
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or("")
}

/// `text` with the characters that TeX reads as commands written out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // BibTeX counts braces whether or not a backslash stands before them.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn entries() {
        let rows = [
            (
                article(&samples::article()),
                "@article{okoye2023trade,
  author = {{Mina Okoye} and {Reuters staff}},
  title = {{Trade \\& aid: 50\\% of \\textbraceleft{}what\\textbraceright{} China\\_wants?}},
  journal = {The Harbour Post},
  year = {2023},
  month = may,
  day = {13},
  url = {https://example.org/a_b#doc=1},
  urldate = {2026-11-21}
}
",
            ),
            (article(&samples::bare()), "@misc{untitled,\n  title = {{Untitled talks}}\n}\n"),
            (
                corpus(&samples::corpus()),
                "@misc{corpus00ff,
  title = {{Harbour talks}},
  howpublished = {Dateline 0.1.0},
  note = {5 articles, SHA-256 00ff, gazetteer 2026.11},
  url = {https://example.org/},
  urldate = {2026-11-21}
}
",
            ),
        ];
        for (got, want) in rows {
            assert_eq!(got, want);
        }
    }

    #[test]
    fn keys_are_what_readers_would_type() {
        let rows = [
            (["Núñez", "2023-05", "L’Élysée"], "nunez2023lelysee"),
            (["Übersee", "", "Große"], "uberseegrosse"),
            (["Okoye", "2023-05-13", "Trade"], "okoye2023trade"),
            (["新華社", "", "北京"], "article"),
        ];
        for (parts, want) in rows {
            assert_eq!(key(&parts), want);
        }
    }

    proptest! {
        #[test]
        fn a_reader_of_bibtex_finds_every_entry(
            title in "\\PC{1,40}", source in "[{}\\\\%\"@=, a-z]{0,20}", address in any::<String>(),
        ) {
            let one = || ArticleReference {
                title: title.clone(),
                source: source.clone(),
                address: address.clone(),
                ..samples::article()
            };
            let text = article(&one()) + &corpus(&samples::corpus());
            let read = biblatex::RawBibliography::parse(&text);
            let entries = read.map_err(|e| TestCaseError::fail(format!("{e}: {text}")))?.entries;
            let kinds: Vec<&str> = entries.iter().map(|entry| entry.v.kind.v).collect();
            let kind = if source.trim().is_empty() { "misc" } else { "article" };
            prop_assert_eq!(kinds, [kind, "misc"]);
            let fields: Vec<&str> = entries[0].v.fields.iter().map(|field| field.key.v).collect();
            let has_title = title.split_whitespace().next().is_some();
            prop_assert_eq!(fields.contains(&"title"), has_title, "{:?}", fields);
            prop_assert!(fields.ends_with(&["urldate"]), "{:?}", fields);
        }
    }

    #[test]
    fn a_reader_of_bibtex_gets_the_title_back() {
        for title in
            ["Talks { and no end", "} first", "50% & more_of $it #1", "a {b} c", "x ~ y ^ z"]
        {
            let text = article(&ArticleReference { title: title.to_owned(), ..samples::article() });
            let read = biblatex::Bibliography::parse(&text).expect("an entry");
            let found = read.iter().next().and_then(|entry| entry.title().ok());
            let found: String = found.into_iter().flatten().map(|chunk| chunk.v.get()).collect();
            assert_eq!(found, title, "{text}");
        }
    }
}

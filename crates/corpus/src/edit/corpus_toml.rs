//! A reader's edits as rows for a `corpus.toml`.

use crate::edit::{kinds, metadata};
use crate::{Article, Corpus, Date, KindEdit, Lines, MetadataEdit, Precision};
use dateline_reading::line_starts;

impl Corpus {
    /// Titles, sources and dates, and kinds of blocks, as tables for a `corpus.toml`: a
    /// build with them gives articles with the same. Neighbouring blocks of one kind
    /// share a row.
    pub fn edits_as_toml(
        &self,
        metadata_edits: &[MetadataEdit],
        kind_edits: &[KindEdit],
    ) -> String {
        let metadata_edits = metadata::settled(metadata_edits);
        let kind_edits = kinds::settled(kind_edits);
        let mut out = String::from("# For corpus.toml. Blocks are named by their lines.\n");
        for article in self.articles() {
            let id = article.id();
            let name = quoted(article.name());
            if let Some(own) = metadata_edits.iter().find(|a| a.article == id) {
                out += &format!("\n[articles.{name}]\n{}", metadata(own));
            }
            let own: Vec<KindEdit> =
                kind_edits.iter().copied().filter(|o| o.article == id).collect();
            if !own.is_empty() {
                out += &format!("\n[articles.{name}.blocks]\n{}", blocks(&article, &own));
            }
        }
        out
    }
}

fn metadata(said: &MetadataEdit) -> String {
    let text = |key: &str, value: &Option<String>| {
        value.as_ref().map_or(String::new(), |v| format!("{key} = {}\n", quoted(v)))
    };
    // Only a day is a date of TOML.
    let date = |date: Date| match date.precision() {
        Precision::Day => format!("date = {date}\n"),
        _ => format!("date = \"{date}\"\n"),
    };
    [
        text("title", &said.title),
        text("source", &said.source),
        said.date.map_or(String::new(), date),
    ]
    .concat()
}

fn blocks(article: &Article<'_>, said: &[KindEdit]) -> String {
    let starts = line_starts(article.raw());
    let lines = |o: &KindEdit| article.blocks().get(o.block).map(|b| Lines::of_block(&starts, b));
    let together = |a: &KindEdit, b: &KindEdit| b.block == a.block + 1 && b.kind == a.kind;
    let rows = said.chunk_by(together).filter_map(|run| {
        let (first, last) = (run.first().and_then(lines)?, run.last().and_then(lines)?);
        let lines = Lines { first: first.first, last: last.last };
        Some(format!("\"{lines}\" = \"{}\"\n", run[0].kind.name()))
    });
    rows.collect()
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ArticleId;

    #[test]
    fn quotes_names() {
        let rows = [("a.txt", "\"a.txt\""), ("a\"\\\n", "\"a\\\"\\\\\\u000A\"")];
        rows.iter().for_each(|(name, want)| assert_eq!(quoted(name), *want));
    }

    #[test]
    fn only_days_are_dates_of_toml() {
        let rows = [
            ("2021-08-15", "date = 2021-08-15\n"),
            ("2021-08", "date = \"2021-08\"\n"),
            ("2021", "date = \"2021\"\n"),
            ("2021-08-15T18:32", "date = \"2021-08-15T18:32\"\n"),
        ];
        for (date, want) in rows {
            let said = MetadataEdit { date: Date::parse(date), ..MetadataEdit::none(ArticleId(0)) };
            assert_eq!(metadata(&said), want);
        }
    }
}

//! The reading of one article, and what its publisher should look at.

use super::language::Known;
use crate::output::printable;
use dateline_corpus::{Article, Corpus, Counting, Holds, TitleFrom};
use dateline_pack::Noted;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;

/// An article with fewer words is told.
const FEW_WORDS: usize = 50;

/// An article; a line of `--json`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Row {
    pub(super) file: String,
    pub(super) format: String,
    pub(super) title: String,
    pub(super) title_from: String,
    pub(super) date: Option<String>,
    pub(super) date_evidence: String,
    pub(super) source: Option<String>,
    pub(super) byline: Option<String>,
    /// A BCP 47 tag.
    pub(super) language: Option<String>,
    pub(super) language_evidence: String,
    pub(super) words: usize,
    pub(super) blocks: BTreeMap<String, usize>,
    pub(super) countries: Vec<String>,
    pub(super) ambiguous: usize,
    /// Guesses made to read the file.
    pub(super) notes: Vec<String>,
    pub(super) warnings: Vec<String>,
}

impl Row {
    /// The reading of an article; what it has in common with others is not told yet.
    pub(super) fn of(corpus: &Corpus, article: &Article<'_>) -> Row {
        let mut blocks = BTreeMap::new();
        for block in article.blocks() {
            *blocks.entry(block.kind.name().to_owned()).or_insert(0) += 1;
        }
        let focus = corpus.focus(&Counting::default(), article.id());
        let countries = focus.iter().map(|f| format!("{} {}", f.country.code(), f.mentions));
        let language = Known::of(article);
        Row {
            file: article.name().to_owned(),
            format: String::new(),
            notes: Vec::new(),
            title: article.title().to_owned(),
            title_from: article.title_from().name().to_owned(),
            date: article.date().map(|d| d.to_string()),
            date_evidence: article.date_evidence().to_owned(),
            source: article.source().map(str::to_owned),
            byline: article.byline().map(str::to_owned),
            language: language.tag,
            language_evidence: language.evidence,
            words: article.words(),
            blocks,
            countries: countries.collect(),
            ambiguous: article.ambiguous().len(),
            warnings: warnings(article).into_iter().chain(language.warning).collect(),
        }
    }

    /// The same with how it was read.
    pub(super) fn noted(self, noted: Option<&Noted>) -> Row {
        let Some(Noted { format, notes, .. }) = noted else { return self };
        Row { format: (*format).to_owned(), notes: notes.clone(), ..self }
    }

    /// A few lines a person reads.
    pub(super) fn text(&self) -> String {
        let mut out = format!("{}\n", printable(&self.file).replace('\n', " "));
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                // Writing into a string cannot fail.
                let value = printable(value).replace('\n', " ");
                let _ = writeln!(out, "  {name:<9} {value}");
            }
        };
        let title = match &*self.title_from {
            "headline" => self.title.clone(),
            from => format!("{} ({from})", self.title),
        };
        line("title", &title);
        let date = self.date.as_deref().map(|d| format!("{d} ({})", self.date_evidence));
        line("date", &date.unwrap_or_default());
        line("source", self.source.as_deref().unwrap_or(""));
        line("byline", self.byline.as_deref().unwrap_or(""));
        let language = self.language.as_deref().unwrap_or("unknown");
        line("language", &format!("{language} ({})", self.language_evidence));
        line("words", &self.words.to_string());
        let blocks: Vec<String> = self.blocks.iter().map(|(k, n)| format!("{k} {n}")).collect();
        line("blocks", &blocks.join(", "));
        line("countries", &self.countries.join(", "));
        if self.ambiguous > 0 {
            line("ambiguous", &self.ambiguous.to_string());
        }
        line("read as", if self.format == "text" { "" } else { &self.format });
        line("guessed", &self.notes.join("; "));
        line("look at", &self.warnings.join("; "));
        out
    }
}

fn warnings(article: &Article<'_>) -> Vec<String> {
    let mut list = Vec::new();
    let mut warn = |when: bool, what: &str| {
        if when {
            list.push(what.to_owned());
        }
    };
    match article.holds() {
        Holds::OneArticle => {}
        Holds::Several(count) => warn(true, &format!("holds {count} articles: cut it")),
        Holds::Nothing(what) => warn(true, &format!("holds no article: it is {what}")),
    }
    warn(article.title_from() == TitleFrom::FirstSentence, "no headline");
    warn(article.date().is_none(), "no date");
    warn(article.source().is_none(), "no source");
    warn(article.words() < FEW_WORDS, "only a few words");
    list
}

//! Citations of an article and of the corpus, in the forms that reference managers
//! and word processors take.

mod bibtex;
mod csl;
mod date;
mod plain;
mod ris;

/// A form of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Citation {
    /// A sentence to paste.
    Plain,
    /// BibTeX, UTF-8.
    BibTex,
    /// RIS (Research Information Systems).
    Ris,
    /// CSL-JSON, an array of one item.
    CslJson,
}

impl Citation {
    /// Every form, in the order in which they are listed.
    pub const ALL: [Citation; 4] =
        [Citation::Plain, Citation::BibTex, Citation::Ris, Citation::CslJson];

    /// The name for a menu.
    pub fn label(self) -> &'static str {
        match self {
            Citation::Plain => "Plain text",
            Citation::BibTex => "BibTeX",
            Citation::Ris => "RIS",
            Citation::CslJson => "CSL-JSON",
        }
    }

    /// The usual ending of such a file, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Citation::Plain => "txt",
            Citation::BibTex => "bib",
            Citation::Ris => "ris",
            Citation::CslJson => "json",
        }
    }

    /// The citation of `article`.
    pub fn of_article(self, article: &ArticleReference) -> String {
        match self {
            Citation::Plain => plain::article(article),
            Citation::BibTex => bibtex::article(article),
            Citation::Ris => ris::article(article),
            Citation::CslJson => csl::article(article),
        }
    }

    /// The citation of `corpus`.
    pub fn of_corpus(self, corpus: &CorpusReference) -> String {
        match self {
            Citation::Plain => plain::corpus(corpus),
            Citation::BibTex => bibtex::corpus(corpus),
            Citation::Ris => ris::corpus(corpus),
            Citation::CslJson => csl::corpus(corpus),
        }
    }
}

/// The metadata of an article. Empty texts are left out of the citation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleReference {
    /// The headline.
    pub title: String,
    /// The authors as the byline names them, each whole ("Mohamed Yosry").
    pub authors: Vec<String>,
    /// The newspaper, agency or site.
    pub source: String,
    /// The day of publication, ISO 8601; a month or a year is as good as known.
    pub published: String,
    /// The address of the article or of its view.
    pub address: String,
    /// The day on which it was read, ISO 8601.
    pub accessed: String,
}

/// The identity of a corpus. Empty texts are left out of the citation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorpusReference {
    /// The name of the corpus.
    pub title: String,
    /// How many articles it has.
    pub articles: usize,
    /// SHA-256 over its sources, in hexadecimal: the same hash is the same corpus.
    pub hash: String,
    /// The version of the gazetteer with which countries were found.
    pub gazetteer: String,
    /// The program and its version ("Dateline 0.1.0").
    pub made_by: String,
    /// The address of the view.
    pub address: String,
    /// The day on which it was read, ISO 8601.
    pub accessed: String,
}

impl CorpusReference {
    /// "5 articles, SHA-256 …, gazetteer …".
    fn extent(&self) -> String {
        let noun = if self.articles == 1 { "article" } else { "articles" };
        let mut parts = vec![format!("{} {noun}", self.articles)];
        if !self.hash.is_empty() {
            parts.push(format!("SHA-256 {}", self.hash));
        }
        if !self.gazetteer.is_empty() {
            parts.push(format!("gazetteer {}", self.gazetteer));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod samples {
    use super::*;

    pub(crate) fn article() -> ArticleReference {
        ArticleReference {
            title: "Trade & aid: 50% of {what} China_wants?".into(),
            authors: vec!["Mina Okoye".into(), "Reuters staff".into()],
            source: "The Harbour Post".into(),
            published: "2023-05-13".into(),
            address: "https://example.org/a_b#doc=1".into(),
            accessed: "2026-11-21".into(),
        }
    }

    pub(crate) fn bare() -> ArticleReference {
        ArticleReference { title: "Untitled talks".into(), ..ArticleReference::default() }
    }

    pub(crate) fn corpus() -> CorpusReference {
        CorpusReference {
            title: "Harbour talks".into(),
            articles: 5,
            hash: "00ff".into(),
            gazetteer: "2026.11".into(),
            made_by: "Dateline 0.1.0".into(),
            address: "https://example.org/".into(),
            accessed: "2026-11-21".into(),
        }
    }
}

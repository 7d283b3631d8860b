//! The language of an article: declared by its publisher, or detected, with the certainty of that.

use dateline_corpus::Article;
use dateline_text::language::{Language, detect};

/// The language of an article, and how it is known.
pub(super) struct Known {
    /// As a BCP 47 tag; `None` where nothing tells it.
    pub(super) tag: Option<String>,
    /// How it is known, in words.
    pub(super) evidence: String,
    /// A warning where countries are looked for by the names of another language.
    pub(super) warning: Option<String>,
}

impl Known {
    /// The language of an article.
    pub(super) fn of(article: &Article<'_>) -> Known {
        if let Some(tag) = article.language() {
            let warning = match Language::from_code(tag) {
                Some(_) => None,
                None => Some(format!("no names of countries in its language, {tag}")),
            };
            return Known { tag: Some(tag.to_owned()), evidence: "declared".to_owned(), warning };
        }
        let detected = detect(article.text());
        match detected.language {
            Some(language) => Known {
                tag: Some(language.code().to_owned()),
                evidence: format!("detected, {:.0} % sure", detected.certainty * 100.0),
                warning: None,
            },
            None => Known {
                tag: None,
                evidence: "not detected".to_owned(),
                warning: Some(
                    "language unknown: countries are found by their English names".into(),
                ),
            },
        }
    }
}

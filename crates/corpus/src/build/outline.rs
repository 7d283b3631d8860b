//! An outline of a corpus that is too large for memory: what its summary and a list of
//! its first articles need.

use crate::pack::record::Record;
use crate::pack::sections::SectionWriter;
use crate::pack::write::in_memory;
use crate::{BuildError, ContextsOnly, Corpus, Prepared};
use dateline_text::Span;

/// An outline while articles come.
pub(crate) struct Outline {
    sections: SectionWriter,
    texts: Vec<u8>,
    text_ends: Vec<u32>,
    whole: usize,
}

impl Outline {
    /// An outline with the texts of the first `whole` articles.
    pub(crate) fn new(whole: usize) -> Outline {
        Outline {
            sections: SectionWriter::default(),
            texts: Vec::new(),
            text_ends: Vec::new(),
            whole,
        }
    }

    /// Whether the next article keeps its text.
    pub(crate) fn keeps_text(&self) -> bool {
        self.text_ends.len() < self.whole
    }

    /// Adds the next article, with its text where [`Outline::keeps_text`] says so.
    pub(crate) fn push(&mut self, article: Prepared, source: &str) {
        let article = if self.keeps_text() { article } else { without_text(article) };
        self.sections.push(&article, source);
        self.texts.extend_from_slice(article.text.as_bytes());
        self.text_ends.push(self.texts.len() as u32);
    }

    /// The outline as a corpus.
    pub(crate) fn finish(
        self,
        meta: Vec<u8>,
        contexts: Option<ContextsOnly>,
    ) -> Result<Corpus, BuildError> {
        let articles = self.text_ends.len() as u32;
        let texts = (self.texts.into(), self.text_ends);
        let mut sections = self.sections.finish(meta, texts, contexts)?;
        let pack = in_memory(articles, &mut sections)?;
        Ok(Corpus::open_built(pack)?)
    }
}

/// The article with spans that fit an empty text: its mentions and dates still count.
fn without_text(article: Prepared) -> Prepared {
    let mut annotated = article.annotated;
    annotated.without_text();
    let Record { name, words, language, mut dates, .. } = article.record;
    dates.iter_mut().for_each(|date| date.span = Span::new(0, 0));
    Prepared {
        record: Record { name, words, language, dates, ..Record::default() },
        date: article.date,
        content: article.content,
        annotated,
        ..Prepared::default()
    }
}

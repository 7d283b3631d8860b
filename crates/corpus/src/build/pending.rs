//! Articles that wait until all of them have come: only then is it known which of their
//! lines recur. Texts and layouts lie in stores, memory holds where each begins.

use crate::build::spool::{Spool, Store};
use crate::{BuildError, Prepared};
use dateline_reading::{LineCounts, Recurring};
use dateline_text::bytes::{Cursor, put_str};
use std::io;

/// Articles in the order in which they came.
#[derive(Default)]
pub(crate) struct Waiting {
    texts: Store,
    text_ends: Vec<u32>,
    layouts: Store,
    layout_ends: Vec<u64>,
    lines: LineCounts,
    /// The number of the first dump. What came before it stays as it was read.
    first_dump: Option<usize>,
}

impl Waiting {
    /// Waiting in spools.
    pub(crate) fn spooled(texts: Box<dyn Spool>, layouts: Box<dyn Spool>) -> Waiting {
        let (texts, layouts) = (Store::spooled(texts), Store::spooled(layouts));
        Waiting { texts, layouts, ..Waiting::default() }
    }

    /// Adds an article.
    pub(crate) fn push(&mut self, article: &Prepared) -> Result<(), BuildError> {
        let end = self.texts.len() + article.text.len() as u64;
        let end = u32::try_from(end).map_err(|_| BuildError::TooLarge)?;
        self.texts.append(article.text.as_bytes())?;
        if let Some(lines) = &article.lines {
            self.lines.add(lines);
            self.first_dump.get_or_insert(self.text_ends.len());
        }
        self.text_ends.push(end);
        let mut layout = Vec::new();
        // Known from here on without the text.
        put_str(&mut layout, article.source_name());
        article.put_layout(&mut layout);
        self.layouts.append(&layout)?;
        self.layout_ends.push(self.layouts.len());
        Ok(())
    }

    /// Says that all articles have come.
    pub(crate) fn finish(self) -> Ready {
        let Waiting { texts, text_ends, layouts, layout_ends, lines, first_dump } = self;
        let recurring = lines.finish();
        Ready { texts, text_ends, layouts, layout_ends, recurring, first_dump }
    }
}

/// The same articles when all have come.
pub(crate) struct Ready {
    texts: Store,
    text_ends: Vec<u32>,
    layouts: Store,
    layout_ends: Vec<u64>,
    recurring: Recurring,
    first_dump: Option<usize>,
}

impl Ready {
    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.text_ends.len()
    }

    /// Article number `at`, settled, with the name of its source. Its text is there only
    /// where `whole` or where the article's own lines or publisher need it.
    pub(crate) fn article(
        &mut self,
        at: usize,
        whole: bool,
    ) -> Result<(Prepared, String), BuildError> {
        let end = self.layout_ends[at];
        let start = at.checked_sub(1).map_or(0, |before| self.layout_ends[before]);
        let layout = self.layouts.read(start..end)?;
        let from = &mut Cursor::new(&layout);
        let source = from.str().ok_or_else(damaged)?.to_owned();
        let mut article = Prepared::read_layout(from, String::new()).ok_or_else(damaged)?;
        let marked = self.first_dump.is_some_and(|first| first <= at)
            && article.lines.take().is_none_or(|lines| self.recurring.any(&lines));
        if whole || marked || !article.said.is_empty() {
            article.text = self.text(at)?;
        }
        if marked {
            article.mark_recurring(&self.recurring);
        }
        article.settle();
        Ok((article, source))
    }

    fn text(&mut self, at: usize) -> Result<String, BuildError> {
        let start = at.checked_sub(1).map_or(0, |before| self.text_ends[before]);
        let end = self.text_ends[at];
        let bytes = self.texts.read(u64::from(start)..u64::from(end))?;
        String::from_utf8(bytes).map_err(|_| damaged())
    }

    /// All texts, and where each ends.
    pub(crate) fn into_texts(self) -> (Store, Vec<u32>) {
        (self.texts, self.text_ends)
    }
}

fn damaged() -> BuildError {
    io::Error::from(io::ErrorKind::InvalidData).into()
}

//! Articles that wait until all of them have come: only then is it known which of their
//! lines recur. Texts lie in a store; what else is known of them in memory or in another store.

use crate::build::draft::Draft;
use crate::build::spool::{Spool, Store};
use crate::{BuildError, Prepared};
use dateline_reading::{LineCounts, Recurring};
use dateline_text::shown_on_one_line;
use std::io;

/// Articles in the order in which they came.
#[derive(Default)]
pub(crate) struct Pending {
    texts: Store,
    text_ends: Vec<u32>,
    drafts: Drafts,
    lines: LineCounts,
    /// The number of the first dump. What came before it stays as it was read.
    first_dump: Option<usize>,
}

impl Pending {
    /// Waiting in spools.
    pub(crate) fn spooled(texts: Box<dyn Spool>, drafts: Box<dyn Spool>) -> Pending {
        let drafts = Drafts::Spooled { store: Store::spooled(drafts), ends: Vec::new() };
        Pending { texts: Store::spooled(texts), drafts, ..Pending::default() }
    }

    /// Adds an article.
    pub(crate) fn push(&mut self, mut article: Prepared) -> Result<(), BuildError> {
        let end = self.texts.len() + article.text.len() as u64;
        let end = u32::try_from(end).map_err(|_| BuildError::TooLarge)?;
        self.texts.append(article.text.as_bytes())?;
        if let Some(lines) = &article.lines {
            self.lines.add(lines);
            self.first_dump.get_or_insert(self.text_ends.len());
        }
        self.text_ends.push(end);
        let source = shown_on_one_line(article.source_name()).into_owned();
        article.text = String::new();
        self.drafts.push(Draft { source, article })
    }

    /// Ends the articles.
    pub(crate) fn finish(self) -> Ready {
        let Pending { texts, text_ends, drafts, lines, first_dump } = self;
        Ready { texts, text_ends, drafts, recurring: lines.finish(), first_dump }
    }
}

/// Articles without their texts.
enum Drafts {
    Memory(Vec<Draft>),
    Spooled { store: Store, ends: Vec<u64> },
}

impl Default for Drafts {
    fn default() -> Drafts {
        Drafts::Memory(Vec::new())
    }
}

impl Drafts {
    fn push(&mut self, draft: Draft) -> Result<(), BuildError> {
        match self {
            Drafts::Memory(drafts) => drafts.push(draft),
            Drafts::Spooled { store, ends } => {
                store.append(&draft.to_bytes())?;
                ends.push(store.len());
            }
        }
        Ok(())
    }

    /// Takes number `at`, which is asked for once.
    fn take(&mut self, at: usize) -> Result<Draft, BuildError> {
        match self {
            Drafts::Memory(drafts) => Ok(std::mem::take(&mut drafts[at])),
            Drafts::Spooled { store, ends } => {
                let start = at.checked_sub(1).map_or(0, |before| ends[before]);
                Draft::from_bytes(&store.read(start..ends[at])?).ok_or_else(damaged)
            }
        }
    }
}

/// The same articles when all have come.
pub(crate) struct Ready {
    texts: Store,
    text_ends: Vec<u32>,
    drafts: Drafts,
    recurring: Recurring,
    first_dump: Option<usize>,
}

impl Ready {
    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.text_ends.len()
    }

    /// Article number `at`, settled, with the name of its source; to be asked for once. Its
    /// text is there only where `whole` or where the article's own lines or publisher need it.
    pub(crate) fn article(
        &mut self,
        at: usize,
        whole: bool,
    ) -> Result<(Prepared, String), BuildError> {
        let Draft { source, mut article } = self.drafts.take(at)?;
        let marked = self.first_dump.is_some_and(|first| first <= at)
            && article.lines.take().is_none_or(|lines| self.recurring.any(&lines));
        if whole || marked || !article.block_kinds.is_empty() {
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

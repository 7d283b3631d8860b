//! The indexes of a corpus: from the pack, or built here; all at once, or a part at
//! a time between other work.

use crate::ask::zones::{Scope, zones};
use crate::pack::format::Section;
use crate::pack::read::{IndexBytes, Pack};
use crate::{Article, ArticleId, Corpus};
use dateline_search::coded::Picks;
use dateline_search::{Document, Index, IndexBuilder, Needles, Query};
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// From so many bytes of text on, the first answer does not wait for the index.
const MIN_BYTES_TO_POSTPONE: usize = 1 << 20;

/// The index of each scope, and what is under way.
#[derive(Default)]
pub(crate) struct Indexes {
    done: [OnceLock<Index<IndexBytes>>; Scope::COUNT],
    /// The index of the clean text while it grows, by [`Corpus::index_step`].
    growing: Mutex<Option<IndexBuilder>>,
    /// Whether a query was answered from picked articles.
    picked: AtomicBool,
}

impl Indexes {
    /// With the index that the pack carries, if any, for a pack that this program built. One
    /// that another version of the search wrote is built anew.
    pub(crate) fn of(pack: &Pack) -> Indexes {
        let indexes = Indexes::default();
        if !pack.section(Section::Index).is_empty() {
            let index = Index::open(pack.shared(Section::Index)).ok();
            if let Some(index) = index.filter(|i| i.docs() == pack.articles()) {
                indexes.done[Scope::default().number()].get_or_init(|| index);
            }
        }
        indexes
    }

    fn is_done(&self, scope: Scope) -> bool {
        self.done[scope.number()].get().is_some()
    }
}

/// An index that answers one query.
pub(crate) enum Answering<'c> {
    /// That of all articles.
    Whole(&'c Index<IndexBytes>),
    /// One of the articles that can match the query; the others are empty.
    Picked(Box<Index<IndexBytes>>),
}

impl Deref for Answering<'_> {
    type Target = Index<IndexBytes>;

    fn deref(&self) -> &Index<IndexBytes> {
        match self {
            Answering::Whole(index) => index,
            Answering::Picked(index) => index,
        }
    }
}

impl Corpus {
    /// The index over the text that is searched: from the pack, or built now.
    pub(crate) fn index(&self, scope: Scope) -> &Index<IndexBytes> {
        self.indexes.done[scope.number()].get_or_init(|| open(self.build_index(scope)))
    }

    /// The index that answers `query`. The first query of a large corpus is answered
    /// by one of those articles alone whose bytes hold a word of it: as exact, and
    /// there in a fraction of the time.
    pub(crate) fn index_for(&self, scope: Scope, query: &Query) -> Answering<'_> {
        let picked = || {
            let begun = self.growing().is_some() || self.text_bytes() < MIN_BYTES_TO_POSTPONE;
            if self.indexes.is_done(scope) || begun {
                return None;
            }
            let needles = Needles::of(query)?;
            if self.indexes.picked.swap(true, Ordering::Relaxed) {
                return None;
            }
            self.pick(scope, needles)
        };
        picked().map_or_else(|| Answering::Whole(self.index(scope)), Answering::Picked)
    }

    /// An index of the articles that `needles` pick; `None` when they are most of the
    /// text, so that all of it takes hardly longer.
    fn pick(&self, scope: Scope, needles: Needles) -> Option<Box<Index<IndexBytes>>> {
        let (picked, picks) = self.picked(needles);
        let packed: usize = picked.iter().map(|id| self.packed_text(*id).len()).sum();
        let share = packed as f64 / self.pack.section(Section::Text).len().max(1) as f64;
        if share > 0.5 {
            return None;
        }
        let mut builder = IndexBuilder::with_capacity((self.text_bytes() as f64 * share) as usize);
        let mut room = Vec::new();
        for id in picked {
            while builder.len() < id.0 {
                builder.add_empty();
            }
            self.add_to(&mut builder, scope, id, picks.as_ref(), &mut room);
        }
        while (builder.len() as usize) < self.len() {
            builder.add_empty();
        }
        // As long on average as those that were read.
        let words = f64::from(builder.words()) / share.max(f64::MIN_POSITIVE);
        builder.set_words(words as u32);
        Some(Box::new(open(builder.finish())))
    }

    /// Indexes some more of the clean text, at least `bytes` of it; false when there
    /// was nothing left to do. For hosts that have other work between: each call but
    /// the last takes about 20 ms a megabyte, the last one a third of all together.
    pub fn index_step(&self, bytes: usize) -> bool {
        let scope = Scope::default();
        if self.indexes.is_done(scope) {
            return false;
        }
        let mut growing = self.growing();
        let builder = growing.get_or_insert_with(|| IndexBuilder::with_capacity(self.text_bytes()));
        let (mut left, mut room) = (bytes, Vec::new());
        while (builder.len() as usize) < self.len() {
            let id = ArticleId(builder.len());
            if left == 0 {
                return true;
            }
            left = left.saturating_sub(self.add_to(builder, scope, id, None, &mut room).max(1));
        }
        drop(growing);
        self.index(scope);
        false
    }

    /// Whether the clean text is indexed.
    pub fn is_indexed(&self) -> bool {
        self.indexes.is_done(Scope::default())
    }

    /// Size of the index of the clean text in bytes; 0 while there is none.
    pub fn index_bytes(&self) -> usize {
        let index = self.indexes.done[Scope::default().number()].get();
        index.map_or(0, |index| index.sizes().iter().map(|(_, size)| size).sum())
    }

    /// The bytes of an index over all articles; goes on where [`Corpus::index_step`]
    /// stopped.
    pub(crate) fn build_index(&self, scope: Scope) -> Vec<u8> {
        let begun = if scope == Scope::default() { self.growing().take() } else { None };
        let mut builder = begun.unwrap_or_else(|| IndexBuilder::with_capacity(self.text_bytes()));
        let mut room = Vec::new();
        while (builder.len() as usize) < self.len() {
            let id = ArticleId(builder.len());
            self.add_to(&mut builder, scope, id, None, &mut room);
        }
        builder.finish()
    }

    /// Adds an article, and gives the bytes of its text. With `picks`, words that are not
    /// asked for may be taken for one.
    fn add_to(
        &self,
        builder: &mut IndexBuilder,
        scope: Scope,
        id: ArticleId,
        picks: Option<&Picks>,
        room: &mut Vec<u8>,
    ) -> usize {
        if let Some(length) = self.located(builder, id, picks) {
            let article = Article::of_ascii(self, id, length as u32);
            if builder.add_located(&zones(&article, scope)).is_some() {
                return length;
            }
        }
        self.with_text(id, room, |text| {
            let article = Article::with_text(self, id, text);
            builder.add(&Document { raw: text, zones: &zones(&article, scope) });
            text.len()
        })
    }

    fn growing(&self) -> std::sync::MutexGuard<'_, Option<IndexBuilder>> {
        self.indexes.growing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open(bytes: Vec<u8>) -> Index<IndexBytes> {
    Index::open(IndexBytes::Built(bytes)).expect("an index opens that was just built")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CorpusBuilder, Input, Selection, Wanted};

    /// Enough articles to be answered by picking.
    fn pack(coded: bool) -> Vec<u8> {
        let mut builder = CorpusBuilder::new();
        builder.set_coded(coded);
        let filler = "The committee met again and decided nothing of note. ".repeat(12);
        for number in 0..2_000 {
            let own = match number % 50 {
                0 => "A tanker carried crude oil to Peru.",
                7 => "Sunflower oil from the café was dear; no crude jokes.",
                _ => "Nothing else happened.",
            };
            let title = format!("Report {number}");
            let body = format!("{own}\n\n{filler}");
            builder.add(Input::read(number.to_string(), Some(title), &body)).expect("an article");
        }
        builder.build().expect("a pack")
    }

    #[test]
    fn an_index_of_numbers_is_that_of_the_letters() {
        let corpus = |coded| Corpus::open(pack(coded)).expect("a corpus");
        let (plain, coded) = (corpus(false), corpus(true));
        for (repeats, furniture) in [(false, false), (true, false), (true, true)] {
            let scope = Scope { repeats, furniture };
            assert!(plain.build_index(scope) == coded.build_index(scope), "{scope:?}");
        }
    }

    #[test]
    fn the_first_answer_is_that_of_the_whole_index() {
        for coded in [false, true] {
            first_answers(pack(coded));
        }
    }

    fn first_answers(bytes: Vec<u8>) {
        let whole = Corpus::open(bytes.clone()).expect("a corpus");
        assert!(whole.text_bytes() > MIN_BYTES_TO_POSTPONE);
        while whole.index_step(100_000) {
            assert!(!whole.is_indexed());
        }
        assert!(whole.is_indexed());
        let rows = [
            ("oil", true),
            ("\"crude oil\"", true),
            ("oil -crude", true),
            ("tanker* OR cafe", true),
            ("-oil", true),
            ("source:nobody", true),
            ("committee", false),
            ("oyl~1", false),
            ("nowhere", true),
        ];
        for (query, is_picked) in rows {
            let first = Corpus::open(bytes.clone()).expect("a corpus");
            let selection = Selection::search(query);
            let question = first.ask(&selection).results(Wanted::default());
            let want = whole.ask(&selection).results(Wanted::default());
            assert_eq!(question.total, want.total, "{query}");
            assert_eq!(question.ids, want.ids, "{query}");
            assert_eq!(first.is_indexed(), !is_picked, "{query}");
            let second = first.ask(&selection).results(Wanted::default());
            assert_eq!(second, want, "{query}");
        }
    }
}

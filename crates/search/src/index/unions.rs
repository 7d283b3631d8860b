//! The unions of many words that were last computed: a reader who changes a
//! filter or deletes a letter asks for the same again.

use super::{Postings, Ranks};
use crate::docset::DocSet;
use std::sync::{Arc, Mutex};

/// How many unions are kept; each takes a byte and a bit an article.
const KEPT: usize = 8;

type Key = (Postings, Ranks);
type Union = (Arc<[u8]>, DocSet);

/// The last unions, oldest first.
#[derive(Default)]
pub(crate) struct Unions(Mutex<Vec<(Key, Union)>>);

impl Unions {
    pub(crate) fn get(&self, key: &Key) -> Option<Union> {
        let mut kept = self.0.lock().ok()?;
        let at = kept.iter().position(|(known, _)| known == key)?;
        kept[at..].rotate_left(1);
        kept.last().map(|(_, union)| union.clone())
    }

    pub(crate) fn put(&self, key: Key, union: Union) {
        if let Ok(mut kept) = self.0.lock() {
            if kept.len() == KEPT {
                kept.remove(0);
            }
            kept.push((key, union));
        }
    }
}

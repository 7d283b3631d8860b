//! Indexing a large corpus between other work, so that the first answer need not
//! wait for it, and later ones find it there.

use crate::browser::clock::Timeout;
use crate::model::shared::Shared;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Texts in all, in bytes, that are indexed in the time of a frame when asked.
pub const SMALL_CORPUS_BYTES: usize = 1 << 20;

/// Bytes of text at a time: some milliseconds each.
pub const PART_BYTES: usize = 1 << 18;

/// Indexes the corpus after it was shown, a part at a time.
#[hook]
pub fn use_indexing(corpus: &Shared) {
    use_effect_with(corpus.clone(), |corpus| {
        let next = Rc::default();
        if corpus.text_bytes() > SMALL_CORPUS_BYTES {
            later(corpus.clone(), &next);
        }
        move || drop(next.take())
    });
}

/// The call that comes next; dropping it ends the work.
type Next = Rc<RefCell<Option<Timeout>>>;

fn later(corpus: Shared, next: &Next) {
    let after = Rc::clone(next);
    let part = move || {
        if corpus.index_step(PART_BYTES) {
            later(corpus, &after);
        }
    };
    next.replace(Some(Timeout::new(0, part)));
}

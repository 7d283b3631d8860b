//! Counting the words of two collections in short tasks, after the view was shown.

use super::MAX_WORDS;
use crate::browser::clock::{self, Timeout};
use crate::hooks::use_indexed::use_indexed;
use crate::model::shared::Shared;
use dateline_corpus::{ArticleId, Comparing, Counting, Distinctive};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long one task counts, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;
/// Words between two looks at the clock.
const WORDS_AT_A_TIME: usize = 20_000;

type Sets = Rc<[Vec<ArticleId>; 2]>;

/// The distinctive words of two sets of articles; `None` until they are counted.
#[hook]
pub(super) fn use_distinctive(
    corpus: &Shared,
    counting: &Counting,
    sets: &Sets,
) -> Option<Rc<Distinctive>> {
    let found = use_state(|| None::<(Sets, Rc<Distinctive>)>);
    let ready = use_indexed(corpus, true);
    {
        let found = found.setter();
        let asked = (corpus.clone(), *counting, sets.clone(), ready);
        use_effect_with(asked, move |(corpus, counting, sets, ready)| {
            let comparing = Comparing::new(counting, [sets[0].clone(), sets[1].clone()]);
            let timer = Timer::default();
            let sets = sets.clone();
            if *ready {
                go_on(corpus.clone(), comparing, &timer, move |words| {
                    found.set(Some((sets, Rc::new(words))));
                });
            }
            // Dropping the timer cancels it.
            move || drop(timer.take())
        });
    }
    found.as_ref().filter(|(of, _)| Rc::ptr_eq(of, sets)).map(|(_, words)| words.clone())
}

type Timer = Rc<RefCell<Option<Timeout>>>;

fn go_on(
    corpus: Shared,
    mut comparing: Comparing,
    timer: &Timer,
    done: impl FnOnce(Distinctive) + 'static,
) {
    let next = timer.clone();
    let task = move || {
        if some(&corpus, &mut comparing) {
            go_on(corpus, comparing, &next, done);
        } else {
            done(comparing.distinctive(&corpus, MAX_WORDS));
        }
    };
    *timer.borrow_mut() = Some(Timeout::new(0, task));
}

/// Counts for the length of a slice; whether there is more to do.
fn some(corpus: &Shared, comparing: &mut Comparing) -> bool {
    let end = clock::now() + SLICE_MS;
    while comparing.count_step(corpus, WORDS_AT_A_TIME) {
        if clock::now() > end {
            return true;
        }
    }
    false
}

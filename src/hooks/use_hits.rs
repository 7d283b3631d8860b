//! How many hits the selected articles have, counted without holding up typing.

use crate::browser::clock::{self, Timeout};
use crate::model::answer::Answer;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long one task counts, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

/// How long typing rests before the count begins, in milliseconds.
const TYPING_REST_MS: u32 = 120;

/// The hits of an answer: those it counted itself, or else `None` until they are counted.
#[hook]
pub fn use_hits(answer: &Rc<Answer>) -> Option<usize> {
    let counted = use_state(|| None::<(Rc<Answer>, usize)>);
    {
        let counted = counted.setter();
        use_effect_with(answer.clone(), move |answer| {
            let count = Count { answer: answer.clone(), next: 0, hits: 0 };
            let timer = Rc::new(RefCell::new(None));
            if answer.hits.is_none() {
                go_on(count, TYPING_REST_MS, &timer, move |done| counted.set(Some(done)));
            }
            // Dropping the timer cancels it.
            move || drop(timer.take())
        });
    }
    let of_this = counted.as_ref().filter(|(of, _)| Rc::ptr_eq(of, answer)).map(|(_, hits)| *hits);
    answer.hits.or(of_this)
}

/// A count that has come as far as the article `next` of the answer.
struct Count {
    answer: Rc<Answer>,
    next: usize,
    hits: usize,
}

impl Count {
    /// Counts for the length of a slice; true when all articles are counted.
    fn slice(&mut self) -> bool {
        let question = self.answer.question();
        let end = clock::now() + SLICE_MS;
        let rest = self.answer.results.ids.get(self.next..).unwrap_or_default();
        for id in rest {
            if clock::now() > end {
                return false;
            }
            self.hits += question.hits(*id).len();
            self.next += 1;
        }
        true
    }
}

type Timer = Rc<RefCell<Option<Timeout>>>;

fn go_on(
    mut count: Count,
    after: u32,
    timer: &Timer,
    done: impl FnOnce((Rc<Answer>, usize)) + 'static,
) {
    let next = timer.clone();
    let task = move || {
        if count.slice() {
            done((count.answer, count.hits));
        } else {
            go_on(count, 0, &next, done);
        }
    };
    *timer.borrow_mut() = Some(Timeout::new(after, task));
}

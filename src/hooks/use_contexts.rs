//! Lines of context, gathered in slices between which the page answers.

use crate::browser::clock::{self, Timeout};
use crate::model::answer::Answer;
use dateline_corpus::{Concordance, ContextSort, Gathering, Node};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long one task gathers, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

/// The most articles whose lines are gathered at once, with the drawing that shows them.
const MAX_GATHERED_AT_ONCE: usize = 40;

/// What is gathered.
#[derive(Clone, Debug)]
pub struct Lines {
    /// From the articles of this answer.
    pub answer: Rc<Answer>,
    /// The node of the lines; no lines without one.
    pub node: Option<Node>,
    /// Words on each side.
    pub width: usize,
    /// The sort keys.
    pub sort: Vec<ContextSort>,
    /// How many lines are kept; all are counted.
    pub limit: usize,
}

// By what the answers are, not by what is in them: comparing 19,000 articles at every drawing
// would take longer than the drawing.
impl PartialEq for Lines {
    fn eq(&self, other: &Lines) -> bool {
        self.are_of(other) && self.limit == other.limit
    }
}

impl Lines {
    /// All at once, for an export.
    pub fn gathered(&self) -> Concordance {
        let Some(mut gathering) = self.begin() else { return Concordance::default() };
        let question = self.answer.question();
        self.answer.results.ids.iter().for_each(|id| gathering.add(&question, *id));
        gathering.finish()
    }

    /// Whether `other` has the same lines, though not as many of them may be kept.
    fn are_of(&self, other: &Lines) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer)
            && (self.node, self.width) == (other.node, other.width)
            && self.sort == other.sort
    }

    fn are_few(&self) -> bool {
        self.node.is_none() || self.answer.results.ids.len() <= MAX_GATHERED_AT_ONCE
    }

    fn begin(&self) -> Option<Gathering> {
        Some(Gathering::new(self.node?, self.width, &self.sort, self.limit))
    }
}

/// The lines, as soon as they are gathered; until then those that were shown before, where only
/// more of them are wanted, else `None`.
#[hook]
pub fn use_contexts(wanted: Lines) -> Option<Rc<Concordance>> {
    let found = use_state(|| None::<(Lines, Rc<Concordance>)>);
    {
        let found = found.setter();
        use_effect_with(wanted.clone(), move |wanted| {
            let timer = Rc::new(RefCell::new(None));
            let done = move |lines: Lines, all| found.set(Some((lines, Rc::new(all))));
            if let Some(gathering) = wanted.begin().filter(|_| !wanted.are_few()) {
                go_on(Going { lines: wanted.clone(), next: 0, gathering }, &timer, done);
            }
            // Dropping the timer ends the gathering.
            move || drop(timer.take())
        });
    }
    let at_once =
        use_memo(wanted.clone(), |wanted| wanted.are_few().then(|| Rc::new(wanted.gathered())));
    let of_these = found.as_ref().filter(|(of, _)| of.are_of(&wanted));
    (*at_once).clone().or_else(|| of_these.map(|(_, found)| found.clone()))
}

/// A gathering that has come as far as the article `next` of the answer.
struct Going {
    lines: Lines,
    next: usize,
    gathering: Gathering,
}

impl Going {
    /// Gathers for the length of a slice; true when all articles are done.
    fn slice(&mut self) -> bool {
        let question = self.lines.answer.question();
        let end = clock::now() + SLICE_MS;
        let rest = self.lines.answer.results.ids.get(self.next..).unwrap_or_default();
        for id in rest {
            if clock::now() > end {
                return false;
            }
            self.gathering.add(&question, *id);
            self.next += 1;
        }
        true
    }
}

type Timer = Rc<RefCell<Option<Timeout>>>;

/// A slice now, so that a short list is there at once, and the others in tasks of their own.
fn go_on(mut going: Going, timer: &Timer, done: impl FnOnce(Lines, Concordance) + 'static) {
    if going.slice() {
        return done(going.lines, going.gathering.finish());
    }
    let next = timer.clone();
    *timer.borrow_mut() = Some(Timeout::new(0, move || go_on(going, &next, done)));
}

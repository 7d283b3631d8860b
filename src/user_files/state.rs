//! What is being done with what the reader brought. It lives as long as the tab, since
//! reading goes on while the reader looks at another view.

use crate::browser::worker::{Report, Worker};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What is being done.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Activity {
    /// Nothing is being done.
    #[default]
    Idle,
    /// Files are being read.
    Reading {
        /// The file.
        name: String,
        /// Bytes that were read, and bytes in all.
        bytes: (f64, f64),
        /// Articles so far.
        articles: usize,
    },
    /// A pack is being made of so many articles.
    Making(usize),
    /// Articles are being put beside others.
    Opening,
    /// The page is being put into one file.
    Saving,
}

/// What is being done, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is being done.
    pub activity: Activity,
    /// What was read last, and what was not.
    pub report: Option<Rc<Report>>,
    /// What could not be done, in words.
    pub problem: Option<String>,
    /// Whether this browser keeps what was brought.
    pub kept: bool,
    /// Whether files hang over the page.
    pub over: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static LISTENERS: RefCell<Vec<(u32, Callback<()>)>> = const { RefCell::new(Vec::new()) };
}

/// What is being done now.
pub fn now() -> State {
    STATE.with_borrow(Clone::clone)
}

/// Changes it, and tells every view that shows it.
pub fn change(change: impl FnOnce(&mut State)) {
    STATE.with_borrow_mut(change);
    let listeners = LISTENERS.with_borrow(Clone::clone);
    listeners.iter().for_each(|(_, listener)| listener.emit(()));
}

/// Keeps the worker that is at it, in the place of another one, which ends.
pub fn set_worker(worker: Option<Worker>) {
    let before = WORKER.with_borrow_mut(|set_worker| std::mem::replace(set_worker, worker));
    drop(before);
}

/// What is being done, for a view: drawn anew when it changes.
#[hook]
pub fn use_user_files() -> State {
    let redraw = use_force_update();
    use_effect_with((), move |()| {
        let number = LISTENERS.with_borrow_mut(|listeners| {
            let number = listeners.last().map_or(0, |(last, _)| last + 1);
            listeners.push((number, Callback::from(move |()| redraw.force_update())));
            number
        });
        move || LISTENERS.with_borrow_mut(|listeners| listeners.retain(|(n, _)| *n != number))
    });
    now()
}

//! The address as state: read from the fragment, changed only by navigating.

use crate::address::{Address, Problem};
use crate::browser::clock::Timeout;
use crate::browser::history;
use crate::model::place::{How, Place};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long typing rests before the address bar follows, in milliseconds: the
/// page itself follows at once, but browsers limit how often history may change.
const TYPING_REST_MS: u32 = 200;

/// What lives beside the state: the last address that was gone to, and the write
/// that waits for typing to rest.
#[derive(Default)]
struct Pending {
    settled: String,
    current: String,
    write: Option<Timeout>,
}

/// The address of the page.
#[hook]
pub fn use_address() -> Place {
    let state = use_state(|| read(&history::fragment()));
    let pending = use_mut_ref(Pending::default);
    {
        let (state, pending) = (state.setter(), pending.clone());
        use_effect_with((), move |()| {
            start(&pending);
            let listener = history::on_change(move |fragment| {
                if follow(&pending, &fragment) {
                    state.set(read(&fragment));
                }
            });
            move || drop(listener)
        });
    }
    let navigate = {
        let setter = state.setter();
        use_callback((), move |(address, how): (Address, How), ()| {
            write(&pending, address.href(), how);
            setter.set((Rc::new(address), Rc::default()));
        })
    };
    let (address, problems) = (*state).clone();
    Place::new(address, problems, navigate)
}

type Read = (Rc<Address>, Rc<Vec<Problem>>);

fn read(fragment: &str) -> Read {
    let (address, problems) = Address::parse(fragment);
    (Rc::new(address), Rc::new(problems))
}

fn start(pending: &RefCell<Pending>) {
    let fragment = history::fragment();
    let mut pending = pending.borrow_mut();
    pending.settled.clone_from(&fragment);
    pending.current = fragment;
}

/// Takes over a fragment that changed from outside; false if it is the page's own.
fn follow(pending: &RefCell<Pending>, fragment: &str) -> bool {
    let mut pending = pending.borrow_mut();
    pending.write = None;
    if pending.current == fragment {
        return false;
    }
    fragment.clone_into(&mut pending.settled);
    fragment.clone_into(&mut pending.current);
    true
}

fn write(pending: &Rc<RefCell<Pending>>, href: String, how: How) {
    let mut now = pending.borrow_mut();
    // Dropping the timer cancels it.
    let unwritten = now.write.take().is_some();
    match how {
        How::Replace => {
            let later = pending.clone();
            now.write = Some(Timeout::new(TYPING_REST_MS, move || {
                let mut later = later.borrow_mut();
                later.write = None;
                history::replace(&later.current);
            }));
        }
        How::Push => {
            if unwritten {
                history::replace(&now.current);
            }
            history::push(&href);
            now.settled.clone_from(&href);
        }
        How::Commit if href != now.settled => {
            let settled = if now.settled.is_empty() { "#" } else { now.settled.as_str() };
            history::replace(settled);
            history::push(&href);
            now.settled.clone_from(&href);
        }
        How::Commit => {}
    }
    now.current = href;
}

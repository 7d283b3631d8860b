//! Back and forward return to where the reader was: how far the page was scrolled and how many
//! lines of a list were open, by entry of the history, as long as the tab lives.

use crate::browser::clock::Timeout;
use crate::browser::{history, keys, scroll};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// What is known of an entry.
#[derive(Clone, Copy, Debug, Default)]
struct Position {
    top: f64,
    /// Lines that are open beyond those that are shown at first.
    lines: Option<usize>,
}

/// The most entries that are remembered: the oldest go first.
const MAX_ENTRIES: usize = 200;
/// Between two looks whether the page is high enough again, and how many there are.
const LOOK_AGAIN_MS: u32 = 40;
const MAX_LOOKS: u32 = 250;
/// Looks in a row that find the position held before it is left alone.
const HELD_LOOKS: u32 = 3;

thread_local! {
    // By the bits of the entry's number, which is positive, so that they keep its order.
    static POSITIONS: RefCell<BTreeMap<u64, Position>> = const { RefCell::new(BTreeMap::new()) };
}

fn known(entry: f64) -> Option<Position> {
    POSITIONS.with_borrow(|known| known.get(&entry.to_bits()).copied())
}

fn change(entry: f64, change: impl FnOnce(&mut Position)) {
    POSITIONS.with_borrow_mut(|known| {
        change(known.entry(entry.to_bits()).or_default());
        if known.len() > MAX_ENTRIES {
            known.pop_first();
        }
    });
}

/// What goes on between renderings.
#[derive(Default)]
struct Going {
    /// The entry that is shown.
    entry: f64,
    /// The way back to a position; dropping it ends it.
    back: Option<Timeout>,
}

impl Going {
    /// Keeps how far the entry that is shown is scrolled.
    fn remember(&self) {
        // A page that is still low says nothing of where the reader was.
        if self.back.is_none() {
            change(self.entry, |position| position.top = scroll::top());
        }
    }
}

/// Remembers how far the page is scrolled, and scrolls back there when the reader comes back to
/// `address`.
#[hook]
pub fn use_position(address: &str) {
    let going = use_mut_ref(Going::default);
    {
        let going = going.clone();
        use_effect_with((), move |()| {
            let remember = {
                let going = going.clone();
                move || going.borrow().remember()
            };
            let scrolled = scroll::on_scroll({
                let (going, remember) = (going.clone(), remember.clone());
                move || {
                    if going.borrow().entry == history::entry() {
                        remember();
                    }
                }
            });
            // A browser may report the last scrolling only after the entry was left.
            history::on_leaving(remember);
            let taken = keys::on_use(move || going.borrow_mut().back = None);
            let by_page = history::scroll_by_page();
            move || drop((scrolled, taken, by_page))
        });
    }
    use_effect_with(address.to_owned(), move |_| {
        let entry = history::entry();
        let is_other = std::mem::replace(&mut going.borrow_mut().entry, entry) != entry;
        let before = known(entry).filter(|_| is_other);
        going.borrow_mut().back = None;
        match before {
            Some(position) => go_back(position.top, Looks::default(), &going),
            None if is_other => change(entry, |position| position.top = scroll::top()),
            None => {}
        }
    });
}

/// Looks at a page that is scrolled back.
#[derive(Clone, Copy, Default)]
struct Looks {
    all: u32,
    /// Since the position was found held.
    held: u32,
}

/// Scrolls to a position as soon as the page is high enough, and again until it holds: what is
/// drawn meanwhile may move it.
fn go_back(top: f64, looks: Looks, going: &Rc<RefCell<Going>>) {
    let next = going.clone();
    let look = move || {
        let held = if (scroll::top() - top).abs() > 1.0 { 0 } else { looks.held + 1 };
        scroll::to(top);
        next.borrow_mut().back = None;
        if held < HELD_LOOKS && looks.all < MAX_LOOKS {
            go_back(top, Looks { all: looks.all + 1, held }, &next);
        }
    };
    going.borrow_mut().back = Some(Timeout::new(LOOK_AGAIN_MS, look));
}

/// How many lines of a list are open at `address`: `first`, or as many as when the reader left
/// this entry of the history.
#[hook]
pub fn use_lines(first: usize, address: &str) -> (usize, Callback<usize>) {
    let lines = use_state_eq(|| first);
    {
        let lines = lines.setter();
        use_effect_with(address.to_owned(), move |_| {
            let before = known(history::entry()).and_then(|position| position.lines);
            lines.set(before.unwrap_or(first));
        });
    }
    let open = {
        let lines = lines.setter();
        use_callback((), move |open, ()| {
            change(history::entry(), |position| position.lines = Some(open));
            lines.set(open);
        })
    };
    (*lines, open)
}

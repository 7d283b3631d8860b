//! The keyboard shortcuts of the page at work.

use crate::browser::{document, keys};
use crate::components::{SEARCH_ID, back};
use crate::model::keymap::{Action, action};
use crate::model::page_props::PageProps;
use crate::pages::articles::reader::step;
use dateline_corpus::ArticleId;
use std::rc::Rc;
use yew::prelude::*;

/// Listens to keys as long as the page lives. `show` opens what lies over the page;
/// `covered` is whether something does.
#[hook]
pub fn use_keys(page: PageProps, single_keys: bool, covered: bool, show: Callback<Action>) {
    // The listener is set once and reads what is current from here.
    let now = use_mut_ref(|| None);
    *now.borrow_mut() = Some(Rc::new((page, single_keys, covered, show)));
    use_effect_with((), move |()| {
        let listener = keys::on_key(move |press| {
            let current = now.borrow().clone();
            let Some(current) = current else { return false };
            let (page, single_keys, covered, show) = &*current;
            let Some(action) = action(press, *single_keys).filter(|_| !covered) else {
                return false;
            };
            act(page, action, show)
        });
        move || drop(listener)
    });
}

/// Does what a key asks for; false when there is nothing to do it to.
fn act(page: &PageProps, action: Action, show: &Callback<Action>) -> bool {
    match action {
        Action::Search => document::focus_and_select(SEARCH_ID),
        Action::Palette | Action::Help => show.emit(action),
        Action::NextHit => return to_hit(page, 1),
        Action::PreviousHit => return to_hit(page, -1),
        Action::NextResult => return to_result(page, 1),
        Action::PreviousResult => return to_result(page, -1),
        Action::Back => return leave(page),
    }
    true
}

fn to_hit(page: &PageProps, by: i32) -> bool {
    let address = &page.place.address;
    let Some(id) = address.doc.map(|n| ArticleId(n - 1)) else { return false };
    let hits = page.answer.hits(id).len();
    match step(address, hits, by) {
        Some(next) => page.place.replace(next),
        None => return false,
    }
    true
}

/// Moves the focus along the results; before the first lies the search box.
fn to_result(page: &PageProps, by: isize) -> bool {
    let ids = &page.answer.results.ids;
    let focused = document::focused_id().unwrap_or_default();
    let number = focused.strip_prefix("result-").and_then(|n| n.parse::<u32>().ok());
    let at = number.and_then(|n| ids.iter().position(|id| id.0 + 1 == n));
    let next = match at {
        Some(at) => at.checked_add_signed(by),
        None if by > 0 => Some(0),
        None => return false,
    };
    match next.map(|n| ids.get(n)) {
        Some(Some(id)) => document::focus(&format!("result-{}", id.0 + 1)),
        Some(None) => {}
        None => document::focus_and_select(SEARCH_ID),
    }
    true
}

fn leave(page: &PageProps) -> bool {
    if document::focused_id().as_deref() == Some(SEARCH_ID) {
        document::blur();
    } else if page.place.address.doc.is_some() {
        page.place.push(back(&page.place.address));
    } else {
        return false;
    }
    true
}

//! A long list of which only what can be seen is drawn: follows scrolling, measures
//! what is drawn, and gives the spacers their heights.

use crate::browser::scroll;
use crate::model::windowed::{BLOCK_ITEMS, Heights, gaps};
use dateline_corpus::ArticleId;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the element that stands for the gap of this number; see [`gaps`].
pub fn gap_id(list: &str, number: usize) -> String {
    format!("{list}-gap-{number}")
}

/// The id of the link of a result.
pub fn item_id(id: ArticleId) -> String {
    format!("result-{}", id.0 + 1)
}

/// The ranges of `ids` that are to be drawn in the element of the id `list`, whose
/// items are elements that hold the links of [`item_id`].
#[hook]
pub fn use_windowed(list: &'static str, ids: &Rc<[ArticleId]>) -> Vec<Range<usize>> {
    let heights = use_mut_ref(Heights::default);
    let drawn = use_state_eq(Vec::new);
    let asked = use_mut_ref(|| None::<Rc<[ArticleId]>>);
    // Another list begins anew, in the same rendering.
    let is_new = !asked.borrow().as_ref().is_some_and(|asked| Rc::ptr_eq(asked, ids));
    let ranges = if is_new {
        *heights.borrow_mut() = Heights::new(ids.len());
        asked.replace(Some(Rc::clone(ids)));
        let first = heights.borrow().first();
        drawn.set(first.clone());
        first
    } else {
        (*drawn).clone()
    };
    {
        let (heights, drawn) = (heights.clone(), drawn.setter());
        use_effect_with(ids.clone(), move |ids| {
            let ids = ids.clone();
            let follow = move || {
                let Some(seen) = scroll::seen_of(list) else { return };
                let focused = scroll::focused_in(list, &ids, item_id);
                drawn.set(heights.borrow().drawn(seen.start, seen.end, focused));
            };
            let listener = scroll::on_scroll(follow);
            move || drop(listener)
        });
    }
    use_effect_with((ranges.clone(), ids.clone()), move |(ranges, ids)| {
        let mut heights = heights.borrow_mut();
        for range in ranges {
            for start in range.clone().step_by(BLOCK_ITEMS) {
                let last = (start + BLOCK_ITEMS).min(range.end) - 1;
                let ends = ids.get(start).zip(ids.get(last));
                let height = ends.and_then(|(a, b)| scroll::height(&item_id(*a), &item_id(*b)));
                heights.see(start, height.unwrap_or(0.0));
            }
        }
        for (number, gap) in gaps(ranges, ids.len()).iter().enumerate() {
            scroll::set_height(&gap_id(list, number), heights.of(gap));
        }
    });
    ranges
}

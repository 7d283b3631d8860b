//! The rail beside a text: where in it the hits stand.

use crate::address::Address;
use dateline_text::compact::fixed;
use std::rc::Rc;
use yew::prelude::*;

/// Positions on the rail.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How far through the text each hit begins, 0 to 1; `None` is not shown.
    pub positions: Vec<Option<f64>>,
    /// The hit that the reader is at, from 1.
    pub now: Option<u32>,
    /// Where the page is; the ticks lead from there.
    pub address: Rc<Address>,
}

/// The rail. It repeats what the buttons for the next and previous hit do, so it
/// is left out of the order of the keyboard and of screen readers.
#[component]
pub fn Rail(props: &Props) -> Html {
    let tick = |(n, position): (usize, &Option<f64>)| {
        let y = (*position)? * 990.0;
        let number = n as u32 + 1;
        let class = if props.now == Some(number) { "hit-tick now" } else { "hit-tick" };
        Some(html! {
            <a key={n} href={props.address.at_hit(number).href()} tabindex="-1">
                <title>{ format!("hit {number}") }</title>
                <rect class="hitbox" x="0" y={fixed(y - 6.0, 0)} width="10" height="18" />
                <rect {class} x="0" y={fixed(y, 0)} width="10" height="6" />
            </a>
        })
    };
    html! {
        <div class="rail" aria-hidden="true">
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none">
                { for props.positions.iter().enumerate().filter_map(tick) }
            </svg>
        </div>
    }
}

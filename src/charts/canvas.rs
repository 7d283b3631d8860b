//! Shows a drawing as inline SVG: classes and presentation attributes only (the
//! page's policy forbids inline styles). All links of a drawing are one tab stop;
//! arrow keys, Home and End move between them.

use super::drawing::{Across, Drawing, Link, Mark, Shape, across, number};
use std::rc::Rc;
use yew::prelude::*;

/// How the arrow keys move between links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// Along the order of the marks: right and down go on, left and up go back.
    #[default]
    Line,
    /// To the nearest mark in the direction of the arrow.
    Plane,
}

/// A drawing and how it is reached.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is drawn.
    pub drawing: Rc<Drawing>,
    /// The start of the ids of its links; unique in the page.
    pub id: AttrValue,
    /// The accessible name.
    pub name: AttrValue,
    /// Further classes of the `svg` element.
    #[prop_or_default]
    pub class: Classes,
    /// How the arrow keys move.
    #[prop_or_default]
    pub keys: Keys,
    /// Moves the focus to the element of an id.
    #[prop_or_default]
    pub focus: Callback<String>,
}

/// A drawing as inline SVG.
#[component]
pub fn Canvas(props: &Props) -> Html {
    let current = use_state(|| 0usize);
    let drawing = &props.drawing;
    let links = drawing.links();
    let at = (*current).min(links.saturating_sub(1));
    let onkeydown = {
        let (drawing, keys) = (drawing.clone(), props.keys);
        let (focus, id) = (props.focus.clone(), props.id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let held = event.ctrl_key() || event.alt_key() || event.meta_key();
            let Some(next) = step(&drawing, keys, at, &event.key()).filter(|_| !held) else {
                return;
            };
            event.prevent_default();
            current.set(next);
            focus.emit(format!("{id}-{next}"));
        })
    };
    let role = if links > 0 { "group" } else { "img" };
    let fluid = drawing.across == Across::Fractions;
    let view_box =
        (!fluid).then(|| format!("0 0 {} {}", number(drawing.width), number(drawing.height)));
    let width = if fluid { "100%".to_owned() } else { number(drawing.width) };
    let mut nth = 0;
    let marks = drawing.marks.iter().map(|m| {
        let Some(link) = &m.link else { return shape(m, drawing.across) };
        let stop = nth == at;
        nth += 1;
        linked(m, link, drawing.across, format!("{}-{}", props.id, nth - 1), stop)
    });
    let marks: Html = marks.collect();
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" class={classes!("canvas", props.class.clone())}
            viewBox={view_box} {width} height={number(drawing.height)} {role}
            aria-label={props.name.clone()} {onkeydown}>
            { marks }
        </svg>
    }
}

fn linked(mark: &Mark, link: &Link, over: Across, id: String, stop: bool) -> Html {
    html! {
        <a {id} class="mark" href={link.href.clone()} tabindex={if stop { "0" } else { "-1" }}
            aria-label={link.label.clone()}>
            <title>{ &*link.label }</title>
            { shape(mark, over) }
        </a>
    }
}

fn shape(mark: &Mark, over: Across) -> Html {
    let class = classes!(mark.class.to_string());
    match &mark.shape {
        Shape::Rect { x, y, width, height } => html! {
            <rect {class} x={across(*x, over)} y={number(*y)}
                width={across(*width, over)} height={number(*height)} />
        },
        Shape::Line { from, to } => html! {
            <line {class} x1={across(from.0, over)} y1={number(from.1)}
                x2={across(to.0, over)} y2={number(to.1)} />
        },
        Shape::Circle { at, radius } => html! {
            <circle {class} cx={across(at.0, over)} cy={number(at.1)} r={number(*radius)} />
        },
        Shape::Path { d } => html! { <path {class} fill-rule="evenodd" d={d.clone()} /> },
        Shape::Text { at, anchor, text } => html! {
            <text {class} x={across(at.0, over)} y={number(at.1)} text-anchor={anchor.name()}>
                { &**text }
            </text>
        },
    }
}

/// The link that a key leads to from link `at`; `None` for other keys.
fn step(drawing: &Drawing, keys: Keys, at: usize, key: &str) -> Option<usize> {
    let last = drawing.links().checked_sub(1)?;
    match (key, keys) {
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        ("ArrowRight" | "ArrowDown", Keys::Line) => Some((at + 1).min(last)),
        ("ArrowLeft" | "ArrowUp", Keys::Line) => Some(at.saturating_sub(1)),
        ("ArrowRight", Keys::Plane) => Some(nearest(drawing, at, (1.0, 0.0))),
        ("ArrowLeft", Keys::Plane) => Some(nearest(drawing, at, (-1.0, 0.0))),
        ("ArrowDown", Keys::Plane) => Some(nearest(drawing, at, (0.0, 1.0))),
        ("ArrowUp", Keys::Plane) => Some(nearest(drawing, at, (0.0, -1.0))),
        _ => None,
    }
}

/// The nearest link from link `at` in a direction: what lies aside counts three
/// times as far. `at` itself when there is none.
fn nearest(drawing: &Drawing, at: usize, (right, down): (f64, f64)) -> usize {
    let places: Vec<(f64, f64)> =
        drawing.marks.iter().filter(|m| m.link.is_some()).map(|m| place(&m.shape)).collect();
    let Some(&(x, y)) = places.get(at) else { return at };
    let distance = |&(px, py): &(f64, f64)| {
        let ahead = (px - x) * right + (py - y) * down;
        let aside = ((px - x) * down).abs() + ((py - y) * right).abs();
        (ahead > 1e-6).then_some(ahead + 3.0 * aside)
    };
    let reachable = places.iter().enumerate().filter_map(|(i, p)| Some((i, distance(p)?)));
    reachable.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(at, |(i, _)| i)
}

fn place(shape: &Shape) -> (f64, f64) {
    match shape {
        Shape::Rect { x, y, width, height } => (x + width / 2.0, y + height / 2.0),
        Shape::Line { from, to } => ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0),
        Shape::Circle { at, .. } | Shape::Text { at, .. } => *at,
        Shape::Path { .. } => (0.0, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(places: &[(f64, f64)]) -> Drawing {
        let mut drawing = Drawing::new(100.0, 100.0);
        for (x, y) in places {
            let shape = Shape::Rect { x: *x, y: *y, width: 8.0, height: 8.0 };
            drawing.marks.push(Mark::linked("cell", shape, "#", "a cell"));
        }
        drawing
    }

    #[test]
    fn keys_move_between_links() {
        //  0
        //  1 2
        //  3 4 5
        let drawing = squares(&[
            (0.0, 0.0),
            (0.0, 10.0),
            (10.0, 10.0),
            (0.0, 20.0),
            (10.0, 20.0),
            (20.0, 20.0),
        ]);
        let rows = [
            (Keys::Line, 0, "ArrowRight", Some(1)),
            (Keys::Line, 0, "ArrowLeft", Some(0)),
            (Keys::Line, 5, "ArrowDown", Some(5)),
            (Keys::Line, 2, "End", Some(5)),
            (Keys::Line, 2, "Home", Some(0)),
            (Keys::Line, 2, "Enter", None),
            (Keys::Plane, 0, "ArrowDown", Some(1)),
            (Keys::Plane, 1, "ArrowRight", Some(2)),
            (Keys::Plane, 2, "ArrowDown", Some(4)),
            (Keys::Plane, 4, "ArrowLeft", Some(3)),
            (Keys::Plane, 4, "ArrowUp", Some(2)),
            (Keys::Plane, 5, "ArrowRight", Some(5)),
        ];
        for (keys, at, key, want) in rows {
            assert_eq!(step(&drawing, keys, at, key), want, "{key} from {at}");
        }
        assert_eq!(step(&squares(&[]), Keys::Line, 0, "ArrowRight"), None);
    }
}

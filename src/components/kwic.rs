//! A concordance: one line a place, the node in the middle, leading to its place.

use yew::prelude::*;

/// One line, ready to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it stands ("3 ¶12").
    pub place: String,
    /// What the place is, in words.
    pub title: String,
    /// Where the line leads.
    pub href: String,
    /// The words before.
    pub left: String,
    /// The node.
    pub node: String,
    /// The words after.
    pub right: String,
}

/// The lines.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the lines are, for the table's name.
    pub caption: AttrValue,
    /// The lines in order.
    pub lines: Vec<Line>,
}

/// A concordance.
#[component]
pub fn Kwic(props: &Props) -> Html {
    let row = |line: &Line| {
        html! {
            <tr>
                <th scope="row" class="where" title={line.title.clone()}>{ &line.place }</th>
                <td class="left"><bdi>{ &line.left }</bdi></td>
                <td class="node"><a href={line.href.clone()} title={line.title.clone()}>{ &line.node }</a></td>
                <td class="right" dir="auto">{ &line.right }</td>
            </tr>
        }
    };
    html! {
        <table class="kwic">
            <caption class="visually-hidden">{ &props.caption }</caption>
            <colgroup><col class="where" /><col /><col class="node" /><col /></colgroup>
            <thead class="visually-hidden"><tr>
                <th scope="col">{ "Article and paragraph" }</th>
                <th scope="col">{ "Words before" }</th>
                <th scope="col">{ "Mention" }</th>
                <th scope="col">{ "Words after" }</th>
            </tr></thead>
            <tbody>{ for props.lines.iter().map(row) }</tbody>
        </table>
    }
}

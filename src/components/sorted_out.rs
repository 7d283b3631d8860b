//! A page that cannot be shown as asked, with the way to one that can.

use yew::prelude::*;

/// What is said, and where to go.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is the matter.
    pub text: AttrValue,
    /// Where to go on.
    pub href: AttrValue,
    /// The name of that place.
    pub link: AttrValue,
}

/// A page that cannot be shown as asked.
#[component]
pub fn SortedOut(props: &Props) -> Html {
    html! {
        <div class="page">
            <p class="prose">{ &props.text }{ " " }<a href={&props.href}>{ &props.link }</a></p>
        </div>
    }
}

//! A line above the page that says what could not be done as asked.

use yew::prelude::*;

/// A message and the way to put it away.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The message.
    pub text: AttrValue,
    /// The reader has read it.
    pub on_dismiss: Callback<()>,
}

/// A line above the page.
#[component]
pub fn Notice(props: &Props) -> Html {
    html! {
        <div class="notice" role="status">
            <p>{ &props.text }</p>
            <button type="button" onclick={props.on_dismiss.reform(|_: MouseEvent| ())}>{ "Dismiss" }</button>
        </div>
    }
}

//! A dialog over the page.

use yew::prelude::*;

/// What the dialog holds.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its id: whoever shows it opens it by this.
    pub id: AttrValue,
    /// Its heading.
    pub title: AttrValue,
    /// How it is set; empty for a dialog in the middle.
    #[prop_or_default]
    pub class: AttrValue,
    /// Closes the element. The browser takes the focus back when it closes a dialog, not when
    /// one is gone.
    pub close: Callback<()>,
    /// It was closed.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// A dialog over the page.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let heading = format!("{}-title", props.id);
    let close = props.close.reform(|_: MouseEvent| ());
    html! {
        <dialog id={&props.id} class={&props.class} aria-labelledby={heading.clone()} onclose={props.on_close.reform(|_: Event| ())}>
            <header>
                <h2 id={heading}>{ &props.title }</h2>
                <button type="button" class="icon-button" onclick={close}>{ "Close" }</button>
            </header>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}

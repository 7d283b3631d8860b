//! Citations in every form, to copy or save.

use dateline_export::Citation;
use yew::prelude::*;

/// The citations.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Each form with its text.
    pub citations: Vec<(Citation, String)>,
    /// Copies a text.
    pub on_copy: Callback<String>,
    /// Saves a citation as a file.
    pub on_save: Callback<(Citation, String)>,
}

/// Citations in every form.
#[component]
pub fn CiteDialog(props: &Props) -> Html {
    let one = |(form, text): &(Citation, String)| {
        let (copied, saved) = (text.clone(), (*form, text.clone()));
        let copy = props.on_copy.reform(move |_: MouseEvent| copied.clone());
        let save = props.on_save.reform(move |_: MouseEvent| saved.clone());
        let name = form.label();
        html! {
            <section class="citation" aria-label={name}>
                <div class="panel-head">
                    <h3 class="label">{ name }</h3>
                    <div class="tools">
                        <button type="button" onclick={copy} aria-label={format!("Copy {name}")}>{ "Copy" }</button>
                        <button type="button" onclick={save} aria-label={format!("Save {name}")}>{ "Save" }</button>
                    </div>
                </div>
                <pre tabindex="0">{ text }</pre>
            </section>
        }
    };
    html! { <>{ for props.citations.iter().map(one) }</> }
}

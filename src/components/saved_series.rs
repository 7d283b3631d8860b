//! The series that the reader named, each with a way to forget it.

use yew::prelude::*;

/// The list, and who keeps it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The series as they are typed, with their labels.
    pub list: Vec<String>,
    /// One shall be forgotten.
    pub on_forget: Callback<String>,
}

/// The named series; nothing where there is none.
#[component]
pub fn SavedSeries(props: &Props) -> Html {
    if props.list.is_empty() {
        return Html::default();
    }
    let item = |series: &String| {
        let forgotten = series.clone();
        let onclick = props.on_forget.reform(move |_: MouseEvent| forgotten.clone());
        html! {
            <li key={series.clone()}>
                <code dir="auto">{ series }</code>{ " " }
                <button type="button" class="quiet" {onclick} aria-label={format!("Forget {series}")}>{ "Forget" }</button>
            </li>
        }
    };
    html! {
        <section class="settings" aria-label="Saved series">
            <h3 class="label">{ "Saved series" }</h3>
            <ul>{ for props.list.iter().map(item) }</ul>
        </section>
    }
}

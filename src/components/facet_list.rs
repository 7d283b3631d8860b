//! One facet: values to include or exclude, with their counts.

use dateline_corpus::Choice;
use dateline_text::compact::fixed;
use yew::prelude::*;

/// One value of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    /// The value that a choice is about.
    pub value: AttrValue,
    /// Its name on the page.
    pub label: AttrValue,
    /// Its counts, short.
    pub detail: AttrValue,
    /// Its counts in words.
    pub spoken: AttrValue,
    /// Length of its bar, 0 to 1.
    pub share: f64,
    /// Included, excluded or neither.
    pub choice: Choice,
}

/// What the facet shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its heading.
    pub title: AttrValue,
    /// What the counts are; may be empty.
    #[prop_or_default]
    pub unit: AttrValue,
    /// Its values in order.
    pub values: Vec<FacetValue>,
    /// A value was included, excluded or freed.
    pub on_choose: Callback<(AttrValue, Choice)>,
}

/// How many values are listed before the rest is asked for.
const FIRST_VALUES: usize = 8;

/// One facet.
#[component]
pub fn FacetList(props: &Props) -> Html {
    let whole = use_state_eq(|| false);
    let limit = if *whole { usize::MAX } else { FIRST_VALUES };
    let shown = |(at, v): &(usize, &FacetValue)| *at < limit || v.choice != Choice::Open;
    let rows = props.values.iter().enumerate().filter(shown).map(|(_, v)| row(props, v));
    let toggle = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(!*whole))
    };
    html! {
        <section class="facet" aria-label={props.title.clone()}>
            <h3 class="label facet-head"><span>{ &props.title }</span><span class="unit">{ &props.unit }</span></h3>
            <ul>{ for rows }</ul>
            if props.values.is_empty() {
                <p class="empty">{ "none" }</p>
            }
            if props.values.len() > FIRST_VALUES {
                <button type="button" class="facet-more" onclick={toggle} aria-expanded={whole.to_string()}>
                    { if *whole { "fewer".to_owned() } else { format!("all {}", props.values.len()) } }
                </button>
            }
        </section>
    }
}

fn row(props: &Props, value: &FacetValue) -> Html {
    let choose = |choice: Choice| {
        let next = if value.choice == choice { Choice::Open } else { choice };
        let chosen = value.value.clone();
        props.on_choose.reform(move |_: MouseEvent| (chosen.clone(), next))
    };
    let included = value.choice == Choice::Include;
    let excluded = value.choice == Choice::Exclude;
    let class = match value.choice {
        Choice::Open if value.share == 0.0 => "none",
        Choice::Open => "",
        Choice::Include => "included",
        Choice::Exclude => "excluded",
    };
    html! {
        <li key={value.value.to_string()} {class}>
            <div class="facet-row">
                <button
                    type="button"
                    class="facet-name"
                    aria-pressed={included.to_string()}
                    aria-label={format!("{}: {}", value.label, value.spoken)}
                    onclick={choose(Choice::Include)}
                ><bdi>{ &value.label }</bdi></button>
                <button
                    type="button"
                    class="facet-not"
                    aria-pressed={excluded.to_string()}
                    aria-label={format!("not {}", value.label)}
                    onclick={choose(Choice::Exclude)}
                >{ "not" }</button>
                <span class="num" aria-hidden="true">{ &value.detail }</span>
            </div>
            { bar(value.share) }
        </li>
    }
}

fn bar(share: f64) -> Html {
    html! {
        <svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect width={fixed(share * 100.0, 1)} height="2" />
        </svg>
    }
}

//! The frame of a chart: heading, controls, the chart or its table twin, legend.

use super::twin::Twin;
use dateline_export::Table;
use std::rc::Rc;
use yew::prelude::*;

/// A form in which a chart or table can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// The same with the mark by which Excel knows that it is UTF-8.
    Excel,
    /// Tab-separated values.
    Tsv,
    /// JSON.
    Json,
    /// The source of a CSV or TSV file, for a file beside it.
    Source,
    /// Plain text; for concordances.
    Txt,
    /// A drawing in vectors.
    Svg,
    /// A drawing in pixels.
    Png,
}

impl Format {
    /// What a table can be saved as.
    pub const TABLE: [Format; 5] =
        [Format::Csv, Format::Excel, Format::Tsv, Format::Source, Format::Json];
    /// What a chart can be saved as, its table included.
    pub const CHART: [Format; 7] = [
        Format::Csv,
        Format::Excel,
        Format::Tsv,
        Format::Source,
        Format::Json,
        Format::Svg,
        Format::Png,
    ];

    /// The name on the button.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Excel => "CSV for Excel",
            Format::Tsv => "TSV",
            Format::Json => "JSON",
            Format::Source => "source of CSV",
            Format::Txt => "TXT",
            Format::Svg => "SVG",
            Format::Png => "PNG",
        }
    }
}

/// A chart with its table twin.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The start of the ids in the figure.
    pub id: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// The numbers of the chart.
    pub table: Rc<Table>,
    /// Where the rows of the table lead.
    #[prop_or_default]
    pub links: Rc<Vec<String>>,
    /// Further controls beside the heading.
    #[prop_or_default]
    pub tools: Html,
    /// What the colours stand for.
    #[prop_or_default]
    pub legend: Html,
    /// Whether the chart is a table already and needs no twin.
    #[prop_or_default]
    pub is_table: bool,
    /// What the figure can be saved as.
    #[prop_or(&Format::CHART)]
    pub formats: &'static [Format],
    /// Saves the figure.
    pub on_export: Callback<Format>,
    /// The chart.
    pub children: Html,
}

/// The frame of a chart.
#[component]
pub fn Figure(props: &Props) -> Html {
    let as_table = use_state(|| false);
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_| as_table.set(!*as_table))
    };
    let heading = format!("{}-title", props.id);
    html! {
        <section class="panel chart" aria-labelledby={heading.clone()}>
            <header class="panel-head">
                <h2 id={heading} class="label">{ &props.title }</h2>
                <div class="tools" role="group" aria-label={format!("{}: form and export", props.title)}>
                    { props.tools.clone() }
                    if !props.is_table {
                        <button type="button" aria-pressed={as_table.to_string()} onclick={toggle}>{ "table" }</button>
                    }
                    <Exports formats={props.formats} on_export={props.on_export.clone()} of={props.title.clone()} />
                </div>
            </header>
            if *as_table {
                <Twin table={props.table.clone()} links={props.links.clone()} />
            } else {
                { props.children.clone() }
                { props.legend.clone() }
            }
        </section>
    }
}

/// What can be saved, as a row of buttons.
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// The forms.
    pub formats: &'static [Format],
    /// Saves.
    pub on_export: Callback<Format>,
    /// What is saved, for the buttons' names.
    pub of: AttrValue,
}

/// The forms that stand beside the heading; the others are behind "more".
const FIRST: [Format; 3] = [Format::Csv, Format::Svg, Format::Txt];

/// A button for each form.
#[component]
pub fn Exports(props: &ExportProps) -> Html {
    let opened = use_state(|| false);
    let all = *opened;
    let button = |format: &'static Format| {
        let onclick = props.on_export.reform(move |_: MouseEvent| *format);
        let name = format!("Save {} as {}", props.of, format.label());
        html! { <button type="button" {onclick} aria-label={name.clone()} title={name}>{ format.label() }</button> }
    };
    let shown = props.formats.iter().filter(|f| all || FIRST.contains(f));
    let rest = !all && props.formats.iter().any(|f| !FIRST.contains(f));
    let open = Callback::from(move |_: MouseEvent| opened.set(true));
    html! {
        <span class="forms">
            { for shown.map(button) }
            if rest {
                <button type="button" onclick={open} aria-label={format!("More forms to save {} in", props.of)}>{ "more" }</button>
            }
        </span>
    }
}

/// A legend: a swatch painted by the class of the marks, and what it stands for.
pub fn legend(entries: &[(String, String)]) -> Html {
    let entry = |(class, label): &(String, String)| {
        html! {
            <li>
                <svg class="canvas swatch" width="14" height="12" aria-hidden="true">
                    <rect class={class.clone()} width="14" height="12" />
                </svg>
                { label }
            </li>
        }
    };
    html! { <ul class="legend">{ for entries.iter().map(entry) }</ul> }
}

//! The company a country keeps: with which others it is named in one paragraph.

use super::Props;
use crate::charts::figure::Exports;
use crate::exports::save::{Save, TABLE};
use crate::model::words;
use dateline_corpus::{Country, Unit};
use dateline_export::Table;
use dateline_stats::CoMention;
use dateline_text::compact::{fixed, sort_by};
use std::rc::Rc;
use yew::prelude::*;

/// How many are listed at first.
const FIRST_ROWS: usize = 10;

/// A measure of two countries named together.
#[derive(Clone, Copy)]
struct Measure {
    name: &'static str,
    formula: &'static str,
    of: fn(&CoMention) -> Option<f64>,
}

impl Measure {
    /// For sorting: what is not defined comes last.
    fn value(&self, count: &CoMention) -> f64 {
        (self.of)(count).unwrap_or(f64::NEG_INFINITY)
    }
}

const MEASURES: [Measure; 3] = [
    Measure {
        name: "Together",
        formula: "paragraphs that name both; the number leads to articles that do.",
        of: |count| Some(count.together as f64),
    },
    Measure {
        name: "Expected",
        formula: "paragraphs that would name both if the two were independent: those with one × those with the other ÷ all.",
        of: CoMention::expected,
    },
    Measure {
        name: "logDice",
        formula: "14 + log₂(2 × together ÷ (with one + with the other)): at most 14, one more for twice as often.",
        of: CoMention::log_dice,
    },
];

/// Countries named in the same paragraph.
#[component]
pub fn Companions(props: &Props) -> Html {
    let whole = use_state_eq(|| false);
    let page = &props.page;
    let counting = page.place.address.selection.counting;
    let found = use_memo(
        (page.corpus.clone(), page.answer.clone(), counting),
        |(corpus, answer, counting)| {
            corpus.co_mentions(counting, &answer.results.ids, Unit::Paragraph)
        },
    );
    let by = use_state_eq(|| 0_usize);
    let mut list: Vec<(Country, CoMention)> = found.companions(props.country).collect();
    sort_by(&mut list, |a, b| MEASURES[*by].value(&b.1).total_cmp(&MEASURES[*by].value(&a.1)));
    let shown = if *whole { list.len() } else { FIRST_ROWS.min(list.len()) };
    let toggle = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(!*whole))
    };
    let title = format!("Named with {}", props.country.name());
    let on_export = {
        let (save, table) = (page.save.clone(), Rc::new(table(&title, &list)));
        Callback::from(move |format| save.emit(Save::table(table.clone(), format)))
    };
    let row = |(country, count): &(Country, CoMention)| {
        let address = &page.place.address;
        let href = address.country(*country).href();
        let both = address.naming_both(props.country, *country).href();
        html! {
            <tr>
                <th scope="row"><a {href}>{ country.name().to_owned() }</a></th>
                <td class="num"><a href={both}>{ words::number(count.together as usize) }</a></td>
                <td class="num">{ measure(count.expected()) }</td>
                <td class="num">{ measure(count.log_dice()) }</td>
            </tr>
        }
    };
    let heading = |(number, measure): (usize, &Measure)| {
        let by = by.clone();
        let sort = (*by == number).then_some("descending");
        let onclick = move |_: MouseEvent| by.set(number);
        html! {
            <th scope="col" class="label num" aria-sort={sort} title={measure.formula}>
                <button type="button" class="quiet" {onclick}>{ measure.name }</button>
            </th>
        }
    };
    html! {
        <section class="panel" aria-label={title.clone()}>
            <div class="panel-head">
                <h2 class="label">{ &title }</h2>
                <div class="tools"><Exports formats={TABLE} {on_export} of={title.clone()} /></div>
            </div>
            if list.is_empty() {
                <p class="empty">{ "No other country is named in a paragraph with it." }</p>
            } else {
                <div class="scroll-x"><table class="data">
                    <thead><tr>
                        <th scope="col" class="label">{ "Country" }</th>
                        { for MEASURES.iter().enumerate().map(heading) }
                    </tr></thead>
                    <tbody>{ for list.iter().take(shown).map(row) }</tbody>
                </table></div>
            }
            if !list.is_empty() {
                <p class="chart-note">{ MEASURES.map(|m| format!("{}: {}", m.name, m.formula)).join(" ") }</p>
            }
            if list.len() > FIRST_ROWS {
                <button type="button" class="facet-more" onclick={toggle} aria-expanded={whole.to_string()}>
                    { if *whole { "fewer".to_owned() } else { format!("all {}", list.len()) } }
                </button>
            }
        </section>
    }
}

fn measure(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |v| fixed(v, 1))
}

fn table(title: &str, list: &[(Country, CoMention)]) -> Table {
    let mut table = Table::new(title, &["code", "country", "together", "expected", "logDice"]);
    for (country, count) in list {
        table = table.row([
            country.code().into(),
            country.name().into(),
            count.together.into(),
            count.expected().into(),
            count.log_dice().into(),
        ]);
    }
    table
}

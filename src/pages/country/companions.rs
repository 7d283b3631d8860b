//! The company a country keeps: with which others it is named in one paragraph.

use super::Props;
use crate::charts::figure::Exports;
use crate::exports::save::{Save, TABLE};
use dateline_corpus::{Country, Unit};
use dateline_export::Table;
use dateline_stats::{CoMention, fixed};
use std::rc::Rc;
use yew::prelude::*;

/// How many are listed at first.
const FIRST_ROWS: usize = 10;

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
    let list: Vec<(Country, CoMention)> = found.companions(props.country).collect();
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
        let href = page.place.address.country(*country).href();
        html! {
            <tr>
                <th scope="row"><a {href}>{ country.name().to_owned() }</a></th>
                <td class="num">{ count.together }</td>
                <td class="num">{ measure(count.expected()) }</td>
                <td class="num">{ measure(count.log_dice()) }</td>
            </tr>
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
                        <th scope="col" class="label num" title="Paragraphs that name both.">{ "Together" }</th>
                        <th scope="col" class="label num" title="Paragraphs that would name both if the two were independent: those with one × those with the other ÷ all.">{ "Expected" }</th>
                        <th scope="col" class="label num" title="14 + log₂(2 × together ÷ (with one + with the other)): at most 14, one more for twice as often.">{ "logDice" }</th>
                    </tr></thead>
                    <tbody>{ for list.iter().take(shown).map(row) }</tbody>
                </table></div>
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

//! A range of dates: typed from and to, or drawn over the bars of a chart.

use crate::address::Address;
use crate::browser::{drag, events};
use crate::model::page_props::PageProps;
use crate::model::place::Place;
use crate::model::words;
use dateline_corpus::{Date, DateRange, iso_date};
use yew::prelude::*;

/// The first and the last date, as people write dates.
#[component]
pub fn Dates(props: &PageProps) -> Html {
    let place = &props.place;
    let selection = &place.address.selection;
    let range = match selection.dates[..] {
        [range] => range,
        _ => DateRange::default(),
    };
    let problem = use_state_eq(|| None::<String>);
    let field = |name: &'static str, now: Option<Date>, is_first: bool| {
        let onchange = {
            let (place, problem) = (place.clone(), problem.setter());
            Callback::from(move |event: Event| {
                let typed = events::value(&event);
                match ended(range, &typed, is_first) {
                    Ok(dates) => {
                        problem.set(None);
                        place.push(place.address.with_dates(dates, false));
                    }
                    Err(message) => problem.set(Some(message)),
                }
            })
        };
        let id = format!("dates-{name}");
        html! {
            <label for={id.clone()}>{ name }
                <input {id} type="text" placeholder="March 1987" autocomplete="off" value={now.map(words::date).unwrap_or_default()} {onchange} />
            </label>
        }
    };
    html! {
        <form class="dates" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { field("from", range.from, true) }
            { field("to", range.to, false) }
            <p class="warning" role="status">{ (*problem).clone().unwrap_or_default() }</p>
        </form>
    }
}

/// The range with another first or last date; none where both ends are open.
fn ended(range: DateRange, typed: &str, is_first: bool) -> Result<Vec<DateRange>, String> {
    let end = match typed.trim() {
        "" => None,
        typed => {
            let date = iso_date(typed).and_then(|iso| Date::parse(&iso));
            Some(date.ok_or_else(|| {
                format!("“{typed}” is no date; write 1987, March 1987 or 1987-03-01")
            })?)
        }
    };
    let next = match is_first {
        true => DateRange { from: end, ..range },
        false => DateRange { to: end, ..range },
    };
    match (next.from, next.to) {
        (None, None) => Ok(Vec::new()),
        (Some(from), Some(to)) if from.is_after(to) => {
            Err(format!("{} is after {}", words::date(from), words::date(to)))
        }
        _ => Ok(vec![next]),
    }
}

/// Properties of [`DrawnDates`].
#[derive(PartialEq, Properties)]
pub struct DrawnProps {
    /// Where the page is.
    pub place: Place,
}

/// Selects the dates from the first to the last bar that the pointer is drawn over, in any chart
/// over time; draws nothing itself.
#[component]
pub fn DrawnDates(props: &DrawnProps) -> Html {
    let now = use_mut_ref(|| props.place.clone());
    now.borrow_mut().clone_from(&props.place);
    use_effect_with((), move |()| {
        let listeners = drag::on_links_drawn_over(DATED, move |first, last| {
            let place = now.borrow().clone();
            if let Some(address) = between(first, last) {
                place.push(address);
            }
        });
        move || drop(listeners)
    });
    Html::default()
}

/// The bars of charts over time: links to the articles of their dates.
const DATED: &str = ".months a, a.mark[id^='when-'], a.mark[id^='over-time-']";

/// The address of one bar with the dates from it to another.
fn between(first: &str, last: &str) -> Option<Address> {
    let read = |href: &str| {
        let address = Address::parse(href).0;
        let range = address.selection.dates.first().copied()?;
        Some((address, range))
    };
    let ((address, one), (_, other)) = (read(first)?, read(last)?);
    let (from, to) = (one.from?.min(other.from?), one.to?.max(other.to?));
    Some(address.with_dates(vec![DateRange { from: Some(from), to: Some(to) }], false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_typed_as_people_write_dates() {
        let rows: [(&str, &str, bool, Result<&str, &str>); 7] = [
            ("", "March 1987", true, Ok("1987-03..")),
            ("1987-03..", "1 May 1987", false, Ok("1987-03..1987-05-01")),
            ("1987-03..1987-05", "", true, Ok("..1987-05")),
            ("1987-03..", " ", true, Ok("")),
            ("1987-03..", "1987-3", false, Ok("1987-03")),
            ("1987-03..", "soon", false, Err("“soon” is no date")),
            ("1987-03..", "1986", false, Err("March 1987 is after 1986")),
        ];
        for (before, typed, is_first, want) in rows {
            let range = DateRange::parse(before).unwrap_or_default();
            let found = ended(range, typed, is_first);
            let found =
                found.map(|dates| dates.iter().map(DateRange::to_string).collect::<String>());
            match want {
                Ok(want) => assert_eq!(found.as_deref(), Ok(want), "{typed}"),
                Err(want) => assert!(found.is_err_and(|e: String| e.starts_with(want)), "{typed}"),
            }
        }
    }

    #[test]
    fn bars_are_joined_in_either_direction() {
        let rows = [
            ("#q=oil&date=1987-03", "#q=oil&date=1987-06", Some("1987-03..1987-06")),
            ("#q=oil&date=1987-06", "#q=oil&date=1987-03", Some("1987-03..1987-06")),
            ("#date=1986..1987", "#date=1990..1991", Some("1986..1991")),
            ("#date=1987-03", "#date=undated", None),
        ];
        for (first, last, want) in rows {
            let found = between(first, last).map(|address| address.selection.dates[0].to_string());
            assert_eq!(found.as_deref(), want, "{first} {last}");
        }
    }
}

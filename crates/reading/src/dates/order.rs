//! Which of day and month stands first in dates of numbers.

use super::scan;

/// The order of day and month in dates such as 03/04/2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 03/04/2021 is 3 April.
    DayFirst,
    /// 03/04/2021 is March 4.
    MonthFirst,
}

impl DateOrder {
    /// The order of the dates of a column, a page or a corpus, by those of them that can
    /// be read one way only (13/04/2021); `None` when there is no such date, or when they
    /// contradict each other.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<DateOrder> {
        let (mut day_first, mut month_first) = (false, false);
        for text in texts {
            for found in scan(text) {
                day_first |= found.order == Some(DateOrder::DayFirst);
                month_first |= found.order == Some(DateOrder::MonthFirst);
            }
        }
        match (day_first, month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// A date that a line prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDate {
    /// ISO 8601, as far as the date is known from the year on.
    pub iso: String,
    /// Whether day and month could be either way round and no order decided; `iso` is
    /// the year alone then.
    pub ambiguous: bool,
}

/// The first date in a line that names its year, as [`super::first_date`] finds it, with
/// day and month by `order` where both are possible.
pub fn first_date_in_order(line: &str, order: Option<DateOrder>) -> Option<PrintedDate> {
    let dates = scan(line);
    let found = dates.iter().find(|date| date.is_full()).or(dates.first())?;
    let (found, ambiguous) = found.in_order(order);
    Some(PrintedDate { iso: found.iso()?, ambiguous })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_dates_decide() {
        use DateOrder::{DayFirst, MonthFirst};
        type Case<'a> = (&'a [&'a str], Option<DateOrder>, &'a str, bool);
        let cases: &[Case<'_>] = &[
            (&["03/04/2021"], None, "2021", true),
            (&["03/04/2021", "25/04/2021"], Some(DayFirst), "2021-04-03", false),
            (&["03/04/2021", "04/25/2021 10:30"], Some(MonthFirst), "2021-03-04", false),
            (&["03/04/2021", "04/25/2021", "25/04/2021"], None, "2021", true),
            (&["04/04/2021"], None, "2021-04-04", false),
            (&["03.04.2021", "04/25/2021"], Some(MonthFirst), "2021-04-03", false),
            (&["May 3, 2021"], None, "2021-05-03", false),
        ];
        for (texts, order, iso, ambiguous) in cases {
            assert_eq!(DateOrder::of(texts.iter().copied()), *order, "{texts:?}");
            let date = first_date_in_order(texts[0], *order).map(|d| (d.iso, d.ambiguous));
            assert_eq!(date, Some(((*iso).to_owned(), *ambiguous)), "{texts:?}");
        }
    }
}

//! Which of day and month stands first in the dates of a column: the whole column decides.

use crate::Columns;
use crate::dates::looks_numeric;
use crate::tables::columns::{Row, is_date};
use dateline_reading::DateOrder;
use serde::{Deserialize, Serialize};

/// The order of day and month by columns; none for a column that no date decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DateOrders(Vec<(String, Order)>);

/// [`DateOrder`], between processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Order {
    DayFirst,
    MonthFirst,
}

impl DateOrders {
    /// The order in a column.
    pub(crate) fn of(&self, column: &str) -> Option<DateOrder> {
        let (_, order) = self.0.iter().find(|(name, _)| name == column)?;
        Some(match order {
            Order::DayFirst => DateOrder::DayFirst,
            Order::MonthFirst => DateOrder::MonthFirst,
        })
    }

    /// Gives all of it, piece by piece: for a hash.
    pub(crate) fn feed(&self, take: &mut dyn FnMut(&[u8])) {
        for (name, order) in &self.0 {
            take(name.as_bytes());
            take(format!("{order:?}").as_bytes());
        }
    }
}

/// What the dates of columns have shown so far.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    columns: Vec<SeenColumn>,
}

#[derive(Debug)]
struct SeenColumn {
    name: String,
    has_day_first: bool,
    has_month_first: bool,
}

impl Seen {
    /// Looks at a value of a column of dates.
    pub(crate) fn see(&mut self, column: &str, value: &str) {
        if !looks_numeric(value.as_bytes()) {
            return;
        }
        let at = self.columns.iter().position(|seen| seen.name == column);
        let at = at.unwrap_or_else(|| {
            let name = column.to_owned();
            self.columns.push(SeenColumn { name, has_day_first: false, has_month_first: false });
            self.columns.len() - 1
        });
        match DateOrder::of([value]) {
            Some(DateOrder::DayFirst) => self.columns[at].has_day_first = true,
            Some(DateOrder::MonthFirst) => self.columns[at].has_month_first = true,
            None => {}
        }
    }

    /// Looks at the dates of a row.
    pub(crate) fn see_row(&mut self, row: &Row, columns: &Columns) {
        for (name, values) in row.iter().filter(|(name, _)| is_date(name, columns)) {
            values.iter().for_each(|value| self.see(name, value));
        }
    }

    /// Whether there was a date in numbers.
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// What they decide: nothing where dates of one column contradict each other.
    pub(crate) fn orders(self) -> DateOrders {
        let decided = self.columns.into_iter().filter_map(|seen| {
            match (seen.has_day_first, seen.has_month_first) {
                (true, false) => Some((seen.name, Order::DayFirst)),
                (false, true) => Some((seen.name, Order::MonthFirst)),
                _ => None,
            }
        });
        DateOrders(decided.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_decide_by_all_of_their_dates() {
        use DateOrder::{DayFirst, MonthFirst};
        let cases: [(&[&str], Option<DateOrder>); 6] = [
            (&["02/03/2024", "25/02/2024"], Some(DayFirst)),
            (&["02/25/2024", "02/03/2024"], Some(MonthFirst)),
            (&["02/25/2024", "25/02/2024"], None),
            (&["02/03/2024"], None),
            (&["2024-02-03", "May 3, 2024"], None),
            (&["13/2/2024"], Some(DayFirst)),
        ];
        for (values, want) in cases {
            let mut seen = Seen::default();
            values.iter().for_each(|value| seen.see("date", value));
            assert_eq!(seen.orders().of("date"), want, "{values:?}");
        }
    }
}

//! Date expressions in many languages and orders: finds them in a line and says
//! how much of each is known.

mod calendar;
mod clock;
mod joined;
mod lexer;
mod names;
mod order;
mod pattern;

pub use calendar::from_buddhist;
pub use order::{DateOrder, PrintedDate, first_date_in_order};

pub(crate) use names::{Name, name as calendar_name};
pub(crate) use pattern::{Found, scan, scan_mentioned};

/// The first date in a line that names its year, as ISO 8601 as far as it is known:
/// `Sunday, August 15, 2021` gives `2021-08-15`. For lines that are known to hold a date.
pub fn first_date(line: &str) -> Option<String> {
    let found = scan(line);
    let full = found.iter().find(|date| date.is_full());
    full.or(found.first()).and_then(Found::iso)
}

/// The days that a line prints, in order, as year, month and day; the year only where it
/// is printed. `3/4/2021` is taken for 3 April.
pub fn days(line: &str) -> Vec<(Option<i32>, u8, u8)> {
    scan(line).iter().filter_map(|date| Some((date.year, date.month?, date.day?))).collect()
}

//! Calendars: lengths of months, and the Iranian calendar.

/// Whether the day exists in the Gregorian calendar. Without a year, 29 February does.
pub(crate) fn exists(year: Option<i32>, month: u8, day: u8) -> bool {
    let leap = year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// The Gregorian date of a day of the Iranian (Solar Hijri) calendar, for the years
/// 1200 to 1600. By day numbers, with the 33-year rule of leap years that holds in
/// this range (Borkowski, "The Persian calendar for 3000 years", 1996).
pub(crate) fn from_iranian(year: i32, month: u8, day: u8) -> Option<(i32, u8, u8)> {
    let longest = if month <= 6 { 31 } else { 30 };
    if !(1200..=1600).contains(&year) || !(1..=12).contains(&month) || !(1..=longest).contains(&day)
    {
        return None;
    }
    // Days from 1 Farvardin 979 = 21 March 1600 (Gregorian).
    let years = i64::from(year - 979);
    let leaps = years / 33 * 8 + (years % 33 + 3) / 4;
    let month0 = i64::from(month) - 1;
    let in_year = if month0 < 6 { month0 * 31 } else { 186 + (month0 - 6) * 30 };
    let days = years * 365 + leaps + in_year + i64::from(day) - 1;
    Some(from_days(days + 79))
}

/// The Gregorian date `days` after 1 January 1600.
fn from_days(mut days: i64) -> (i32, u8, u8) {
    let mut year = 1600 + (days / 146_097) * 400;
    days %= 146_097;
    loop {
        let length = if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let year = year as i32;
    let mut month = 1;
    while !exists(Some(year), month, (days + 1).min(31) as u8) || days >= 31 {
        let length = (28..=31).rev().find(|d| exists(Some(year), month, *d)).unwrap_or(31);
        days -= i64::from(length);
        month += 1;
    }
    (year, month, (days + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist() {
        for (year, month, day, want) in [
            (Some(2023), 2, 29, false),
            (Some(2024), 2, 29, true),
            (None, 2, 29, true),
            (Some(1900), 2, 29, false),
            (Some(2000), 2, 29, true),
            (Some(2021), 4, 31, false),
            (Some(2021), 13, 1, false),
            (Some(2021), 12, 31, true),
            (Some(2021), 12, 0, false),
        ] {
            assert_eq!(exists(year, month, day), want, "{year:?}-{month}-{day}");
        }
    }

    #[test]
    fn iranian_dates() {
        for (from, to) in [
            ((1400, 1, 1), Some((2021, 3, 21))),
            ((1400, 5, 24), Some((2021, 8, 15))),
            ((1399, 12, 30), Some((2021, 3, 20))),
            ((1402, 10, 11), Some((2024, 1, 1))),
            ((1357, 11, 22), Some((1979, 2, 11))),
            ((2021, 1, 1), None),
            ((1400, 7, 31), None),
        ] {
            assert_eq!(from_iranian(from.0, from.1, from.2), to, "{from:?}");
        }
    }
}

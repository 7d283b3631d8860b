//! Dates with their precision, as one comparable number; ranges of them.

use dateline_reading::Precision;
use dateline_text::calendar::days_in_month;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A date of publication, known to the year, month, day or minute. Ordered by
/// time; a less precise date comes before the more precise ones that it covers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(std::num::NonZeroU32);

/// Years that a date can have.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=5000;

impl Date {
    /// Reads ISO 8601 as far as it goes: `2023`, `2023-05`, `2023-05-13`,
    /// `2023-05-13T18:32` (seconds and zone are dropped). `None` for anything else,
    /// and for days that the calendar does not have.
    pub fn parse(iso: &str) -> Option<Date> {
        let (day, time) = match iso.trim().split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time)),
            None => (iso.trim(), None),
        };
        let mut parts = day.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|p| number(p, 2)).unwrap_or(Some(0))?;
        let has_month = month > 0;
        let day = parts.next().map(|p| number(p, 2)).unwrap_or(Some(0))?;
        if parts.next().is_some()
            || (day_given(iso) && day == 0)
            || (!has_month && iso.contains('-'))
        {
            return None;
        }
        let minute = time.map_or(Some(None), |t| minutes(t).map(Some))?;
        Date::new(year, month, day, minute)
    }

    /// A date of its parts; `month` and `day` are 0 when unknown.
    fn new(year: u32, month: u32, day: u32, minute: Option<u32>) -> Option<Date> {
        let valid = YEARS.contains(&year)
            && month <= 12
            && (day == 0 || (month > 0 && day <= days_in_month(year, month)))
            && (minute.is_none() || day > 0);
        let packed = (year - YEARS.start().min(&year)) << 20
            | month << 16
            | day << 11
            | minute.map_or(0, |m| m + 1);
        // Year 1000 alone would pack to zero, which stands for "no date".
        valid.then(|| std::num::NonZeroU32::new(packed)).flatten().map(Date)
    }

    /// The packed form in a pack's date column; 0 stands for none.
    pub(crate) fn packed(date: Option<Date>) -> u32 {
        date.map_or(0, |d| d.0.get())
    }

    /// The date of a packed form; `None` for 0 and for what no date packs to.
    pub(crate) fn from_packed(packed: u32) -> Option<Date> {
        let (year, month, day) =
            ((packed >> 20) + YEARS.start(), packed >> 16 & 15, packed >> 11 & 31);
        let minute = (packed & 0x7ff).checked_sub(1);
        if minute.is_some_and(|m| m >= 24 * 60) {
            return None;
        }
        (packed != 0).then(|| Date::new(year, month, day, minute)).flatten()
    }

    /// The year.
    pub fn year(self) -> u32 {
        (self.0.get() >> 20) + YEARS.start()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> Option<u32> {
        Some(self.0.get() >> 16 & 15).filter(|m| *m > 0)
    }

    /// The day of the month, from 1.
    pub fn day(self) -> Option<u32> {
        Some(self.0.get() >> 11 & 31).filter(|d| *d > 0)
    }

    /// Minutes since midnight.
    pub fn minute(self) -> Option<u32> {
        (self.0.get() & 0x7ff).checked_sub(1)
    }

    /// How much of it is known.
    pub fn precision(self) -> Precision {
        match (self.month(), self.day(), self.minute()) {
            (None, ..) => Precision::Year,
            (_, None, _) => Precision::Month,
            (_, _, None) => Precision::Day,
            _ => Precision::Minute,
        }
    }

    /// The date known to the month (or to the year, where that is all).
    #[must_use]
    pub fn to_month(self) -> Date {
        Date::new(self.year(), self.month().unwrap_or(0), 0, None).unwrap_or(self)
    }

    /// Whether the whole of what this date covers lies after the other.
    pub fn is_after(self, other: Date) -> bool {
        self.bounds().0 > other.bounds().1
    }

    /// Whether the whole of what this date covers lies before the other.
    pub fn is_before(self, other: Date) -> bool {
        self.bounds().1 < other.bounds().0
    }

    /// The first and last packed moment that the date covers.
    fn bounds(self) -> (u32, u32) {
        let low = self.0.get();
        let open = match self.precision() {
            Precision::Year => 0xf_ffff,
            Precision::Month => 0xffff,
            Precision::Day => 0x7ff,
            Precision::Minute => 0,
        };
        (low, low | open)
    }
}

fn day_given(iso: &str) -> bool {
    iso.matches('-').count() > 1
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn minutes(time: &str) -> Option<u32> {
    let mut parts = time.splitn(3, ':');
    let hour = number(parts.next()?, 2)?;
    let minute = number(parts.next()?.get(..2)?, 2)?;
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year())?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        if let Some(minute) = self.minute() {
            write!(f, "T{:02}:{:02}", minute / 60, minute % 60)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A range of dates, both ends included to their precision: `2021-08` to
/// `2021-12` ends with the last minute of December. `None` is an open end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first date.
    pub from: Option<Date>,
    /// The last date.
    pub to: Option<Date>,
}

impl DateRange {
    /// The range that one date covers: a year, a month, a day.
    pub fn of(date: Date) -> DateRange {
        DateRange { from: Some(date), to: Some(date) }
    }

    /// Reads `2021-08..2021-12`, `2021-08..`, `..2021-12` and `2021-08`.
    pub fn parse(text: &str) -> Option<DateRange> {
        let end = |s: &str| {
            if s.is_empty() { Some(None) } else { Date::parse(s).map(Some) }
        };
        let range = match text.split_once("..") {
            Some((from, to)) => DateRange { from: end(from)?, to: end(to)? },
            None => DateRange::of(Date::parse(text)?),
        };
        (range != DateRange::default()).then_some(range)
    }

    /// Whether `date` lies in the range. A date that is less precise than the
    /// range lies in it when the whole of what it covers does.
    pub fn contains(&self, date: Date) -> bool {
        let (low, high) = date.bounds();
        self.from.is_none_or(|from| from.bounds().0 <= low || from.bounds() == (low, high))
            && self.to.is_none_or(|to| high <= to.bounds().1)
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            return self.from.map_or(Ok(()), |d| d.fmt(f));
        }
        if let Some(from) = self.from {
            from.fmt(f)?;
        }
        f.write_str("..")?;
        self.to.map_or(Ok(()), |d| d.fmt(f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_goes_round() {
        for iso in ["2023", "2023-05", "2023-05-13", "2023-05-13T18:32", "1987-02-28", "2024-02-29"]
        {
            let date = Date::parse(iso).expect(iso);
            assert_eq!(date.to_string(), iso);
            assert_eq!(Date::from_packed(Date::packed(Some(date))), Some(date));
        }
        assert_eq!(
            Date::parse("2023-05-13T18:32:10Z").map(|d| d.to_string()).as_deref(),
            Some("2023-05-13T18:32")
        );
        for bad in [
            "",
            "23",
            "2023-13",
            "2023-02-29",
            "2023-00",
            "2023-05-00",
            "2023-5-1",
            "x",
            "2023-05-13T25:00",
            "2023-05-13-01",
            "2023T10:00",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn ranges_are_inclusive_to_their_precision() {
        let cases = [
            ("2021-08..2021-12", "2021-08-01", true),
            ("2021-08..2021-12", "2021-12-31T23:59", true),
            ("2021-08..2021-12", "2021-12", true),
            ("2021-08..2021-12", "2022-01-01", false),
            ("2021-08..2021-12", "2021-07-31", false),
            ("2021-08..2021-12", "2021", false),
            ("2021..2022", "2021", true),
            ("2021-08-15..", "2021-08", false),
            ("..2021-08-15", "2021-08-15T10:00", true),
            ("2021-08", "2021-08-15", true),
            ("2021", "2022-01", false),
        ];
        for (range, date, want) in cases {
            let range = DateRange::parse(range).expect(range);
            assert_eq!(DateRange::parse(&range.to_string()), Some(range));
            assert_eq!(range.contains(Date::parse(date).expect(date)), want, "{range} {date}");
        }
        assert_eq!(DateRange::parse(".."), None);
    }
}

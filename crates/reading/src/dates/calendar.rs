//! Calendars: lengths of months, and years and days of calendars other than the Gregorian.

use dateline_text::calendar::days_in_month;
use icu_calendar::cal::{Gregorian, Hijri};
use icu_calendar::{AsCalendar, Date};

/// A calendar other than the Gregorian, from which a date was converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    /// The solar calendar of Iran and Afghanistan.
    Iranian,
    /// The lunar calendar.
    Islamic,
    /// Gregorian months, and years from the Buddha's death.
    Buddhist,
    /// Gregorian months, and years of an era.
    Era,
}

impl Calendar {
    /// The Gregorian year, month and day of a day of this calendar, for the years around ours; of the
    /// Islamic calendar by the tables of Umm al-Qura, the civil calendar of Saudi Arabia.
    pub(crate) fn day(self, year: i32, month: u8, day: u8) -> Option<(i32, u8, u8)> {
        match self {
            Calendar::Iranian if (1200..=1500).contains(&year) => {
                Some(gregorian(&Date::try_new_persian(year, month, day).ok()?))
            }
            Calendar::Islamic if (1300..=1500).contains(&year) => {
                let tables = Hijri::new_umm_al_qura();
                Some(gregorian(&Date::try_new_hijri_with_calendar(year, month, day, tables).ok()?))
            }
            _ => None,
        }
    }

    /// The conversion, as it stands in the evidence for a date.
    pub(crate) fn evidence(self) -> &'static str {
        match self {
            Calendar::Iranian => "converted from the Iranian calendar",
            Calendar::Islamic => {
                "converted from the Islamic calendar by the tables of Umm al-Qura; elsewhere the \
                 day may be the one before or after"
            }
            Calendar::Buddhist => "its year converted from the Buddhist era",
            Calendar::Era => "its year converted from the era that is printed",
        }
    }
}

/// Whether the day exists in the Gregorian calendar. Without a year, 29 February does.
pub(crate) fn exists(year: Option<i32>, month: u8, day: u8) -> bool {
    /// A leap year.
    const ANY: i32 = 2000;
    let year = u32::try_from(year.unwrap_or(ANY)).unwrap_or_default();
    (1..=12).contains(&month)
        && (1..=days_in_month(year, u32::from(month))).contains(&u32::from(day))
}

fn gregorian<C: AsCalendar>(date: &Date<C>) -> (i32, u8, u8) {
    let date = date.to_calendar(Gregorian);
    (date.era_year().extended_year, date.month().ordinal, date.day_of_month().0)
}

/// The Gregorian year of a year of the Buddhist era, from 2484 to 2643 (1941 to 2100): in Thailand
/// it has begun in January since 1941. `None` for other years.
pub fn from_buddhist(year: u32) -> Option<u32> {
    (2484..=2643).contains(&year).then(|| year - 543)
}

/// The years before the first of each era in which Japan counted, and that of the Republic of
/// China (Minguo), which Taiwan counts on.
const ERAS: [(&str, u16); 7] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("民國", 1911),
    ("民国", 1911),
];

/// The era with which `text` ends: its first byte there, and the Gregorian year before its first.
pub(crate) fn era_at_end(text: &str) -> Option<(usize, u16)> {
    let (name, before) = ERAS.iter().find(|(name, _)| text.ends_with(name))?;
    Some((text.len() - name.len(), *before))
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
            assert_eq!(Calendar::Iranian.day(from.0, from.1, from.2), to, "{from:?}");
        }
    }

    #[test]
    fn islamic_dates() {
        for (from, to) in [
            ((1445, 1, 1), Some((2023, 7, 19))),
            ((1445, 9, 1), Some((2024, 3, 11))),
            ((1445, 12, 10), Some((2024, 6, 16))),
            ((1446, 1, 1), Some((2024, 7, 7))),
            ((1445, 1, 31), None),
            ((2024, 1, 1), None),
        ] {
            assert_eq!(Calendar::Islamic.day(from.0, from.1, from.2), to, "{from:?}");
        }
    }
}

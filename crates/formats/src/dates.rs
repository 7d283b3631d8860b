//! Dates as exports, tables and pages write them.

use dateline_corpus::Date;
use dateline_reading::DateOrder;

/// A date as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Understood {
    pub(crate) date: Date,
    /// Whether day and month could be either way round, so that only the year is certain.
    pub(crate) is_ambiguous: bool,
}

/// A date however it is written; in seconds or milliseconds since 1970 too. The year alone
/// where day and month could be either way round.
pub(crate) fn any_date(text: &str) -> Option<Date> {
    date_in_order(text, None).map(|understood| understood.date)
}

/// A date however it is written, with day and month in an order that other dates decided.
pub(crate) fn date_in_order(text: &str, order: Option<DateOrder>) -> Option<Understood> {
    if let Some(date) = certain_date(text.trim()) {
        return Some(Understood { date, is_ambiguous: false });
    }
    let found = dateline_reading::first_date_in_order(text, order)?;
    Some(Understood { date: Date::parse(&found.iso)?, is_ambiguous: found.ambiguous })
}

/// Whether a text holds a date in numbers alone, the year last: "3/4/2021", "03.04.21".
pub(crate) fn looks_numeric(text: &[u8]) -> bool {
    let is_separator = |at: usize| matches!(text.get(at), Some(b'/' | b'.' | b'-'));
    let digits = |from: usize| {
        text[from.min(text.len())..].iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let mut at = 0;
    while at < text.len() {
        let first = digits(at);
        let second = if matches!(first, 1 | 2) && is_separator(at + first) {
            digits(at + first + 1)
        } else {
            0
        };
        let behind = at + first + 1 + second;
        if matches!(second, 1 | 2) && is_separator(behind) && matches!(digits(behind + 1), 2 | 4) {
            return true;
        }
        at += first.max(1);
    }
    false
}

/// A date in a form that can be read in one way only.
fn certain_date(text: &str) -> Option<Date> {
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    // Seconds with a fraction, as Python and JavaScript write them.
    let whole = match text.split_once('.') {
        Some((whole, part)) if whole.len() == 10 && part.bytes().all(|b| b.is_ascii_digit()) => {
            whole
        }
        _ => text,
    };
    if let Some(date) = ctime(text) {
        return Some(date);
    }
    let text = whole;
    if text.len() >= 9 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        let is_compact = text.len() == 14 || text.len() == 12;
        // 12 digits are milliseconds too, up to the year 2001.
        if let Some(date) = is_compact.then(|| compact(text)).flatten().filter(is_of_our_times) {
            return Some(date);
        }
        // Seconds, milliseconds, microseconds or nanoseconds.
        let in_a_second = match text.len() {
            ..12 => 1,
            12..15 => 1_000,
            15..18 => 1_000_000,
            _ => 1_000_000_000,
        };
        return from_epoch(number / in_a_second);
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text);
    }
    // ISO 8601 without hyphens, as news agencies write it; midnight is no time.
    if let Some((day, time)) = text.split_once('T') {
        let digits: String = time.chars().take_while(char::is_ascii_digit).take(4).collect();
        if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
            return compact(&if digits == "0000" {
                day.to_owned()
            } else {
                format!("{day}{digits}")
            });
        }
    }
    None
}

/// A date as C and Twitter print it, the year last: `Mon May 13 09:00:00 +0000 2024`.
fn ctime(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split_ascii_whitespace().collect();
    let (month, day, time, year) = match parts[..] {
        [_, month, day, time, year] | [_, month, day, time, _, year] => (month, day, time, year),
        _ => return None,
    };
    let clock = time.get(..5).filter(|_| time.matches(':').count() == 2)?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let found =
        is_year.then(|| dateline_reading::first_date(&format!("{day} {month} {year}")))??;
    Date::parse(&format!("{found}T{clock}"))
}

/// Whether a date is one that a newspaper may have.
fn is_of_our_times(date: &Date) -> bool {
    let year: String = date.to_string().chars().take(4).collect();
    matches!(year.parse(), Ok(1500..=2200))
}

/// `20210815` or `20210815103000`.
fn compact(digits: &str) -> Option<Date> {
    let day = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]);
    match (digits.get(8..10), digits.get(10..12)) {
        (Some(hour), Some(minute)) => Date::parse(&format!("{day}T{hour}:{minute}")),
        _ => Date::parse(&day),
    }
}

/// The day of a time in seconds since 1970, by the algorithm of H. Hinnant
/// (`civil_from_days`, public domain).
pub(crate) fn from_epoch(seconds: i64) -> Option<Date> {
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_columns() {
        let cases = [
            ("2021-08-15", Some("2021-08-15")),
            ("2021-08-15T10:30:00Z", Some("2021-08-15T10:30")),
            ("20210815", Some("2021-08-15")),
            ("20210815103000", Some("2021-08-15T10:30")),
            ("1629022200", Some("2021-08-15")),
            ("1629022200000", Some("2021-08-15")),
            ("15 August 2021", Some("2021-08-15")),
            ("Aug 15, 2021", Some("2021-08-15")),
            ("1629022200000000", Some("2021-08-15")),
            ("1629022200000000000", Some("2021-08-15")),
            ("946684800000", Some("2000-01-01")),
            ("20210815T103000+0200", Some("2021-08-15T10:30")),
            ("20210815T000000Z", Some("2021-08-15")),
            ("13-MAY-2024 15:01:01.79", Some("2024-05-13T15:01")),
            ("02/03/2024", Some("2024")),
            ("25/03/2024", Some("2024-03-25")),
            ("someday", None),
            ("", None),
        ];
        for (text, want) in cases {
            assert_eq!(any_date(text).map(|d| d.to_string()).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn dates_in_numbers() {
        let cases = [
            ("3/4/2021", true),
            ("on 03.04.21 it", true),
            ("2021-03-04", false),
            ("3/4", false),
            ("1/2/345", false),
            ("", false),
        ];
        for (text, want) in cases {
            assert_eq!(looks_numeric(text.as_bytes()), want, "{text}");
        }
    }
}

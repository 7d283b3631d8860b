//! Dates as pages write them for programs and for readers.

/// The first year that a page can be of, and one past the last.
const YEARS: std::ops::Range<i32> = 1600..2101;

/// A date, ISO 8601 as far as it is known, in the zone of the publisher. `None` for what
/// programs write where there is none (`1970-01-01`, `0001-01-01`).
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let found =
        iso(text).or_else(|| compact(text)).or_else(|| dateline_reading::first_date(text))?;
    let year: i32 = found.get(..4)?.parse().ok()?;
    (YEARS.contains(&year) && !found.starts_with("1970-01-01")).then_some(found)
}

/// Whether the date is known to the day.
pub(crate) fn is_whole(date: &str) -> bool {
    date.len() >= 10
}

/// Whether two dates are one day apart.
pub(super) fn are_neighbours(one: &str, other: &str) -> bool {
    let number = |date: &str| -> Option<i64> {
        let part = |range: std::ops::Range<usize>| date.get(range)?.parse::<i64>().ok();
        let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
        // Days since 1 March of year 0, by the algorithm of H. Hinnant (public domain).
        let year = if month < 3 { year - 1 } else { year };
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Some(year * 365 + year / 4 - year / 100 + year / 400 + of_year)
    };
    number(one).zip(number(other)).is_some_and(|(a, b)| (a - b).abs() == 1)
}

/// `2021-08-15`, `2021-8-5`, `2021-08-15T10:30…`, `2021-08-15 10:30`, `2021-08`.
fn iso(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if bytes.len() < 6
        || !bytes[..4].iter().all(u8::is_ascii_digit)
        || !matches!(bytes[4], b'-' | b'/' | b'.')
    {
        return None;
    }
    let mut parts = text[5..].splitn(2, bytes[4] as char);
    let month: u8 = parts.next()?.parse().ok().filter(|m| (1..=12).contains(m))?;
    let Some(rest) = parts.next() else {
        return (text.len() == 7).then(|| format!("{}-{month:02}", &text[..4]));
    };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let day: u8 = rest[..end].parse().ok().filter(|d| (1..=31).contains(d))?;
    let mut out = format!("{}-{month:02}-{day:02}", &text[..4]);
    let time = rest[end..].trim_start_matches(['T', 't', ' ']);
    if let Some((hour, after)) = time.split_once(':')
        && let (Ok(hour), Some(Ok(minute))) =
            (hour.parse::<u8>(), after.get(..2).map(str::parse::<u8>))
        && hour < 24
        && minute < 60
    {
        out.push_str(&format!("T{hour:02}:{minute:02}"));
    }
    Some(out)
}

/// `20210815` or `20210815T103000`.
fn compact(text: &str) -> Option<String> {
    let digits = text.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    if text.len() > 8 && !text[8..].starts_with('T') && text.len() != 14 && text.len() != 12 {
        return None;
    }
    iso(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]))
}

/// The date in the path of an address: `/2021/08/15/`, `/2021-08-15-`, `/20210815/`.
pub(super) fn in_path(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split_once('/')?.1;
    let bytes = path.as_bytes();
    for at in 0..bytes.len().saturating_sub(7) {
        if at > 0 && bytes[at - 1].is_ascii_digit() || !matches!(bytes[at], b'1' | b'2') {
            continue;
        }
        let rest = &path.get(at..)?;
        let year: i32 = match rest.get(..4).map(str::parse) {
            Some(Ok(year)) if (1990..2101).contains(&year) => year,
            _ => continue,
        };
        let mark = rest.as_bytes()[4];
        let (month, day) = if matches!(mark, b'/' | b'-' | b'_') {
            let mut parts = rest[5..].split(mark as char);
            let month = parts.next().filter(|m| m.len() <= 2);
            let day = parts
                .next()
                .map(|d| &d[..d.find(|c: char| !c.is_ascii_digit()).unwrap_or(d.len())]);
            (month, day.filter(|d| (1..=2).contains(&d.len())))
        } else if rest.get(..8).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
            && !rest.as_bytes().get(8).is_some_and(u8::is_ascii_digit)
        {
            (rest.get(4..6), rest.get(6..8))
        } else {
            continue;
        };
        if let (Some(month), Some(day)) = (month, day)
            && let Some(found) = date(&format!("{year}-{month}-{day}"))
        {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_programs_and_readers() {
        let cases = [
            ("2021-08-15", Some("2021-08-15")),
            ("2021-8-5", Some("2021-08-05")),
            ("2021-08-15T10:30:00+02:00", Some("2021-08-15T10:30")),
            ("2021-08-15 10:30", Some("2021-08-15T10:30")),
            ("2021/08/15", Some("2021-08-15")),
            ("20210815", Some("2021-08-15")),
            ("20210815T103000", Some("2021-08-15")),
            ("2021-08", Some("2021-08")),
            ("15 August 2021", Some("2021-08-15")),
            ("1970-01-01T00:00:00Z", None),
            ("0001-01-01", None),
            ("soon", None),
        ];
        for (text, want) in cases {
            assert_eq!(date(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        let cases = [
            ("https://a.example/2021/08/15/rain", Some("2021-08-15")),
            ("https://a.example/news/2021-08-15-rain.html", Some("2021-08-15")),
            ("https://a.example/20210815/rain", Some("2021-08-15")),
            ("https://a.example/2021/08/rain", None),
            ("https://a.example/rain-120210815", None),
            ("https://a.example/article/20218815", None),
            ("https://2021-08-15.example/", None),
        ];
        for (url, want) in cases {
            assert_eq!(in_path(url).as_deref(), want, "{url}");
        }
    }
}

//! The patterns of dates: which sequences of pieces are one, in every order in
//! which day, month and year are printed.

use super::calendar::{Calendar, exists};
use super::clock::{clock, skip_zone, trailing_clock};
use super::lexer::{Piece, Placed, get, mark, number_at, pieces, small, word};
use super::names::Name;
use super::order::DateOrder;
use dateline_text::is_character;

/// A date expression in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// First byte within the line.
    pub(crate) start: usize,
    /// One past the last byte within the line.
    pub(crate) end: usize,
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// Hour and minute.
    pub(crate) time: Option<(u8, u8)>,
    /// Whether day and month could be the other way round (03/04/2021).
    pub(crate) ambiguous: bool,
    /// The order of a date of numbers that can be read one way only (13/04/2021).
    pub(crate) order: Option<DateOrder>,
    /// The calendar that it is printed in, other than the Gregorian.
    pub(crate) calendar: Option<Calendar>,
}

impl Found {
    /// Whether day, month and year are known.
    pub(crate) fn is_full(&self) -> bool {
        self.year.is_some() && self.month.is_some() && self.day.is_some()
    }

    /// The date with day and month in this order where both are possible, and whether
    /// nothing decided: then the year alone is sure.
    pub(crate) fn in_order(&self, order: Option<DateOrder>) -> (Found, bool) {
        let mut found = self.clone();
        if !self.ambiguous {
            return (found, false);
        }
        match order {
            Some(DateOrder::DayFirst) => {}
            Some(DateOrder::MonthFirst) => std::mem::swap(&mut found.day, &mut found.month),
            None => (found.month, found.day, found.time) = (None, None, None),
        }
        (found, order.is_none())
    }

    /// ISO 8601, as far as the date is known from the year on; `None` without a year.
    pub(crate) fn iso(&self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day, self.time) {
            (Some(m), Some(d), Some((h, min))) => {
                format!("{year:04}-{m:02}-{d:02}T{h:02}:{min:02}")
            }
            (Some(m), Some(d), None) => format!("{year:04}-{m:02}-{d:02}"),
            (Some(m), None, _) => format!("{year:04}-{m:02}"),
            (None, _, _) => format!("{year:04}"),
        })
    }
}

/// The dates of one line in order, none inside another. Linear in the length of
/// the line.
pub(crate) fn scan(line: &str) -> Vec<Found> {
    let pieces = pieces(line);
    let mut out = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match date_at(&pieces, at) {
            Some((found, next)) => {
                out.push(found);
                at = next;
            }
            None => at += 1,
        }
    }
    out
}

/// Words before a month or a year that stands alone: "in January", "since 2016".
const BEFORE: &[&str] = &[
    "in", "since", "until", "till", "during", "by", "of", "from", "early", "late", "mid", "last",
    "this", "between", "en", "desde", "hasta", "durante", "depuis", "jusqu", "dès", "im", "seit",
    "bis", "ab", "em", "até", "nel", "dal", "da", "dal", "в", "с", "до", "к", "sejak", "pada",
];

/// Words before a year that make it one whatever follows.
const SURE: &[&str] = &[
    "in", "since", "during", "until", "en", "desde", "depuis", "seit", "im", "em", "dal", "nel",
    "в", "с", "sejak",
];

/// The dates that a sentence mentions: those of [`scan`], and months and years
/// that stand alone after a word such as "in" or "since". In order.
pub(crate) fn scan_mentioned(line: &str) -> Vec<Found> {
    let mut out = scan(line);
    let p = pieces(line);
    for at in 1..p.len() {
        let Piece::Word(before) = p[at - 1].piece else {
            continue;
        };
        let before = before.to_lowercase();
        if !p[at].spaced || !BEFORE.contains(&before.as_str()) {
            continue;
        }
        let next_is_mark = !matches!(get(&p, at + 1), Some(Piece::Word(_) | Piece::Number(..)));
        let (year, month) = match p[at].piece {
            // Short names and "may" are other words too, unless they begin with a capital.
            Piece::Name(Name::Month(m), name)
                if name.chars().count() > 3 || name.starts_with(char::is_uppercase) =>
            {
                (None, Some(m))
            }
            Piece::Number(y @ 1900..=2100, 4)
                if next_is_mark || SURE.contains(&before.as_str()) =>
            {
                (Some(i32::from(y)), None)
            }
            _ => continue,
        };
        let (start, end) = (p[at].start, p[at].end);
        if out.iter().all(|f| f.end <= start || f.start >= end) {
            out.push(Found {
                start,
                end,
                year,
                month,
                day: None,
                time: None,
                ambiguous: false,
                order: None,
                calendar: None,
            });
        }
    }
    out.sort_by_key(|found| found.start);
    out
}

/// Day, month, year and the piece after them.
#[derive(Default)]
struct Core {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    ambiguous: bool,
    order: Option<DateOrder>,
    calendar: Option<Calendar>,
    next: usize,
}

/// The date that begins at piece `at` (with its weekday or time before it).
fn date_at(p: &[Placed<'_>], at: usize) -> Option<(Found, usize)> {
    let mut from = at;
    let mut time = None;
    if let Some((t, next)) = clock(p, at) {
        // "18:32, 13 May 2023", "5:30 p.m. ET, May 13, 2023"
        time = Some(t);
        from = skip_zone(p, next);
        while mark(p, from, &[',', '|', '-', '–', '—', '•', '·', '/']) {
            from += 1;
        }
    }
    if matches!(get(p, from), Some(Piece::Name(Name::Weekday, _))) {
        from += 1;
        while mark(p, from, &[',', '.', '-'])
            || word(p, from, &["feira", "the", "el", "le", "den", "dem"])
        {
            from += 1;
        }
    }
    let core = core(p, from)?;
    let mut next = core.next;
    if time.is_none()
        && core.day.is_some()
        && let Some((t, after)) = trailing_clock(p, next)
    {
        time = Some(t);
        next = after;
    }
    if core.day.is_none() {
        time = None;
    }
    let found = Found {
        start: p[if core.day.is_none() { from } else { at }].start,
        end: p[next - 1].end,
        year: core.year,
        month: core.month,
        day: core.day,
        time,
        ambiguous: core.ambiguous,
        order: core.order,
        calendar: core.calendar.or_else(|| p[from..next].iter().find_map(|piece| piece.calendar)),
    };
    Some((found, next))
}

fn core(p: &[Placed<'_>], at: usize) -> Option<Core> {
    p.get(at)?;
    // A date does not begin in the middle of a number or a word, where spaces part words.
    let in_word = |piece| match piece {
        Piece::Word(word) => {
            !word.char_indices().next_back().is_some_and(|(last, _)| is_character(&word[last..]))
        }
        Piece::Number(..) => true,
        _ => false,
    };
    if at > 0 && !p[at].spaced && in_word(p[at - 1].piece) {
        return None;
    }
    if at > 0
        && !p[at].spaced
        && matches!(p[at - 1].piece, Piece::Mark('$' | '€' | '£' | '#' | '+'))
    {
        return None;
    }
    match get(p, at)? {
        Piece::Number(_, 4) => year_first(p, at),
        Piece::Number(_, 1 | 2) => day_first(p, at),
        Piece::Name(Name::Month(month), name) => month_first(p, at, month, name),
        _ => None,
    }
}

/// 2023-05-13, 2023/5/13, 2023年5月13日, 2023 May 13, ۱۴۰۰/۵/۲۴
fn year_first(p: &[Placed<'_>], at: usize) -> Option<Core> {
    let year = number_at(p, at)?;
    let separator = match get(p, at + 1)? {
        Piece::Mark(c @ ('-' | '/' | '.' | '年' | '년' | '‐' | '–')) => c,
        Piece::Name(Name::Month(month), _) => {
            let day = number_at(p, at + 2)?;
            return checked(i32::from(year), month, day, at + 3);
        }
        _ => return None,
    };
    let month = small(p, at + 2)?;
    let separated = match get(p, at + 3) {
        Some(Piece::Mark('月' | '월')) => true,
        Some(Piece::Mark(c)) => c == separator,
        _ => false,
    };
    let cjk = matches!(separator, '年' | '년');
    if let (true, Some(day)) = (separated, small(p, at + 4)) {
        let mut core = any_calendar(i32::from(year), month as u8, day, at + 5)?;
        core.next += usize::from(mark(p, core.next, &['日', '일']));
        return Some(core);
    }
    if cjk && separated && plausible(i32::from(year)) && (1..=12).contains(&month) {
        return Some(Core {
            year: Some(i32::from(year)),
            month: Some(month as u8),
            next: at + 4,
            ..Core::default()
        });
    }
    None
}

/// A day in numbers, in the calendar that its year belongs to: those up to 1415 are Iranian (until
/// 2037), those from 1416 Islamic (since 1995).
fn any_calendar(year: i32, month: u8, day: u16, next: usize) -> Option<Core> {
    match year {
        1200..=1415 => converted(Calendar::Iranian, year, month, day, next),
        1416..1500 => converted(Calendar::Islamic, year, month, day, next),
        _ => checked(year, month, day, next),
    }
}

fn converted(calendar: Calendar, year: i32, month: u8, day: u16, next: usize) -> Option<Core> {
    let (year, month, day) = calendar.day(year, month, u8::try_from(day).ok()?)?;
    Some(Core { calendar: Some(calendar), ..checked(year, month, u16::from(day), next)? })
}

/// 13 May 2023, 13/May/2023, 13. Mai 2023, 13 de mayo de 2023, 13.05.2023, 5/13/2023,
/// 13 tháng 5 năm 2023
fn day_first(p: &[Placed<'_>], at: usize) -> Option<Core> {
    let day = number_at(p, at)?;
    if word(p, at + 1, &["tháng"]) {
        let month =
            u8::try_from(small(p, at + 2)?).ok().filter(|month| (1..=12).contains(month))?;
        return named_month(p, day, month, at + 3);
    }
    let mut i = at + 1;
    if ordinal(p, i) {
        i += 1;
    }
    while mark(p, i, &['.', '/', '-', ',', 'º', '°', 'ª', '‐', '–']) || word(p, i, OF) {
        i += 1;
        if i > at + 4 {
            return None;
        }
    }
    match get(p, i)? {
        Piece::Name(Name::Month(month), _) => named_month(p, day, month, i + 1),
        Piece::Name(Name::MonthOf(calendar, month), _) => {
            let month_word = usize::from(word(p, i + 1, &["ماه", "شهر"]));
            let year = i32::from(number_at(p, i + 1 + month_word)?);
            converted(calendar, year, month, day, i + 2 + month_word)
        }
        Piece::Number(second, 1 | 2) if i == at + 2 => numeric(p, at, day, second),
        _ => None,
    }
}

/// After "13 May": the year, or none.
fn named_month(p: &[Placed<'_>], day: u16, month: u8, next: usize) -> Option<Core> {
    let mut i = next;
    while mark(p, i, &['.', ',', '/', '-', '\'', '’', '‐']) || word(p, i, OF) || word(p, i, YEAR)
    {
        i += 1;
        if i > next + 3 {
            break;
        }
    }
    if let Some(year) = year(p, i) {
        return checked(year, month, day, i + 1);
    }
    if let (Some(Piece::Number(two, 2)), true) = (get(p, i), mark(p, next, &['/', '-', '\'', '’']))
    {
        return checked(2000 + i32::from(two), month, day, i + 1);
    }
    let day = u8::try_from(day).ok()?;
    exists(None, month, day).then_some(Core {
        month: Some(month),
        day: Some(day),
        next,
        ..Core::default()
    })
}

/// 13.05.2023, 13/05/23, 5/13/2023
fn numeric(p: &[Placed<'_>], at: usize, first: u16, second: u16) -> Option<Core> {
    let Piece::Mark(separator @ ('.' | '/' | '-' | '‐')) = p[at + 1].piece else {
        return None;
    };
    if get(p, at + 3)? != Piece::Mark(separator) || p[at + 2].spaced != p[at + 4 - 1].spaced {
        return None;
    }
    let year = match get(p, at + 4)? {
        Piece::Number(y, 4) => i32::from(y),
        Piece::Number(y, 2) => 2000 + i32::from(y),
        _ => return None,
    };
    if matches!(get(p, at + 5), Some(Piece::Mark(c)) if c == separator && !p[at + 5].spaced && c != '-')
        && matches!(get(p, at + 6), Some(Piece::Number(..)))
    {
        return None;
    }
    let next = at + 5;
    match (first, second) {
        (1..=12, 13..=31) => {
            let order = (separator == '/').then_some(DateOrder::MonthFirst);
            Some(Core { order, ..checked(year, first as u8, second, next)? })
        }
        (13..=31, 1..=12) => {
            let order = (separator == '/').then_some(DateOrder::DayFirst);
            Some(Core { order, ..checked(year, second as u8, first, next)? })
        }
        (1..=12, 1..=12) => {
            let mut core = checked(year, second as u8, first, next)?;
            core.ambiguous = separator == '/' && first != second;
            Some(core)
        }
        _ => None,
    }
}

/// May 13, 2023; May 13; May 2023
fn month_first(p: &[Placed<'_>], at: usize, month: u8, name: &str) -> Option<Core> {
    // "may" and "mar" are other words too: a month is capital in the languages
    // that put it first.
    if !name.starts_with(char::is_uppercase) && name.is_ascii() && name.len() <= 3 {
        return None;
    }
    let mut i = at + 1;
    while mark(p, i, &['.', ',', '/', '-', '‐', '\'', '’']) || word(p, i, OF) {
        i += 1;
        if i > at + 3 {
            return None;
        }
    }
    if let Some(year) = year(p, i) {
        return Some(Core { year: Some(year), month: Some(month), next: i + 1, ..Core::default() });
    }
    let day = small(p, i)?;
    // "May 18:30" is a time, "May 5%" a share.
    if mark(p, i + 1, &[':', '%']) && !p[i + 1].spaced {
        return None;
    }
    let mut j = i + 1;
    if ordinal(p, j) {
        j += 1;
    }
    let after_day = j;
    while mark(p, j, &[',', '.', '/', '-', '‐', '\'', '’']) || word(p, j, &["of", "de", "del"])
    {
        j += 1;
        if j > after_day + 2 {
            break;
        }
    }
    if let Some(year) = year(p, j) {
        return checked(year, month, day, j + 1);
    }
    let day = u8::try_from(day).ok()?;
    exists(None, month, day).then_some(Core {
        month: Some(month),
        day: Some(day),
        next: after_day,
        ..Core::default()
    })
}

/// Words for "year" between month and year.
const YEAR: &[&str] = &["năm", "พ", "ศ", "ค", "ปี"];

/// Words between day and month or month and year.
const OF: &[&str] = &["of", "de", "del", "do", "di", "da"];

fn checked(year: i32, month: u8, day: u16, next: usize) -> Option<Core> {
    let day = u8::try_from(day).ok()?;
    (plausible(year) && exists(Some(year), month, day)).then_some(Core {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        next,
        ..Core::default()
    })
}

fn plausible(year: i32) -> bool {
    (1500..=2100).contains(&year)
}

fn year(p: &[Placed<'_>], at: usize) -> Option<i32> {
    match get(p, at)? {
        Piece::Number(value, 4) if plausible(i32::from(value)) => Some(i32::from(value)),
        _ => None,
    }
}

/// "th" after a number, and its like.
fn ordinal(p: &[Placed<'_>], at: usize) -> bool {
    word(p, at, &["st", "nd", "rd", "th", "er", "ème", "e", "го", "ого"]) && !p[at].spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_languages_and_orders() {
        type Case<'a> = (&'a str, &'a [(&'a str, Option<&'a str>)]);
        let cases: &[Case<'_>] = &[
            (
                "Saturday 13/May/2023 - 06:32 PM",
                &[("Saturday 13/May/2023 - 06:32 PM", Some("2023-05-13T18:32"))],
            ),
            (
                "Published: March 3rd, 2020 at 9.05 a.m.",
                &[("March 3rd, 2020 at 9.05 a.m.", Some("2020-03-03T09:05"))],
            ),
            ("2019-11-18T16:10:00Z", &[("2019-11-18T16:10:00", Some("2019-11-18T16:10"))]),
            ("Nov. 19, 2019 | 4:10pm", &[("Nov. 19, 2019 | 4:10pm", Some("2019-11-19T16:10"))]),
            (
                "12:01 AM ET, Tue November 5, 2019",
                &[("12:01 AM ET, Tue November 5, 2019", Some("2019-11-05T00:01"))],
            ),
            ("7 de marzo de 2021", &[("7 de marzo de 2021", Some("2021-03-07"))]),
            ("1er février 2018 à 18h30", &[("1er février 2018 à 18h30", Some("2018-02-01T18:30"))]),
            ("am 30. Juli 2018", &[("30. Juli 2018", Some("2018-07-30"))]),
            (
                "5 de Março de 2017, 10:20",
                &[("5 de Março de 2017, 10:20", Some("2017-03-05T10:20"))],
            ),
            ("14 dicembre 2016", &[("14 dicembre 2016", Some("2016-12-14"))]),
            ("11:06, 9 ноября 2019", &[("11:06, 9 ноября 2019", Some("2019-11-09T11:06"))]),
            ("18 Kasım 2019 Pazartesi 13:45", &[("18 Kasım 2019", Some("2019-11-18"))]),
            ("2018年9月3日", &[("2018年9月3日", Some("2018-09-03"))]),
            ("١٥ أغسطس ٢٠٢١", &[("١٥ أغسطس ٢٠٢١", Some("2021-08-15"))]),
            ("۱۴۰۰/۰۵/۲۴", &[("۱۴۰۰/۰۵/۲۴", Some("2021-08-15"))]),
            ("19.11.2019", &[("19.11.2019", Some("2019-11-19"))]),
            ("11/19/2019", &[("11/19/2019", Some("2019-11-19"))]),
            ("August 2021 and June 5", &[("August 2021", Some("2021-08")), ("June 5", None)]),
            ("on 7 July, in 1996", &[("7 July", None)]),
            ("10-Nov-18", &[("10-Nov-18", Some("2018-11-10"))]),
            ("Version 1.2.3.4 costs $5.10.2019, call 555-1212", &[]),
            ("31/02/2020, May 2nd 3020", &[("May 2nd", None)]),
            ("you may 5 times; the mar 3", &[]),
        ];
        for (line, want) in cases {
            let got = scan(line);
            let got: Vec<(&str, Option<String>)> =
                got.iter().map(|f| (&line[f.start..f.end], f.iso())).collect();
            let want: Vec<(&str, Option<String>)> =
                want.iter().map(|(s, iso)| (*s, iso.map(str::to_owned))).collect();
            assert_eq!(got, want, "{line}");
        }
    }

    #[test]
    fn other_calendars_and_digits() {
        let cases: &[(&str, &[&str])] = &[
            // Iran: the revolution of 1979, an air crash of 2024.
            ("۲۲ بهمن ۱۳۵۷", &["1979-02-11"]),
            ("تهران، ۳۰ اردیبهشت\u{200c}ماه ۱۴۰۳", &["2024-05-19"]),
            ("۱۴۰۳/۰۲/۳۰", &["2024-05-19"]),
            ("1403-02-30", &["2024-05-19"]),
            // Saudi Arabia: the Feast of Sacrifice of 2024.
            ("الأحد 10 ذو الحجة 1445 هـ", &["2024-06-16"]),
            ("١٠ ذي الحجة ١٤٤٥ هـ الموافق ١٦ يونيو ٢٠٢٤", &["2024-06-16", "2024-06-16"]),
            ("1445/12/10", &["2024-06-16"]),
            ("1 محرم 1445", &["2023-07-19"]),
            // Thailand: the coup of 2014.
            ("วันที่ 22 พฤษภาคม 2557", &["2014-05-22"]),
            ("เมื่อวันที่๒๒พฤษภาคม๒๕๕๗เวลา", &["2014-05-22"]),
            ("22 พ.ค. 2557 16:30 น.", &["2014-05-22T16:30"]),
            ("22 พ.ค. 57", &["2014-05-22"]),
            ("22 มิ.ย. 2557 | มติชน", &["2014-06-22"]),
            ("ลงวันที่ 22/05/2557", &["2014-05-22"]),
            ("22 พฤษภาคม พ.ศ. 2557", &["2014-05-22"]),
            ("22 พฤษภาคม 2014", &["2014-05-22"]),
            ("Thứ Ba, ngày 13 tháng 5 năm 2024", &["2024-05-13"]),
            ("13 tháng 5, 2024", &["2024-05-13"]),
            ("13. toukokuuta 2024 klo 14.05", &["2024-05-13"]),
            ("13. května 2024 14:05", &["2024-05-13T14:05"]),
            ("13 अप्रैल 2024", &["2024-04-13"]),
            ("१३ अक्टूबर २०२४", &["2024-10-13"]),
            // Japan: the earthquake of 2011, the first day of Reiwa, the last of Shōwa.
            ("平成23年3月11日", &["2011-03-11"]),
            ("令和元年5月1日", &["2019-05-01"]),
            ("政府は令和元年五月一日に", &["2019-05-01"]),
            ("昭和六十四年一月七日", &["1989-01-07"]),
            // Taiwan: an inauguration of 2024.
            ("中華民國113年5月20日", &["2024-05-20"]),
            ("发布于2024年5月20日", &["2024-05-20"]),
            ("二〇二四年五月二十日", &["2024-05-20"]),
            ("二〇二四年十二月卅一日", &["2024-12-31"]),
            ("2024년 5월 20일 오전", &["2024-05-20"]),
            ("২০ মে ২০২৪", &[]),
            // Months of the Levant, the Maghreb and Morocco.
            ("15 تشرين الثاني 2023", &["2023-11-15"]),
            ("15 كانون  الأول 2023", &["2023-12-15"]),
            ("15 شباط 2023", &["2023-02-15"]),
            ("15 جويلية 2023", &["2023-07-15"]),
            ("15 غشت 2023", &["2023-08-15"]),
            // No dates: numbers of another kind, days that do not exist.
            ("1445 صفحة", &[]),
            ("2557 baht", &[]),
            ("22/05/2557", &[]),
            ("一九年", &[]),
            ("平成23年", &[]),
            ("10 ذو الحجة", &[]),
            ("31 اسفند 1402", &[]),
        ];
        for (line, want) in cases {
            let got: Vec<String> = scan(line).iter().filter_map(Found::iso).collect();
            assert_eq!(&got, want, "{line}");
        }
    }

    #[test]
    fn months_and_years_alone() {
        type Case<'a> = (&'a str, &'a [&'a str]);
        let cases: &[Case<'_>] = &[
            ("since 2016, and again in January", &["2016", "January"]),
            ("at the beginning of May it may rain", &["May"]),
            ("In 2023 they came; of 2000 men none was left in the marching band", &["2023"]),
            ("desde 2016 y en enero", &["2016", "enero"]),
            ("in May 2021 and on May 6", &["May 2021", "May 6"]),
            ("room 2016, version 1999", &[]),
        ];
        for (line, want) in cases {
            let found = scan_mentioned(line);
            let got: Vec<&str> = found.iter().map(|f| &line[f.start..f.end]).collect();
            assert_eq!(&got, want, "{line}");
        }
    }

    #[test]
    fn which_numbers_are_ambiguous() {
        for (line, want) in [
            ("03/04/2021", true),
            ("04/04/2021", false),
            ("03.04.2021", false),
            ("13/04/2021", false),
        ] {
            assert_eq!(scan(line)[0].ambiguous, want, "{line}");
        }
    }
}

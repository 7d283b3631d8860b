//! What a page shows its readers: the words and the days of its text. What its tags alone
//! give is often that of the program behind the page: the user who typed it in, and the day
//! on which the page was set up.

use super::printed::Region;
use super::tags::Tags;
use crate::dom::Dom;
use crate::flow::Block;
use crate::words::{is_dense, key, length};
use std::collections::HashSet;

/// Letters of a block in which a date is looked for; of a longer one, its beginning.
const MAX_DATE_BLOCK: f32 = 160.0;
const START: usize = 60;

/// Letters of a line that only says how long ago the page was published.
const MAX_RELATIVE: f32 = 40.0;

/// Words of a block in which the first and the last word of a name make it.
const MAX_NAME_BLOCK: usize = 40;

/// Blocks before and after the article in which its date may stand: further out stand those
/// of other articles.
const DAY_BEFORE: usize = 12;
const DAY_AFTER: usize = 8;

/// Blocks before and after the article in which its author may stand.
const BEFORE: usize = 30;
const AFTER: usize = 40;

/// The words by the article, and the days of the page.
#[derive(Debug)]
pub(super) struct Shown {
    /// The words of each block in small letters, with a space around each.
    blocks: Vec<String>,
    days: HashSet<(Option<i32>, u8, u8)>,
    /// Whether a time before now stands by the headline: "13 hours ago".
    is_relative: bool,
}

impl Shown {
    pub(super) fn of(dom: &Dom, tags: &Tags, blocks: &[Block], region: Region) -> Shown {
        let from = region.head.map_or(region.first, |h| h.min(region.first));
        let near = |before: usize, after: usize| {
            &blocks[from.saturating_sub(before)..(region.last + after).min(blocks.len())]
        };
        let mut days = HashSet::new();
        for block in near(DAY_BEFORE, DAY_AFTER) {
            if length(&block.text) <= MAX_DATE_BLOCK {
                days.extend(dateline_reading::days(&block.text));
            } else {
                let start: String = block.text.chars().take(START).collect();
                days.extend(dateline_reading::days(&start));
            }
        }
        // "Three hours ago" has its day in an attribute.
        for id in &tags.times {
            let stated = dom.element(*id).and_then(|e| e.attribute("datetime"));
            days.extend(stated.and_then(day).map(|(y, m, d)| (Some(y), m, d)));
        }
        let is_relative = blocks[from..(region.first + 4).min(blocks.len())]
            .iter()
            .any(|b| length(&b.text) <= MAX_RELATIVE && is_relative(&b.text));
        let blocks = near(BEFORE, AFTER).iter().map(|b| words(&b.text)).collect();
        Shown { blocks, days, is_relative }
    }

    /// Whether the page prints the day of an ISO 8601 date, with or without its year.
    pub(super) fn has_day(&self, date: &str) -> bool {
        day(date).is_some_and(|(year, month, day)| {
            self.days.contains(&(Some(year), month, day)) || self.days.contains(&(None, month, day))
        })
    }

    /// Whether the page prints how long ago it was published.
    pub(super) fn is_relative(&self) -> bool {
        self.is_relative
    }

    /// Whether the page prints a name by the article, be it with other first names.
    pub(super) fn has_name(&self, name: &str) -> bool {
        if name.contains(is_dense) {
            let name = key(name);
            return self.blocks.iter().any(|b| b.replace(' ', "").contains(&name));
        }
        let name = words(name);
        if name.len() < 3 || self.blocks.iter().any(|b| b.contains(&name)) {
            return name.len() >= 3;
        }
        let mut ends = name.split_ascii_whitespace();
        let (Some(first), Some(last)) = (ends.next(), ends.next_back()) else { return false };
        let (first, last) = (format!(" {first} "), format!(" {last} "));
        self.blocks.iter().any(|b| {
            b.contains(&last)
                && b.contains(&first)
                && b.split_ascii_whitespace().count() <= MAX_NAME_BLOCK
        })
    }
}

/// Year, month and day of an ISO 8601 date that has all three.
fn day(date: &str) -> Option<(i32, u8, u8)> {
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<i32>().ok();
    let (month, day) = (number(5..7)?, number(8..10)?);
    Some((number(0..4)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// Whether a short line gives a time before now: "13 hours ago", "hace 2 días", "3天前".
fn is_relative(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "ago",
        "vor",
        "hace",
        "il y a",
        "fa",
        "há",
        "geleden",
        "siden",
        "sedan",
        "sitten",
        "temu",
        "назад",
        "önce",
        "lalu",
        "trước",
        "πριν",
        "पहले",
    ];
    let text = words(text);
    text.contains(|c: char| c.is_numeric())
        && (WORDS.iter().any(|w| text.contains(&format!(" {w} ")))
            || text.contains(['前', '전']) && text.contains(is_counted))
}

/// Hours, days and the like in Chinese, Japanese and Korean.
fn is_counted(c: char) -> bool {
    matches!(
        c,
        '分' | '时' | '時' | '天' | '日' | '周' | '月' | '年' | '분' | '시' | '일' | '주' | '개'
    )
}

/// The words of a text in small letters, with a space around each.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '`') && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::parse;
    use crate::flow::{ClassWords, Hidden, blocks};

    fn shown(html: &str) -> Shown {
        let dom = parse(html).expect("a page");
        let blocks = blocks(&dom, Hidden::Out, &mut ClassWords::default());
        let region = Region { head: None, first: 0, last: blocks.len() - 1 };
        Shown::of(&dom, &Tags::of(&dom), &blocks, region)
    }

    #[test]
    fn times_before_now() {
        let cases = [
            ("13 hours ago", true),
            ("Hace 13 horas", true),
            ("vor 4 Monaten", true),
            ("3天前", true),
            ("2시간 전", true),
            ("3 May 2021", false),
            ("Photo 3 of 7", false),
        ];
        for (text, want) in cases {
            assert_eq!(is_relative(text), want, "{text}");
        }
    }

    #[test]
    fn names_and_days_that_a_page_shows() {
        let page = shown(
            "<meta name=author content='Per Moe'><p>By Oda M. O’Lind</p><p>Von der Moe</p>\
             <p>文／林小明</p><p>3. Mai 2021</p><p>on 7 May</p>\
             <time datetime='2021-05-09T10:00'>two hours ago</time>",
        );
        let names = [
            ("Oda M. O'Lind", true),
            ("Oda O’Lind", true),
            ("oda", true),
            ("Per Moe", false),
            ("Od", false),
            ("林小明", true),
            ("林小", true),
            ("", false),
        ];
        for (name, want) in names {
            assert_eq!(page.has_name(name), want, "{name}");
        }
        let days = [
            ("2021-05-03T08:00", true),
            ("2021-05-07", true),
            ("2020-05-03", false),
            ("2021-05-09", true),
            ("2021-05-04", false),
            ("2021-05", false),
        ];
        for (day, want) in days {
            assert_eq!(page.has_day(day), want, "{day}");
        }
    }
}

//! The printed date of publication: which of the dates outside of the text it is.

use crate::dates::{DateOrder, Found, scan};
use crate::layout::BlockKind;
use crate::page::Page;
use crate::page::cues::Cues;
use crate::page::shape::prose;
use crate::roles::Draft;
use crate::{Precision, Published};
use dateline_text::Span;

/// Lines above the headline and below the text that are looked at.
const MAX_LINES_AROUND: usize = 6;
/// Lines of the text under which the date may stand.
const MAX_STANDFIRST_LINES: usize = 8;
/// Lines above the text when there is no headline.
const MAX_LINES_ABOVE: usize = 12;

/// The date of publication, `None` when the page prints none that is surely it.
/// `title`, `first` and `last` are the lines of the headline and of the text.
pub(crate) fn published(
    draft: &Draft<'_, '_>,
    title: Option<usize>,
    first: usize,
    last: usize,
    language: Option<&str>,
) -> Option<Published> {
    let (from, under) = match title.filter(|t| *t > 0 || first < MAX_LINES_ABOVE * 3) {
        Some(title) => (title.saturating_sub(MAX_LINES_AROUND), title),
        None => (first.saturating_sub(MAX_LINES_ABOVE), first.saturating_sub(MAX_LINES_ABOVE)),
    };
    let below =
        (last + 1..(last + 1 + MAX_LINES_AROUND).min(draft.page.len())).map(|l| (l, Zone::Below));
    let above = (from..(first + MAX_STANDFIRST_LINES).min(last + 1))
        .map(|l| (l, if l < under { Zone::Above } else { Zone::Under }));
    let order = order(draft.page, language);
    let mut best: Option<Candidate> = None;
    for (line, zone) in above.chain(below) {
        for candidate in candidates(draft, line, zone, under, order) {
            if best.as_ref().is_none_or(|b| candidate.weight > b.weight) {
                best = Some(candidate);
            }
        }
    }
    best.filter(|b| b.weight > 0).map(|b| b.published)
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Above,
    Under,
    Below,
}

struct Candidate {
    weight: i32,
    published: Published,
}

fn candidates(
    draft: &Draft<'_, '_>,
    line: usize,
    zone: Zone,
    under: usize,
    order: Option<Order>,
) -> Vec<Candidate> {
    let page = draft.page;
    let s = &page.shapes[line];
    let dateline = matches!(draft.kind(line), Some(BlockKind::Dateline | BlockKind::Byline));
    // The day on which a page was saved or printed is no date of its article.
    if s.first_cues.any(Cues::SAVED) || is_print_header(page, line) {
        return Vec::new();
    }
    if s.digits < 3 || s.words > 40 || !(draft.open(line) || dateline) || draft.is_text(line) {
        return Vec::new();
    }
    // A date within a sentence is mentioned by the text, not printed by the page.
    if prose(s) > 0.0 && s.function >= 4 {
        return Vec::new();
    }
    let text = page.text(line);
    let posted_line = s.cues.any(Cues::POSTED)
        || s.first_cues.any(Cues::POSTED)
        || line > 0 && page.shapes[line - 1].whole_cues.any(Cues::POSTED);
    let updated_line = line > 0 && page.shapes[line - 1].whole_cues.any(Cues::UPDATED);
    let mut out = Vec::new();
    let mut from = 0;
    for found in scan(text).into_iter() {
        let label = &text[from..found.start];
        from = found.end;
        if !found.is_full() {
            continue;
        }
        let claimed = label.contains('©') || label.trim_end().ends_with("(c)");
        let label = label_cues(label);
        if claimed || label.any(Cues::SAVED) {
            continue;
        }
        let updated = label.any(Cues::UPDATED) || updated_line;
        let posted = label.any(Cues::POSTED) || posted_line && !updated;
        let weight = match zone {
            Zone::Under => 4,
            Zone::Above if posted => 3,
            Zone::Above if s.words <= 12 && under - line <= 1 => 1,
            Zone::Below if posted => 2,
            _ => -9,
        } + if posted { 4 } else { 0 }
            - if updated { 3 } else { 0 };
        let evidence = match (posted, updated, zone) {
            (true, ..) => "the page says that it was published then",
            (_, true, _) => "the page says that it was updated then, and nothing else",
            (.., Zone::Under) => "a date between headline and text",
            _ => "a date above the text",
        };
        if let Some(published) =
            to_published(&found, page.start(line), evidence, order.or_else(|| american(text)))
        {
            out.push(Candidate { weight, published });
        }
    }
    out
}

/// The cues of the words before a date.
fn label_cues(label: &str) -> Cues {
    let s = crate::page::shape::shape(label, &mut Vec::new());
    s.cues | s.first_cues
}

/// An order of day and month, and what decided it.
type Order = (DateOrder, &'static str);

/// The order of day and month on a page: by its dates that can be read one way only, or
/// by its language, when that has but one order.
fn order(page: &Page<'_>, language: Option<&str>) -> Option<Order> {
    let slashed = |line: &usize| page.dated[*line] && page.text(*line).contains('/');
    let lines = (0..page.len()).filter(slashed).map(|line| page.text(line));
    if let Some(order) = DateOrder::of(lines) {
        return Some((order, "as another date of the page shows"));
    }
    const DAY_FIRST: &[&str] = &["es", "fr", "de", "pt", "it", "ru", "tr", "nl", "id", "pl", "ar"];
    let usual = language.is_some_and(|language| DAY_FIRST.contains(&language));
    usual.then_some((DateOrder::DayFirst, "as is usual in the language of the text"))
}

/// Month first, when the line prints times as is done where the month comes first.
fn american(line: &str) -> Option<Order> {
    let upper = line.to_uppercase();
    let half = ["AM", "PM", "A.M.", "P.M."].iter().any(|half| {
        upper
            .split_whitespace()
            .any(|w| w.trim_matches(|c: char| c.is_ascii_digit() || c == ':') == *half)
    });
    let zone = [" EST", " EDT", " PST", " ET"].iter().any(|zone| upper.contains(zone));
    (half || zone).then_some((DateOrder::MonthFirst, "as its time of day is printed"))
}

/// Whether a browser printed the line at the head of a sheet: "5/13/24, 6:32 PM Headline".
fn is_print_header(page: &Page<'_>, line: usize) -> bool {
    let text = page.text(line);
    let head = text.split(',').next().unwrap_or("");
    let short = head.len() <= 10 && head.split('/').count() == 3;
    let Some(date) = scan(text).into_iter().next().filter(|_| short) else { return false };
    let title = text[date.end..].split_whitespace().filter(|w| w.contains(char::is_alphabetic));
    date.start == 0 && date.time.is_some() && title.count() >= 2
}

fn to_published(
    found: &Found,
    base: usize,
    evidence: &str,
    order: Option<Order>,
) -> Option<Published> {
    let mut evidence = evidence.to_owned();
    let ambiguous = found.ambiguous;
    let (found, undecided) = found.in_order(order.map(|(order, _)| order));
    if undecided {
        evidence.push_str("; day and month could be either way round");
    } else if let (true, Some((order, why))) = (ambiguous, order) {
        let first = match order {
            DateOrder::DayFirst => "day before month",
            DateOrder::MonthFirst => "month before day",
        };
        evidence.push_str("; ");
        evidence.push_str(first);
        evidence.push_str(", ");
        evidence.push_str(why);
    }
    if let Some(calendar) = found.calendar {
        evidence.push_str("; ");
        evidence.push_str(calendar.evidence());
    }
    Some(Published {
        span: Span::new(base + found.start, base + found.end),
        iso: found.iso()?,
        precision: match (found.month, found.day, found.time) {
            (None, ..) => Precision::Year,
            (_, None, _) => Precision::Month,
            (_, _, None) => Precision::Day,
            (_, _, Some(_)) => Precision::Minute,
        },
        evidence,
    })
}

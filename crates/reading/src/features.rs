//! Features: what the model sees of a line, as numbers of about the size of one.

use crate::copies::Copy;
use crate::cues::Cues;
use crate::page::Page;
use crate::shape::{End, Shape, share};
use std::collections::HashMap;

/// Cues that are features of their own, wherever they stand in the line.
const ANYWHERE: [Cues; 16] = [
    Cues::NAVIGATION,
    Cues::SHARE,
    Cues::SUBSCRIBE,
    Cues::LEGAL,
    Cues::RELATED,
    Cues::COMMENT,
    Cues::AD,
    Cues::LOGIN,
    Cues::PHOTO,
    Cues::TAGS,
    Cues::AUTHOR_LINE,
    Cues::NEWS_VERB,
    Cues::MONTH,
    Cues::AGO,
    Cues::OUTLET,
    Cues::READ_TIME,
];

/// Cues that are features when they begin the line.
const FIRST: [Cues; 10] = [
    Cues::NAVIGATION,
    Cues::SHARE,
    Cues::SUBSCRIBE,
    Cues::RELATED,
    Cues::COMMENT,
    Cues::PHOTO,
    Cues::BY,
    Cues::POSTED,
    Cues::UPDATED,
    Cues::TAGS,
];

/// Number of features of a line by itself.
pub(crate) const OWN: usize = 28 + ANYWHERE.len() + FIRST.len();
/// Number of features of a line among the others.
pub(crate) const AROUND: usize = 57;

/// Places of features among the others that the model is told about by name.
pub(crate) const PROSE_BEFORE: usize = 0;
pub(crate) const PROSE_AFTER: usize = 5;
pub(crate) const OWN_PROSE: usize = 13;
pub(crate) const IS_TITLE: usize = 18;
pub(crate) const COMMENTED: usize = 50;
pub(crate) const ABOVE_TITLE: usize = 56;

/// The features of one line by itself.
pub(crate) type Own = [f32; OWN];
/// The features of one line among the others.
pub(crate) type Around = [f32; AROUND];

/// Fills a row of features one by one.
struct Row<const N: usize> {
    values: [f32; N],
    at: usize,
}

impl<const N: usize> Row<N> {
    fn new() -> Self {
        Self { values: [0.0; N], at: 0 }
    }

    fn put(&mut self, value: f32) {
        self.values[self.at] = value;
        self.at += 1;
    }

    fn flag(&mut self, flag: bool) {
        self.put(f32::from(u8::from(flag)));
    }

    fn done(self) -> [f32; N] {
        debug_assert_eq!(self.at, N, "features are counted");
        self.values
    }
}

/// Words of a line that reads as prose, 0 for any other.
pub(crate) fn prose(s: &Shape) -> f32 {
    let running =
        s.sentences > 0 && s.words >= 8 && (s.function * 6 >= s.words || s.dense * 2 > s.letters);
    let long = s.words >= 18 && s.function * 5 >= s.words;
    if running || long { s.words.min(120) as f32 } else { 0.0 }
}

/// How a line stands to others of the page with the same words.
#[derive(Clone, Copy, Default)]
struct Twins {
    times: u32,
    skeletons: u32,
}

/// The features of every line of the page.
pub(crate) fn features(page: &Page<'_>, copies: &[Option<Copy>]) -> (Vec<Own>, Vec<Around>) {
    let twins = twins(page);
    let own = (0..page.len()).map(|l| own(page, l, copies[l], twins[l])).collect();
    (own, around(page, copies))
}

fn twins(page: &Page<'_>) -> Vec<Twins> {
    let mut counts: HashMap<(bool, u64), u32> = HashMap::new();
    for s in &page.shapes {
        *counts.entry((false, s.hash)).or_default() += 1;
        *counts.entry((true, s.skeleton)).or_default() += 1;
    }
    let of = |s: &Shape| Twins {
        times: counts[&(false, s.hash)],
        skeletons: counts[&(true, s.skeleton)],
    };
    page.shapes.iter().map(of).collect()
}

fn own(page: &Page<'_>, line: usize, copy: Option<Copy>, twins: Twins) -> Own {
    let s = &page.shapes[line];
    let here = &page.lines[line];
    let mut row = Row::new();
    row.put((s.chars as f32).ln_1p() / 4.0);
    row.put((s.words as f32).ln_1p() / 3.0);
    row.flag(s.words <= 3);
    row.flag(s.words >= 15);
    row.flag(s.end == End::Sentence);
    row.put(s.sentences.min(4) as f32 / 2.0);
    row.flag(s.end == End::Ellipsis);
    row.flag(s.end == End::Colon);
    row.flag(s.end == End::Comma);
    row.put(s.capital_share());
    row.flag(s.all_upper());
    row.put(s.digit_share() * 2.0);
    row.put(share(s.function, s.words) * 2.0);
    row.put((s.function as f32).ln_1p() / 2.0);
    row.put(share(s.cue_words, s.words));
    row.flag(!s.whole_cues.is_empty() && s.whole_cues.any(Cues::FURNITURE));
    row.flag(s.whole_cues.any(Cues::SECTION));
    row.put(share(s.commas, s.words) * 4.0);
    row.flag(s.quotes > 0);
    row.put((s.bars.min(4) as f32) / 2.0);
    row.put(share(s.dense, s.letters));
    row.flag(s.starts_lower);
    row.flag(here.bullet);
    row.flag(here.blank_before == 0);
    row.flag(here.blank_before >= 2);
    row.put((twins.times.min(8) as f32 - 1.0) / 3.0);
    row.put((twins.skeletons.min(16) as f32).ln() / 2.0);
    row.flag(matches!(copy, Some(Copy::Part(_))));
    for cue in ANYWHERE {
        row.flag(s.cues.any(cue));
    }
    for cue in FIRST {
        row.flag(s.first_cues.any(cue));
    }
    row.done()
}

/// Sums that fade from line to line.
#[derive(Clone, Copy, Default)]
struct Fading {
    near: f32,
    far: f32,
    short: f32,
    cues: f32,
    since_prose: f32,
}

impl Fading {
    fn add(&mut self, s: &Shape) {
        let prose = prose(s);
        self.near = self.near * 0.7 + prose;
        self.far = self.far * 0.93 + prose;
        self.short = self.short * 0.85 + f32::from(u8::from(s.words <= 4));
        self.cues = self.cues * 0.8 + f32::from(u8::from(s.whole_cues.any(Cues::FURNITURE)));
        self.since_prose = if prose > 0.0 { 0.0 } else { self.since_prose + 1.0 };
    }

    fn put<const N: usize>(&self, row: &mut Row<N>) {
        row.put(self.near.ln_1p() / 4.0);
        row.put(self.far.ln_1p() / 5.0);
        row.put(self.short / 4.0);
        row.put(self.cues / 3.0);
        row.put(self.since_prose.ln_1p() / 3.0);
    }
}

/// What has passed on the way down the page.
#[derive(Clone, Copy, Default)]
struct Passed {
    lines: usize,
    prose: f32,
    since_title: f32,
    titles: u32,
    prose_since_title: f32,
    prose_since_date: f32,
    /// Words of prose since the last run of furniture.
    block: f32,
    furniture_run: u32,
    /// Lines with dates since the headline, and since the last prose.
    dates: f32,
    dates_since_prose: f32,
    since_date: f32,
    since_related: f32,
    since_comment: f32,
    since_share: f32,
    /// Whether a heading of comments has passed since there was prose under the headline.
    commented: bool,
}

/// A count of lines as a feature: 1 at once, fading to 0; 0 when never.
fn fresh(since: f32) -> f32 {
    if since == 0.0 { 0.0 } else { 1.0 / since.sqrt() }
}

fn around(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<Around> {
    let total_prose: f32 = page.shapes.iter().map(prose).sum::<f32>().max(1.0);
    let after = fading_after(page);
    let titles = titles(page, copies);
    let last_title = titles.iter().rposition(|t| *t).unwrap_or(0);
    let anchor = anchor(page, &titles);
    let topical = topical(page);
    let about_after = fading_sum(&topical);
    let mut about_before = 0.0_f32;
    let mut before = Fading::default();
    let mut passed = Passed::default();
    let mut out = Vec::with_capacity(page.len());
    for line in 0..page.len() {
        let s = &page.shapes[line];
        let mut row = Row::new();
        before.put(&mut row);
        after[line].put(&mut row);
        row.put(line as f32 / page.len() as f32);
        row.put((page.len() as f32).ln_1p() / 6.0);
        row.put(passed.prose / total_prose);
        row.put(prose(s) / total_prose);
        row.put(total_prose.ln_1p() / 8.0);
        row.put(fresh(passed.since_title));
        row.flag(passed.titles > 0);
        row.flag(passed.titles > 1);
        row.flag(titles[line]);
        row.flag(last_title > line);
        row.put(fresh(passed.since_date));
        row.put(fresh(passed.since_related));
        row.put(fresh(passed.since_comment));
        row.put(fresh(passed.since_share));
        row.flag(passed.since_comment > 0.0);
        row.flag(line < 3);
        // Under a headline and nothing but short lines since.
        row.flag(passed.titles > 0 && passed.prose_since_title == 0.0);
        row.flag(
            passed.titles > 0 && passed.prose_since_title > 0.0 && passed.prose_since_title < 40.0,
        );
        row.put(passed.prose_since_title.ln_1p() / 6.0);
        row.flag(passed.since_date > 0.0 && passed.prose_since_date == 0.0);
        row.put(passed.block.ln_1p() / 6.0);
        row.flag(passed.prose == 0.0);
        together(&mut row, s, &before, &after[line], &passed);
        row.flag(prose(s) > 0.0 && passed.titles == 0 && last_title > line);
        row.flag(passed.commented);
        row.flag(page.dated[line]);
        row.flag(page.dated[line] && passed.prose_since_title > 0.0 && before.since_prose > 0.0);
        row.put(topical[line]);
        row.put(about_before.ln_1p() / 2.0);
        row.put(about_after[line].ln_1p() / 2.0);
        row.flag(line < anchor);
        about_before = about_before * 0.8 + topical[line];
        out.push(row.done());
        before.add(s);
        passed.step(s, titles[line], page.dated[line]);
    }
    out
}

/// Features that hold only together: a linear model cannot find them by itself.
fn together(row: &mut Row<AROUND>, s: &Shape, before: &Fading, after: &Fading, passed: &Passed) {
    let prose = prose(s) > 0.0;
    let waiting = passed.titles > 0 && passed.prose_since_title == 0.0;
    let dated = passed.since_date > 0.0
        && (passed.since_date <= passed.since_title || passed.since_date < 12.0);
    row.flag(waiting && prose);
    row.flag(waiting && prose && dated);
    row.flag(waiting && !prose && s.words >= 8 && s.end == End::Sentence);
    row.flag(waiting && s.words <= 6);
    row.flag(passed.titles == 0 && prose);
    row.flag(!waiting && passed.titles > 0 && prose);
    let furniture = Cues::RELATED
        | Cues::COMMENT
        | Cues::SHARE
        | Cues::TAGS
        | Cues::SUBSCRIBE
        | Cues::AUTHOR_LINE;
    let closing = s.words <= 10 && (s.first_cues | s.whole_cues).any(furniture);
    let in_prose = before.since_prose == 0.0 && before.near > 0.0;
    row.flag(closing && in_prose);
    row.flag(closing && after.far < 20.0);
    row.flag(closing && after.far >= 60.0);
    row.flag(in_prose && after.near < 6.0 && !prose);
    row.flag(in_prose && after.near >= 25.0 && !prose);
    row.flag(after.far < 12.0);
    row.flag(before.since_prose >= 5.0 && passed.prose_since_title > 0.0);
    row.flag(before.since_prose >= 12.0 && passed.prose_since_title > 0.0);
    row.put(passed.dates.min(6.0) / 3.0);
    row.flag(
        passed.dates_since_prose >= 1.0 && passed.prose_since_title > 0.0 && passed.titles > 0,
    );
    row.flag(prose && before.since_prose <= 1.0 && passed.titles > 0);
}

/// For each line, how many of the words of the page's first line, the title as a
/// rule, it holds: function words aside, 4 at most, as a share of 4.
fn topical(page: &Page<'_>) -> Vec<f32> {
    let table = crate::cues::table();
    let first = if page.len() > 0 { page.words(0) } else { &[] };
    let mut topic: Vec<u64> = first
        .iter()
        .take(40)
        .copied()
        .filter(|&w| table.get(crate::word::join(0, w)).is_none())
        .collect();
    topic.sort_unstable();
    topic.dedup();
    let mut seen = vec![usize::MAX; topic.len()];
    (0..page.len())
        .map(|line| {
            let mut count = 0;
            for word in page.words(line).iter().take(200) {
                if let Ok(at) = topic.binary_search(word)
                    && seen[at] != line
                {
                    seen[at] = line;
                    count += 1;
                }
            }
            if line == 0 { 0.0 } else { count.min(4) as f32 / 4.0 }
        })
        .collect()
}

/// For each line, the fading sum of the values after it.
fn fading_sum(values: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0; values.len()];
    let mut sum = 0.0;
    for (at, value) in values.iter().enumerate().rev() {
        out[at] = sum;
        sum = sum * 0.8 + value;
    }
    out
}

impl Passed {
    fn step(&mut self, s: &Shape, title: bool, dated: bool) {
        self.lines += 1;
        self.prose += prose(s);
        let short = s.words <= 8;
        let mark = |since: f32, here: bool| match (here, since > 0.0) {
            (true, _) => 1.0,
            (false, true) => since + 1.0,
            (false, false) => 0.0,
        };
        self.since_title = mark(self.since_title, title);
        self.titles += u32::from(title);
        self.prose_since_title = if title { 0.0 } else { self.prose_since_title + prose(s) };
        self.since_date = mark(self.since_date, dated);
        let date_here = self.since_date == 1.0;
        self.dates = if title { 0.0 } else { self.dates + f32::from(u8::from(date_here)) };
        self.dates_since_prose = if prose(s) > 0.0 {
            0.0
        } else {
            self.dates_since_prose + f32::from(u8::from(date_here))
        };
        self.prose_since_date =
            if self.since_date == 1.0 { 0.0 } else { self.prose_since_date + prose(s) };
        self.furniture_run = if prose(s) > 0.0 { 0 } else { self.furniture_run + 1 };
        self.block = if self.furniture_run > 8 { 0.0 } else { self.block + prose(s) };
        self.since_related =
            mark(self.since_related, short && (s.first_cues | s.whole_cues).any(Cues::RELATED));
        self.since_comment =
            mark(self.since_comment, short && (s.first_cues | s.whole_cues).any(Cues::COMMENT));
        self.commented |= self.since_comment == 1.0 && self.prose_since_title >= 60.0;
        self.since_share = mark(self.since_share, short && s.whole_cues.any(Cues::SHARE));
    }
}

fn fading_after(page: &Page<'_>) -> Vec<Fading> {
    let mut after = vec![Fading::default(); page.len()];
    let mut fading = Fading::default();
    for line in (0..page.len()).rev() {
        after[line] = fading;
        fading.add(&page.shapes[line]);
    }
    after
}

/// The copy of the page's title that heads the article: the first below which there
/// is at least half as much prose as below any. 0 when there is no copy.
fn anchor(page: &Page<'_>, titles: &[bool]) -> usize {
    const REACH: usize = 60;
    // Sums of prose up to each line.
    let mut sums = Vec::with_capacity(page.len() + 1);
    sums.push(0.0f64);
    for s in &page.shapes {
        sums.push(sums[sums.len() - 1] + f64::from(prose(s)));
    }
    let below = |line: usize| sums[page.len().min(line + REACH)] - sums[line];
    let copies = || (0..page.len()).filter(|&l| titles[l]);
    let most = copies().map(below).fold(0.0, f64::max);
    copies().find(|&l| most > 0.0 && below(l) * 2.0 >= most).unwrap_or(0)
}

/// Lines that hold the page's title again: the first line is often the `<title>`.
pub(crate) fn titles(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<bool> {
    let first: &[u64] = if page.len() > 0 { page.words(0) } else { &[] };
    // The headline without the name of the site, when the line has both.
    let end = page.lines.first().map_or(0, |l| crate::headline::without_site(l.text));
    let own = page.lines.first().map_or(0, |l| dateline_text::tokens(&l.text[..end]).count());
    let own = if end < page.lines.first().map_or(0, |l| l.text.len()) { own } else { 0 };
    (0..page.len())
        .map(|line| {
            let words = page.words(line);
            let exact = own >= 2 && words.len() == own;
            let enough = words.len() >= 3 || first.len() <= 3 && words.len() >= 2 || exact;
            line > 0
                && enough
                && words.len() <= first.len() + 2
                && (first.starts_with(words)
                    || copies[line] == Some(Copy::Same(0))
                    || words.len() >= 5 && copies[line] == Some(Copy::Part(0))
                    || first.windows(words.len()).any(|w| w == words) && words.len() >= 4)
        })
        .collect()
}

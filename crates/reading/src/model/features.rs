//! Features: what the model sees of a line, as numbers of about the size of one.

use crate::page::Page;
use crate::page::copies::Copy;
use crate::page::cues::Cues;
use crate::page::shape::{End, Shape, prose, share};
use crate::page::title::titles;
use std::collections::HashMap;

macro_rules! features {
    ($(#[$doc:meta])* $set:ident, $($name:ident),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $set { $($name),* }

        impl $set {
            /// The names of the features in `weights.tsv`, in the order of the rows.
            pub(crate) const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];
            /// Number of features.
            pub(crate) const COUNT: usize = Self::NAMES.len();
        }

        impl Feature for $set {
            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

/// A feature with a place in a row of values.
trait Feature {
    fn place(self) -> usize;
}

features! {
    /// What is seen of a line by itself.
    Own,
    LogChars, LogWords, UpTo3Words, From15Words, EndsSentence, Sentences, EndsEllipsis, EndsColon,
    EndsComma, CapitalShare, AllUpper, DigitShare, FunctionShare, LogFunction, CueShare,
    WholeFurniture, WholeSection, CommaShare, HasQuotes, Bars, DenseShare, StartsLower, Bullet,
    NoBlankBefore, BlanksBefore, Twins, SkeletonTwins, PartOfOther,
    // Cues anywhere in the line.
    Navigation, Share, Subscribe, Legal, Related, Comment, Ad, Login, Photo, Tags, AuthorLine,
    NewsVerb, Month, Ago, Outlet, ReadTime,
    // Cues that begin the line.
    FirstNavigation, FirstShare, FirstSubscribe, FirstRelated, FirstComment, FirstPhoto, FirstBy,
    FirstPosted, FirstUpdated, FirstTags,
}

features! {
    /// What is seen of a line among the others.
    Around,
    // Sums over the lines before, fading; then over those after.
    ProseBefore, ProseFarBefore, ShortBefore, CuesBefore, SinceProse,
    ProseAfter, ProseFarAfter, ShortAfter, CuesAfter, UntilProse,
    // Where on the page.
    Position, LogLines, ProsePassed, OwnProse, LogProse,
    SinceTitle, TitlePassed, TitlesPassed, IsTitle, BeforeTitle, SinceDate, SinceRelated,
    SinceComment, SinceShare, CommentPassed, FirstLines, NoProseSinceTitle, LittleProseSinceTitle,
    LogProseSinceTitle, NoProseSinceDate, LogBlock, NoProseYet,
    // Two or more at once: a linear model cannot find them by itself.
    WaitingProse, WaitingProseDated, WaitingSentence, WaitingShort, UntitledProse, RunningProse,
    ClosingInProse, ClosingBeforeLittle, ClosingBeforeMuch, LeavesProse, BetweenProse,
    LittleProseAfter, FarFromProse, VeryFarFromProse, DatesSinceTitle, DatedSinceProse, ProseRun,
    // Headlines, comments, dates and the topic.
    ProseBeforeTitle, Commented, Dated, DatedAfterProse, Topical, TopicalBefore, TopicalAfter,
    AboveTitle,
}

/// Cues that are features wherever they stand in the line.
const ANYWHERE: [(Own, Cues); 16] = [
    (Own::Navigation, Cues::NAVIGATION),
    (Own::Share, Cues::SHARE),
    (Own::Subscribe, Cues::SUBSCRIBE),
    (Own::Legal, Cues::LEGAL),
    (Own::Related, Cues::RELATED),
    (Own::Comment, Cues::COMMENT),
    (Own::Ad, Cues::AD),
    (Own::Login, Cues::LOGIN),
    (Own::Photo, Cues::PHOTO),
    (Own::Tags, Cues::TAGS),
    (Own::AuthorLine, Cues::AUTHOR_LINE),
    (Own::NewsVerb, Cues::NEWS_VERB),
    (Own::Month, Cues::MONTH),
    (Own::Ago, Cues::AGO),
    (Own::Outlet, Cues::OUTLET),
    (Own::ReadTime, Cues::READ_TIME),
];

/// Cues that are features when they begin the line.
const FIRST: [(Own, Cues); 10] = [
    (Own::FirstNavigation, Cues::NAVIGATION),
    (Own::FirstShare, Cues::SHARE),
    (Own::FirstSubscribe, Cues::SUBSCRIBE),
    (Own::FirstRelated, Cues::RELATED),
    (Own::FirstComment, Cues::COMMENT),
    (Own::FirstPhoto, Cues::PHOTO),
    (Own::FirstBy, Cues::BY),
    (Own::FirstPosted, Cues::POSTED),
    (Own::FirstUpdated, Cues::UPDATED),
    (Own::FirstTags, Cues::TAGS),
];

/// Values of the features of one line by itself.
pub(crate) type OwnRow = [f32; Own::COUNT];
/// Values of the features of one line among the others.
pub(crate) type AroundRow = [f32; Around::COUNT];

/// A row of values by the names of the features.
struct Row<const N: usize>([f32; N]);

impl<const N: usize> Row<N> {
    fn put(&mut self, feature: impl Feature, value: f32) {
        self.0[feature.place()] = value;
    }

    fn flag(&mut self, feature: impl Feature, flag: bool) {
        self.put(feature, f32::from(u8::from(flag)));
    }
}

/// How a line stands to others of the page with the same words.
#[derive(Clone, Copy, Default)]
struct Twins {
    times: u32,
    skeletons: u32,
}

/// The features of every line of the page.
pub(crate) fn features(page: &Page<'_>, copies: &[Option<Copy>]) -> (Vec<OwnRow>, Vec<AroundRow>) {
    let twins = twins(page);
    let own = (0..page.len()).map(|l| own_row(page, l, copies[l], twins[l])).collect();
    (own, around_rows(page, copies))
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

fn own_row(page: &Page<'_>, line: usize, copy: Option<Copy>, twins: Twins) -> OwnRow {
    let s = &page.shapes[line];
    let here = &page.lines[line];
    let mut row = Row([0.0; Own::COUNT]);
    row.put(Own::LogChars, (s.chars as f32).ln_1p() / 4.0);
    row.put(Own::LogWords, (s.words as f32).ln_1p() / 3.0);
    row.flag(Own::UpTo3Words, s.words <= 3);
    row.flag(Own::From15Words, s.words >= 15);
    row.flag(Own::EndsSentence, s.end == End::Sentence);
    row.put(Own::Sentences, s.sentences.min(4) as f32 / 2.0);
    row.flag(Own::EndsEllipsis, s.end == End::Ellipsis);
    row.flag(Own::EndsColon, s.end == End::Colon);
    row.flag(Own::EndsComma, s.end == End::Comma);
    row.put(Own::CapitalShare, s.capital_share());
    row.flag(Own::AllUpper, s.all_upper());
    row.put(Own::DigitShare, s.digit_share() * 2.0);
    row.put(Own::FunctionShare, share(s.function, s.words) * 2.0);
    row.put(Own::LogFunction, (s.function as f32).ln_1p() / 2.0);
    row.put(Own::CueShare, share(s.cue_words, s.words));
    row.flag(Own::WholeFurniture, !s.whole_cues.is_empty() && s.whole_cues.any(Cues::FURNITURE));
    row.flag(Own::WholeSection, s.whole_cues.any(Cues::SECTION));
    row.put(Own::CommaShare, share(s.commas, s.words) * 4.0);
    row.flag(Own::HasQuotes, s.quotes > 0);
    row.put(Own::Bars, (s.bars.min(4) as f32) / 2.0);
    row.put(Own::DenseShare, share(s.dense, s.letters));
    row.flag(Own::StartsLower, s.starts_lower);
    row.flag(Own::Bullet, here.bullet);
    row.flag(Own::NoBlankBefore, here.blank_before == 0);
    row.flag(Own::BlanksBefore, here.blank_before >= 2);
    row.put(Own::Twins, (twins.times.min(8) as f32 - 1.0) / 3.0);
    row.put(Own::SkeletonTwins, (twins.skeletons.min(16) as f32).ln() / 2.0);
    row.flag(Own::PartOfOther, matches!(copy, Some(Copy::Part(_))));
    for (feature, cue) in ANYWHERE {
        row.flag(feature, s.cues.any(cue));
    }
    for (feature, cue) in FIRST {
        row.flag(feature, s.first_cues.any(cue));
    }
    row.0
}

/// Names of the fading sums over the lines before a line.
const BEFORE: [Around; 5] = [
    Around::ProseBefore,
    Around::ProseFarBefore,
    Around::ShortBefore,
    Around::CuesBefore,
    Around::SinceProse,
];

/// Names of the fading sums over the lines after a line.
const AFTER: [Around; 5] = [
    Around::ProseAfter,
    Around::ProseFarAfter,
    Around::ShortAfter,
    Around::CuesAfter,
    Around::UntilProse,
];

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

    /// Puts the sums, as features of these names: near, far, short, cues, since prose.
    fn put(&self, row: &mut Row<{ Around::COUNT }>, names: [Around; 5]) {
        row.put(names[0], self.near.ln_1p() / 4.0);
        row.put(names[1], self.far.ln_1p() / 5.0);
        row.put(names[2], self.short / 4.0);
        row.put(names[3], self.cues / 3.0);
        row.put(names[4], self.since_prose.ln_1p() / 3.0);
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

fn around_rows(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<AroundRow> {
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
        let mut row = Row([0.0; Around::COUNT]);
        before.put(&mut row, BEFORE);
        after[line].put(&mut row, AFTER);
        row.put(Around::Position, line as f32 / page.len() as f32);
        row.put(Around::LogLines, (page.len() as f32).ln_1p() / 6.0);
        row.put(Around::ProsePassed, passed.prose / total_prose);
        row.put(Around::OwnProse, prose(s) / total_prose);
        row.put(Around::LogProse, total_prose.ln_1p() / 8.0);
        row.put(Around::SinceTitle, fresh(passed.since_title));
        row.flag(Around::TitlePassed, passed.titles > 0);
        row.flag(Around::TitlesPassed, passed.titles > 1);
        row.flag(Around::IsTitle, titles[line]);
        row.flag(Around::BeforeTitle, last_title > line);
        row.put(Around::SinceDate, fresh(passed.since_date));
        row.put(Around::SinceRelated, fresh(passed.since_related));
        row.put(Around::SinceComment, fresh(passed.since_comment));
        row.put(Around::SinceShare, fresh(passed.since_share));
        row.flag(Around::CommentPassed, passed.since_comment > 0.0);
        row.flag(Around::FirstLines, line < 3);
        // Under a headline and nothing but short lines since.
        row.flag(Around::NoProseSinceTitle, passed.titles > 0 && passed.prose_since_title == 0.0);
        row.flag(
            Around::LittleProseSinceTitle,
            passed.titles > 0 && passed.prose_since_title > 0.0 && passed.prose_since_title < 40.0,
        );
        row.put(Around::LogProseSinceTitle, passed.prose_since_title.ln_1p() / 6.0);
        row.flag(
            Around::NoProseSinceDate,
            passed.since_date > 0.0 && passed.prose_since_date == 0.0,
        );
        row.put(Around::LogBlock, passed.block.ln_1p() / 6.0);
        row.flag(Around::NoProseYet, passed.prose == 0.0);
        together(&mut row, s, &before, &after[line], &passed);
        row.flag(
            Around::ProseBeforeTitle,
            prose(s) > 0.0 && passed.titles == 0 && last_title > line,
        );
        row.flag(Around::Commented, passed.commented);
        row.flag(Around::Dated, page.dated[line]);
        row.flag(
            Around::DatedAfterProse,
            page.dated[line] && passed.prose_since_title > 0.0 && before.since_prose > 0.0,
        );
        row.put(Around::Topical, topical[line]);
        row.put(Around::TopicalBefore, about_before.ln_1p() / 2.0);
        row.put(Around::TopicalAfter, about_after[line].ln_1p() / 2.0);
        row.flag(Around::AboveTitle, line < anchor);
        about_before = about_before * 0.8 + topical[line];
        out.push(row.0);
        before.add(s);
        passed.step(s, titles[line], page.dated[line]);
    }
    out
}

/// Features that hold only together: a linear model cannot find them by itself.
fn together(
    row: &mut Row<{ Around::COUNT }>,
    s: &Shape,
    before: &Fading,
    after: &Fading,
    passed: &Passed,
) {
    let prose = prose(s) > 0.0;
    let waiting = passed.titles > 0 && passed.prose_since_title == 0.0;
    let dated = passed.since_date > 0.0
        && (passed.since_date <= passed.since_title || passed.since_date < 12.0);
    row.flag(Around::WaitingProse, waiting && prose);
    row.flag(Around::WaitingProseDated, waiting && prose && dated);
    row.flag(Around::WaitingSentence, waiting && !prose && s.words >= 8 && s.end == End::Sentence);
    row.flag(Around::WaitingShort, waiting && s.words <= 6);
    row.flag(Around::UntitledProse, passed.titles == 0 && prose);
    row.flag(Around::RunningProse, !waiting && passed.titles > 0 && prose);
    let furniture = Cues::RELATED
        | Cues::COMMENT
        | Cues::SHARE
        | Cues::TAGS
        | Cues::SUBSCRIBE
        | Cues::AUTHOR_LINE;
    let closing = s.words <= 10 && (s.first_cues | s.whole_cues).any(furniture);
    let in_prose = before.since_prose == 0.0 && before.near > 0.0;
    row.flag(Around::ClosingInProse, closing && in_prose);
    row.flag(Around::ClosingBeforeLittle, closing && after.far < 20.0);
    row.flag(Around::ClosingBeforeMuch, closing && after.far >= 60.0);
    row.flag(Around::LeavesProse, in_prose && after.near < 6.0 && !prose);
    row.flag(Around::BetweenProse, in_prose && after.near >= 25.0 && !prose);
    row.flag(Around::LittleProseAfter, after.far < 12.0);
    row.flag(Around::FarFromProse, before.since_prose >= 5.0 && passed.prose_since_title > 0.0);
    row.flag(
        Around::VeryFarFromProse,
        before.since_prose >= 12.0 && passed.prose_since_title > 0.0,
    );
    row.put(Around::DatesSinceTitle, passed.dates.min(6.0) / 3.0);
    row.flag(
        Around::DatedSinceProse,
        passed.dates_since_prose >= 1.0 && passed.prose_since_title > 0.0 && passed.titles > 0,
    );
    row.flag(Around::ProseRun, prose && before.since_prose <= 1.0 && passed.titles > 0);
}

/// For each line, how many of the words of the page's first line, the title as a
/// rule, it holds: function words aside, 4 at most, as a share of 4.
fn topical(page: &Page<'_>) -> Vec<f32> {
    let table = crate::page::cues::table();
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
    const MAX_LINES_APART: usize = 60;
    // Sums of prose up to each line.
    let mut sums = Vec::with_capacity(page.len() + 1);
    sums.push(0.0f64);
    for s in &page.shapes {
        sums.push(sums[sums.len() - 1] + f64::from(prose(s)));
    }
    let below = |line: usize| sums[page.len().min(line + MAX_LINES_APART)] - sums[line];
    let copies = || (0..page.len()).filter(|&l| titles[l]);
    let most = copies().map(below).fold(0.0, f64::max);
    copies().find(|&l| most > 0.0 && below(l) * 2.0 >= most).unwrap_or(0)
}

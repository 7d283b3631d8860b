//! Counts over time as bars: a step of the series is a bar, with the undated apart
//! at the end, so that nothing disappears for want of a date.

use super::drawing::{Anchor, Drawing, Mark, Shape};
use super::scale::Bands;
use dateline_stats::{Grain, Series, Step, ticks};
use dateline_text::compact::fixed;
use dateline_text::english::figures;

/// A series with what its bars say and where they lead.
pub struct Bars<'a> {
    /// The counts.
    pub series: &'a Series,
    /// What the series is called, beside others; empty for one alone.
    pub name: &'a str,
    /// The class of the bars: `bar`, and what paints it otherwise.
    pub class: &'a str,
    /// A value that the axis reaches at the least: the largest of the series beside it.
    pub most: f64,
    /// What is counted, in the plural ("articles").
    pub unit: &'a str,
    /// What the bars show in the place of the counts.
    pub rate: Option<Rate<'a>>,
    /// The articles over the same steps: where there are none, nothing can be counted, and a
    /// gap says so.
    pub articles: Option<&'a Series>,
    /// The address of a step, or of the undated for `None`; empty for no link.
    pub href: &'a dyn Fn(Option<&Step>) -> String,
    /// The height of the plot in pixels, without the axis.
    pub height: f64,
}

/// A part of a whole, by step.
#[derive(Clone, Copy, Debug)]
pub struct Rate<'a> {
    /// The part, over the steps of the series.
    pub part: &'a Series,
    /// The whole, over the same steps.
    pub whole: &'a Series,
    /// The size of the whole to which the part is scaled: 100 for percent.
    pub scale: f64,
    /// The unit of the rate ("% of articles").
    pub unit: &'a str,
}

impl Rate<'_> {
    /// The rate in a step, or of the undated; `None` where there is no whole.
    pub fn of(&self, step: Option<usize>) -> Option<f64> {
        let count = |series: &Series| match step {
            Some(at) => series.steps.get(at).map_or(0, |step| step.count),
            None => series.undated,
        };
        let whole = count(self.whole);
        (whole > 0).then(|| count(self.part) as f64 / whole as f64 * self.scale)
    }
}

impl Bars<'_> {
    /// The value of a step, or of the undated.
    fn value(&self, step: Option<usize>) -> f64 {
        match (&self.rate, step) {
            (Some(rate), step) => rate.of(step).unwrap_or(0.0),
            (None, Some(at)) => self.series.steps.get(at).map_or(0.0, |step| step.count as f64),
            (None, None) => self.series.undated as f64,
        }
    }

    /// The largest value.
    fn max(&self) -> f64 {
        let steps = (0..self.series.steps.len()).map(|at| self.value(Some(at)));
        steps.fold(self.value(None), f64::max)
    }

    fn is_gap(&self, at: usize) -> bool {
        self.articles.is_some_and(|all| all.steps.get(at).is_none_or(|step| step.count == 0))
    }
}

/// Room above the plot for the uppermost figure, and below it for the axis.
const TOP: f64 = 14.0;
const AXIS: f64 = 20.0;
/// The share of the width that the undated take.
const UNDATED: f64 = 0.15;
/// The least share of the width that the bars take: their label stands beside that of the undated.
const LEAST: f64 = 0.2;
/// What stands under the bar of the undated.
const UNDATED_LABEL: &str = "undated";
/// The number of steps from which the bars fill the width.
const FEWEST: f64 = 8.0;
/// The height of the mark of a step without articles, below the axis.
const GAP: f64 = 2.0;

/// The bars, as wide as the page lets them be.
pub fn bars(bars: &Bars<'_>) -> Drawing {
    let Bars { series, height, .. } = bars;
    let mut drawing = Drawing::fluid(TOP + height + AXIS);
    // Counts have whole figures on their axis.
    let axis = ticks(bars.max().max(bars.most), 3, bars.rate.is_none());
    let floor = TOP + height;
    let y = |count: f64| floor - height * count / axis.top();
    for &value in &axis.values {
        let line = Shape::Line { from: (0.0, y(value)), to: (1.0, y(value)) };
        drawing.marks.push(Mark::plain(if value == 0.0 { "axis" } else { "grid" }, line));
    }
    // A few steps do not fill the width: a bar as wide as the page says nothing.
    let room = if series.undated > 0 { 1.0 - UNDATED } else { 1.0 };
    let dated = room.min((series.steps.len() as f64 / FEWEST).max(LEAST));
    let bands = Bands::new(series.steps.len(), if series.steps.len() > 60 { 0.1 } else { 0.25 });
    for (i, step) in series.steps.iter().enumerate() {
        let (x, width) = (bands.start(i) * dated, bands.width() * dated);
        if bars.is_gap(i) {
            let gap = Shape::Rect { x, y: floor + 2.0, width, height: GAP };
            drawing.marks.push(Mark::plain("gap", gap));
        }
        let value = bars.value(Some(i));
        drawing.marks.extend(bar(bars, (x, width), (value, y(value)), floor, Some((i, step))));
    }
    let end =
        if series.undated > 0 { dated + UNDATED / 2.0 - room_of(UNDATED_LABEL) / 2.0 } else { 1.0 };
    for Label { x, anchor, text } in labels(series, |i| bands.middle(i) * dated, end) {
        let shape = Shape::Text { at: (x, floor + 15.0), anchor, text: text.into() };
        drawing.marks.push(Mark::plain("txt dim", shape));
    }
    if series.undated > 0 {
        let place = (dated + UNDATED * 0.3, UNDATED * 0.4);
        let value = bars.value(None);
        drawing.marks.extend(bar(bars, place, (value, y(value)), floor, None));
        let at = (dated + UNDATED / 2.0, floor + 15.0);
        let shape = Shape::Text { at, anchor: Anchor::Middle, text: UNDATED_LABEL.into() };
        drawing.marks.push(Mark::plain("txt dim", shape));
    }
    // The figures of the grid lie over the bars.
    for &value in axis.values.iter().skip(1) {
        let shape = Shape::Text {
            at: (0.0, y(value) - 3.0),
            anchor: Anchor::Start,
            text: axis.label(value).into(),
        };
        drawing.marks.push(Mark::plain("txt dim", shape));
    }
    drawing
}

fn bar(
    bars: &Bars<'_>,
    (x, width): (f64, f64),
    (value, top): (f64, f64),
    floor: f64,
    step: Option<(usize, &Step)>,
) -> Option<Mark> {
    if value <= 0.0 {
        return None;
    }
    let when = step.map_or("Undated".to_owned(), |(_, s)| span(s, bars.series.grain));
    let count = step.map_or(bars.series.undated, |(_, s)| s.count);
    let unit =
        if count == 1 { bars.unit.strip_suffix('s').unwrap_or(bars.unit) } else { bars.unit };
    let of = if bars.name.is_empty() { String::new() } else { format!("{}, ", bars.name) };
    let rate =
        bars.rate.map_or_else(String::new, |rate| format!("{} {}; ", rounded(value), rate.unit));
    let label = format!("{of}{when}: {rate}{} {unit}", figures(count as usize));
    let plain = step.is_some() || bars.class != "bar";
    let class = if plain { bars.class } else { "bar undated" };
    let shape = Shape::Rect { x, y: top, width, height: floor - top };
    let href = (bars.href)(step.map(|(_, step)| step));
    Some(if href.is_empty() {
        Mark::plain(class, shape)
    } else {
        Mark::linked(class, shape, &href, &label)
    })
}

/// A rate with as many decimals as tell something.
fn rounded(value: f64) -> String {
    match value {
        v if v >= 100.0 => figures(v.round() as usize),
        v if v >= 10.0 => fixed(v, 1),
        v => fixed(v, 2),
    }
}

/// The bars of several series over the same steps, each under its name, all to one scale:
/// small multiples, since bars of equal counts would hide each other in one plot.
pub fn multiples(many: &[Bars<'_>]) -> Drawing {
    const NAME: f64 = 16.0;
    const GAP: f64 = 10.0;
    let most = many.iter().map(|bars| bars.max().max(bars.most)).fold(0.0, f64::max);
    let mut drawing = Drawing::fluid(0.0);
    for one in many {
        let top = if drawing.height > 0.0 { drawing.height + GAP } else { 0.0 };
        let at = (0.0, top + NAME - 4.0);
        let name = Shape::Text { at, anchor: Anchor::Start, text: one.name.into() };
        drawing.marks.push(Mark::plain("txt", name));
        let plot = bars(&Bars { most, ..*one });
        drawing.place(&plot, 0.0, top + NAME);
        drawing.height = top + NAME + plot.height;
    }
    drawing
}

/// A step in words: "August 2021", "July to September 2021", "2021", "2010 to 2019".
pub fn span(step: &Step, grain: Grain) -> String {
    let Step { from, to, .. } = step;
    match grain {
        Grain::Month => format!("{} {}", from.name(), from.year()),
        Grain::Quarter => format!("{} to {} {}", from.name(), to.name(), from.year()),
        Grain::Year => from.year().to_string(),
        Grain::Decade => format!("{} to {}", from.year(), to.year()),
    }
}

/// A label below the axis.
struct Label {
    x: f64,
    anchor: Anchor,
    text: String,
}

/// The width of a narrow screen's chart, of a letter and of the least gap between labels, in
/// pixels: a drawing is as wide as the page lets it be, and labels must not touch in any.
const NARROW: f64 = 320.0;
const LETTER: f64 = 6.5;
const LABEL_GAP: f64 = 8.0;

/// The share of a narrow chart that a label takes.
fn room_of(text: &str) -> f64 {
    (text.len() as f64 * LETTER + LABEL_GAP) / NARROW
}

/// The labels, evenly chosen among those that start a year, or months where the series lies
/// within two years: at most six, and as many as stand apart from each other between the left
/// edge and `end`. `middle` is where a step stands.
fn labels(series: &Series, middle: impl Fn(usize) -> f64, end: f64) -> Vec<Label> {
    let (steps, are_months) = labelled(series);
    let placed = |step: usize, text: String| {
        let (half, middle) = (room_of(&text) / 2.0, middle(step));
        let (x, anchor, from) = match middle - half {
            // At the edge it would be cut.
            from if from < 0.0 => (0.0, Anchor::Start, 0.0),
            from => (middle, Anchor::Middle, from),
        };
        (Label { x, anchor, text }, from, from + 2.0 * half)
    };
    let chosen = |every: usize| {
        let mut year = None;
        let steps = steps.iter().step_by(every.max(1));
        let one = |&step: &usize| {
            let from = series.steps[step].from;
            let is_said = year.replace(from.year()) == Some(from.year());
            let month = &from.name()[..3];
            let text = match (are_months, is_said) {
                (true, true) => month.to_owned(),
                (true, false) => format!("{month} {}", from.year()),
                (false, _) => from.year().to_string(),
            };
            placed(step, text)
        };
        steps.map(one).collect::<Vec<_>>()
    };
    let least = steps.len().div_ceil(6).max(1);
    let fits = |every: &usize| chosen(*every).windows(2).all(|pair| pair[0].2 <= pair[1].1);
    let every = (least..steps.len()).find(fits).unwrap_or(steps.len());
    // A lone label is not left out: there would be none.
    let ends_in_time = |(number, (label, _, to)): (usize, (Label, f64, f64))| {
        (number == 0 || to <= end + LABEL_GAP / NARROW).then_some(label)
    };
    chosen(every).into_iter().enumerate().filter_map(ends_in_time).collect()
}

/// The steps that could be labelled, and whether their labels are months; else they are years.
fn labelled(series: &Series) -> (Vec<usize>, bool) {
    let steps = &series.steps;
    if steps.len() <= 12 && series.grain <= Grain::Quarter {
        return ((0..steps.len()).collect(), true);
    }
    let starts_year = |i: &usize| *i == 0 || steps[*i].from.month() == 1;
    let mut years: Vec<usize> = (0..steps.len()).filter(starts_year).collect();
    if series.grain < Grain::Year && years.len() > 2 && years[1] * 8 < steps.len() {
        // The first year is cut and its label would touch the next.
        years.remove(0);
    }
    (years, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_stats::Month;

    fn series(dates: &[(&str, u64)], limit: usize) -> Series {
        Series::new(dates.iter().map(|(iso, n)| (Month::of_iso(iso), *n)), limit)
    }

    fn alone<'a>(
        series: &'a Series,
        unit: &'a str,
        href: &'a dyn Fn(Option<&Step>) -> String,
    ) -> Bars<'a> {
        Bars {
            series,
            name: "",
            class: "bar",
            most: 0.0,
            unit,
            rate: None,
            articles: None,
            href,
            height: 80.0,
        }
    }

    fn check(dates: &[(&str, u64)], limit: usize, links: &[&str], axis: &[&str]) {
        let series = series(dates, limit);
        let href = |step: Option<&Step>| step.map_or("#undated".into(), |s| format!("#{}", s.from));
        let drawing = bars(&alone(&series, "articles", &href));
        let got: Vec<&str> =
            drawing.marks.iter().filter_map(|m| m.link.as_ref()).map(|l| &*l.label).collect();
        assert_eq!(got, links, "{dates:?}");
        let texts: Vec<&str> = drawing
            .marks
            .iter()
            .filter_map(|m| match &m.shape {
                Shape::Text { text, .. } => Some(&**text),
                _ => None,
            })
            .collect();
        assert_eq!(texts, axis, "{dates:?}");
    }

    #[test]
    fn bars_and_axis() {
        check(&[], 60, &[], &["1"]);
        check(&[("", 2)], 60, &["Undated: 2 articles"], &["undated", "1", "2"]);
        check(
            &[("2021-08-15", 1), ("2021-10", 3), ("", 2)],
            60,
            &["August 2021: 1 article", "October 2021: 3 articles", "Undated: 2 articles"],
            &["Aug 2021", "Oct", "undated", "1", "2", "3"],
        );
        check(
            &[("2019-11", 1), ("2022-03", 40)],
            60,
            &["November 2019: 1 article", "March 2022: 40 articles"],
            &["2020", "2021", "2022", "20", "40"],
        );
        check(
            &[("1990-01", 1), ("2022-03", 1)],
            60,
            &["1990: 1 article", "2022: 1 article"],
            &["1990", "1996", "2002", "2008", "2014", "2020", "1"],
        );
    }

    #[test]
    fn rates_are_parts_of_a_whole_and_steps_without_one_are_gaps() {
        let many = [
            &[("2021-01", 1), ("2021-02", 3), ("2021-04", 5)][..],
            &[("2021-01", 10), ("2021-02", 10), ("2021-04", 10)],
        ]
        .map(|dates| dates.iter().map(|(d, n)| (Month::of_iso(d), *n)).collect());
        let [part, whole] = &Series::aligned(&many, 60)[..] else { panic!("two series") };
        let href = |step: Option<&Step>| step.map_or("#undated".into(), |s| format!("#{}", s.from));
        let rate = Rate { part, whole, scale: 100.0, unit: "% of articles" };
        let shown =
            Bars { rate: Some(rate), articles: Some(whole), ..alone(part, "articles", &href) };
        let drawing = bars(&shown);
        let labels: Vec<&str> =
            drawing.marks.iter().filter_map(|m| m.link.as_ref()).map(|l| &*l.label).collect();
        let want = [
            "January 2021: 10.0 % of articles; 1 article",
            "February 2021: 30.0 % of articles; 3 articles",
            "April 2021: 50.0 % of articles; 5 articles",
        ];
        assert_eq!(labels, want);
        let gaps = drawing.marks.iter().filter(|m| m.class == "gap".into()).count();
        assert_eq!(gaps, 1, "March has no articles");
        assert_eq!(rate.of(Some(2)), None);
    }

    #[test]
    fn labels_neither_touch_nor_leave_the_chart() {
        let year = |from: u32, count: u32| (from..from + count).map(|y| format!("{y}-03"));
        let month = |count: u32| (1..=count).map(|m| format!("1987-{m:02}"));
        let undated = || std::iter::once(String::new());
        let rows: [(Vec<String>, usize); 10] = [
            (month(1).collect(), 1),
            (month(1).chain(undated()).collect(), 1),
            (month(3).collect(), 2),
            (month(8).collect(), 4),
            (month(10).collect(), 5),
            (month(10).chain(undated()).collect(), 4),
            (month(3).chain(undated()).collect(), 2),
            (year(1987, 3).collect(), 3),
            (year(1950, 40).collect(), 6),
            (year(1950, 70).chain(undated()).collect(), 4),
        ];
        for (dates, count) in rows {
            let dates: Vec<(&str, u64)> = dates.iter().map(|date| (&**date, 1)).collect();
            let series = series(&dates, 60);
            let href = |_: Option<&Step>| String::new();
            let mut spans: Vec<(f64, f64)> = Vec::new();
            for mark in bars(&alone(&series, "articles", &href)).marks {
                if let Shape::Text { at: (x, y), anchor, text } = &mark.shape
                    && *y > 94.0
                {
                    let width = text.len() as f64 * LETTER / NARROW;
                    let from = if *anchor == Anchor::Start { *x } else { x - width / 2.0 };
                    spans.push((from, from + width));
                }
            }
            let labels = spans.len() - usize::from(series.undated > 0);
            assert_eq!(labels, count, "{dates:?}");
            assert!(
                spans.iter().all(|(from, to)| *from >= -1e-9 && *to <= 1.0),
                "{dates:?} {spans:?}"
            );
            assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0), "{dates:?} {spans:?}");
        }
    }

    #[test]
    fn every_bar_stands_on_the_axis() {
        let series = series(&[("2021-01", 3), ("2021-05", 7), ("", 1)], 60);
        let href = |_: Option<&Step>| String::new();
        let drawing = bars(&alone(&series, "mentions", &href));
        let mut seen = 0;
        for mark in drawing.marks.iter().filter(|m| m.class.starts_with("bar")) {
            let Shape::Rect { x, y, width, height } = mark.shape else { panic!("{mark:?}") };
            assert!((y + height - 94.0).abs() < 1e-9 && y >= TOP, "{mark:?}");
            assert!(x >= 0.0 && x + width <= 1.0, "{mark:?}");
            seen += 1;
        }
        assert_eq!((seen, drawing.links()), (3, 0));
    }

    #[test]
    fn several_series_stand_under_each_other_to_one_scale() {
        let many = [&[("2021-01", 10)][..], &[("2021-03", 2), ("", 1)]]
            .map(|dates| dates.iter().map(|(d, n)| (Month::of_iso(d), *n)).collect());
        let series = Series::aligned(&many, 60);
        let href = |step: Option<&Step>| step.map_or("#undated".into(), |s| format!("#{}", s.from));
        let named =
            |at: usize, name, class| Bars { name, class, ..alone(&series[at], "articles", &href) };
        let drawing = multiples(&[named(0, "east", "bar s-1"), named(1, "west", "bar s-2")]);
        let bars: Vec<(&str, &str, f64)> = drawing
            .marks
            .iter()
            .filter_map(|mark| match (&mark.link, &mark.shape) {
                (Some(link), Shape::Rect { height, .. }) => {
                    Some((&*link.label, &*mark.class, *height))
                }
                _ => None,
            })
            .collect();
        let want = [
            ("east, January 2021: 10 articles", "bar s-1", 80.0),
            ("west, March 2021: 2 articles", "bar s-2", 16.0),
            ("west, Undated: 1 article", "bar s-2", 8.0),
        ];
        assert_eq!(bars, want);
        let texts = drawing.marks.iter().filter_map(|m| match &m.shape {
            Shape::Text { at, text, .. } if m.class == "txt".into() => Some((&**text, at.1)),
            _ => None,
        });
        let half = (drawing.height - 10.0) / 2.0;
        assert_eq!(texts.collect::<Vec<_>>(), [("east", 12.0), ("west", half + 22.0)]);
        assert_eq!(multiples(&[]).marks, []);
    }
}

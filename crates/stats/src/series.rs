//! Series over time: counts by month, quarter or year without holes, and what has
//! no date kept apart.

use dateline_text::english::MONTHS;
use std::collections::BTreeMap;
use std::fmt;

/// A calendar month of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month `month` (1 to 12) of `year`; `None` for another number.
    pub fn new(year: u16, month: u8) -> Option<Month> {
        (1..=12).contains(&month).then_some(Month { year, month })
    }

    /// The month of an ISO 8601 date or month: "2021-08-15" and "2021-08". A year
    /// alone has no month, so it is `None`, as is everything else.
    pub fn of_iso(iso: &str) -> Option<Month> {
        let mut fields = iso.get(..7)?.splitn(2, '-');
        let (year, month) = (fields.next()?, fields.next()?);
        let whole = iso.len() == 7 || iso.as_bytes()[7] == b'-';
        let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !whole || year.len() != 4 || !figures(year) || !figures(month) {
            return None;
        }
        Month::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The English name, "August".
    pub fn name(self) -> &'static str {
        MONTHS[usize::from(self.month - 1)]
    }

    /// Months since the start of year 0.
    fn index(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month) - 1
    }

    fn from_index(index: u32) -> Month {
        Month { year: (index / 12) as u16, month: (index % 12) as u8 + 1 }
    }
}

impl fmt::Display for Month {
    /// ISO 8601: "2021-08".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// The width of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// One month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year, from January.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
}

impl Grain {
    const ALL: [Grain; 4] = [Grain::Month, Grain::Quarter, Grain::Year, Grain::Decade];

    fn months(self) -> u32 {
        match self {
            Grain::Month => 1,
            Grain::Quarter => 3,
            Grain::Year => 12,
            Grain::Decade => 120,
        }
    }
}

/// One step of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first month of the step.
    pub from: Month,
    /// The last month of the step (the first one for [`Grain::Month`]).
    pub to: Month,
    /// The count in it.
    pub count: u64,
}

/// Counts over time: every step from the first date to the last, empty ones with
/// zero, and the count of what has no month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The width of the steps.
    pub grain: Grain,
    /// The steps in order, without holes; none if nothing is dated.
    pub steps: Vec<Step>,
    /// The count of what has no month.
    pub undated: u64,
}

impl Series {
    /// The series of `counts` in the finest grain that needs at most `limit` steps
    /// (decades if none does; a limit of 0 counts as 1).
    pub fn new(counts: impl IntoIterator<Item = (Option<Month>, u64)>, limit: usize) -> Series {
        let mut months = BTreeMap::<u32, u64>::new();
        let mut undated = 0;
        for (month, count) in counts {
            match month {
                Some(month) => *months.entry(month.index()).or_default() += count,
                None => undated += count,
            }
        }
        let ends = months.keys().next().zip(months.keys().next_back());
        let Some((&first, &last)) = ends else {
            return Series { grain: Grain::Month, steps: Vec::new(), undated };
        };
        let steps_of = |grain: Grain| last / grain.months() - first / grain.months() + 1;
        let grain = Grain::ALL
            .into_iter()
            .find(|grain| steps_of(*grain) as usize <= limit.max(1))
            .unwrap_or(Grain::Decade);
        let width = grain.months();
        let start = first / width * width;
        let mut steps: Vec<Step> = (0..steps_of(grain))
            .map(|i| start + i * width)
            .map(|at| Step {
                from: Month::from_index(at),
                to: Month::from_index(at + width - 1),
                count: 0,
            })
            .collect();
        for (index, count) in months {
            steps[((index - start) / width) as usize].count += count;
        }
        Series { grain, steps, undated }
    }

    /// Several series over the same steps, from the first date of any to the last: for
    /// charts that compare.
    pub fn aligned(many: &[Vec<(Option<Month>, u64)>], limit: usize) -> Vec<Series> {
        // A month that counts nothing still begins or ends the steps.
        let months = many.iter().flatten().map(|(month, _)| (*month, 0));
        let all: Vec<(Option<Month>, u64)> = months.collect();
        many.iter().map(|own| Series::new(all.iter().chain(own).copied(), limit)).collect()
    }

    /// The total, with what has no month.
    pub fn total(&self) -> u64 {
        self.steps.iter().map(|step| step.count).sum::<u64>() + self.undated
    }

    /// The largest count of a step; 0 without steps.
    pub fn max(&self) -> u64 {
        self.steps.iter().map(|step| step.count).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_dates() {
        let rows = [
            ("2021-08-15", Some("2021-08")),
            ("2021-08", Some("2021-08")),
            ("0033-04-03", Some("0033-04")),
            ("2021", None),
            ("2021-13", None),
            ("2021-00-01", None),
            ("2021-8-15", None),
            ("+021-08", None),
            ("2021-081", None),
            ("август", None),
            ("", None),
        ];
        for (iso, want) in rows {
            let got = Month::of_iso(iso).map(|month| month.to_string());
            assert_eq!(got.as_deref(), want, "{iso}");
        }
        assert_eq!(Month::new(2021, 8).unwrap().name(), "August");
    }

    fn check(dates: &[&str], limit: usize, want: &str) {
        let series = Series::new(dates.iter().map(|iso| (Month::of_iso(iso), 1)), limit);
        let steps: Vec<String> =
            series.steps.iter().map(|s| format!("{}..{}={}", s.from, s.to, s.count)).collect();
        let got = format!("{:?} {} undated={}", series.grain, steps.join(" "), series.undated);
        assert_eq!(got, want, "{dates:?}");
        let counted: u64 = series.steps.iter().map(|s| s.count).sum();
        assert_eq!(counted + series.undated, dates.len() as u64, "nothing is lost");
    }

    #[test]
    fn series_without_holes() {
        check(&[], 24, "Month  undated=0");
        check(&["", "2021"], 24, "Month  undated=2");
        check(&["2021-08"], 24, "Month 2021-08..2021-08=1 undated=0");
        check(
            &["2021-11-30", "2022-01-02", "2021-11", ""],
            24,
            "Month 2021-11..2021-11=2 2021-12..2021-12=0 2022-01..2022-01=1 undated=1",
        );
        check(
            &["2021-02", "2021-08"],
            3,
            "Quarter 2021-01..2021-03=1 2021-04..2021-06=0 2021-07..2021-09=1 undated=0",
        );
        check(
            &["2021-02", "2023-08"],
            3,
            "Year 2021-01..2021-12=1 2022-01..2022-12=0 2023-01..2023-12=1 undated=0",
        );
        check(&["1999-12", "2001-01"], 0, "Decade 1990-01..1999-12=1 2000-01..2009-12=1 undated=0");
    }

    #[test]
    fn series_over_the_same_steps() {
        let counts = |dates: &[&str]| dates.iter().map(|iso| (Month::of_iso(iso), 1)).collect();
        // The dates of each series, the limit, and the series.
        type Row = (&'static [&'static [&'static str]], usize, &'static [&'static str]);
        let rows: &[Row] = &[
            (&[], 9, &[]),
            (&[&[], &[""]], 9, &["Month  undated=0", "Month  undated=1"]),
            (
                &[&["2021-02"], &["2021-04", "2021-03", ""]],
                9,
                &["Month 1 0 0 undated=0", "Month 0 1 1 undated=1"],
            ),
            (
                &[&["2021-02"], &["2022-08", "2022-09"]],
                9,
                &["Quarter 1 0 0 0 0 0 0 undated=0", "Quarter 0 0 0 0 0 0 2 undated=0"],
            ),
        ];
        for (many, limit, want) in rows {
            let many: Vec<Vec<(Option<Month>, u64)>> = many.iter().map(|d| counts(d)).collect();
            let got: Vec<String> = Series::aligned(&many, *limit)
                .iter()
                .map(|s| {
                    let steps: Vec<String> = s.steps.iter().map(|s| s.count.to_string()).collect();
                    format!("{:?} {} undated={}", s.grain, steps.join(" "), s.undated)
                })
                .collect();
            assert_eq!(got, *want, "{many:?}");
            for (series, own) in Series::aligned(&many, *limit).iter().zip(&many) {
                assert_eq!(series.total(), own.len() as u64, "nothing is lost");
            }
        }
    }
}

//! Scales: from values to places and to tints. Pure.

/// Even bands side by side with gaps between them, in fractions of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    count: usize,
    gap: f64,
}

impl Bands {
    /// `count` bands; `gap` is the share of a band's room that stays empty (0 to 1).
    pub fn new(count: usize, gap: f64) -> Bands {
        Bands { count: count.max(1), gap: gap.clamp(0.0, 0.95) }
    }

    /// Where band `i` starts.
    pub fn start(&self, i: usize) -> f64 {
        (i as f64 + self.gap / 2.0) / self.count as f64
    }

    /// The middle of band `i`.
    pub fn middle(&self, i: usize) -> f64 {
        (i as f64 + 0.5) / self.count as f64
    }

    /// The width of a band without its gap.
    pub fn width(&self) -> f64 {
        (1.0 - self.gap) / self.count as f64
    }
}

/// Classes of counts from light to dark. Counts of countries are skewed: a few have
/// most. So the bounds grow geometrically, and each class but the first holds about
/// as many doublings as the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The smallest count.
    from: u64,
    /// The largest count of each class, rising, each different; the last is the
    /// largest of all. Empty when nothing counts.
    tops: Vec<u64>,
}

impl Steps {
    /// The largest number of classes.
    pub const MAX_CLASSES: usize = 5;

    /// The classes for `counts`, of which zeros are left aside: one for each number
    /// from the smallest to the largest where they are few, else five.
    pub fn new(counts: impl IntoIterator<Item = u64>) -> Steps {
        let (mut min, mut max) = (u64::MAX, 0);
        for count in counts.into_iter().filter(|count| *count > 0) {
            (min, max) = (min.min(count), max.max(count));
        }
        let most = Steps::MAX_CLASSES as u64;
        if max < most + min.min(max) {
            return Steps { from: min, tops: (min..=max).collect() };
        }
        let growth = max as f64 / min as f64;
        let mut tops: Vec<u64> = Vec::new();
        for i in 1..=most {
            let top = min as f64 * growth.powf(i as f64 / most as f64);
            let least = tops.last().map_or(min, |last| last + 1);
            tops.push((top.round() as u64).clamp(least, max));
        }
        Steps { from: min, tops }
    }

    /// The tint of a count: 0 for none, 1 for the lightest class; the largest counts
    /// always have the darkest tint, [`Steps::MAX_CLASSES`].
    pub fn tint(&self, count: u64) -> usize {
        if count == 0 || self.tops.is_empty() {
            return 0;
        }
        let class = self.tops.iter().position(|top| count <= *top).unwrap_or(self.tops.len() - 1);
        Steps::MAX_CLASSES - (self.tops.len() - 1 - class)
    }

    /// Each class as its tint and its counts in figures ("1", "3–6").
    pub fn legend(&self) -> Vec<(usize, String)> {
        let mut from = self.from;
        let mut out = Vec::new();
        for &top in &self.tops {
            let label = if from == top { top.to_string() } else { format!("{from}–{top}") };
            out.push((self.tint(top), label));
            from = top + 1;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands() {
        let bands = Bands::new(4, 0.2);
        assert_eq!((bands.start(0), bands.middle(1), bands.width()), (0.025, 0.375, 0.2));
        assert!((bands.start(3) + bands.width() - 0.975).abs() < 1e-12);
        assert_eq!(Bands::new(0, 2.0).width(), 0.050000000000000044);
    }

    #[test]
    fn steps() {
        let rows: &[(&[u64], &str)] = &[
            (&[], ""),
            (&[0], ""),
            (&[1], "5:1"),
            (&[7, 7], "5:7"),
            (&[1, 0, 3], "3:1 4:2 5:3"),
            (&[1, 5], "1:1 2:2 3:3 4:4 5:5"),
            (&[60, 64], "1:60 2:61 3:62 4:63 5:64"),
            (&[1, 6], "1:1 2:2 3:3 4:4 5:5–6"),
            (&[1, 95], "1:1–2 2:3–6 3:7–15 4:16–38 5:39–95"),
            (&[60, 200], "1:60–76 2:77–97 3:98–124 4:125–157 5:158–200"),
            (&[20_000, 1], "1:1–7 2:8–53 3:54–381 4:382–2759 5:2760–20000"),
        ];
        for (counts, want) in rows {
            let steps = Steps::new(counts.iter().copied());
            let got: Vec<String> =
                steps.legend().iter().map(|(tint, label)| format!("{tint}:{label}")).collect();
            assert_eq!(got.join(" "), *want, "{counts:?}");
            assert_eq!(steps.tint(0), 0);
            if let Some(max) = counts.iter().max().filter(|max| **max > 0) {
                assert_eq!(steps.tint(*max), Steps::MAX_CLASSES);
            }
        }
    }

    #[test]
    fn tints_never_fall() {
        for max in 0..150 {
            for min in 1..=max {
                let steps = Steps::new([min, max]);
                for count in min..=max {
                    assert!(steps.tint(count) >= steps.tint(count - 1), "{count} of {min}–{max}");
                    assert!(
                        (1..=Steps::MAX_CLASSES).contains(&steps.tint(count)),
                        "{count} of {max}"
                    );
                }
            }
        }
    }
}

//! Association: do two things occur together more often than by chance?

/// How often two things (countries, words) occur, each and together, counted in
/// the same unit: paragraphs, sentences or articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoMention {
    /// Units with both.
    pub together: u64,
    /// Units with the first.
    pub first: u64,
    /// Units with the second.
    pub second: u64,
    /// Units in all.
    pub units: u64,
}

impl CoMention {
    /// How many units would hold both if the two were independent:
    /// `first * second / units`. `None` without units.
    ///
    /// Source: the expected frequency of a 2 by 2 contingency table, as in
    /// S. Evert, "Corpora and collocations" (2008), section 4.1.
    pub fn expected(&self) -> Option<f64> {
        (self.units > 0).then(|| self.first as f64 * self.second as f64 / self.units as f64)
    }

    /// `together / expected`: above one, the two attract each other. `None` where
    /// nothing is expected.
    pub fn ratio(&self) -> Option<f64> {
        self.expected().filter(|e| *e > 0.0).map(|e| self.together as f64 / e)
    }

    /// logDice, `14 + log2(2 * together / (first + second))`: at most 14, one more
    /// for twice as often, and independent of the number of units. `None` where
    /// the two never meet.
    ///
    /// Source: P. Rychlý, "A lexicographer-friendly association score",
    /// RASLAN 2008, pp. 6-9.
    pub fn log_dice(&self) -> Option<f64> {
        let sum = (self.first + self.second) as f64;
        (self.together > 0 && sum > 0.0).then(|| 14.0 + (2.0 * self.together as f64 / sum).log2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: Option<f64>, want: Option<f64>) -> bool {
        match (got, want) {
            (Some(got), Some(want)) => (got - want).abs() < 1e-9,
            (None, None) => true,
            _ => false,
        }
    }

    #[test]
    fn measures() {
        // (together, first, second, units) -> expected, ratio, logDice
        type Row = ([u64; 4], Option<f64>, Option<f64>, Option<f64>);
        let rows: &[Row] = &[
            ([0, 0, 0, 0], None, None, None),
            ([0, 0, 5, 10], Some(0.0), None, None),
            ([0, 4, 5, 10], Some(2.0), Some(0.0), None),
            ([4, 4, 4, 10], Some(1.6), Some(2.5), Some(14.0)),
            ([2, 4, 4, 16], Some(1.0), Some(2.0), Some(13.0)),
            ([1, 1, 127, 1000], Some(0.127), Some(1.0 / 0.127), Some(8.0)),
        ];
        for (counts, expected, ratio, dice) in rows {
            let [together, first, second, units] = *counts;
            let pair = CoMention { together, first, second, units };
            assert!(near(pair.expected(), *expected), "expected of {pair:?}");
            assert!(near(pair.ratio(), *ratio), "ratio of {pair:?}");
            assert!(near(pair.log_dice(), *dice), "logDice of {pair:?}");
        }
    }

    #[test]
    fn log_dice_does_not_depend_on_the_size_of_the_corpus() {
        let small = CoMention { together: 7, first: 20, second: 31, units: 60 };
        let large = CoMention { units: 6_000_000, ..small };
        assert_eq!(small.log_dice(), large.log_dice());
        assert_ne!(small.expected(), large.expected());
    }
}

//! Keyness: is something more frequent here than elsewhere?

/// Counts of one thing in two bodies of text, with the sizes of the bodies in
/// words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyness {
    /// How often it occurs here.
    pub here: u64,
    /// Words here.
    pub words_here: u64,
    /// How often it occurs elsewhere.
    pub elsewhere: u64,
    /// Words elsewhere.
    pub words_elsewhere: u64,
}

/// How unlikely a log-likelihood is by chance: the critical values of chi-square
/// with one degree of freedom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Significance {
    /// Below 3.84: may well be chance.
    None,
    /// p < 0.05, from 3.84.
    P05,
    /// p < 0.01, from 6.63.
    P01,
    /// p < 0.001, from 10.83.
    P001,
    /// p < 0.0001, from 15.13.
    P0001,
}

impl Keyness {
    /// Log-likelihood G2 = `2 * sum(observed * ln(observed / expected))` over the four cells: the
    /// two counts, and all other words of the two bodies. Zero where the rates are equal, `None`
    /// where a body is empty or smaller than its count.
    ///
    /// The form with the two counts alone (P. Rayson and R. Garside, "Comparing corpora using
    /// frequency profiling", 2000; UCREL's calculator) is much lower where a word is a large share of
    /// a body: 969 for 1403 in the third of the published values below.
    ///
    /// Source: T. Dunning, "Accurate methods for the statistics of surprise and
    /// coincidence" (1993).
    pub fn log_likelihood(&self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        let (a, b) = (self.here as f64, self.elsewhere as f64);
        if a > c || b > d {
            return None;
        }
        let rate = (a + b) / (c + d);
        let term = |observed: f64, expected: f64| {
            if observed > 0.0 { observed * (observed / expected).ln() } else { 0.0 }
        };
        let occurrences = term(a, c * rate) + term(b, d * rate);
        let others = term(c - a, c * (1.0 - rate)) + term(d - b, d * (1.0 - rate));
        // Rounding can leave a tiny negative sum where the rates are equal.
        Some((2.0 * (occurrences + others)).max(0.0))
    }

    /// The effect size Log Ratio: the binary logarithm of the ratio of the two
    /// rates, so 1 is twice as frequent here, -1 half as frequent. A count of zero
    /// is taken as one half, which keeps the measure finite. `None` where a body
    /// is empty or neither has any.
    ///
    /// Source: A. Hardie, "Log Ratio: an informal introduction" (2014).
    pub fn log_ratio(&self) -> Option<f64> {
        let (c, d) = self.sizes()?;
        if self.here + self.elsewhere == 0 {
            return None;
        }
        let or_half = |count: u64| if count == 0 { 0.5 } else { count as f64 };
        Some(((or_half(self.here) / c) / (or_half(self.elsewhere) / d)).log2())
    }

    /// How far the log-likelihood can be trusted.
    pub fn significance(&self) -> Option<Significance> {
        self.log_likelihood().map(|g2| match g2 {
            g2 if g2 >= 15.13 => Significance::P0001,
            g2 if g2 >= 10.83 => Significance::P001,
            g2 if g2 >= 6.63 => Significance::P01,
            g2 if g2 >= 3.84 => Significance::P05,
            _ => Significance::None,
        })
    }

    fn sizes(&self) -> Option<(f64, f64)> {
        (self.words_here > 0 && self.words_elsewhere > 0)
            .then_some((self.words_here as f64, self.words_elsewhere as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures() {
        // (here, words here, elsewhere, words elsewhere) -> G2, Log Ratio, significance
        type Row = ([u64; 4], Option<(f64, f64)>, Option<Significance>);
        let rows: &[Row] = &[
            ([1, 0, 1, 10], None, None),
            ([1, 10, 1, 0], None, None),
            ([11, 10, 1, 100], None, None),
            ([5, 100, 5, 100], Some((0.0, 0.0)), Some(Significance::None)),
            // The half for the zero.
            ([10, 100, 0, 100], Some((14.3895, 4.3219)), Some(Significance::P001)),
            ([0, 100, 10, 100], Some((14.3895, -4.3219)), Some(Significance::P001)),
            // Rates of 4 and 1 in a thousand, in large and in small bodies.
            ([40, 10_000, 10, 10_000], Some((19.3196, 2.0)), Some(Significance::P0001)),
            ([4, 1_000, 10, 10_000], Some((4.3460, 2.0)), Some(Significance::P05)),
        ];
        for (counts, want, significance) in rows {
            let [here, words_here, elsewhere, words_elsewhere] = *counts;
            let key = Keyness { here, words_here, elsewhere, words_elsewhere };
            let got = key.log_likelihood().zip(key.log_ratio());
            match (got, want) {
                (Some((g2, ratio)), Some((want_g2, want_ratio))) => {
                    assert!((g2 - want_g2).abs() < 1e-3, "G2 of {key:?} is {g2}");
                    assert!((ratio - want_ratio).abs() < 1e-3, "ratio of {key:?} is {ratio}");
                }
                (None, None) => {}
                other => panic!("{key:?}: {other:?}"),
            }
            assert_eq!(key.significance(), *significance, "{key:?}");
        }
    }

    #[test]
    fn published_values() {
        // (here, words here, elsewhere, words elsewhere) -> G2
        let rows = [
            // UCREL's slides: 2.65, not significant.
            ([52, 50_000, 57, 75_000], 2.654_064),
            // quanteda.textstats, tests/testthat/test-textstat_keyness.R, without correction.
            ([7, 10, 2, 9], 4.534_939),
            // The R package corpora 0.6, tests/keyness.R: Mensch, bis, MRSA, Antibiotika.
            ([770, 1_177, 56_155, 341_805], 1_402.612_254_648_797_3),
            ([43, 1_177, 0, 341_805], 489.610_025_91),
            ([411, 1_177, 13, 341_805], 4_711.916_499_175),
            ([13, 1_177, 0, 341_805], 147.686_061_84),
            // NLTK, nltk/test/collocations.doctest: 110 of 2,552 and 221 in 31,777 bigrams.
            ([110, 2_552, 111, 29_225], 270.72),
            ([8, 13, 24, 31_764], 95.29),
        ];
        for (counts, want) in rows {
            let [here, words_here, elsewhere, words_elsewhere] = counts;
            let key = Keyness { here, words_here, elsewhere, words_elsewhere };
            let got = key.log_likelihood().unwrap();
            assert!((got - want).abs() < 5e-3, "G2 of {key:?} is {got}, not {want}");
        }
    }

    #[test]
    fn neither_has_any() {
        let key = Keyness { here: 0, words_here: 10, elsewhere: 0, words_elsewhere: 10 };
        assert_eq!((key.log_likelihood(), key.log_ratio()), (Some(0.0), None));
    }
}

//! Dispersion: is something spread evenly over the parts (articles, tenths of an
//! article), or heaped in a few?

/// One part of a corpus: how often the thing occurs in it, and its size in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Occurrences in the part.
    pub count: u64,
    /// Words in the part.
    pub words: u64,
}

/// Gries's deviation of proportions, normalised: half the sum over the parts of
/// |share of occurrences - share of words|, divided by its largest possible value
/// (one less the smallest part's share). 0 is spread as the words are, 1 is all in
/// the smallest part. `None` without occurrences, words, or a second part that
/// has words.
///
/// Sources: S. Th. Gries, "Dispersions and adjusted frequencies in corpora"
/// (2008), the measure DP; normalisation: J. Lijffijt and S. Th. Gries,
/// "Correction to 'Dispersions …'" (2012).
pub fn deviation_of_proportions(parts: &[Part]) -> Option<f64> {
    let parts: Vec<Part> = parts.iter().copied().filter(|p| p.words > 0).collect();
    let occurrences: u64 = parts.iter().map(|p| p.count).sum();
    let words: u64 = parts.iter().map(|p| p.words).sum();
    let smallest = parts.iter().map(|p| p.words).min()?;
    if occurrences == 0 || parts.len() < 2 {
        return None;
    }
    let (occurrences, words) = (occurrences as f64, words as f64);
    let apart: f64 =
        parts.iter().map(|p| (p.count as f64 / occurrences - p.words as f64 / words).abs()).sum();
    Some((apart / 2.0 / (1.0 - smallest as f64 / words)).clamp(0.0, 1.0))
}

/// Juilland's D over the rates of the parts: `1 - V / sqrt(n - 1)`, where V is the
/// coefficient of variation (population standard deviation over mean). 1 is
/// perfectly even, 0 is all in one part. Rates, not counts, so that the parts may
/// differ in size. `None` without occurrences or a second part that has words.
///
/// Source: A. Juilland, D. Brodin and C. Davidovitch, "Frequency Dictionary of
/// French Words" (1970); with rates as in Gries (2008), section 2.
pub fn juilland_d(parts: &[Part]) -> Option<f64> {
    let rates: Vec<f64> =
        parts.iter().filter(|p| p.words > 0).map(|p| p.count as f64 / p.words as f64).collect();
    let n = rates.len() as f64;
    let mean = rates.iter().sum::<f64>() / n.max(1.0);
    if rates.len() < 2 || mean <= 0.0 {
        return None;
    }
    let variance = rates.iter().map(|r| (r - mean).powi(2)).sum::<f64>() / n;
    Some((1.0 - variance.sqrt() / mean / (n - 1.0).sqrt()).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(counts: &[(u64, u64)]) -> Vec<Part> {
        counts.iter().map(|&(count, words)| Part { count, words }).collect()
    }

    #[test]
    fn measures() {
        // (count, words) of each part -> DP normalised, Juilland's D
        type Row<'a> = (&'a [(u64, u64)], Option<f64>, Option<f64>);
        let rows: &[Row] = &[
            (&[], None, None),
            (&[(3, 100)], None, None),
            (&[(0, 100), (0, 100)], None, None),
            (&[(0, 0), (3, 100)], None, None),
            (&[(5, 100), (5, 100)], Some(0.0), Some(1.0)),
            (&[(2, 100), (4, 200), (6, 300)], Some(0.0), Some(1.0)),
            (&[(9, 100), (0, 100), (0, 100)], Some(1.0), Some(0.0)),
            // Shares 0.75 and 0.25 of halves: DP 0.25 of at most 0.5; V = 0.5.
            (&[(3, 100), (1, 100)], Some(0.5), Some(0.5)),
        ];
        for (counts, dp, d) in rows {
            let parts = parts(counts);
            let near = |got: Option<f64>, want: Option<f64>| match (got, want) {
                (Some(got), Some(want)) => (got - want).abs() < 1e-9,
                (got, want) => got == want,
            };
            let got = (deviation_of_proportions(&parts), juilland_d(&parts));
            assert!(near(got.0, *dp) && near(got.1, *d), "{counts:?}: {got:?}");
        }
    }

    #[test]
    fn the_example_of_gries_2008() {
        // Parts of 9, 10, 10, 10 and 11 words; DP as printed there, with the largest possible value
        // of 1 - 9 / 50 taken out again, and D of the rates.
        let sizes = [9, 10, 10, 10, 11];
        let counts: Vec<_> = [1, 2, 3, 4, 5].into_iter().zip(sizes).collect();
        let parts = parts(&counts);
        let normalised = deviation_of_proportions(&parts).unwrap();
        assert!((normalised * (1.0 - 9.0 / 50.0) - 0.18).abs() < 1e-9, "{normalised}");
        assert!((normalised - 0.2195).abs() < 5e-5, "{normalised}");
        assert!((juilland_d(&parts).unwrap() - 0.785).abs() < 5e-4);
    }

    #[test]
    fn published_values() {
        // tlda, README: ALLEMAND in ten parts.
        let counts = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0];
        let words = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930];
        let counts: Vec<_> = counts.into_iter().zip(words).collect();
        let allemand = parts(&counts);
        let (dp, d) =
            (deviation_of_proportions(&allemand).unwrap(), juilland_d(&allemand).unwrap());
        assert!((dp - 0.553_548).abs() < 1e-6, "{dp}");
        assert!((d - 0.603_879_7).abs() < 1e-6, "{d}");
        // Wordless, after Carroll 1970: D of five equal parts; DP of three, normalised.
        let five = parts(&[(0, 10), (4, 10), (3, 10), (2, 10), (1, 10)]);
        assert!((juilland_d(&five).unwrap() - 0.6464).abs() < 5e-5);
        let three = parts(&[(2, 10), (1, 10), (0, 10)]);
        assert!((deviation_of_proportions(&three).unwrap() - 0.5).abs() < 1e-9);
    }
}

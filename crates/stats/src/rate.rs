//! Rates: counts made comparable between texts of different length.

/// Occurrences in each thousand words: `1000 * count / words`. `None` without words.
pub fn per_thousand(count: u64, words: u64) -> Option<f64> {
    share(count, words).map(|share| share * 1000.0)
}

/// `part / whole`, from 0 to 1 when the part is of the whole. `None` of nothing.
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates() {
        let rows = [(0, 0, None), (3, 0, None), (0, 10, Some(0.0)), (7, 2000, Some(3.5))];
        for (count, words, want) in rows {
            assert_eq!(per_thousand(count, words), want, "{count} in {words}");
        }
        assert_eq!(share(1, 4), Some(0.25));
    }
}

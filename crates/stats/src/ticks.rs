//! Ticks: the round numbers at which an axis is labelled.

/// Round values that cover a range from zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The values, rising, the first 0.
    pub values: Vec<f64>,
    /// The distance between two values: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// How many decimals a label needs.
    pub decimals: usize,
}

impl Ticks {
    /// The last value: at least the largest value of the data.
    pub fn top(&self) -> f64 {
        self.values.last().copied().unwrap_or(0.0)
    }

    /// `value` with as many decimals as the step needs.
    pub fn label(&self, value: f64) -> String {
        format!("{value:.*}", self.decimals)
    }
}

/// Ticks from 0 to at least `max` in about `wanted` steps (at least one). For
/// counts, pass `whole`: then no step is below 1. A `max` that is not a positive
/// number gives the ticks of 1.
///
/// Source: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
pub fn ticks(max: f64, wanted: usize, whole: bool) -> Ticks {
    let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
    let rough = max / wanted.max(1) as f64;
    let mut step = nice(rough);
    if whole {
        step = step.max(1.0);
    }
    // A hair less, so that 3 / 0.1 = 30.000000000000004 does not add a tick.
    let count = (max / step - 1e-9).ceil().max(1.0) as usize;
    let decimals = (-step.log10()).ceil().max(0.0) as usize;
    Ticks { values: (0..=count).map(|i| i as f64 * step).collect(), step, decimals }
}

/// The smallest of 1, 2, 5 or 10 times a power of ten that is at least `value`,
/// give or take rounding.
fn nice(value: f64) -> f64 {
    let power = 10f64.powf(value.log10().floor());
    let fraction = value / power;
    let leading = [1.0, 2.0, 5.0].into_iter().find(|n| fraction <= n + 1e-9).unwrap_or(10.0);
    leading * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_values() {
        let rows: &[(f64, usize, bool, &str)] = &[
            (0.0, 4, true, "0 1"),
            (f64::NAN, 4, true, "0 1"),
            (1.0, 4, true, "0 1"),
            (3.0, 4, true, "0 1 2 3"),
            (7.0, 4, true, "0 2 4 6 8"),
            (95.0, 4, true, "0 50 100"),
            (100.0, 5, true, "0 20 40 60 80 100"),
            (0.3, 3, false, "0.0 0.1 0.2 0.3"),
            (1.0, 4, false, "0.0 0.5 1.0"),
            (0.004, 2, false, "0.000 0.002 0.004"),
            (12_345.0, 3, true, "0 5000 10000 15000"),
            (5.0, 0, true, "0 5"),
        ];
        for (max, wanted, whole, want) in rows {
            let ticks = ticks(*max, *wanted, *whole);
            let got: Vec<String> = ticks.values.iter().map(|v| ticks.label(*v)).collect();
            assert_eq!(got.join(" "), *want, "{max} in {wanted}");
        }
    }

    #[test]
    fn cover_every_maximum() {
        for max in 1..2000u32 {
            for wanted in 1..8 {
                let ticks = ticks(f64::from(max), wanted, true);
                assert!(ticks.top() >= f64::from(max), "{max} in {wanted}");
                assert!(ticks.values.len() <= wanted + 1, "{max} in {wanted}: {ticks:?}");
            }
        }
    }
}

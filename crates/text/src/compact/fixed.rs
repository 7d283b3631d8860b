//! Numbers as text, without the tables that printing floats exactly takes: they are
//! 10 kB of a page, for digits that nobody reads.

/// A number with this many decimals (up to 9), halves rounded away from zero; what
/// is not finite, or too large for 64 bits with its decimals, is `–`.
pub fn fixed(value: f64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals.min(9));
    let scaled = (value.abs() * scale as f64).round();
    if !scaled.is_finite() || scaled >= u64::MAX as f64 {
        return "–".to_owned();
    }
    let scaled = scaled as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let whole = scaled / scale;
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{:0width$}", scaled % scale, width = decimals.min(9) as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_so_many_decimals() {
        let rows = [
            (0.0, 0, "0"),
            (2.5, 0, "3"),
            (-0.04, 1, "0.0"),
            (-1.25, 1, "-1.3"),
            (1.23456, 2, "1.23"),
            (0.005, 3, "0.005"),
            (99.999, 2, "100.00"),
            (1e300, 2, "–"),
            (f64::NAN, 1, "–"),
            (f64::NEG_INFINITY, 0, "–"),
        ];
        for (value, decimals, expected) in rows {
            assert_eq!(fixed(value, decimals), expected, "{value} {decimals}");
        }
    }

    #[test]
    fn agrees_with_the_formatter_away_from_halves() {
        for n in -2_000..2_000 {
            let value = f64::from(n) * 0.137 + 0.0007;
            for decimals in 0..4_u32 {
                let expected = format!("{value:.width$}", width = decimals as usize);
                let is_zero = !expected.contains(|c: char| ('1'..='9').contains(&c));
                let expected = if is_zero { expected.trim_start_matches('-') } else { &expected };
                assert_eq!(fixed(value, decimals), expected, "{value} {decimals}");
            }
        }
    }
}

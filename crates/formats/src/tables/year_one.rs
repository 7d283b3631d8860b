//! Words that a program took for dates: csvkit writes a weekday or a month as a day of the year 1.

/// Whether a value is such a day: `0001-01-07`, with or without a time.
pub(super) fn is_day_of_year_one(value: &str) -> bool {
    let day = value.trim().get(..10).unwrap_or("").as_bytes();
    day.starts_with(b"0001-")
        && day[7] == b'-'
        && [5, 6, 8, 9].iter().all(|at| day[*at].is_ascii_digit())
}

/// The note on the columns of a row that hold such days; `None` when none does.
pub(super) fn note<'a>(row: impl Iterator<Item = (&'a str, &'a [String])>) -> Option<String> {
    let is_misread = |values: &[String]| values.iter().any(|value| is_day_of_year_one(value));
    let columns: Vec<String> =
        row.filter(|(_, values)| is_misread(values)).map(|(name, _)| format!("{name:?}")).collect();
    (!columns.is_empty()).then(|| {
        format!(
            "days of the year 1 in {}: a program (csvkit?) took weekdays or months for dates; \
             save the table without guessing types (csvkit: --no-inference)",
            columns.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_year_one_are_told_from_other_values() {
        let cases = [
            ("0001-01-07", true),
            (" 0001-05-01T00:00:00 ", true),
            ("0001-1-7", false),
            ("2001-01-07", false),
            ("0001", false),
            ("0001-01", false),
            ("0001-ab-cd", false),
            ("0001 – дни", false),
            ("", false),
        ];
        for (value, want) in cases {
            assert_eq!(is_day_of_year_one(value), want, "{value:?}");
        }
    }
}

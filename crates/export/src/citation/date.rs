//! Parts of an ISO 8601 date that may be cut short after the year or the month.

use dateline_text::english::MONTHS;

/// Year, month and day as far as `iso` tells them: "2021-08" gives `[2021, 8]`.
/// Nothing for a text that is not such a date.
pub(super) fn parts(iso: &str) -> Vec<u32> {
    let fields: Vec<&str> = iso.trim().split('-').collect();
    let widths = [4, 2, 2];
    let well_formed = fields.len() <= 3
        && fields.iter().zip(widths).all(|(field, width)| {
            field.len() == width && field.bytes().all(|b| b.is_ascii_digit())
        });
    let numbers: Vec<u32> = fields.iter().filter_map(|field| field.parse().ok()).collect();
    let in_range = numbers.get(1).is_none_or(|month| (1..=12).contains(month))
        && numbers.get(2).is_none_or(|day| (1..=31).contains(day));
    if well_formed && in_range { numbers } else { Vec::new() }
}

/// "13 May 2023", "May 2023" or "2023"; nothing for a text that is not a date.
pub(super) fn words(iso: &str) -> String {
    match parts(iso)[..] {
        [year, month, day] => format!("{day} {} {year}", MONTHS[month as usize - 1]),
        [year, month] => format!("{} {year}", MONTHS[month as usize - 1]),
        [year] => year.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_dates() {
        let rows = [
            ("2023-05-13", "13 May 2023"),
            ("2023-05", "May 2023"),
            ("2023", "2023"),
            ("2023-13", ""),
            ("2023-05-00", ""),
            ("23-05-13", ""),
            ("May 2023", ""),
            ("", ""),
        ];
        for (iso, want) in rows {
            assert_eq!(words(iso), want, "{iso}");
        }
    }
}

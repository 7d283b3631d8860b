//! Numbers, dates and kinds in words, as they stand on the page.

use dateline_corpus::{Date, Kind, Standing};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A number with commas between thousands.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number with its noun: `1 article`, `2 articles`.
pub fn count(n: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(n), if n == 1 { "" } else { "s" })
}

/// A date as prose: `13 May 2023`, `May 2023`, `2023`.
pub fn date(date: Date) -> String {
    let month = date.month().and_then(|m| MONTHS.get(m as usize - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// A part of a whole as a percentage without decimals; a part that is there is
/// never none.
pub fn percent(part: f64) -> String {
    match part * 100.0 {
        p if p > 0.0 && p < 0.5 => "<1 %".to_owned(),
        p => format!("{p:.0} %"),
    }
}

/// A kind in the plural, as in the address.
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "names",
        Kind::Demonym => "demonyms",
        Kind::Capital => "capitals",
        Kind::Place => "places",
    }
}

/// What is hidden, for the line that stands in its place.
pub fn hidden(standing: Standing, lines: usize) -> String {
    match standing {
        Standing::Furniture => format!("{} of page furniture", count(lines, "line")),
        Standing::Repeat | Standing::Clean => {
            format!("{} that repeat{}", count(lines, "line"), if lines == 1 { "s" } else { "" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let rows =
            [(0, "0"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_000_000, "1,000,000")];
        rows.iter().for_each(|(n, words)| assert_eq!(number(*n), *words));
        assert_eq!((count(1, "hit"), count(0, "hit")), ("1 hit".into(), "0 hits".into()));
        assert_eq!([0.0, 0.001, 0.256, 1.0].map(percent), ["0 %", "<1 %", "26 %", "100 %"]);
    }

    #[test]
    fn dates() {
        let rows = [("2023-05-13T18:32", "13 May 2023"), ("2023-05", "May 2023"), ("2023", "2023")];
        let words = |iso| Date::parse(iso).map(date);
        rows.iter().for_each(|(iso, prose)| assert_eq!(words(iso).as_deref(), Some(*prose)));
    }
}

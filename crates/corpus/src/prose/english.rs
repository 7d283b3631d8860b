//! English: dates in words, lists, and the names of countries in a sentence.

use crate::date::Date;
use dateline_text::english::MONTHS;

/// The separator before item `i` of a list of `n`: nothing, a comma, or "and".
pub fn joint(i: usize, n: usize) -> &'static str {
    match i {
        0 => "",
        i if i + 1 == n => " and ",
        _ => ", ",
    }
}

/// The article that a country's name takes in a sentence: "the " or nothing.
pub fn the(country: &str) -> &'static str {
    const FIRST: [&str; 9] = [
        "United ",
        "Netherlands",
        "Philippines",
        "Bahamas",
        "Gambia",
        "Maldives",
        "Comoros",
        "Seychelles",
        "Czech Republic",
    ];
    const LAST: [&str; 4] = ["Republic", "Islands", "Territories", "Emirates"];
    let named = FIRST.iter().any(|start| country.starts_with(start))
        || LAST.iter().any(|end| country.ends_with(end))
        || ["DR Congo", "Republic of the Congo", "Vatican City State"].contains(&country);
    if named { "the " } else { "" }
}

/// A date in words as far as it is known: "13 May 2023", "May 2023", "2023". The time of day is
/// left out.
pub fn date(date: Date) -> String {
    let month = date.month().and_then(|m| MONTHS.get(m as usize - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_sentences() {
        let rows = [
            ("China", ""),
            ("United States", "the "),
            ("United Arab Emirates", "the "),
            ("Dominican Republic", "the "),
            ("Solomon Islands", "the "),
            ("DR Congo", "the "),
            ("Netherlands", "the "),
            ("Iran", ""),
        ];
        for (name, want) in rows {
            assert_eq!(the(name), want, "{name}");
        }
    }

    #[test]
    fn dates() {
        let rows = [
            ("2023-05-13", "13 May 2023"),
            ("2023-05-03T18:32", "3 May 2023"),
            ("2023-05", "May 2023"),
            ("2023", "2023"),
        ];
        for (iso, want) in rows {
            assert_eq!(Date::parse(iso).map(date).as_deref(), Some(want), "{iso}");
        }
    }
}

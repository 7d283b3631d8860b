//! English words around numbers: months, numbers in figures or words, and nouns that agree
//! with a count.

/// The months, January first.
pub const MONTHS: [&str; 12] = [
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

/// A whole number in figures, with commas between thousands: "7,114".
pub fn figures(n: usize) -> String {
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

/// A whole number: in words to ten, then in figures.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| figures(n), |word| (*word).to_owned())
}

/// The noun as it stands behind the number `n`: "article" for 1, else "articles". For nouns
/// with a regular plural: "country" becomes "countries", "match" "matches".
pub fn plural(n: usize, noun: &str) -> String {
    if n == 1 {
        return noun.to_owned();
    }
    let vowel_before_y = |stem: &str| stem.ends_with(['a', 'e', 'o', 'u']);
    match noun.strip_suffix('y') {
        Some(stem) if !vowel_before_y(stem) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// A number in figures with its noun: "1 article", "7,114 articles".
pub fn count(n: usize, noun: &str) -> String {
    format!("{} {}", figures(n), plural(n, noun))
}

/// A number in words with its noun: "one article", "five articles", "no articles".
pub fn counted(n: usize, noun: &str) -> String {
    format!("{} {}", number(n), plural(n, noun))
}

/// `text` with its first letter in capitals, where that is an ASCII letter.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| {
        std::iter::once(c.to_ascii_uppercase()).chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_their_nouns() {
        let rows = [
            (0, "no articles", "0 articles"),
            (1, "one article", "1 article"),
            (2, "two articles", "2 articles"),
            (10, "ten articles", "10 articles"),
            (11, "11 articles", "11 articles"),
            (999, "999 articles", "999 articles"),
            (1000, "1,000 articles", "1,000 articles"),
            (1_234_567, "1,234,567 articles", "1,234,567 articles"),
        ];
        for (n, in_words, in_figures) in rows {
            assert_eq!(
                (counted(n, "article"), count(n, "article")),
                (in_words.into(), in_figures.into())
            );
        }
        assert_eq!(["five", ""].map(capitalised), ["Five", ""]);
    }

    #[test]
    fn plurals() {
        let rows = [
            ("article", "articles"),
            ("country", "countries"),
            ("day", "days"),
            ("match", "matches"),
            ("index", "indexes"),
            ("class", "classes"),
        ];
        for (noun, want) in rows {
            assert_eq!((plural(1, noun).as_str(), plural(2, noun).as_str()), (noun, want));
        }
    }
}

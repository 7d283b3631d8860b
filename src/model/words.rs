//! Numbers, dates and kinds in words, as they stand on the page.

pub use dateline_corpus::english::date;
use dateline_corpus::{BlockKind, Counting, DateRange, Holds, Kind, Standing};
use dateline_text::compact::fixed;
pub use dateline_text::english::{count, figures as number};

/// How the focus is worked out, wherever it is shown.
pub const FOCUS: &str = "its share of an article’s mentions, those in the title worth three and those \
     in the lead two; the mean over the articles that mention any country";

/// How many articles so many texts are, of which some hold none: `5 articles`,
/// `4 articles; 1 of 5 texts contains none`.
pub fn holding(texts: usize, nothing: usize) -> String {
    let articles = count(texts - nothing.min(texts), "article");
    match nothing {
        0 => articles,
        n => {
            let holds = if n == 1 { "contains" } else { "contain" };
            format!("{articles}; {} of {} {holds} none", number(n), count(texts, "text"))
        }
    }
}

/// What is to be said of a text that does not hold one article.
pub fn holds(holds: Holds<'_>) -> Option<String> {
    match holds {
        Holds::OneArticle => None,
        Holds::Several(n) => Some(format!("{n} articles in one text")),
        Holds::Nothing(what) => Some(format!("not an article: {what}")),
    }
}

/// A part of a whole as a percentage without decimals; a part that is there is
/// never none.
pub fn percent(part: f64) -> String {
    match part * 100.0 {
        p if p > 0.0 && p < 0.5 => "<1 %".to_owned(),
        p => format!("{} %", fixed(p, 0)),
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

/// The kind of a block as readers know it; its name in files is that of contracts.
pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Furniture => "boilerplate",
        kind => kind.name(),
    }
}

/// A range of dates: `March 1987`, `March 1987 to April 1988`, `since March 1987`.
pub fn dates(range: &DateRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => format!("{} to {}", date(from), date(to)),
        (Some(from), None) => format!("since {}", date(from)),
        (None, Some(to)) => format!("until {}", date(to)),
        (None, None) => "any date".to_owned(),
    }
}

/// What is hidden, for the line that stands in its place.
pub fn hidden(standing: Standing, lines: usize) -> String {
    match standing {
        Standing::Furniture => format!("{} of boilerplate", count(lines, "line")),
        Standing::Repeat | Standing::Clean => {
            format!("{} that repeat{}", count(lines, "line"), if lines == 1 { "s" } else { "" })
        }
    }
}

/// What is counted, in words: "names, demonyms, capitals; in clean text, each once".
pub fn counting(counting: &Counting) -> String {
    let names: Vec<&str> = counting.kinds.iter().map(kinds).collect();
    let kinds = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
    let inside = if counting.in_name { "" } else { ", not inside longer names" };
    let text = match (counting.repeats, counting.furniture) {
        (false, false) => "in clean text, each once",
        (true, false) => "with repeats",
        (false, true) => "with boilerplate",
        (true, true) => "with repeats and boilerplate",
    };
    format!("{kinds}{inside}; {text}")
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
    fn texts_and_articles() {
        let rows = [
            ((5, 0), "5 articles"),
            ((5, 1), "4 articles; 1 of 5 texts contains none"),
            ((1, 1), "0 articles; 1 of 1 text contains none"),
            ((1200, 30), "1,170 articles; 30 of 1,200 texts contain none"),
        ];
        rows.iter().for_each(|((texts, none), says)| assert_eq!(holding(*texts, *none), *says));
        let rows = [
            (Holds::OneArticle, None),
            (Holds::Several(3), Some("3 articles in one text")),
            (Holds::Nothing("a list of links"), Some("not an article: a list of links")),
        ];
        rows.iter().for_each(|(held, says)| assert_eq!(super::holds(*held).as_deref(), *says));
    }
}

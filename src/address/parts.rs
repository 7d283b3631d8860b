//! The values that an address holds, each with its spelling. `parse` gives what
//! would have been understood as its error.

use dateline_corpus::ContextSort;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Summary, map, ranking, dispersion, co-mentions.
    #[default]
    Overview,
    /// Results and reader.
    Articles,
    /// The table of countries.
    Countries,
    /// One country's page.
    Country,
    /// The concordance.
    Contexts,
    /// What the reader brought.
    Yours,
    /// What is counted and how, sources, keys, privacy.
    About,
}

impl View {
    /// Every page in the order of the navigation.
    pub const ALL: [View; 7] = [
        View::Overview,
        View::Articles,
        View::Countries,
        View::Country,
        View::Contexts,
        View::Yours,
        View::About,
    ];

    /// The spelling in the address.
    pub fn name(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Articles => "articles",
            View::Countries => "countries",
            View::Country => "country",
            View::Contexts => "contexts",
            View::Yours => "yours",
            View::About => "about",
        }
    }

    /// The page of a spelling.
    pub fn from_name(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|v| v.name() == name)
    }
}

/// A column and a direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The column; empty for the view's own.
    pub column: String,
    /// From large to small.
    pub descending: bool,
}

impl Order {
    pub(super) fn parse(text: &str) -> Result<Order, &'static str> {
        let (column, descending) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let word = !column.is_empty() && column.bytes().all(|b| b.is_ascii_lowercase());
        let column = word.then(|| column.to_owned()).ok_or("the name of a column")?;
        Ok(Order { column, descending })
    }

    pub(super) fn print(&self) -> String {
        match (self.column.as_str(), self.descending) {
            ("", _) => String::new(),
            (column, true) => format!("-{column}"),
            (column, false) => column.to_owned(),
        }
    }
}

/// Which form of the article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextForm {
    /// Furniture and repeats folded to one line each.
    #[default]
    Clean,
    /// Every byte as it came.
    Raw,
}

impl TextForm {
    pub(super) fn parse(text: &str) -> Result<TextForm, &'static str> {
        match text {
            "clean" => Ok(TextForm::Clean),
            "raw" => Ok(TextForm::Raw),
            _ => Err("clean or raw"),
        }
    }

    pub(super) fn print(self) -> &'static str {
        match self {
            TextForm::Clean => "",
            TextForm::Raw => "raw",
        }
    }
}

/// The most words on either side of a line of a concordance.
const MAX_WIDTH: u32 = 50;

/// Words on either side of a line of a concordance.
pub(super) fn width(value: &str) -> Result<u32, &'static str> {
    number(value).ok().filter(|n| *n <= MAX_WIDTH).ok_or("a number of words, at most 50")
}

/// A count from 1.
pub(super) fn number(text: &str) -> Result<u32, &'static str> {
    text.parse().ok().filter(|n| *n > 0).ok_or("a number from 1")
}

/// Up to three sort keys of a concordance.
pub(super) fn positions(text: &str) -> Result<Vec<ContextSort>, &'static str> {
    let keys: Option<Vec<_>> = text.split(',').map(ContextSort::from_name).collect();
    keys.filter(|k| k.len() <= 3).ok_or("up to three of 1L to 9L, 0, 1R to 9R, place")
}

/// Two spellings of one switch: whether it stands away from its default.
pub(super) fn switch(text: &str, away: &str, default: &str) -> Result<bool, &'static str> {
    match text {
        t if t == away => Ok(true),
        t if t == default => Ok(false),
        _ => Err("on or off"),
    }
}

/// The start of a hash in hexadecimal, in small letters.
pub(super) fn hash(text: &str) -> Result<String, &'static str> {
    let is_hash = text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
    is_hash.then(|| text.to_ascii_lowercase()).ok_or("eight hexadecimal digits")
}

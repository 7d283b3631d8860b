//! The values that an address holds, each with its spelling. `parse` gives what
//! would have been understood as its error.

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
    /// What is counted and how, sources, keys, privacy.
    About,
}

impl View {
    /// Every page in the order of the navigation.
    pub const ALL: [View; 6] = [
        View::Overview,
        View::Articles,
        View::Countries,
        View::Country,
        View::Contexts,
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
            View::About => "about",
        }
    }

    /// The page of a spelling.
    pub fn from_name(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|v| v.name() == name)
    }
}

/// A value that the selection includes or excludes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The value: a code, a source.
    pub value: String,
    /// Excluded instead of included.
    pub exclude: bool,
}

impl Filter {
    /// Reads `value` or `-value`; `\-value` includes a value that begins so.
    pub(super) fn parse(text: &str) -> Filter {
        let (value, exclude) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let value = value.strip_prefix('\\').unwrap_or(value);
        Filter { value: value.to_owned(), exclude }
    }

    /// The spelling in the address.
    pub(super) fn print(&self) -> String {
        let escape = if self.value.starts_with(['-', '\\']) { "\\" } else { "" };
        format!("{}{escape}{}", if self.exclude { "-" } else { "" }, self.value)
    }
}

/// A range of dates, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dates {
    /// ISO dates of any precision; an open end is `None`.
    Range {
        /// First day, month or year.
        from: Option<String>,
        /// Last day, month or year.
        to: Option<String>,
    },
    /// Articles that print no date.
    Undated,
}

impl Dates {
    /// One month, year or day.
    pub fn only(iso: &str) -> Dates {
        Dates::Range { from: Some(iso.to_owned()), to: Some(iso.to_owned()) }
    }

    pub(super) fn parse(text: &str) -> Result<Dates, &'static str> {
        const EXPECTED: &str = "undated, or dates such as 2021-08..2021-12";
        if text == "undated" {
            return Ok(Dates::Undated);
        }
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let end = |s: &str| match s {
            "" => Ok(None),
            s if is_iso(s) => Ok(Some(s.to_owned())),
            _ => Err(EXPECTED),
        };
        match (end(from)?, end(to)?) {
            (None, None) => Err(EXPECTED),
            (from, to) => Ok(Dates::Range { from, to }),
        }
    }

    pub(super) fn print(&self) -> String {
        match self {
            Dates::Undated => "undated".to_owned(),
            Dates::Range { from, to } if from == to => from.clone().unwrap_or_default(),
            Dates::Range { from, to } => {
                let end = |s: &Option<String>| s.clone().unwrap_or_default();
                format!("{}..{}", end(from), end(to))
            }
        }
    }
}

/// Whether `text` is a year, month or day in ISO 8601.
fn is_iso(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |digits: usize, max: u32| match parts.next() {
        None => Some(false),
        Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
            p.parse().ok().filter(|n| (1..=max).contains(n)).map(|_| true)
        }
        Some(_) => None,
    };
    let year = part(4, 9999);
    let rest = (part(2, 12), part(2, 31));
    year == Some(true)
        && matches!(rest, (Some(_), Some(false)) | (Some(true), Some(true)))
        && parts.next().is_none()
}

/// What is counted as a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counting {
    /// China, U.S.
    pub names: bool,
    /// Chinese, Afghans.
    pub demonyms: bool,
    /// Kabul, "Beijing said".
    pub capitals: bool,
    /// Xinjiang, the Kremlin.
    pub places: bool,
    /// In paragraphs that repeat.
    pub repeats: bool,
    /// In navigation, advertisements and the like.
    pub furniture: bool,
    /// Inside a longer proper name.
    pub in_names: bool,
}

impl Default for Counting {
    fn default() -> Self {
        Counting {
            names: true,
            demonyms: true,
            capitals: true,
            places: false,
            repeats: false,
            furniture: false,
            in_names: true,
        }
    }
}

impl Counting {
    /// Every switch with its spelling, in the order of the address.
    pub const SWITCHES: [&'static str; 7] =
        ["names", "demonyms", "capitals", "places", "in-names", "repeats", "furniture"];

    /// The switch of a spelling.
    pub fn get(&self, name: &str) -> bool {
        let mut copy = *self;
        copy.switch(name).is_some_and(|s| *s)
    }

    /// The same with one switch turned.
    pub fn toggled(mut self, name: &str) -> Counting {
        if let Some(switch) = self.switch(name) {
            *switch = !*switch;
        }
        self
    }

    fn switch(&mut self, name: &str) -> Option<&mut bool> {
        Some(match name {
            "names" => &mut self.names,
            "demonyms" => &mut self.demonyms,
            "capitals" => &mut self.capitals,
            "places" => &mut self.places,
            "in-names" => &mut self.in_names,
            "repeats" => &mut self.repeats,
            "furniture" => &mut self.furniture,
            _ => return None,
        })
    }

    /// Reads a list of what is counted. Being inside a name is counted unless
    /// the list says `-in-names`; `none` counts no kind.
    pub(super) fn parse(text: &str) -> Result<Counting, &'static str> {
        let mut counting = Counting {
            names: false,
            demonyms: false,
            capitals: false,
            places: false,
            repeats: false,
            furniture: false,
            in_names: true,
        };
        for word in text.split(',').filter(|w| *w != "none") {
            match word {
                "-in-names" => counting.in_names = false,
                _ => {
                    *counting.switch(word).ok_or(
                        "a list of names, demonyms, capitals, places, repeats, furniture, -in-names",
                    )? = true;
                }
            }
        }
        Ok(counting)
    }

    /// Empty when nothing differs from the default.
    pub(super) fn print(&self) -> String {
        if *self == Counting::default() {
            return String::new();
        }
        let on = |name: &&&str| **name != "in-names" && self.get(name);
        let mut words: Vec<&str> = Self::SWITCHES.iter().filter(on).copied().collect();
        if !(self.names || self.demonyms || self.capitals || self.places) {
            words.insert(0, "none");
        }
        if !self.in_names {
            words.push("-in-names");
        }
        words.join(",")
    }
}

/// The order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By relevance; without a query in the order of the corpus.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
    /// By title.
    Title,
}

impl Sort {
    /// Every order.
    pub const ALL: [Sort; 4] = [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title];

    /// The spelling in the address; empty for the default.
    pub fn print(self) -> &'static str {
        match self {
            Sort::Relevance => "",
            Sort::Newest => "-date",
            Sort::Oldest => "date",
            Sort::Title => "title",
        }
    }

    /// The order of a spelling.
    pub fn parse(text: &str) -> Result<Sort, &'static str> {
        if text == "relevance" {
            return Ok(Sort::Relevance);
        }
        Sort::ALL.into_iter().find(|s| s.print() == text).ok_or("relevance, date, -date or title")
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

/// Filters as a comma list.
pub(super) fn list(filters: &[Filter]) -> String {
    filters.iter().map(Filter::print).collect::<Vec<_>>().join(",")
}

/// A count from 1.
pub(super) fn number(text: &str) -> Result<u32, &'static str> {
    text.parse().ok().filter(|n| *n > 0).ok_or("a number from 1")
}

/// A two-letter country code, in capitals.
pub(super) fn country(text: &str) -> Result<String, &'static str> {
    let is_code = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    is_code.then(|| text.to_ascii_uppercase()).ok_or("a two-letter country code")
}

/// Codes included and excluded, as in `CN,-US`.
pub(super) fn countries(text: &str) -> Result<Vec<Filter>, &'static str> {
    let mut filters: Vec<Filter> = Vec::new();
    for part in text.split(',').filter(|p| !p.is_empty()) {
        let Filter { value, exclude } = Filter::parse(part);
        let value = country(&value).map_err(|_| "country codes such as CN,-US")?;
        if !filters.iter().any(|f| f.value == value) {
            filters.push(Filter { value, exclude });
        }
    }
    Ok(filters)
}

/// Up to three positions of a concordance: `1L` to `9R`, or `0` for the node.
pub(super) fn positions(text: &str) -> Result<Vec<String>, &'static str> {
    let known = |p: &&str| match p.as_bytes() {
        [b'0'] => true,
        [number, side] => (b'1'..=b'9').contains(number) && matches!(side, b'L' | b'R'),
        _ => false,
    };
    let positions: Vec<&str> = text.split(',').collect();
    if positions.len() > 3 || !positions.iter().all(known) {
        return Err("up to three positions such as 1L,1R,0");
    }
    Ok(positions.into_iter().map(str::to_owned).collect())
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

/// One filter moved on: off, included, excluded, off.
pub(super) fn cycle(filters: &[Filter], value: &str) -> Vec<Filter> {
    let next = match filters.iter().find(|f| f.value == value) {
        None => Some(false),
        Some(f) if !f.exclude => Some(true),
        Some(_) => None,
    };
    put(filters, value, next)
}

/// One filter included, excluded or removed.
pub(super) fn put(filters: &[Filter], value: &str, exclude: Option<bool>) -> Vec<Filter> {
    let mut filters = filters.to_vec();
    match (filters.iter().position(|f| f.value == value), exclude) {
        (Some(i), Some(exclude)) => filters[i].exclude = exclude,
        (Some(i), None) => drop(filters.remove(i)),
        (None, Some(exclude)) => filters.push(Filter { value: value.to_owned(), exclude }),
        (None, None) => {}
    }
    filters
}

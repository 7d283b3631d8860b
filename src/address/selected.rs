//! The selection as keys and values of the address.

use dateline_corpus::{
    Choice, Choices, Counting, Country, DateRange, Kind, KindSet, Selection, Sort,
};

/// Takes a key that belongs to the selection; `None` when it does not. The error is
/// what would have been understood.
pub(super) fn set(s: &mut Selection, key: &str, value: &str) -> Option<Result<(), &'static str>> {
    match key {
        "q" => value.clone_into(&mut s.query),
        "country" => return Some(parse_countries(value).map(|c| s.countries = c)),
        "source" => choose(&mut s.sources, value),
        "date" => return Some(parse_dates(s, value)),
        "count" => return Some(parse_counting(value).map(|c| s.counting = c)),
        "sort" => {
            let sort = Sort::from_name(value).map(|sort| s.sort = sort);
            return Some(sort.ok_or("relevance, date, oldest, title, mentions or corpus"));
        }
        _ => {
            let field = key.strip_prefix("f.").filter(|name| !name.is_empty())?;
            choose(s.fields.entry(field.to_owned()).or_default(), value);
        }
    }
    Some(Ok(()))
}

/// The keys and values of a selection; nothing for what is at its default.
pub(super) fn print(s: &Selection) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut put = |key: &str, value: String| {
        if !value.is_empty() {
            pairs.push((key.to_owned(), value));
        }
    };
    put("q", s.query.clone());
    put("country", countries(&s.countries));
    put("date", dates(s));
    put("count", counting(&s.counting));
    put("sort", if s.sort == Sort::default() { String::new() } else { s.sort.name().to_owned() });
    let sources = chosen(&s.sources).map(|v| ("source".to_owned(), v));
    let fields = s.fields.iter().flat_map(|(k, c)| chosen(c).map(move |v| (format!("f.{k}"), v)));
    let mut lists: Vec<_> = sources.chain(fields).collect();
    pairs.append(&mut lists);
    pairs
}

/// Reads `value` or `-value`; `\value` takes the rest as it is.
fn choose(choices: &mut Choices<String>, text: &str) {
    let (value, choice) = match text.strip_prefix('-') {
        Some(rest) => (rest, Choice::Exclude),
        None => (text, Choice::Include),
    };
    choices.set(value.strip_prefix('\\').unwrap_or(value).to_owned(), choice);
}

fn chosen(choices: &Choices<String>) -> impl Iterator<Item = String> {
    let print = |minus: &'static str| {
        move |value: &String| {
            let escape = if value.starts_with(['-', '\\']) { "\\" } else { "" };
            format!("{minus}{escape}{value}")
        }
    };
    choices.include.iter().map(print("")).chain(choices.exclude.iter().map(print("-")))
}

fn parse_countries(text: &str) -> Result<Choices<Country>, &'static str> {
    let mut choices = Choices::default();
    for part in text.split(',').filter(|p| !p.is_empty()) {
        let (code, choice) = match part.strip_prefix('-') {
            Some(rest) => (rest, Choice::Exclude),
            None => (part, Choice::Include),
        };
        choices.set(Country::from_code(code).ok_or("country codes such as CN,-US")?, choice);
    }
    Ok(choices)
}

fn countries(choices: &Choices<Country>) -> String {
    let include = choices.include.iter().map(|c| c.code().to_owned());
    let exclude = choices.exclude.iter().map(|c| format!("-{}", c.code()));
    include.chain(exclude).collect::<Vec<_>>().join(",")
}

fn parse_dates(s: &mut Selection, text: &str) -> Result<(), &'static str> {
    const EXPECTED: &str = "dates such as 2021-08..2021-12, or undated";
    let mut ranges = Vec::new();
    let mut undated = false;
    for part in text.split(',') {
        match part {
            "undated" => undated = true,
            _ => ranges.push(DateRange::parse(part).ok_or(EXPECTED)?),
        }
    }
    (s.dates, s.undated) = (ranges, undated);
    Ok(())
}

fn dates(s: &Selection) -> String {
    let ranges = s.dates.iter().map(DateRange::to_string);
    ranges.chain(s.undated.then(|| "undated".to_owned())).collect::<Vec<_>>().join(",")
}

/// The plural of a kind, as in the address and on the page.
fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "names",
        Kind::Demonym => "demonyms",
        Kind::Capital => "capitals",
        Kind::Place => "places",
    }
}

/// Reads what is counted; `none` counts no kind.
fn parse_counting(text: &str) -> Result<Counting, &'static str> {
    let mut counting = Counting { kinds: KindSet::NONE, ..Counting::default() };
    for word in text.split(',') {
        match word {
            "none" => {}
            "-in-names" => counting.in_name = false,
            "repeats" => counting.repeats = true,
            "furniture" => counting.furniture = true,
            _ => {
                let kind = Kind::ALL.into_iter().find(|k| plural(*k) == word).ok_or(
                    "a list of names, demonyms, capitals, places, repeats, furniture, -in-names",
                )?;
                counting.kinds = counting.kinds.with(kind);
            }
        }
    }
    Ok(counting)
}

fn counting(counting: &Counting) -> String {
    if *counting == Counting::default() {
        return String::new();
    }
    let mut words: Vec<&str> = counting.kinds.iter().map(plural).collect();
    if words.is_empty() {
        words.push("none");
    }
    let others = [
        (counting.repeats, "repeats"),
        (counting.furniture, "furniture"),
        (!counting.in_name, "-in-names"),
    ];
    words.extend(others.iter().filter(|(on, _)| *on).map(|(_, word)| word));
    words.join(",")
}

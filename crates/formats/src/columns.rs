//! Named values to an article: the columns of a table, the keys of a record.

use crate::document::{Article, Skipped};
use crate::flat;
use dateline_corpus::{Body, Date, Input, Metadata};

/// What the columns are called that hold what an article is made of. `None` looks for
/// the usual names (`text`, `body`, `content`; `title`, `headline`; `date`,
/// `published`; `source`, `publication`; …) in small or capital letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The text.
    pub text: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The date of publication.
    pub date: Option<String>,
    /// The publication.
    pub source: Option<String>,
    /// The author or authors.
    pub byline: Option<String>,
    /// The address of the original.
    pub url: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// What the article is called in the corpus.
    pub id: Option<String>,
}

const TEXT: &[&str] = &[
    "body",
    "text",
    "content",
    "article",
    "articletext",
    "fulltext",
    "maintext",
    "plaintext",
    "story",
];
const TITLE: &[&str] = &["title", "headline", "head", "heading"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "pubdate",
    "publishedat",
    "datepublished",
    "datetime",
    "day",
];
const SOURCE: &[&str] =
    &["source", "publication", "publisher", "outlet", "newspaper", "medium", "media", "sitename"];
const BYLINE: &[&str] = &["byline", "author", "authors", "creator", "writer"];
const URL: &[&str] = &["url", "link", "permalink", "href"];
const LANGUAGE: &[&str] = &["language", "lang"];
const ID: &[&str] = &["id", "uid", "guid", "docid", "articleid"];

/// A row: names with their values.
pub(crate) type Row = Vec<(String, Vec<String>)>;

/// The place among `names` of the column that was named, or else has a usual name: of
/// several tables only some may have the named one.
fn find<'a>(
    said: Option<&str>,
    usual: &[&str],
    names: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    let said = said.and_then(|said| names.clone().position(|name| name == said));
    said.or_else(|| usual.iter().find_map(|u| names.clone().position(|name| plain(name) == *u)))
}

/// Small letters and digits only: `Publish_Date` is `publishdate`.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one of these columns holds the text.
///
/// # Errors
/// When none does, with what to do.
pub(crate) fn check(names: &[String], columns: &Columns) -> Result<(), String> {
    let text = columns.text.as_deref();
    if find(text, TEXT, names.iter().map(String::as_str)).is_some() {
        return Ok(());
    }
    let listed = names.iter().take(12).map(|n| format!("{n:?}")).collect::<Vec<_>>().join(", ");
    let missing = match text {
        Some(text) => format!("no column {text:?}"),
        None => "no column with the text".into(),
    };
    Err(format!("{missing}; there are {listed}; say which in corpus.toml: [columns] text = \"…\""))
}

/// What the row calls itself.
pub(crate) fn id(row: &Row, columns: &Columns) -> Option<String> {
    let at = find(columns.id.as_deref(), ID, row.iter().map(|(name, _)| name.as_str()))?;
    row[at].1.first().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// The article of a row.
pub(crate) fn article(name: String, mut row: Row, columns: &Columns) -> Result<Article, Skipped> {
    let names: Vec<String> = row.iter().map(|(name, _)| name.clone()).collect();
    check(&names, columns).map_err(|reason| Skipped::new(&name, reason))?;
    let mut taken = vec![false; row.len()];
    let mut take = |said: &Option<String>, usual: &[&str]| -> Option<(String, String)> {
        let at = find(said.as_deref(), usual, names.iter().map(String::as_str))?;
        if std::mem::replace(&mut taken[at], true) {
            return None;
        }
        let value = std::mem::take(&mut row[at].1).join(", ");
        Some((names[at].clone(), value)).filter(|(_, v)| !v.trim().is_empty())
    };
    let text = take(&columns.text, TEXT);
    let title = take(&columns.title, TITLE).map(|(_, v)| v);
    let date = take(&columns.date, DATE);
    let source = take(&columns.source, SOURCE).map(|(_, v)| v);
    let byline = take(&columns.byline, BYLINE).map(|(_, v)| v);
    let url = take(&columns.url, URL).map(|(_, v)| v);
    let language = take(&columns.language, LANGUAGE).map(|(_, v)| v);
    take(&columns.id, ID);
    let Some((key, text)) = text else {
        return Err(Skipped::new(name, "no text in this row; remove it or fill it"));
    };
    let mut notes = Vec::new();
    let text = if is_markup(&text) {
        notes.push("markup taken out of the text".to_owned());
        flat::text(&text)
    } else {
        text
    };
    let (date, evidence) = match date {
        None => (None, String::new()),
        Some((column, printed)) => {
            let date = any_date(&printed);
            if date.is_none() {
                notes.push(format!("date {printed:?} not understood"));
            }
            (date, format!("column {column:?}"))
        }
    };
    let metadata = Metadata { title: None, source, byline, date, url, language };
    // `text` may hold a page as it was saved; every other name is for the article alone.
    let (body, metadata) = match plain(&key).as_str() {
        "text" => (Body::Dump(text), Metadata { title, ..metadata }),
        _ => (Body::Read { title, body: text }, metadata),
    };
    let mut fields = Vec::new();
    for ((name, values), taken) in row.into_iter().zip(taken) {
        if !taken && !values.is_empty() {
            fields.push((name, values));
        }
    }
    let input = Input { name, body, metadata, evidence, fields, ..Input::default() };
    Ok(Article { notes, ..Article::new("row", input) })
}

/// A date however it is written; in seconds or milliseconds since 1970 too.
pub(crate) fn any_date(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    if text.len() >= 9 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        if text.len() == 14 || text.len() == 12 {
            return compact(text);
        }
        return from_epoch(if text.len() >= 12 { number / 1000 } else { number });
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text);
    }
    dateline_reading::first_date(text).and_then(|iso| Date::parse(&iso))
}

/// `20210815` or `20210815103000`.
fn compact(digits: &str) -> Option<Date> {
    let day = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]);
    match (digits.get(8..10), digits.get(10..12)) {
        (Some(hour), Some(minute)) => Date::parse(&format!("{day}T{hour}:{minute}")),
        _ => Date::parse(&day),
    }
}

/// The day of a time in seconds since 1970, by the algorithm of H. Hinnant
/// (`civil_from_days`, public domain).
fn from_epoch(seconds: i64) -> Option<Date> {
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

fn is_markup(text: &str) -> bool {
    ["</p>", "<br", "</div>", "</a>", "<p>"].iter().any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_columns() {
        let cases = [
            ("2021-08-15", Some("2021-08-15")),
            ("2021-08-15T10:30:00Z", Some("2021-08-15T10:30")),
            ("20210815", Some("2021-08-15")),
            ("20210815103000", Some("2021-08-15T10:30")),
            ("1629022200", Some("2021-08-15")),
            ("1629022200000", Some("2021-08-15")),
            ("15 August 2021", Some("2021-08-15")),
            ("Aug 15, 2021", Some("2021-08-15")),
            ("someday", None),
            ("", None),
        ];
        for (text, want) in cases {
            assert_eq!(any_date(text).map(|d| d.to_string()).as_deref(), want, "{text}");
        }
    }
}

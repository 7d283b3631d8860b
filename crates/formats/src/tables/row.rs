//! A row to an article: what its columns hold, cleaned, with notes on what is missing.

use super::columns::{
    ABSTRACT, BYLINE, DATE, ID, LANGUAGE, Row, SECTION, SOURCE, TEXT, TITLE, URL, check, find, id,
    is_bibliography, is_message, plain,
};
use super::year_one::{self, is_day_of_year_one};
use crate::article::{Article, Skipped};
use crate::dates::{date_in_order, from_epoch};
use crate::document::{Content, Document};
use crate::format::File;
use crate::place::Place;
use crate::tables::dates::DateOrders;
use crate::text::decode::lost_letters;
use crate::text::names;
use crate::web::{flat, html};
use crate::xml::tree::entities;
use crate::{Columns, Reading};
use dateline_corpus::{Body, Date, Input, Metadata};

/// Texts of exactly so many characters were cut by Excel's limit of a cell.
const EXCEL_CELL: usize = 32_767;

/// The document of a row, by the name that it gives itself or by its number.
pub(crate) fn document(place: &Place, row: Row, number: usize, orders: &DateOrders) -> Document {
    let id = id(&row, &place.limits.columns).unwrap_or_else(|| number.to_string());
    let content = Content::Row(row, place.limits.columns.clone(), orders.clone());
    Document { name: format!("{}#{id}", place.name), content }
}

/// The article of a row.
///
/// # Errors
/// When it has no text.
pub(crate) fn article(
    name: String,
    row: Row,
    columns: &Columns,
    orders: &DateOrders,
) -> Result<Article, Skipped> {
    let mut cells = Cells::of(row);
    check(&cells.names, columns).map_err(|reason| Skipped::new(&name, reason))?;
    let is_message = is_message(&cells.row);
    let mut notes: Vec<String> = cells.note_on_year_one().into_iter().collect();
    let text = cells.text(columns.text.as_deref(), TEXT).filter(|(_, v)| !is_nothing(v));
    let summary = if text.is_none() { cells.text(None, ABSTRACT) } else { None };
    let title = cells.line(columns.title.as_deref(), TITLE);
    let mut notes_on_date = Vec::new();
    let (metadata, evidence) = metadata(&mut cells, columns, orders, &mut notes_on_date);
    let is_summary = summary.is_some();
    let Some((key, text)) = text.or(summary).filter(|(_, text)| !is_nothing(text)) else {
        return Err(without_text(name, is_message, title.as_deref()));
    };
    if is_summary {
        notes.push(format!("a summary ({key}): this row does not hold the whole article"));
    }
    notes.extend(notes_on_letters(&text));
    notes.append(&mut notes_on_date);
    let fields = cells.others();
    if is_page(&text) {
        return page(name, &text, Metadata { title, ..metadata }, evidence, fields, notes);
    }
    let text = with_lines(text);
    let (text, is_cut) = without_cut_mark(&text);
    if is_cut {
        notes.push("the service cut the text off; the row does not hold all of it".to_owned());
    }
    let text = match is_markup(text) {
        true => {
            notes.push("markup taken out of the text".to_owned());
            flat::text(text)
        }
        false => entities(text),
    };
    // `text` may hold a page as it was saved; every other name is for the article alone.
    let (body, metadata) = match plain(&key).as_str() {
        "text" => (Body::Dump(text), Metadata { title, ..metadata }),
        _ => {
            let body = without_title(text, title.as_deref());
            (Body::Read { title, body }, metadata)
        }
    };
    let input = Input { name, body, metadata, evidence, fields, ..Input::default() };
    Ok(Article { notes, ..Article::new("row", input) })
}

/// The cells of a row, each of which is taken once.
struct Cells {
    names: Vec<String>,
    row: Row,
    taken: Vec<bool>,
}

impl Cells {
    fn of(row: Row) -> Cells {
        let names = row.iter().map(|(name, _)| name.clone()).collect();
        Cells { names, taken: vec![false; row.len()], row }
    }

    /// The note on cells in which a program took words for dates.
    fn note_on_year_one(&self) -> Option<String> {
        year_one::note(self.row.iter().map(|(name, values)| (name.as_str(), values.as_slice())))
    }

    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.names.iter().map(String::as_str)
    }

    /// The values of the column that was named, or else of the first with a usual name that holds
    /// anything; with the column's name.
    fn take(&mut self, said: Option<&str>, usual: &[&str]) -> Option<(String, String)> {
        let at = match find(said, &[], self.names()) {
            Some(at) => at,
            None => {
                let candidates =
                    usual.iter().filter_map(|u| self.names().position(|name| plain(name) == *u));
                let holds = |at: &usize| self.row[*at].1.iter().any(|v| !is_nothing(v));
                candidates.clone().find(holds).or_else(|| candidates.clone().next())?
            }
        };
        let value = self.take_at(at)?.join(", ");
        Some((self.names[at].clone(), value)).filter(|(_, v)| !v.trim().is_empty())
    }

    /// As [`Cells::take`]; of a list each value is a paragraph.
    fn text(&mut self, said: Option<&str>, usual: &[&str]) -> Option<(String, String)> {
        for (name, values) in &mut self.row {
            let is_text = said == Some(name) || usual.contains(&plain(name).as_str());
            if is_text && values.len() > 1 {
                *values = vec![values.join("\n\n")];
            }
        }
        self.take(said, usual)
    }

    /// The values of a column; `None` when they were taken before.
    fn take_at(&mut self, at: usize) -> Option<Vec<String>> {
        let was_taken = std::mem::replace(&mut self.taken[at], true);
        (!was_taken).then(|| std::mem::take(&mut self.row[at].1))
    }

    /// As [`Cells::take`], on one line and without markup.
    fn line(&mut self, said: Option<&str>, usual: &[&str]) -> Option<String> {
        self.take(said, usual).map(|(_, v)| clean(&v)).filter(|v| !is_nothing(v))
    }

    /// The column that names the source: of several, an address says least.
    fn source_column(&self) -> Option<String> {
        let is_name = |name: &&str| {
            let values = self.row.iter().find(|(known, _)| known == name).map(|(_, values)| values);
            let first = values.and_then(|values| values.first());
            first.is_some_and(|v| !is_nothing(v) && !v.starts_with("http"))
        };
        let mut candidates = SOURCE.iter().filter_map(|u| self.names().find(|n| plain(n) == *u));
        candidates.find(is_name).map(str::to_owned)
    }

    /// What was not taken, and is anything.
    fn others(self) -> Row {
        let cells = self.row.into_iter().zip(self.taken);
        let others = cells
            .filter(|((_, values), taken)| !taken && !values.iter().all(|value| is_nothing(value)));
        others.map(|(cell, _)| cell).collect()
    }
}

/// What a row says of its article but for the title, and how its date is known.
fn metadata(
    cells: &mut Cells,
    columns: &Columns,
    orders: &DateOrders,
    notes: &mut Vec<String>,
) -> (Metadata, String) {
    let is_bibliography = is_bibliography(&cells.names);
    let source_column = columns.source.clone().or_else(|| cells.source_column());
    let source = cells.line(source_column.as_deref(), SOURCE);
    let address = cells.line(None, SOURCE).filter(|value| value.starts_with("http"));
    let byline = cells.line(columns.byline.as_deref(), BYLINE);
    let url = cells.line(columns.url.as_deref(), URL);
    let language = cells.line(columns.language.as_deref(), LANGUAGE);
    let date = cells.take(columns.date.as_deref(), DATE);
    cells.take(columns.id.as_deref(), ID);
    let section = find(columns.section.as_deref(), SECTION, cells.names());
    let section = section.and_then(|at| cells.take_at(at)).unwrap_or_default();
    let section = section.into_iter().filter(|s| !is_day_of_year_one(s)).collect();
    let source = source.filter(|s| !is_day_of_year_one(s));
    let (source, url) = source_and_url(source, url.or(address));
    // WordPress numbers its authors.
    let byline = byline.filter(|b| b.chars().any(char::is_alphabetic));
    let byline = byline.map(|b| if is_bibliography { names::turned(&b) } else { b });
    let byline = byline.map(|b| names::without_by(&b).to_owned());
    let (date, evidence) = match date {
        None => (None, String::new()),
        Some((column, printed)) => {
            let date = dated(&column, &printed, orders, notes);
            (date, date.map(|_| format!("column {column:?}")).unwrap_or_default())
        }
    };
    (Metadata { title: None, source, byline, date, url, language, section }, evidence)
}

/// The date that a cell holds.
fn dated(
    column: &str,
    printed: &str,
    orders: &DateOrders,
    notes: &mut Vec<String>,
) -> Option<Date> {
    if let Some(date) = of_spreadsheet(printed) {
        return Some(date);
    }
    let understood = date_in_order(printed, orders.of(column));
    match understood {
        None if is_nothing(printed) || is_day_of_year_one(printed) => {}
        None => notes.push(format!("date {printed:?} not understood")),
        Some(date) if date.is_ambiguous => notes.push(format!(
            "date {printed:?}: day and month could be either way round, and no other date of \
             {column:?} decides; only the year is taken"
        )),
        Some(_) => {}
    }
    let date = understood?.date;
    let Some(gregorian) = gregorian(date) else { return Some(date) };
    notes.push(format!(
        "date {printed:?}: the year {} is of the Buddhist era, as in Thailand; {} is taken",
        date.year(),
        gregorian.year()
    ));
    Some(gregorian)
}

/// The day that a spreadsheet keeps as a number of days, 25,569 being the first of 1970.
fn of_spreadsheet(printed: &str) -> Option<Date> {
    const EPOCH: i64 = 25_569;
    const DIGITS: usize = 5;
    let days = printed.trim().split('.').next().unwrap_or("");
    let days: i64 = (days.len() == DIGITS).then(|| days.parse().ok())??;
    // Whether what stands behind the point is a part of a day.
    printed.trim().parse::<f64>().ok()?;
    from_epoch((days - EPOCH) * 86_400)
}

/// A date whose year a program took over from a Thai paper, where the years are counted from the
/// Buddha's death, with the Gregorian year.
fn gregorian(date: Date) -> Option<Date> {
    let year = dateline_reading::from_buddhist(date.year())?;
    Date::parse(&format!("{year}{}", date.to_string().get(4..)?))
}

/// What to say of a row without a text.
fn without_text(name: String, is_message: bool, title: Option<&str>) -> Skipped {
    match title {
        _ if is_message => Skipped::quiet(name, "a message without a text"),
        Some(title) => Skipped::new(
            name,
            format!("no text in this row, only the title {title:?}; add the text"),
        ),
        None => Skipped::new(name, "no text in this row; remove it or fill it"),
    }
}

/// Notes on a text of which letters were lost before it came here.
fn notes_on_letters(text: &str) -> impl Iterator<Item = String> {
    let is_cut = text.chars().count() == EXCEL_CELL;
    let cut = is_cut.then(|| {
        format!("exactly {EXCEL_CELL} characters: cut by a spreadsheet; export as .csv or .json")
    });
    cut.into_iter().chain(lost_letters(text))
}

/// The article of a page in a cell. What the other columns say of it counts first.
fn page(
    name: String,
    text: &str,
    said: Metadata,
    evidence: String,
    fields: Vec<(String, Vec<String>)>,
    notes: Vec<String>,
) -> Result<Article, Skipped> {
    let file = File { name: &name, bytes: text.as_bytes(), charset: Some("utf-8"), url: None };
    let Reading { articles, skipped } =
        (html::FORMAT.whole())(&file).map_err(|reason| Skipped::new(&name, reason))?;
    let Some(mut article) = articles.into_iter().next() else {
        let none = || Skipped::new(&name, "no article in the page of this row");
        return Err(skipped.into_iter().next().unwrap_or_else(none));
    };
    let input = &mut article.input;
    if said.date.is_some() {
        input.evidence = evidence;
    }
    let read = std::mem::take(&mut input.metadata);
    input.metadata = said.or(read);
    input.fields.extend(fields);
    article.notes.extend(notes);
    Ok(Article { format: "row", ..article })
}

/// What programs write where there is no value.
fn is_nothing(value: &str) -> bool {
    let value = value.trim();
    value.is_empty()
        || ["null", "none", "nan", "n/a", "undefined", "<na>"]
            .iter()
            .any(|nothing| value.eq_ignore_ascii_case(nothing))
}

/// A value on one line, without markup.
fn clean(value: &str) -> String {
    let text = if is_markup(value) { flat::text(value) } else { entities(value) };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A source that is an address is the address of the article, or of its site.
fn source_and_url(source: Option<String>, url: Option<String>) -> (Option<String>, Option<String>) {
    let Some(address) = source.as_deref().filter(|s| s.starts_with("http")) else {
        return (source, url);
    };
    let host = address.split("//").nth(1).and_then(|rest| rest.split(['/', '?']).next());
    let host = host.map(|host| host.trim_start_matches("www.").to_owned());
    (host, url.or_else(|| Some(address.to_owned())))
}

/// A body without a first line that repeats the title.
fn without_title(body: String, title: Option<&str>) -> String {
    match (body.split_once('\n'), title) {
        (Some((first, rest)), Some(title)) if first.trim() == title => rest.trim_start().to_owned(),
        _ => body,
    }
}

/// A text without the mark of a service that cut it off: `… [+1433 chars]`, `... [1433 chars]`.
fn without_cut_mark(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end();
    let cut = trimmed.strip_suffix("chars]").and_then(|rest| {
        let (before, number) = rest.rsplit_once('[')?;
        let number = number.strip_prefix('+').unwrap_or(number).trim();
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        is_number.then_some(before.trim_end())
    });
    match cut {
        Some(before) => (before.trim_end_matches(['…', '.']).trim_end(), true),
        None => (text, false),
    }
}

/// A text with the ends of its lines, where a database wrote them as a backslash and an `n`
/// since a row of its file is one line.
fn with_lines(text: String) -> String {
    const FEWEST: usize = 2;
    match !text.contains('\n') && text.matches("\\n").count() >= FEWEST {
        true => text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\t", " "),
        false => text,
    }
}

/// Whether a cell holds a whole page.
fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    let start = start.get(..200).unwrap_or(start).to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<head>")
}

fn is_markup(text: &str) -> bool {
    ["</p>", "<br", "</div>", "</a>", "<p>", "</b>", "</i>", "</em>", "</strong>", "</span>"]
        .iter()
        .any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_services() {
        let row = |pairs: &[(&str, &str)]| -> Row {
            pairs.iter().map(|(n, v)| ((*n).to_owned(), vec![(*v).to_owned()])).collect()
        };
        let read = |pairs: &[(&str, &str)]| {
            let article =
                article("a".into(), row(pairs), &Columns::default(), &DateOrders::default())
                    .expect("a text");
            let Input { body, metadata, .. } = article.input;
            let (title, body) = match body {
                Body::Read { title, body } => (title, body),
                Body::Dump(text) | Body::Laid { text, .. } => (metadata.title.clone(), text),
            };
            (title.unwrap_or_default(), body, metadata, article.notes)
        };
        let (title, body, said, notes) = read(&[
            ("title", "Caf&eacute;s &amp; bars"),
            ("content", "It rained… [+20 chars]"),
            ("author", "7"),
            ("source", "https://www.paper.example/a"),
        ]);
        assert_eq!((title.as_str(), body.as_str()), ("Cafés & bars", "It rained"));
        assert_eq!((said.byline, said.source.as_deref()), (None, Some("paper.example")));
        assert_eq!(said.url.as_deref(), Some("https://www.paper.example/a"));
        assert_eq!(notes.len(), 1);
        let (_, _, said, notes) = read(&[
            ("Item Type", "newspaperArticle"),
            ("Publication Title", "The Courier"),
            ("Author", "Writer, A.; Other, B. C."),
            ("Abstract Note", "It rained."),
        ]);
        assert_eq!(said.byline.as_deref(), Some("A. Writer, B. C. Other"));
        assert_eq!((said.source.as_deref(), notes.len()), (Some("The Courier"), 1));
    }
}

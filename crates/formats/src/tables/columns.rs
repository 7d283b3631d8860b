//! Named values to an article: the columns of a table, the keys of a record.

use super::year_one::{self, is_day_of_year_one};
use crate::article::{Article, Skipped};
use crate::dates::date_in_order;
use crate::format::File;
use crate::tables::dates::DateOrders;
use crate::text::decode::lost_letters;
use crate::text::names;
use crate::web::{flat, html};
use crate::xml::tree::entities;
use crate::{Columns, Reading};
use dateline_corpus::{Body, Input, Metadata};

const TEXT: &[&str] = &[
    "body",
    "text",
    "content",
    "article",
    "articletext",
    "articlebody",
    "fulltext",
    "maintext",
    "bodytext",
    "textbody",
    "plaintext",
    "cleantext",
    "contenttext",
    "story",
    "message",
    "texto",
    "texte",
    "testo",
    "volltext",
    "lauftext",
    "contenido",
    "contenu",
    "inhalt",
];

/// Columns with the beginning or a summary of an article, where there is no text.
const ABSTRACT: &[&str] =
    &["leadparagraph", "abstract", "abstractnote", "summary", "description", "snippet", "excerpt"];
const TITLE: &[&str] = &[
    "title",
    "headline",
    "head",
    "heading",
    "webtitle",
    "articletitle",
    "titel",
    "titre",
    "titulo",
    "título",
    "titolo",
    "überschrift",
];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "pubdate",
    "publishedat",
    "publishedon",
    "datepublished",
    "datepublish",
    "webpublicationdate",
    "firstpublished",
    "issued",
    "datetime",
    "day",
    "datum",
    "fecha",
    "timestamp",
    "createdat",
];
const SOURCE: &[&str] = &[
    "source",
    "sitename",
    "sourcehostname",
    "metasitename",
    "publication",
    "publicationtitle",
    "containertitle",
    "publisher",
    "outlet",
    "newspaper",
    "medium",
    "media",
    "medianame",
    "sourcename",
    "sourcedomain",
    "domainname",
    "hostname",
    "domain",
    "from",
    "quelle",
    "zeitung",
    "fuente",
    "fonte",
    "journal",
];
const BYLINE: &[&str] = &[
    "byline",
    "author",
    "authors",
    "authorname",
    "creator",
    "writer",
    "publishedby",
    "autor",
    "auteur",
    "autore",
];
const URL: &[&str] =
    &["url", "link", "permalink", "href", "weburl", "articleurl", "givenurl", "originalurl"];
const LANGUAGE: &[&str] = &["language", "lang", "sprache"];
const SECTION: &[&str] = &["section", "sectionname", "rubric", "rubrik", "ressort"];
const ID: &[&str] = &["id", "uid", "guid", "docid", "articleid", "key"];

/// Texts of exactly so many characters were cut by Excel's limit of a cell.
const EXCEL_CELL: usize = 32_767;

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

/// Whether one of these columns holds the text, or a summary of it.
///
/// # Errors
/// When none does, with what to do.
pub(crate) fn check(names: &[String], columns: &Columns) -> Result<(), String> {
    let text = columns.text.as_deref();
    let names_of = || names.iter().map(String::as_str);
    if find(text, TEXT, names_of()).or_else(|| find(None, ABSTRACT, names_of())).is_some() {
        return Ok(());
    }
    if names.is_empty() {
        return Err("no value in it; remove it or fill it".into());
    }
    let listed = names.iter().take(12).map(|n| format!("{n:?}")).collect::<Vec<_>>().join(", ");
    let missing = match text {
        Some(text) => format!("no column {text:?}"),
        None => "no column with the text".into(),
    };
    Err(format!("{missing}; there are {listed}; say which in corpus.toml: [columns] text = \"…\""))
}

/// Whether a row has a text, and not just a summary of one.
pub(crate) fn has_text(row: &Row, columns: &Columns) -> bool {
    let names = row.iter().map(|(name, _)| name.as_str());
    find(columns.text.as_deref(), TEXT, names)
        .is_some_and(|at| row[at].1.iter().any(|value| !value.trim().is_empty()))
}

/// Whether a column is one of dates.
pub(crate) fn is_date(name: &str, columns: &Columns) -> bool {
    match columns.date.as_deref() {
        Some(named) if named == name => true,
        _ => DATE.contains(&plain(name).as_str()),
    }
}

/// How many of these are usual names of columns, a text among them or not.
pub(crate) fn known(names: &[String]) -> usize {
    let lists = [TEXT, TITLE, DATE, SOURCE, BYLINE, URL, LANGUAGE, ID];
    names.iter().filter(|n| lists.iter().any(|list| list.contains(&plain(n).as_str()))).count()
}

/// What the row calls itself.
pub(crate) fn id(row: &Row, columns: &Columns) -> Option<String> {
    let at = find(columns.id.as_deref(), ID, row.iter().map(|(name, _)| name.as_str()))?;
    row[at].1.first().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// The article of a row.
///
/// # Errors
/// When it has no text.
pub(crate) fn article(
    name: String,
    mut row: Row,
    columns: &Columns,
    orders: &DateOrders,
) -> Result<Article, Skipped> {
    let names: Vec<String> = row.iter().map(|(name, _)| name.clone()).collect();
    check(&names, columns).map_err(|reason| Skipped::new(&name, reason))?;
    let is_message = is_message(&row);
    let misread =
        year_one::note(row.iter().map(|(name, values)| (name.as_str(), values.as_slice())));
    let is_bibliography = is_bibliography(&names);
    // Of several columns that name the source, an address says least.
    let is_name = |name: &&str| {
        let values = row.iter().find(|(known, _)| known == name).map(|(_, values)| values);
        values.and_then(|v| v.first()).is_some_and(|v| !is_nothing(v) && !v.starts_with("http"))
    };
    let mut candidates =
        SOURCE.iter().filter_map(|u| names.iter().map(String::as_str).find(|n| plain(n) == *u));
    let source_column =
        columns.source.clone().or_else(|| candidates.find(is_name).map(str::to_owned));
    let mut taken = vec![false; row.len()];
    let mut take = |said: &Option<String>, usual: &[&str]| -> Option<(String, String)> {
        // Of several columns with usual names the first that holds anything.
        let at = match find(said.as_deref(), &[], names.iter().map(String::as_str)) {
            Some(at) => at,
            None => {
                let candidates =
                    usual.iter().filter_map(|u| names.iter().position(|name| plain(name) == *u));
                let holds = |at: &usize| row[*at].1.iter().any(|v| !is_nothing(v));
                candidates.clone().find(holds).or_else(|| candidates.clone().next())?
            }
        };
        if std::mem::replace(&mut taken[at], true) {
            return None;
        }
        let value = std::mem::take(&mut row[at].1).join(", ");
        Some((names[at].clone(), value)).filter(|(_, v)| !v.trim().is_empty())
    };
    let text = take(&columns.text, TEXT).filter(|(_, v)| !is_nothing(v));
    let summary = if text.is_none() { take(&None, ABSTRACT) } else { None };
    let mut line = |said: &Option<String>, usual: &[&str]| {
        take(said, usual).map(|(_, v)| clean(&v)).filter(|v| !is_nothing(v))
    };
    let title = line(&columns.title, TITLE);
    let source = line(&source_column, SOURCE);
    let address = line(&None, SOURCE).filter(|value| value.starts_with("http"));
    let byline = line(&columns.byline, BYLINE);
    let url = line(&columns.url, URL);
    let language = line(&columns.language, LANGUAGE);
    let date = take(&columns.date, DATE);
    take(&columns.id, ID);
    let section = find(columns.section.as_deref(), SECTION, names.iter().map(String::as_str))
        .filter(|at| !std::mem::replace(&mut taken[*at], true))
        .map(|at| std::mem::take(&mut row[at].1))
        .unwrap_or_default();
    let section = section.into_iter().filter(|s| !is_day_of_year_one(s)).collect();
    let source = source.filter(|s| !is_day_of_year_one(s));
    let mut notes: Vec<String> = misread.into_iter().collect();
    let Some((key, text)) = text.or(summary.clone()).filter(|(_, text)| !is_nothing(text)) else {
        return Err(match title {
            _ if is_message => Skipped::quiet(name, "a message without a text"),
            Some(title) => Skipped::new(
                name,
                format!("no text in this row, only the title {title:?}; add the text"),
            ),
            None => Skipped::new(name, "no text in this row; remove it or fill it"),
        });
    };
    if summary.is_some() {
        notes.push(format!("a summary ({key}): this row does not hold the whole article"));
    }
    if text.chars().count() == EXCEL_CELL {
        notes.push(format!(
            "exactly {EXCEL_CELL} characters: cut by a spreadsheet; export as .csv or .json"
        ));
    }
    if let Some(note) = lost_letters(&text) {
        notes.push(note);
    }
    let (date, evidence) = match date {
        None => (None, String::new()),
        Some((column, printed)) => {
            let understood = date_in_order(&printed, orders.of(&column));
            match understood {
                None if is_nothing(&printed) || is_day_of_year_one(&printed) => {}
                None => notes.push(format!("date {printed:?} not understood")),
                Some(date) if date.is_ambiguous => notes.push(format!(
                    "date {printed:?}: day and month could be either way round, and no other date of \
                     {column:?} decides; only the year is taken"
                )),
                Some(_) => {}
            }
            let date = understood.map(|understood| understood.date);
            (date, date.map(|_| format!("column {column:?}")).unwrap_or_default())
        }
    };
    let (source, url) = source_and_url(source, url.or(address));
    // WordPress numbers its authors.
    let byline = byline.filter(|b| b.chars().any(char::is_alphabetic));
    let byline = byline.map(|b| if is_bibliography { names::turned(&b) } else { b });
    let byline = byline.map(|b| names::without_by(&b).to_owned());
    let metadata = Metadata { title: None, source, byline, date, url, language, section };
    let mut fields = Vec::new();
    for ((name, values), taken) in row.into_iter().zip(taken) {
        if !taken && !values.iter().all(|value| is_nothing(value)) {
            fields.push((name, values));
        }
    }
    if is_page(&text) {
        return page(name, &text, title, metadata, evidence, fields, notes);
    }
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

/// The article of a page in a cell. What the other columns say of it counts first.
fn page(
    name: String,
    text: &str,
    title: Option<String>,
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
    input.metadata = Metadata {
        title: read.title,
        source: said.source.or(read.source),
        byline: said.byline.or(read.byline),
        date: said.date.or(read.date),
        url: said.url.or(read.url),
        language: said.language.or(read.language),
        section: if said.section.is_empty() { read.section } else { said.section },
    };
    if title.is_some() {
        input.metadata.title = title;
    }
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

/// Whether these are the columns of an export of Zotero.
fn is_bibliography(names: &[String]) -> bool {
    ["itemtype", "publicationtitle"].iter().all(|n| names.iter().any(|name| plain(name) == *n))
}

/// Whether a record is a message of an export of Telegram: pictures have no text.
fn is_message(row: &Row) -> bool {
    let has = |name: &str| row.iter().any(|(known, _)| known == name);
    has("date_unixtime") && has("type")
}

/// A body without a first line that repeats the title.
fn without_title(body: String, title: Option<&str>) -> String {
    match (body.split_once('\n'), title) {
        (Some((first, rest)), Some(title)) if first.trim() == title => rest.trim_start().to_owned(),
        _ => body,
    }
}

/// A text without the mark of a service that cut it off: `… [+1433 chars]`.
fn without_cut_mark(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end();
    let cut = trimmed.strip_suffix("chars]").and_then(|rest| {
        let (before, number) = rest.rsplit_once("[+")?;
        number.trim().bytes().all(|b| b.is_ascii_digit()).then_some(before.trim_end())
    });
    match cut {
        Some(before) => (before.trim_end_matches('…').trim_end(), true),
        None => (text, false),
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

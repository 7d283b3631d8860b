//! Which columns of a table, and which keys of a record, hold what an article is made of.

use crate::Columns;

pub(super) const TEXT: &[&str] = &[
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
pub(super) const ABSTRACT: &[&str] =
    &["leadparagraph", "abstract", "abstractnote", "summary", "description", "snippet", "excerpt"];
pub(super) const TITLE: &[&str] = &[
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
pub(super) const DATE: &[&str] = &[
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
pub(super) const SOURCE: &[&str] = &[
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
pub(super) const BYLINE: &[&str] = &[
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
pub(super) const URL: &[&str] =
    &["url", "link", "permalink", "href", "weburl", "articleurl", "givenurl", "originalurl"];
pub(super) const LANGUAGE: &[&str] = &["language", "lang", "sprache"];
pub(super) const SECTION: &[&str] = &["section", "sectionname", "rubric", "rubrik", "ressort"];
pub(super) const ID: &[&str] = &["id", "uid", "guid", "docid", "articleid", "key"];

/// A row: names with their values.
pub(crate) type Row = Vec<(String, Vec<String>)>;

/// The place among `names` of the column that was named, or else has a usual name: of
/// several tables only some may have the named one.
pub(super) fn find<'a>(
    said: Option<&str>,
    usual: &[&str],
    names: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    let said = said.and_then(|said| names.clone().position(|name| name == said));
    said.or_else(|| usual.iter().find_map(|u| names.clone().position(|name| plain(name) == *u)))
}

/// Small letters and digits only: `Publish_Date` is `publishdate`.
pub(super) fn plain(name: &str) -> String {
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

/// Whether these are the columns of an export of Zotero.
pub(super) fn is_bibliography(names: &[String]) -> bool {
    ["itemtype", "publicationtitle"].iter().all(|n| names.iter().any(|name| plain(name) == *n))
}

/// Whether a record is a message of an export of Telegram: pictures have no text.
pub(super) fn is_message(row: &Row) -> bool {
    let has = |name: &str| row.iter().any(|(known, _)| known == name);
    has("date_unixtime") && has("type")
}

//! What a web page says of itself: Schema.org (JSON-LD), then Open Graph and the
//! usual `<meta>`s, then `<time>`. Values keep the day that the publisher printed:
//! no zone is converted.

use crate::dates::any_date;
use dateline_corpus::{Date, Metadata};
use dom_query::Document;
use serde_json::Value;

/// How deep JSON-LD is looked through.
const DEPTH: usize = 8;

/// What a page says, and how its date is known.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) metadata: Metadata,
    pub(crate) evidence: String,
}

/// Reads the metadata of a page.
pub(crate) fn of(page: &Document) -> Said {
    let article = schema(page);
    let article = article.as_ref();
    let text = |key: &str| article.and_then(|a| a.get(key)).and_then(names);
    let meta = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let address = || article.and_then(|a| a.get("mainEntityOfPage")).and_then(address);
    let (date, evidence) = date(page, article);
    let metadata = Metadata {
        title: text("headline").or_else(|| meta(&["og:title", "twitter:title", "dc.title"])),
        source: text("publisher")
            .or_else(|| meta(&["og:site_name", "application-name", "dc.publisher"])),
        byline: text("author").or_else(|| {
            meta(&["author", "article:author", "dc.creator", "parsely-author"])
                .filter(|author| !author.starts_with("http"))
        }),
        date,
        url: attribute(page, "link[rel=canonical]", "href")
            .or_else(|| meta(&["og:url"]))
            .or_else(|| text("url"))
            .or_else(address)
            .filter(|url| url.starts_with("http")),
        language: text("inLanguage")
            .or_else(|| attribute(page, "html[lang]", "lang"))
            .or_else(|| meta(&["og:locale"]).map(|l| l.replace('_', "-")))
            .filter(|tag| is_language(tag)),
        section: text("articleSection")
            .or_else(|| meta(&["article:section", "parsely-section"]))
            .into_iter()
            .collect(),
    };
    Said { metadata, evidence }
}

/// The date of publication and where it stands.
fn date(page: &Document, article: Option<&Value>) -> (Option<Date>, String) {
    const METAS: &[&str] = &[
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dcterms.date",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
    ];
    const TIMES: &[&str] = &[
        "time[itemprop=datePublished]",
        "time[pubdate]",
        "article time[datetime]",
        "time[datetime]",
    ];
    let schema = || {
        let said = article?.get("datePublished")?.as_str()?;
        Some((any_date(said)?, "Schema.org datePublished".to_owned()))
    };
    let metas = || {
        METAS
            .iter()
            .find_map(|name| Some((any_date(&meta(page, name)?)?, format!("<meta> {name}"))))
    };
    let times = || {
        let selected = TIMES.iter().find_map(|selector| attribute(page, selector, "datetime"))?;
        Some((any_date(&selected)?, "<time> in the page".to_owned()))
    };
    let found = schema().or_else(metas).or_else(times);
    found.map_or((None, String::new()), |(date, evidence)| (Some(date), evidence))
}

/// The article among what the page describes by JSON-LD.
fn schema(page: &Document) -> Option<Value> {
    let scripts = page.select("script[type='application/ld+json']");
    scripts.iter().find_map(|script| {
        let value = serde_json::from_str(script.text().trim()).ok()?;
        article(value, DEPTH)
    })
}

/// The first object whose type is an article's, in lists and graphs too.
fn article(value: Value, depth: usize) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(list) => list.into_iter().find_map(|v| article(v, depth)),
        Value::Object(ref object) => {
            if object.get("@type").is_some_and(is_article) {
                return Some(value);
            }
            let inner = object.get("@graph").or_else(|| object.get("mainEntity"))?;
            article(inner.clone(), depth)
        }
        _ => None,
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => {
            kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
        }
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

/// A text, the name of a person or organisation, or several of them.
fn names(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Object(object) => return object.get("name").and_then(names),
        Value::Array(list) => list.iter().filter_map(names).collect::<Vec<_>>().join(", "),
        _ => return None,
    };
    // Some publishers write markup or references into their names.
    let plain = crate::web::flat::text(&found);
    (!plain.is_empty()).then_some(plain)
}

fn address(value: &Value) -> Option<String> {
    let said = value.get("@id").unwrap_or(value);
    said.as_str().map(str::to_owned)
}

/// The content of a `<meta>` by its name or property, in small or capital letters.
fn meta(page: &Document, name: &str) -> Option<String> {
    let selector =
        format!("meta[name='{name}' i], meta[property='{name}' i], meta[itemprop='{name}' i]");
    attribute(page, &selector, "content")
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    let found = page.try_select(selector)?.attr(name)?;
    let found = found.trim();
    (!found.is_empty()).then(|| found.to_owned())
}

fn is_language(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or("");
    (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
}

//! The article among all that a page describes by JSON-LD.

use super::lenient;
use crate::dom::Dom;
use crate::words::key;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// How deep JSON-LD is looked through.
const MAX_DEPTH: usize = 12;

/// What JSON-LD says of a page.
#[derive(Debug, Default)]
pub(super) struct Schema {
    objects: Vec<Described>,
    by_id: HashMap<String, usize>,
    article: Option<usize>,
    page: Option<usize>,
}

#[derive(Debug)]
struct Described {
    object: Map<String, Value>,
    /// Whether it stands in a list or among what another thing refers to.
    aside: bool,
}

impl Schema {
    /// Reads every script of the page. `address` and `titles` are those that the page has
    /// elsewhere: they tell its own article from others.
    pub(super) fn of(dom: &Dom, address: Option<&str>, titles: &[&str]) -> Schema {
        let mut out = Schema::default();
        for (id, element) in dom.elements() {
            let kind = element.attribute("type").unwrap_or("");
            if element.tag() == "script"
                && kind.trim().to_ascii_lowercase().starts_with("application/ld+json")
            {
                for value in lenient::values(&dom.raw_text(id)) {
                    out.take(value, false, MAX_DEPTH);
                }
            }
        }
        for (at, described) in out.objects.iter().enumerate() {
            if let Some(id) = described.object.get("@id").and_then(Value::as_str)
                && described.object.len() > 2
            {
                out.by_id.entry(id.to_owned()).or_insert(at);
            }
        }
        let own = address.map(place);
        let titles: Vec<String> = titles.iter().map(|t| key(t)).filter(|t| !t.is_empty()).collect();
        out.article = out.best(is_article, own.as_deref(), &titles);
        out.page = out.best(is_page, own.as_deref(), &titles);
        out
    }

    fn take(&mut self, value: Value, aside: bool, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else { return };
        match value {
            Value::Array(list) => list.into_iter().for_each(|v| self.take(v, aside, depth)),
            Value::Object(object) => {
                for (name, inner) in &object {
                    if matches!(inner, Value::Object(_) | Value::Array(_)) && name != "@type" {
                        let aside = aside
                            || matches!(
                                name.as_str(),
                                "itemListElement"
                                    | "item"
                                    | "mentions"
                                    | "citation"
                                    | "relatedLink"
                                    | "isBasedOn"
                                    | "isPartOf"
                                    | "hasPart"
                                    | "comment"
                                    | "subjectOf"
                                    | "review"
                                    | "blogPost"
                                    | "blogPosts"
                                    | "about"
                                    | "associatedMedia"
                                    | "video"
                                    | "image"
                            );
                        self.take(inner.clone(), aside, depth);
                    }
                }
                self.objects.push(Described { object, aside });
            }
            _ => {}
        }
    }

    /// The object of a kind that is most surely about this page.
    fn best(
        &self,
        is_kind: fn(&str) -> bool,
        own: Option<&str>,
        titles: &[String],
    ) -> Option<usize> {
        let scores = self.objects.iter().enumerate().filter(|(_, d)| types(&d.object).any(is_kind));
        let scored = scores.map(|(at, d)| {
            let addresses: Vec<String> = ["mainEntityOfPage", "url", "@id"]
                .iter()
                .filter_map(|name| d.object.get(*name).and_then(address))
                .map(|a| place(&a))
                .collect();
            let here = own.is_some_and(|own| addresses.iter().any(|a| a == own));
            let elsewhere = own.is_some() && !addresses.is_empty() && !here;
            let headline =
                d.object.get("headline").or(d.object.get("name")).and_then(Value::as_str).map(key);
            let called = headline
                .as_deref()
                .filter(|h| !h.is_empty())
                .map(|h| titles.iter().any(|t| t.contains(h) || h.contains(t.as_str())));
            let score = 8 * i32::from(here) - 3 * i32::from(elsewhere)
                + called.map_or(0, |yes| if yes { 6 } else { -2 })
                - 6 * i32::from(d.aside)
                + i32::from(d.object.contains_key("datePublished"))
                + i32::from(d.object.contains_key("headline"));
            (score, at)
        });
        // Of equal ones the first.
        let best = scored.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))?;
        (best.0 > -4).then_some(best.1)
    }

    /// A property of the article.
    pub(super) fn article(&self, name: &str) -> Option<&Value> {
        self.property(self.article?, name)
    }

    /// Whether JSON-LD describes an article, not a recipe, a product or a page as such.
    pub(super) fn is_news(&self) -> bool {
        self.article.is_some_and(|at| {
            types(&self.objects[at].object)
                .any(|t| t.ends_with("Article") || t.ends_with("Posting") || t == "Report")
        })
    }

    /// Whether JSON-LD describes the page or what is on it.
    pub(super) fn describes(&self) -> bool {
        self.article.is_some() || self.page.is_some()
    }

    /// A property of the page itself.
    pub(super) fn page(&self, name: &str) -> Option<&Value> {
        self.property(self.page?, name)
    }

    fn property(&self, at: usize, name: &str) -> Option<&Value> {
        self.objects[at].object.get(name).filter(|v| !v.is_null())
    }

    /// The texts or names in a value; references are looked up.
    pub(super) fn names(&self, value: &Value) -> Vec<String> {
        let mut out = Vec::new();
        self.collect(value, &mut out, MAX_DEPTH);
        out
    }

    fn collect(&self, value: &Value, out: &mut Vec<String>, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else { return };
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|v| self.collect(v, out, depth)),
            Value::Object(object) => {
                if let Some(name) = object.get("name") {
                    self.collect(name, out, depth);
                } else if let Some(at) =
                    object.get("@id").and_then(Value::as_str).and_then(|id| self.by_id.get(id))
                {
                    if let Some(name) = self.objects[*at].object.get("name") {
                        self.collect(name, out, depth);
                    }
                } else if let Some(text) = object.get("@value") {
                    self.collect(text, out, depth);
                }
            }
            _ => {}
        }
    }

    /// Whether a value names organisations only.
    pub(super) fn is_organisation(&self, value: &Value) -> bool {
        match value {
            Value::Array(list) => !list.is_empty() && list.iter().all(|v| self.is_organisation(v)),
            Value::Object(object) => {
                let found =
                    object.get("@id").and_then(Value::as_str).and_then(|id| self.by_id.get(id));
                let object = found.map_or(object, |at| &self.objects[*at].object);
                types(object).any(|t| t.ends_with("Organization") || t == "Corporation")
                    && !types(object).any(|t| t == "Person")
            }
            _ => false,
        }
    }

    /// The address in a value.
    pub(super) fn address(value: &Value) -> Option<String> {
        address(value)
    }
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let (one, many) = match object.get("@type") {
        Some(Value::String(kind)) => (Some(kind.as_str()), &[][..]),
        Some(Value::Array(kinds)) => (None, &kinds[..]),
        _ => (None, &[][..]),
    };
    one.into_iter()
        .chain(many.iter().filter_map(Value::as_str))
        .map(|t| t.rsplit(['/', ':', '#']).next().unwrap_or(t))
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("BlogPosting")
        || matches!(
            kind,
            "Report"
                | "Review"
                | "CriticReview"
                | "Recipe"
                | "AnalysisNewsArticle"
                | "CreativeWork"
                | "SocialMediaPosting"
                | "DiscussionForumPosting"
        )
}

fn is_page(kind: &str) -> bool {
    kind.ends_with("Page") && kind != "CollectionPage"
}

fn address(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) => list.iter().find_map(address),
        Value::Object(object) => object.get("@id").or(object.get("url")).and_then(address),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// Host and path of an address, for comparing: without scheme, `www.`, query, fragment
/// and last slash.
pub(super) fn place(url: &str) -> String {
    let url = crate::marks::without_archive(url.trim());
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    rest[..end].trim_end_matches('/').to_ascii_lowercase()
}

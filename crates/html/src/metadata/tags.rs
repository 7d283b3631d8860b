//! What a page says in `<meta>`, `<link>` and by attributes of its elements.

use crate::dom::{Dom, Id};
use crate::words::tidy;
use std::collections::HashMap;

/// The tags of a page.
#[derive(Debug, Default)]
pub(super) struct Tags {
    meta: HashMap<String, Vec<String>>,
    pub(super) canonical: Option<String>,
    pub(super) language: Option<String>,
    /// The text of `<title>`.
    pub(super) title: Option<String>,
    /// Elements with `itemprop`, `property` or `rel`, by the words of these.
    named: HashMap<String, Vec<Id>>,
    pub(super) headings: Vec<Id>,
    pub(super) times: Vec<Id>,
    /// Whether an element is marked as an article of Schema.org.
    pub(super) has_article: bool,
}

impl Tags {
    pub(super) fn of(dom: &Dom) -> Tags {
        let mut out = Tags::default();
        for (id, element) in dom.elements() {
            let attribute =
                |name: &str| element.attribute(name).map(str::trim).filter(|v| !v.is_empty());
            if attribute("itemprop").is_some() && is_of_another(dom, id) {
                continue;
            }
            match element.tag() {
                "meta" => {
                    let content = attribute("content").map(tidy).filter(|c| !c.is_empty());
                    for name in ["name", "property", "itemprop", "http-equiv"] {
                        if let (Some(name), Some(content)) = (attribute(name), &content) {
                            out.meta
                                .entry(name.to_ascii_lowercase())
                                .or_default()
                                .push(content.clone());
                        }
                    }
                }
                "link" if attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                    out.canonical = out.canonical.or(attribute("href").map(str::to_owned));
                }
                "html" => {
                    out.language = attribute("lang").or(attribute("xml:lang")).map(str::to_owned);
                }
                // One in a picture is that of the picture.
                "title" if out.title.is_none() && !dom.ancestors(id).any(|e| e.tag() == "svg") => {
                    out.title = Some(tidy(&dom.raw_text(id))).filter(|t| !t.is_empty());
                }
                "h1" => out.headings.push(id),
                "time" | "relative-time" => out.times.push(id),
                _ => {}
            }
            out.has_article |= attribute("itemtype")
                .is_some_and(|t| t.ends_with("Article") || t.ends_with("Posting"));
            if !matches!(element.tag(), "meta" | "link") {
                for name in ["itemprop", "property", "rel"] {
                    for word in attribute(name).unwrap_or("").split_ascii_whitespace() {
                        out.named.entry(word.to_ascii_lowercase()).or_default().push(id);
                    }
                }
            }
        }
        out
    }

    /// The first content of the first of `names` that has one.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.meta.get(*name)?.first().map(String::as_str))
    }

    /// All contents of a name.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.meta.get(name).map_or(&[], Vec::as_slice)
    }

    /// Elements with this word in `itemprop`, `property` or `rel`.
    pub(super) fn named(&self, word: &str) -> &[Id] {
        self.named.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Properties whose item is a work of its own: what is stated within is not of the article.
const OTHER_WORKS: &[&str] = &[
    "citation",
    "comment",
    "review",
    "mentions",
    "isbasedon",
    "haspart",
    "ispartof",
    "relatedlink",
];

/// Whether an element states something of an item that is a work of its own.
fn is_of_another(dom: &Dom, id: Id) -> bool {
    dom.ancestors(id).any(|around| {
        around.has("itemscope")
            && around.attribute("itemprop").is_some_and(|property| {
                OTHER_WORKS.contains(&property.trim().to_ascii_lowercase().as_str())
            })
    })
}

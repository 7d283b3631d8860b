//! Authors and dates that a page prints for its readers.

mod author;
mod day;

pub(super) use author::author;
pub(super) use day::day;

use super::tags::Tags;
use crate::dom::{Dom, Element, Id};
use crate::flow::Block;
use crate::words::length;

/// Blocks after the headline in which a byline or date may be printed.
const HEAD_BLOCKS: usize = 14;

/// Where the article stands: numbers of nodes grow in the order of the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    pub(crate) head: Option<usize>,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// Something printed, how likely it is the right one, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub(super) value: String,
    pub(super) score: f32,
    pub(super) evidence: &'static str,
}

/// A page and where its article stands in it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) dom: &'p Dom,
    pub(super) tags: &'p Tags,
    pub(super) blocks: &'p [Block],
    pub(super) region: Region,
}

impl Place<'_> {
    /// The block of the headline, else the first of the text.
    fn head(&self) -> usize {
        self.region.head.unwrap_or(self.region.first)
    }

    /// How well an element stands for what belongs to the headline: 2 right by it, 0 within
    /// or after the text, negative far from it.
    fn near(&self, id: Id) -> f32 {
        let Place { blocks, region, .. } = *self;
        let at = blocks.partition_point(|b| b.node < id);
        let head = region.head.unwrap_or(region.first);
        if at >= head.saturating_sub(5)
            && at <= head + HEAD_BLOCKS
            && at <= region.first.max(head) + 4
        {
            2.0
        } else if at > head && at <= region.last + 8 {
            0.5
        } else if at < head {
            -0.5
        } else {
            -2.0
        }
    }
}

/// The likeliest of what was found so far.
#[derive(Default)]
struct Best(Option<Printed>);

impl Best {
    /// Keeps what is likelier than all before it.
    fn offer(&mut self, value: String, score: f32, evidence: &'static str) {
        if score > 0.0 && self.0.as_ref().is_none_or(|best| score > best.score) {
            self.0 = Some(Printed { value, score, evidence });
        }
    }
}

/// Words of classes of elements that are about other things.
const ASIDE: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "kommentar",
    "kommentare",
    "related",
    "teaser",
    "sidebar",
    "widget",
    "recommended",
    "recommendation",
    "recommendations",
    "recent",
    "popular",
    "menu",
    "trending",
    "reply",
    "respond",
    "carousel",
    "slider",
    "latest",
    "promo",
    "recentcomments",
];

/// The words of the classes and the id of an element, in small letters.
fn class_words(element: &Element) -> impl Iterator<Item = String> {
    let both =
        [element.attribute("class").unwrap_or(""), element.attribute("id").unwrap_or("")].join(" ");
    let parts: Vec<String> = both
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|w| w.len() > 2)
        .map(str::to_ascii_lowercase)
        .collect();
    parts.into_iter()
}

/// Whether an element stands among comments, teasers and the like.
fn is_aside(dom: &Dom, id: Id, place: f32) -> bool {
    if is_list_entry(dom, id) {
        return true;
    }
    let own = dom.element(id).into_iter();
    own.chain(dom.ancestors(id)).any(|e| {
        let by_tag = matches!(e.tag(), "nav") || place < 2.0 && matches!(e.tag(), "aside");
        let is_article = matches!(e.tag(), "html" | "body" | "main" | "article");
        !is_article
            && (by_tag || is_page_footer(e) || class_words(e).any(|w| ASIDE.contains(&w.as_str())))
    })
}

/// Whether an element stands in an entry of a list that leads to another page: with the
/// title of that page as a link.
fn is_list_entry(dom: &Dom, id: Id) -> bool {
    /// Letters from which the text of a link is a title.
    const TITLE: f32 = 22.0;
    /// Nodes of an entry that are looked at.
    const ENTRY_NODES: usize = 60;
    let around = std::iter::successors(Some(id), |at| dom.parent(*at)).take(5);
    let entry = around.into_iter().find(|at| dom.element(*at).is_some_and(|e| e.tag() == "li"));
    entry.is_some_and(|entry| {
        dom.below(entry).take(ENTRY_NODES).any(|n| {
            n != id
                && dom.element(n).is_some_and(|e| e.tag() == "a")
                && length(&dom.words(n)) >= TITLE
        })
    })
}

/// Whether an element is the foot of the site, not of the article.
fn is_page_footer(element: &Element) -> bool {
    let named = |name| {
        element.attribute(name).unwrap_or("").split_ascii_whitespace().any(|w| {
            matches!(
                w.to_ascii_lowercase().as_str(),
                "footer" | "site-footer" | "page-footer" | "colophon" | "main-footer"
            )
        })
    };
    named("class") || named("id")
}

//! Authors and dates that a page prints for its readers.

use super::date::{date, is_whole};
use super::names::{Who, after_cue, beside_date, byline, is_person, names};
use super::tags::Tags;
use crate::dom::{Dom, Element, Id};
use crate::flow::{Block, Context, is_out};
use crate::words::{key, length};

/// Letters of an element that can be a byline, or a date, at most.
const MAX_BYLINE: f32 = 140.0;
const MAX_DATE: f32 = 120.0;

/// Letters of an element whose mark alone makes its text an author, at most.
const MAX_MARKED: f32 = 50.0;

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

/// Words of classes that an element has whose text is of the article's author.
const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "byline",
    "autor",
    "autoren",
    "autorin",
    "autore",
    "auteur",
    "writer",
    "verfasser",
    "creator",
    "redakteur",
    "authorname",
    "signature",
    "firma",
];

/// Parts of addresses of pages about authors.
const AUTHOR_PATHS: &[&str] = &[
    "/author/",
    "/authors/",
    "/autor/",
    "/autoren/",
    "/autores/",
    "/autore/",
    "/auteur/",
    "/auteurs/",
    "/profile/",
    "/people/",
    "/person/",
    "/by/",
    "/journalist",
    "/staff/",
    "/redaktion/",
    "/redakteur",
    "/contributor",
    "/columnist",
    "/writers/",
    "?author=",
    "/bio/",
];

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

/// Words of classes of dates.
const DATE: &[&str] = &[
    "date",
    "datum",
    "published",
    "pubdate",
    "publish",
    "time",
    "timestamp",
    "posted",
    "datetime",
    "fecha",
    "data",
    "dateline",
    "entry",
    "meta",
    "byline",
    "publication",
    "info",
    "created",
    "veroeffentlicht",
];

/// The author that the page marks or prints.
pub(super) fn author(
    dom: &Dom,
    tags: &Tags,
    blocks: &[Block],
    region: Region,
    sites: &[String],
) -> Option<Printed> {
    let who = Who { sites, marked: false };
    // What is surely a name goes before what only its mark makes one.
    let marked = |text: &str| match names(text, who) {
        found if found.is_empty() && length(text) <= MAX_MARKED => {
            names(text, Who { sites, marked: true })
        }
        found => found,
    };
    let mut best: Option<Printed> = None;
    let mut offer = |value: Vec<String>, score: f32, evidence| {
        if !value.is_empty() && score > 0.0 && best.as_ref().is_none_or(|b| score > b.score) {
            best = Some(Printed { value: value.join(", "), score, evidence });
        }
    };
    for (word, trust) in [("author", 5.0), ("creator", 4.0), ("dc:creator", 4.0)] {
        let mut all = Vec::new();
        let mut score: f32 = 0.0;
        for id in tags.named(word) {
            let place = near(dom, blocks, region, *id);
            if is_aside(dom, *id, place) || place < -1.0 {
                continue;
            }
            let text = name_within(dom, *id).unwrap_or_else(|| dom.words(*id));
            if length(&text) > MAX_BYLINE {
                continue;
            }
            for name in marked(&text) {
                if all.len() < 6 && !all.contains(&name) {
                    all.push(name);
                }
            }
            score = score.max(trust + place);
        }
        offer(all, score, "marked as the author in the page");
    }
    // Far below the text, a page may still name its one author.
    let mut one: Vec<String> = tags
        .named("author")
        .iter()
        .filter(|id| !is_aside(dom, **id, 0.5))
        .flat_map(|id| names(&name_within(dom, *id).unwrap_or_else(|| dom.words(*id)), who))
        .collect();
    one.dedup();
    if one.len() == 1 {
        offer(one, 2.5, "marked as the author in the page");
    }
    for (id, element) in dom.elements() {
        if is_out(element)
            || !matches!(
                element.tag(),
                "a" | "span"
                    | "div"
                    | "p"
                    | "address"
                    | "li"
                    | "b"
                    | "strong"
                    | "em"
                    | "i"
                    | "cite"
                    | "h4"
                    | "h5"
                    | "h6"
                    | "td"
                    | "small"
                    | "section"
                    | "header"
                    | "dd"
                    | "time"
            )
        {
            continue;
        }
        let named = class_words(element).any(|w| AUTHOR.contains(&w.as_str()));
        let linked = element.tag() == "a"
            && element
                .attribute("href")
                .is_some_and(|h| AUTHOR_PATHS.iter().any(|p| h.contains(p)));
        if !named && !linked {
            continue;
        }
        let text = dom.words(id);
        let place = near(dom, blocks, region, id);
        if text.is_empty() || length(&text) > MAX_BYLINE || is_aside(dom, id, place) {
            continue;
        }
        let text = name_within(dom, id).unwrap_or(text);
        let beside = beside_date(&text, who).filter(|(_, sure)| *sure > 2.0);
        let found = match (beside, byline(&text, who)) {
            (Some((name, _)), _) | (None, Some(name)) => vec![name],
            (None, None) if place >= 2.0 && named => marked(&text),
            (None, None) => Vec::new(),
        };
        let cue = f32::from(u8::from(after_cue(&text).is_some()));
        let single =
            if found.len() == 1 && found[0].split_whitespace().count() >= 2 { 0.5 } else { 0.0 };
        let trust = if named { 3.0 } else { 2.6 };
        offer(found, trust + place + cue + single, "printed as the author in the page");
    }
    let head = region.head.unwrap_or(region.first);
    let around = head.saturating_sub(4)..(head + HEAD_BLOCKS).min(blocks.len());
    for at in around.chain(region.last..(region.last + 3).min(blocks.len())) {
        let block = &blocks[at];
        let text = block.text.trim_start_matches(['(', '|', ' ', '—', '–', '-']);
        // "Author: …" goes before a sentence about the author.
        let labelled = text
            .split_once(':')
            .is_some_and(|(label, _)| after_cue(&format!("{label} x")) == Some("x"));
        if length(text) > MAX_BYLINE
            || text.ends_with(['.', '?', '!']) && length(text) > 60.0 && !labelled
        {
            continue;
        }
        for line in text.split('\n') {
            if let Some(after) = after_cue(line)
                && starts_as_name(after)
            {
                offer(
                    byline(after, who).into_iter().collect(),
                    4.0 - if at < head { 0.5 } else { 0.0 },
                    "printed above the text",
                );
            } else if at <= region.first.max(head) + 2
                && let Some((name, sure)) = beside_date(line, who)
            {
                offer(vec![name], sure + 2.0, "printed beside the date");
            }
        }
    }
    // A name and nothing else in the line before or after that of the date.
    let is_day = |at: usize| {
        blocks.get(at).is_some_and(|b| {
            length(&b.text) <= 40.0 && dateline_reading::first_date(&b.text).is_some()
        })
    };
    let before_text = blocks.iter().enumerate().take((region.first + 3).min(head + HEAD_BLOCKS));
    for (at, block) in before_text.skip(head + 1) {
        if (is_day(at - 1) && at - 1 > head || is_day(at + 1)) && is_person(&block.text, who) {
            offer(vec![block.text.clone()], 2.8, "printed beside the date");
        }
    }
    best
}

fn starts_as_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(2).collect();
    let dense = text.starts_with(crate::words::is_dense);
    dense
        || !words.is_empty()
            && words.iter().all(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()))
}

/// The name within an element that is about an author: of `itemprop=name`, or a link.
fn name_within(dom: &Dom, id: Id) -> Option<String> {
    let found = |test: &dyn Fn(&Element) -> bool| {
        dom.below(id)
            .find(|n| dom.element(*n).is_some_and(test))
            .map(|n| dom.words(n))
            .filter(|t| !t.is_empty())
    };
    let content = dom.below(id).find_map(|n| {
        let element = dom.element(n)?;
        (element.tag() == "meta" && element.attribute("itemprop") == Some("name"))
            .then(|| element.attribute("content"))
            .flatten()
    });
    content
        .map(str::to_owned)
        .or_else(|| found(&|e| e.attribute("itemprop") == Some("name")))
        .or_else(|| found(&|e| e.attribute("rel").is_some_and(|r| r.contains("author"))))
        .or_else(|| found(&|e| class_words(e).any(|w| matches!(w.as_str(), "fn" | "authorname"))))
}

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

/// How well an element stands for what belongs to the headline: 2 right by it, 0 within
/// or after the text, negative far from it.
fn near(_dom: &Dom, blocks: &[Block], region: Region, id: Id) -> f32 {
    let at = blocks.partition_point(|b| b.node < id);
    let head = region.head.unwrap_or(region.first);
    if at >= head.saturating_sub(5) && at <= head + HEAD_BLOCKS && at <= region.first.max(head) + 4
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

/// The date that the page prints near its headline.
pub(super) fn printed_date(
    dom: &Dom,
    tags: &Tags,
    blocks: &[Block],
    region: Region,
) -> Option<Printed> {
    let mut best: Option<Printed> = None;
    let mut offer = |value: Option<String>, score: f32, evidence| {
        if let Some(value) = value.filter(|v| is_whole(v))
            && score > 0.0
            && best.as_ref().is_none_or(|b| score > b.score)
        {
            best = Some(Printed { value, score, evidence });
        }
    };
    for (word, trust) in
        [("datepublished", 8.0), ("datecreated", 5.0), ("pubdate", 5.0), ("dc:date", 5.0)]
    {
        for id in tags.named(word) {
            let place = near(dom, blocks, region, *id);
            if place > -2.0 && !is_aside(dom, *id, place) {
                offer(stated(dom, *id), trust + place, "marked as the date in the page");
            }
        }
    }
    for id in &tags.times {
        let Some(element) = dom.element(*id) else { continue };
        let place = near(dom, blocks, region, *id);
        if is_aside(dom, *id, place) {
            continue;
        }
        let updated = class_words(element).any(|w| matches!(w.as_str(), "updated" | "modified"))
            && !class_words(element).any(|w| w == "published");
        let trust =
            if element.has("pubdate") { 5.0 } else { 3.0 } - if updated { 1.0 } else { 0.0 };
        offer(stated(dom, *id), trust + place, "<time> in the page");
    }
    for (id, element) in dom.elements() {
        if is_out(element)
            || matches!(element.tag(), "time" | "html" | "body" | "article" | "main" | "nav")
        {
            continue;
        }
        if !class_words(element).any(|w| DATE.contains(&w.as_str())) {
            continue;
        }
        let text = dom.words(id);
        if text.is_empty()
            || length(&text) > MAX_DATE
            || !text.contains(|c: char| c.is_numeric())
            || is_rights(&text)
        {
            continue;
        }
        let place = near(dom, blocks, region, id);
        if is_aside(dom, id, place) {
            continue;
        }
        offer(date(&text), 2.0 + place - label(&text), "printed as the date in the page");
    }
    let head = region.head.unwrap_or(region.first);
    let around = head.saturating_sub(6)..(head + HEAD_BLOCKS).min(blocks.len());
    for at in around {
        let block = &blocks[at];
        let kinds = Context::NAV.and(Context::FOOTER).and(Context::ASIDE);
        if length(&block.text) > MAX_DATE
            || block.context.has(kinds)
            || is_rights(&block.text)
            || Some(at) == region.head
            || is_list_entry(dom, block.node)
            || at > region.last && is_aside(dom, block.node, 0.0)
        {
            continue;
        }
        // A line that says more than its date is likely about the date of another thing.
        let more = if length(&block.text) > 50.0 { 0.8 } else { 0.0 };
        let after = at.abs_diff(head) as f32 / 20.0 + if at < head { 0.6 } else { 0.0 } + more;
        offer(date(&block.text), 3.4 - after - label(&block.text), "a date by the headline");
    }
    // Some print it in the first words or under the text.
    for block in blocks.iter().skip(region.first).take(5) {
        let start: String = block.text.chars().take(40).collect();
        if let Some((before, _)) =
            start.split_once(['–', '—', '|']).or_else(|| start.split_once(" - "))
            && length(before) <= 24.0
        {
            offer(date(before), 3.0, "a date before the first words");
        }
    }
    for block in blocks.iter().skip(region.last).take(4) {
        if length(&block.text) <= 60.0 && !is_rights(&block.text) && !is_aside(dom, block.node, 0.0)
        {
            offer(date(&block.text), 0.8, "a date under the text");
        }
    }
    best
}

/// The date of an element: its `datetime` or `content`, else its text.
fn stated(dom: &Dom, id: Id) -> Option<String> {
    let element = dom.element(id)?;
    let given = ["datetime", "content", "title", "data-date"]
        .iter()
        .find_map(|n| element.attribute(n).and_then(date));
    given.or_else(|| {
        let text = dom.words(id);
        (length(&text) <= MAX_DATE).then(|| date(&text)).flatten()
    })
}

/// Whether a text states rights: its year is no date.
fn is_rights(text: &str) -> bool {
    text.contains('©') || key(text).contains("copyright")
}

/// What a label before a date takes from it.
fn label(text: &str) -> f32 {
    let lower = text.to_lowercase();
    let is = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if is(&[
        "updated",
        "aktualisiert",
        "zuletzt",
        "mis à jour",
        "actualizado",
        "modified",
        "stand:",
        "zmodyfikowano",
        "geändert",
        "atualizado",
        "aggiornato",
    ]) && !is(&[
        "published",
        "veröffentlicht",
        "erstellt",
        "publié",
        "publicado",
        "opublikowano",
        "pubblicato",
    ]) {
        1.2
    } else {
        0.0
    }
}

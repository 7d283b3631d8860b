//! The author that a page marks or prints.

use super::super::names::{Who, after_cue, beside_date, byline, is_person, names};
use super::{Best, HEAD_BLOCKS, Place, Printed, class_words, is_aside};
use crate::dom::{Dom, Element, Id};
use crate::flow::is_out;
use crate::words::length;

/// Letters of an element that can be a byline, at most.
const MAX_BYLINE: f32 = 140.0;

/// Letters of an element whose mark alone makes its text an author, at most.
const MAX_MARKED: f32 = 50.0;

/// Authors of one article that are taken.
const MAX_AUTHORS: usize = 6;

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

/// Elements in which authors are printed.
const TAGS: &[&str] = &[
    "a", "span", "div", "p", "address", "li", "b", "strong", "em", "i", "cite", "h4", "h5", "h6",
    "td", "small", "section", "header", "dd", "time",
];

/// The author that the page marks or prints; `sites` are the names of the site.
pub(in super::super) fn author(page: Place<'_>, sites: &[String]) -> Option<Printed> {
    let mut authors = Authors { page, who: Who { sites, marked: false }, best: Best::default() };
    authors.marked();
    authors.named_once();
    authors.by_classes();
    authors.by_lines();
    authors.beside_days();
    authors.best.0
}

/// The search for the author.
struct Authors<'p> {
    page: Place<'p>,
    who: Who<'p>,
    best: Best,
}

impl Authors<'_> {
    fn offer(&mut self, names: Vec<String>, score: f32, evidence: &'static str) {
        if !names.is_empty() {
            self.best.offer(names.join(", "), score, evidence);
        }
    }

    /// The names in a text that is marked as an author: what is surely a name goes before what
    /// only its mark makes one.
    fn names_marked(&self, text: &str) -> Vec<String> {
        match names(text, self.who) {
            found if found.is_empty() && length(text) <= MAX_MARKED => {
                names(text, Who { marked: true, ..self.who })
            }
            found => found,
        }
    }

    /// What elements with `itemprop`, `rel` and the like name.
    fn marked(&mut self) {
        let Place { dom, tags, .. } = self.page;
        for (word, trust) in [("author", 5.0), ("creator", 4.0), ("dc:creator", 4.0)] {
            let mut all = Vec::new();
            let mut score: f32 = 0.0;
            for id in tags.named(word) {
                let place = self.page.near(*id);
                if is_aside(dom, *id, place) || place < -1.0 {
                    continue;
                }
                let text = name_within(dom, *id).unwrap_or_else(|| dom.words(*id));
                if length(&text) > MAX_BYLINE {
                    continue;
                }
                for name in self.names_marked(&text) {
                    if all.len() < MAX_AUTHORS && !all.contains(&name) {
                        all.push(name);
                    }
                }
                score = score.max(trust + place);
            }
            self.offer(all, score, "marked as the author in the page");
        }
    }

    /// Far below the text, a page may still name its one author.
    fn named_once(&mut self) {
        let Place { dom, tags, .. } = self.page;
        let mut one: Vec<String> = tags
            .named("author")
            .iter()
            .filter(|id| !is_aside(dom, **id, 0.5))
            .flat_map(|id| {
                names(&name_within(dom, *id).unwrap_or_else(|| dom.words(*id)), self.who)
            })
            .collect();
        one.dedup();
        if one.len() == 1 {
            self.offer(one, 2.5, "marked as the author in the page");
        }
    }

    /// What stands in elements whose classes, or whose links, are of authors.
    fn by_classes(&mut self) {
        let dom = self.page.dom;
        for (id, element) in dom.elements() {
            if is_out(element) || !TAGS.contains(&element.tag()) {
                continue;
            }
            let named = class_words(element).any(|w| AUTHOR.contains(&w.as_str()));
            let leads_to_author = |href: &str| AUTHOR_PATHS.iter().any(|path| href.contains(path));
            let linked =
                element.tag() == "a" && element.attribute("href").is_some_and(leads_to_author);
            if !named && !linked {
                continue;
            }
            let text = dom.words(id);
            let place = self.page.near(id);
            if text.is_empty() || length(&text) > MAX_BYLINE || is_aside(dom, id, place) {
                continue;
            }
            let text = name_within(dom, id).unwrap_or(text);
            let beside = beside_date(&text, self.who).filter(|(_, sure)| *sure > 2.0);
            let found = match (beside, byline(&text, self.who)) {
                (Some((name, _)), _) | (None, Some(name)) => vec![name],
                (None, None) if place >= 2.0 && named => self.names_marked(&text),
                (None, None) => Vec::new(),
            };
            let cue = f32::from(u8::from(after_cue(&text).is_some()));
            let is_single = found.len() == 1 && found[0].split_whitespace().count() >= 2;
            let single = if is_single { 0.5 } else { 0.0 };
            let trust = if named { 3.0 } else { 2.6 };
            self.offer(found, trust + place + cue + single, "printed as the author in the page");
        }
    }

    /// What lines around the headline and under the text say: "By …", and names beside dates.
    fn by_lines(&mut self) {
        let Place { blocks, region, .. } = self.page;
        let head = self.page.head();
        let around = head.saturating_sub(4)..(head + HEAD_BLOCKS).min(blocks.len());
        for at in around.chain(region.last..(region.last + 3).min(blocks.len())) {
            let text = blocks[at].text.trim_start_matches(['(', '|', ' ', '—', '–', '-']);
            // "Author: …" goes before a sentence about the author.
            let labelled = text
                .split_once(':')
                .is_some_and(|(label, _)| after_cue(&format!("{label} x")) == Some("x"));
            let is_sentence = text.ends_with(['.', '?', '!']) && length(text) > 60.0 && !labelled;
            if length(text) > MAX_BYLINE || is_sentence {
                continue;
            }
            for line in text.split('\n') {
                if let Some(after) = after_cue(line)
                    && starts_as_name(after)
                {
                    let score = 4.0 - if at < head { 0.5 } else { 0.0 };
                    let found = byline(after, self.who).into_iter().collect();
                    self.offer(found, score, "printed above the text");
                } else if at <= region.first.max(head) + 2
                    && let Some((name, sure)) = beside_date(line, self.who)
                {
                    self.offer(vec![name], sure + 2.0, "printed beside the date");
                }
            }
        }
    }

    /// A name and nothing else in the line before or after that of the date.
    fn beside_days(&mut self) {
        let Place { blocks, region, .. } = self.page;
        let head = self.page.head();
        let is_day = |at: usize| {
            blocks.get(at).is_some_and(|b| {
                length(&b.text) <= 40.0 && dateline_reading::first_date(&b.text).is_some()
            })
        };
        let before_text =
            blocks.iter().enumerate().take((region.first + 3).min(head + HEAD_BLOCKS));
        for (at, block) in before_text.skip(head + 1) {
            let is_beside = is_day(at - 1) && at - 1 > head || is_day(at + 1);
            if is_beside && is_person(&block.text, self.who) {
                self.offer(vec![block.text.clone()], 2.8, "printed beside the date");
            }
        }
    }
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

//! The date that a page prints.

use super::super::date::{date, is_whole};
use super::{Best, HEAD_BLOCKS, Place, Printed, class_words, is_aside, is_list_entry};
use crate::dom::{Dom, Id};
use crate::flow::{Context, is_out};
use crate::words::{key, length};

/// Letters of an element that can be a date, at most.
const MAX_DATE: f32 = 120.0;

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

/// The date that the page prints near its headline.
pub(in super::super) fn day(page: Place<'_>) -> Option<Printed> {
    let mut days = Days { page, best: Best::default() };
    days.marked();
    days.times();
    days.by_classes();
    days.by_headline();
    days.around_text();
    days.best.0
}

/// The search for the date.
struct Days<'p> {
    page: Place<'p>,
    best: Best,
}

impl Days<'_> {
    fn offer(&mut self, value: Option<String>, score: f32, evidence: &'static str) {
        if let Some(value) = value.filter(|value| is_whole(value)) {
            self.best.offer(value, score, evidence);
        }
    }

    /// What elements with `itemprop` and the like state.
    fn marked(&mut self) {
        let Place { dom, tags, .. } = self.page;
        for (word, trust) in
            [("datepublished", 8.0), ("datecreated", 5.0), ("pubdate", 5.0), ("dc:date", 5.0)]
        {
            for id in tags.named(word) {
                let place = self.page.near(*id);
                if place > -2.0 && !is_aside(dom, *id, place) {
                    self.offer(stated(dom, *id), trust + place, "marked as the date in the page");
                }
            }
        }
    }

    /// What `<time>` states.
    fn times(&mut self) {
        let Place { dom, tags, .. } = self.page;
        for id in &tags.times {
            let Some(element) = dom.element(*id) else { continue };
            let place = self.page.near(*id);
            if is_aside(dom, *id, place) {
                continue;
            }
            let updated = class_words(element)
                .any(|w| matches!(w.as_str(), "updated" | "modified"))
                && !class_words(element).any(|w| w == "published");
            let trust =
                if element.has("pubdate") { 5.0 } else { 3.0 } - if updated { 1.0 } else { 0.0 };
            self.offer(stated(dom, *id), trust + place, "<time> in the page");
        }
    }

    /// What stands in elements whose classes are of dates.
    fn by_classes(&mut self) {
        let dom = self.page.dom;
        for (id, element) in dom.elements() {
            let is_other =
                matches!(element.tag(), "time" | "html" | "body" | "article" | "main" | "nav");
            if is_out(element)
                || is_other
                || !class_words(element).any(|w| DATE.contains(&w.as_str()))
            {
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
            let place = self.page.near(id);
            if is_aside(dom, id, place) {
                continue;
            }
            let score = 2.0 + place - label(&text);
            self.offer(date(&text), score, "printed as the date in the page");
        }
    }

    /// Dates in blocks around the headline.
    fn by_headline(&mut self) {
        let Place { dom, blocks, region, .. } = self.page;
        let head = self.page.head();
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
            let score = 3.4 - after - label(&block.text);
            self.offer(date(&block.text), score, "a date by the headline");
        }
    }

    /// Some print it in the first words or under the text.
    fn around_text(&mut self) {
        let Place { dom, blocks, region, .. } = self.page;
        for block in blocks.iter().skip(region.first).take(5) {
            let start: String = block.text.chars().take(40).collect();
            if let Some((before, _)) =
                start.split_once(['–', '—', '|']).or_else(|| start.split_once(" - "))
                && length(before) <= 24.0
            {
                self.offer(date(before), 3.0, "a date before the first words");
            }
        }
        for block in blocks.iter().skip(region.last).take(4) {
            if length(&block.text) <= 60.0
                && !is_rights(&block.text)
                && !is_aside(dom, block.node, 0.0)
            {
                self.offer(date(&block.text), 0.8, "a date under the text");
            }
        }
    }
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

/// How much a label before a date speaks against it.
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

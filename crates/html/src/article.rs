//! The article of a page: its blocks with their roles, and what is said of it.

use crate::dom::{Dom, Hopeless, Id, parse};
use crate::flow::{Block, ClassWords, Context, Hidden, blocks};
use crate::metadata::{Metadata, Region, Said};
use crate::words::{count, key, length};
use crate::{head, model, several};
use dateline_reading::BlockKind;
use std::collections::HashSet;

/// A block is text of the article from this likelihood on.
const LIKELY: f32 = 0.5;

/// Where no block is likely, those from this likelihood on are taken.
const POSSIBLE: f32 = 0.1;

/// Letters of text below which a page seems to hold no article.
const LITTLE: f32 = 140.0;

/// Blocks under the headline in which a byline may stand.
const ABOVE: usize = 5;

/// Words of a line that is a byline, or a date, at most.
const FEW_WORDS: usize = 14;

/// Letters of a line that leads to other articles, at most.
const CUE: f32 = 60.0;

/// Blocks before one in which the same words mean the same.
const NEAR: usize = 6;

/// A paragraph, heading or other part of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its role.
    pub kind: BlockKind,
    /// Its text, on one line.
    pub text: String,
}

/// An article in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its parts in the order of the page.
    pub parts: Vec<Part>,
    /// What the page says of it.
    pub metadata: Metadata,
}

/// What was read of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The articles in the page, in order.
    pub articles: Vec<Article>,
    /// Guesses and omissions, a sentence each.
    pub notes: Vec<String>,
}

/// Reads a page. `address` is where it is from, when that is known from elsewhere.
pub fn read(html: &str, address: Option<&str>) -> Page {
    let dom = match parse(html) {
        Ok(dom) => dom,
        Err(why) => return without_tree(html, why),
    };
    let said = Said::of(&dom, address);
    let mut found = Found::of(&dom, &said, Hidden::Out);
    let parts = several::several(&dom, &found.blocks);
    if !parts.is_empty() {
        return of_parts(&dom, &said, &found, &parts);
    }
    let mut notes = Vec::new();
    if found.letters() < LITTLE {
        let with_hidden = Found::of(&dom, &said, Hidden::In);
        if with_hidden.letters() > LITTLE {
            notes.push("the page hides its text until a script shows it; it was taken".to_owned());
            found = with_hidden;
        }
    }
    let described = said.body().map(crate::plain::paragraphs).unwrap_or_default();
    let of_description: f32 = described.iter().map(|p| length(p)).sum();
    if found.letters() * 2.0 < of_description && of_description > LITTLE {
        notes.push("the text is the one that the page gives in its JSON-LD".to_owned());
        let metadata = said.metadata(&dom, &found.blocks, found.region());
        let title = metadata.title.iter().map(|t| Part { kind: BlockKind::Title, text: t.clone() });
        let body = described.into_iter().map(|text| Part { kind: BlockKind::Body, text });
        return Page {
            articles: vec![Article { parts: title.chain(body).collect(), metadata }],
            notes,
        };
    }
    if !found.text.contains(&true) {
        found.take_all();
        notes.push("the article was not told from the page; all of its text was taken".to_owned());
    }
    let mut metadata = said.metadata(&dom, &found.blocks, found.region());
    notes.append(&mut metadata.notes);
    let parts = found.parts(&metadata);
    Page { articles: vec![Article { parts, metadata }], notes }
}

/// The articles of a page that holds several, each read as a page of its own. What the page
/// says of itself goes for the one whose headline is its title.
fn of_parts(dom: &Dom, of_page: &Said, whole: &Found, parts: &[Id]) -> Page {
    let source = of_page.metadata(dom, &whole.blocks, whole.region()).source;
    let head = whole.head.map(|at| key(&whole.blocks[at].text));
    let mut page = Page::default();
    for id in parts {
        let part = dom.part(*id);
        let own = Said::of(&part, None).titled(first_heading(&part));
        let mut found = Found::of(&part, &own, Hidden::Out);
        if !found.text.contains(&true) {
            found.take_all();
        }
        let is_first = head.is_some() && found.head.map(|at| key(&found.blocks[at].text)) == head;
        let mut metadata = match is_first {
            true => of_page.metadata(dom, &whole.blocks, whole.region_of(dom, *id)),
            false => own.metadata(&part, &found.blocks, found.region()),
        };
        metadata.source = metadata.source.or_else(|| source.clone());
        page.notes.append(&mut metadata.notes);
        let parts = found.parts(&metadata);
        page.articles.push(Article { parts, metadata });
    }
    page
}

/// A page that is not parsed: what stands between its tags.
fn without_tree(html: &str, why: Hopeless) -> Page {
    let why = match why {
        Hopeless::Deep => "elements stand too deep in each other",
        Hopeless::Attributes => "an element has thousands of attributes",
        Hopeless::Large => "its tags open each other again and again",
    };
    let parts = crate::plain::between_tags(html)
        .into_iter()
        .map(|text| Part { kind: BlockKind::Body, text });
    let article = Article { parts: parts.collect(), metadata: Metadata::default() };
    Page { articles: vec![article], notes: vec![format!("{why}; read as plain text")] }
}

/// The blocks of a page, and which of them are text of the article.
struct Found {
    blocks: Vec<Block>,
    text: Vec<bool>,
    head: Option<usize>,
}

impl Found {
    fn of(dom: &Dom, said: &Said, hidden: Hidden) -> Found {
        let blocks = blocks(dom, hidden, &mut ClassWords::default());
        let titles = said.titles();
        let head = head::headline(&blocks, &titles);
        let measured = model::measure(&blocks, head, &titles.join(" "));
        let likely = model::likelihoods(dom, &blocks, &measured);
        let title_key = head.map(|h| key(&blocks[h].text)).unwrap_or_default();
        // A page of a few lines gives the model little to go by.
        let likely_enough = if likely.iter().any(|p| *p > LIKELY) { LIKELY } else { POSSIBLE };
        let text = likely
            .iter()
            .zip(&blocks)
            .map(|(p, b)| *p > likely_enough && key(&b.text) != title_key)
            .collect();
        let mut out = Found { blocks, text, head };
        out.drop_others();
        out.drop_repeats();
        out.drop_lonely_headings();
        out
    }

    /// Links to other articles under "Read more" are no text, and neither is a line that says
    /// the same as one right before it that is none: lines of teasers.
    fn drop_others(&mut self) {
        let related = dateline_reading::CUES.iter().position(|cue| *cue == "related");
        let is_cue = |block: &Block| {
            length(&block.text) <= CUE
                && related.is_some_and(|bit| {
                    dateline_reading::line_signs(&block.text).first >> bit & 1 == 1
                })
        };
        let mut under = false;
        for at in 0..self.blocks.len() {
            let block = &self.blocks[at];
            let is_link = block.linked >= length(&block.text) * 0.9;
            under = is_cue(block) && !is_link || under && is_link;
            let like_before = (at.saturating_sub(NEAR)..at)
                .any(|before| !self.text[before] && self.blocks[before].text == block.text);
            if under && is_link || like_before {
                self.text[at] = false;
            }
        }
    }

    /// A paragraph that stands in the page twice is text once.
    fn drop_repeats(&mut self) {
        let mut seen = HashSet::new();
        for (block, text) in self.blocks.iter().zip(&mut self.text) {
            if *text && !seen.insert(key(&block.text)) {
                *text = false;
            }
        }
    }

    /// A heading without text under it heads something that is no part of the article.
    fn drop_lonely_headings(&mut self) {
        let mut under = false;
        for at in (0..self.blocks.len()).rev() {
            if !self.text[at] {
                continue;
            }
            if self.blocks[at].level > 0 {
                self.text[at] = under;
            } else {
                under = true;
            }
        }
    }

    fn letters(&self) -> f32 {
        self.blocks.iter().zip(&self.text).filter(|(_, t)| **t).map(|(b, _)| length(&b.text)).sum()
    }

    fn take_all(&mut self) {
        let head = self.head;
        for (at, text) in self.text.iter_mut().enumerate() {
            *text = Some(at) != head;
        }
    }

    fn region(&self) -> Region {
        let first = self.text.iter().position(|t| *t).unwrap_or(0);
        let last = self.text.iter().rposition(|t| *t).unwrap_or(0);
        Region { head: self.head, first, last }
    }

    /// The region of an article that is an element of the page.
    fn region_of(&self, dom: &Dom, article: Id) -> Region {
        let within = |block: &Block| {
            std::iter::successors(Some(block.node), |id| dom.parent(*id)).any(|id| id == article)
        };
        let mut text =
            (0..self.blocks.len()).filter(|at| Some(*at) != self.head && within(&self.blocks[*at]));
        let first = text.next().unwrap_or(0);
        Region { head: self.head, first, last: text.next_back().unwrap_or(first) }
    }

    /// The parts of the article: its text, what else stands amid it, and the headline.
    fn parts(&self, metadata: &Metadata) -> Vec<Part> {
        let Region { head, first, last } = self.region();
        let from = head.filter(|h| *h < first).unwrap_or(first);
        let byline = metadata.byline.as_deref().and_then(|b| b.split(',').next());
        let byline = byline.map(key).unwrap_or_default();
        let above = head.map_or(0..0, |h| h + 1..h + 1 + ABOVE);
        let mut out = Vec::new();
        for (at, block) in self.blocks.iter().enumerate().take(last + 1).skip(from) {
            let kind = if Some(at) == head {
                BlockKind::Title
            } else if above.contains(&at) && is_byline(block, &byline) {
                BlockKind::Byline
            } else if above.contains(&at) && is_date(block) {
                BlockKind::Dateline
            } else if self.text[at] {
                if block.level > 0 { BlockKind::Heading } else { BlockKind::Body }
            } else {
                aside(block, &byline)
            };
            if kind == BlockKind::Furniture
                && block.context.has(Context::NAV.and(Context::FORM).and(Context::FOOTER))
            {
                continue;
            }
            out.extend(lines(&block.text).into_iter().map(|text| Part { kind, text }));
        }
        if !out.iter().any(|p| p.kind == BlockKind::Title)
            && let Some(title) = &metadata.title
        {
            out.insert(0, Part { kind: BlockKind::Title, text: title.clone() });
        }
        out
    }
}

/// The role of a block amid the article that is no text of it.
fn aside(block: &Block, byline: &str) -> BlockKind {
    let own = key(&block.text);
    let short = length(&block.text) < 160.0;
    if block.context.has(Context::CAPTION) {
        BlockKind::Caption
    } else if short && !byline.is_empty() && own.contains(byline) {
        BlockKind::Byline
    } else if short
        && count(&block.text) <= FEW_WORDS
        && dateline_reading::first_date(&block.text).is_some()
    {
        BlockKind::Dateline
    } else {
        BlockKind::Furniture
    }
}

/// Whether a block is a date and nothing else.
fn is_date(block: &Block) -> bool {
    /// Words of a date with its day and time, at most.
    const WORDS: usize = 7;
    block.level == 0
        && count(&block.text) <= WORDS
        && length(&block.text) <= 40.0
        && !dateline_reading::days(&block.text).is_empty()
}

/// Whether a block by the headline says who wrote the article, or when, and nothing else.
fn is_byline(block: &Block, byline: &str) -> bool {
    let rest = key(&block.text).chars().count().saturating_sub(byline.chars().count());
    !byline.is_empty()
        && key(&block.text).contains(byline)
        && count(&block.text) <= FEW_WORDS
        && (rest <= 6 || dateline_reading::first_date(&block.text).is_some())
}

/// The paragraphs in a block: a `<br>` after the end of a sentence, or after a short line
/// (verse, a list, an address), ends one; else it stands for a space.
fn lines(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => out.push(line.to_owned()),
        }
        goes_on = length(line) > 60.0
            && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–'));
    }
    out
}

/// All text of a piece of HTML, a paragraph a block, without what is never shown.
pub fn paragraphs(html: &str) -> Vec<String> {
    match parse(html) {
        Ok(dom) => {
            let blocks = blocks(&dom, Hidden::In, &mut ClassWords::default());
            blocks
                .iter()
                .flat_map(|b| b.text.split('\n').map(str::to_owned).collect::<Vec<_>>())
                .collect()
        }
        Err(_) => crate::plain::between_tags(html),
    }
}

/// The first heading of a piece of HTML, of the highest level that it has.
pub fn heading(html: &str) -> Option<String> {
    first_heading(&parse(html).ok()?)
}

fn first_heading(dom: &Dom) -> Option<String> {
    ["h1", "h2", "h3"].iter().find_map(|tag| {
        let found = dom.elements().filter(|(_, e)| e.tag() == *tag);
        found.map(|(id, _)| dom.words(id)).find(|words| !words.is_empty())
    })
}

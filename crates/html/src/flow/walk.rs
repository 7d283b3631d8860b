//! The walk over the tree that cuts it into blocks.

use super::class::ClassWords;
use super::context::Context;
use super::element::{Flow, flow, is_hidden, is_out, is_shadow};
use crate::dom::{Data, Dom, Id, ROOT};
use crate::words::{is_space, is_unseen, length};

/// Elements around a block whose class words count as near.
const NEAR: usize = 3;

/// A block of text with the place where it stands.
#[derive(Debug)]
pub(crate) struct Block {
    /// The text with single spaces; line ends of `<br>` and `<pre>` are kept.
    pub(crate) text: String,
    /// The element whose block it is.
    pub(crate) node: Id,
    /// The kinds of elements around it.
    pub(crate) context: Context,
    /// Letters within links, bold and slanted text; see `words::length`.
    pub(crate) linked: f32,
    pub(crate) bold: f32,
    pub(crate) slanted: f32,
    /// Number of links.
    pub(crate) links: u32,
    /// Pictures right before it.
    pub(crate) pictures: u32,
    /// Number of elements around it.
    pub(crate) depth: u32,
    /// Class words of the block and the nearest elements around it.
    pub(crate) near: Vec<u64>,
    /// Those of the further ones.
    pub(crate) far: Vec<u64>,
    /// The groups of these words; see `flow::groups`.
    pub(crate) near_groups: u32,
    pub(crate) far_groups: u32,
    /// Level of a heading, 0 for none.
    pub(crate) level: u8,
}

/// What becomes of text that the page hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hidden {
    Out,
    In,
}

struct Frame {
    id: Id,
    context: Context,
    words: Vec<u64>,
    flow: Flow,
    level: u8,
}

/// The blocks of a page in order.
pub(crate) fn blocks(dom: &Dom, hidden: Hidden, class_words: &mut ClassWords) -> Vec<Block> {
    let mut walk =
        Walk { dom, hidden, class_words, open: Vec::new(), now: Open::default(), out: Vec::new() };
    walk.run();
    walk.out
}

/// The block that is being filled.
#[derive(Default)]
struct Open {
    text: String,
    place: Option<Place>,
    linked: f32,
    bold: f32,
    slanted: f32,
    links: u32,
    pictures: u32,
    inline: Vec<u64>,
}

struct Place {
    node: Id,
    context: Context,
    depth: u32,
    near: Vec<u64>,
    far: Vec<u64>,
    level: u8,
}

enum Step {
    Enter(Id),
    Leave,
}

struct Walk<'d> {
    dom: &'d Dom,
    hidden: Hidden,
    class_words: &'d mut ClassWords,
    open: Vec<Frame>,
    now: Open,
    out: Vec<Block>,
}

impl Walk<'_> {
    fn run(&mut self) {
        let dom = self.dom;
        let mut todo: Vec<Step> = dom.children_backwards(ROOT).map(Step::Enter).collect();
        while let Some(step) = todo.pop() {
            match step {
                Step::Leave => self.leave(),
                Step::Enter(id) => match dom.data(id) {
                    Data::Text(text) => self.text(text),
                    Data::Element(_) if self.enter(id) => {
                        todo.push(Step::Leave);
                        let inside = dom.contents(id).unwrap_or(id);
                        todo.extend(dom.children_backwards(inside).map(Step::Enter));
                    }
                    _ => {}
                },
            }
        }
        self.flush();
    }

    /// Begins an element; false when nothing in it is read.
    fn enter(&mut self, id: Id) -> bool {
        let Some(element) = self.dom.element(id) else { return false };
        let flow = flow(element);
        match flow {
            Flow::Break => self.line_end(),
            Flow::Object => {
                self.space();
                self.now.pictures +=
                    u32::from(matches!(element.tag(), "img" | "picture" | "video" | "iframe"));
            }
            _ => {}
        }
        if matches!(flow, Flow::Break | Flow::Nothing) {
            return false;
        }
        let toolbar = element.attribute("id").is_some_and(crate::marks::is_toolbar);
        let out = is_out(element) && !self.is_text_without_scripts(id);
        if out || toolbar || (self.hidden == Hidden::Out && is_hidden(element)) {
            if flow == Flow::Block {
                self.flush();
            }
            return false;
        }
        if flow == Flow::Block && !is_shadow(element) {
            self.flush();
        }
        let outer = self.open.last();
        let context = outer.map_or(Context::default(), |f| f.context).and(Context::of(element));
        let level = match element.tag().as_bytes() {
            [b'h', level @ b'1'..=b'6'] => level - b'0',
            _ => outer.map_or(0, |f| f.level),
        };
        let words = if matches!(element.tag(), "html" | "body") {
            Vec::new()
        } else {
            self.class_words.of(element)
        };
        if flow == Flow::Inline {
            self.now.links += u32::from(element.tag() == "a");
        }
        self.open.push(Frame { id, context, words, flow, level });
        true
    }

    /// Whether a `<noscript>` holds the text itself, not a pixel or a request for scripts.
    fn is_text_without_scripts(&self, id: Id) -> bool {
        /// Letters that no request has.
        const LONG: f32 = 600.0;
        self.dom.element(id).is_some_and(|e| e.tag() == "noscript")
            && length(&self.dom.words(id)) > LONG
    }

    fn leave(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        if frame.flow == Flow::Block {
            self.open.push(frame);
            self.flush();
            self.open.pop();
        } else if self.is_button_like(&frame) {
            self.space();
        }
    }

    /// Whether words around the end of an inline element may stand without a space in
    /// the source and still be apart on the page: labels.
    fn is_button_like(&self, frame: &Frame) -> bool {
        self.dom.element(frame.id).is_some_and(|e| matches!(e.tag(), "label" | "time"))
    }

    fn text(&mut self, text: &str) {
        if text.chars().all(|c| is_space(c) || is_unseen(c)) {
            if self.preformatted() {
                self.push_lines(text);
            } else if !text.is_empty() {
                self.space();
            }
            return;
        }
        if self.now.place.is_none() {
            self.now.place = Some(self.place());
        }
        let before = self.now.text.len();
        if self.preformatted() {
            self.push_lines(text);
        } else {
            crate::words::push_tidy(&mut self.now.text, text);
        }
        let added = length(&self.now.text[before.min(self.now.text.len())..]);
        let (mut link, mut bold, mut slanted) = (false, false, false);
        let mut inline = Vec::new();
        for frame in self.open.iter().rev() {
            let tag = self.dom.element(frame.id).map_or("", |e| e.tag());
            link |= tag == "a";
            bold |= matches!(tag, "b" | "strong");
            slanted |= matches!(tag, "i" | "em");
            if frame.flow == Flow::Block {
                // A link may hold blocks.
                link |= self
                    .open
                    .iter()
                    .any(|f| self.dom.element(f.id).is_some_and(|e| e.tag() == "a"));
                break;
            }
            inline.extend_from_slice(&frame.words);
        }
        self.now.inline.append(&mut inline);
        self.now.linked += if link { added } else { 0.0 };
        self.now.bold += if bold { added } else { 0.0 };
        self.now.slanted += if slanted { added } else { 0.0 };
    }

    fn preformatted(&self) -> bool {
        self.open.last().is_some_and(|f| f.context.has(Context::PRE))
    }

    /// Adds preformatted text: its lines are lines, an empty one ends a block.
    fn push_lines(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.line_end();
            }
            if self.now.place.is_none() && !line.trim().is_empty() {
                self.now.place = Some(self.place());
            }
            crate::words::push_tidy(&mut self.now.text, line);
        }
    }

    fn space(&mut self) {
        if !self.now.text.is_empty() && !self.now.text.ends_with([' ', '\n']) {
            self.now.text.push(' ');
        }
    }

    /// A line end; the second one in a row ends the block.
    fn line_end(&mut self) {
        while self.now.text.ends_with(' ') {
            self.now.text.pop();
        }
        if self.now.text.ends_with('\n') {
            self.flush();
        } else if !self.now.text.is_empty() {
            self.now.text.push('\n');
        }
    }

    /// Where text stands that comes now.
    fn place(&self) -> Place {
        let mut near = Vec::new();
        let mut far = Vec::new();
        let mut blocks = 0;
        let mut node = ROOT;
        for frame in self.open.iter().rev() {
            if frame.flow == Flow::Block {
                blocks += 1;
                if blocks == 1 {
                    node = frame.id;
                }
                let into = if blocks <= NEAR { &mut near } else { &mut far };
                into.extend_from_slice(&frame.words);
            }
        }
        let (context, level) =
            self.open.last().map_or_else(Default::default, |f| (f.context, f.level));
        Place { node, context, depth: self.open.len() as u32, near, far, level }
    }

    fn flush(&mut self) {
        let mut now = std::mem::take(&mut self.now);
        while now.text.ends_with([' ', '\n']) {
            now.text.pop();
        }
        let Some(place) = now.place.filter(|_| !now.text.is_empty()) else {
            self.now.pictures = now.pictures;
            return;
        };
        let (mut near, mut far) = (place.near, place.far);
        near.append(&mut now.inline);
        for words in [&mut near, &mut far] {
            words.sort_unstable();
            words.dedup();
        }
        self.out.push(Block {
            text: now.text,
            node: place.node,
            context: place.context,
            linked: now.linked,
            bold: now.bold,
            slanted: now.slanted,
            links: now.links,
            pictures: now.pictures,
            depth: place.depth,
            near_groups: self.class_words.groups(&near),
            far_groups: self.class_words.groups(&far),
            near,
            far,
            level: place.level,
        });
    }
}

//! Nodes and the ways between them.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};
use std::collections::HashMap;

/// Number of a node in its tree.
pub(crate) type Id = u32;

/// No node.
pub(crate) const NONE: Id = Id::MAX;

/// The document node.
pub(crate) const ROOT: Id = 0;

/// The tree of a page. Nodes that were taken out of it stay in the arena.
#[derive(Debug)]
pub(crate) struct Dom {
    pub(super) nodes: Vec<Node>,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(super) parent: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    pub(super) before: Id,
    pub(super) after: Id,
    pub(crate) data: Data,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Data {
    Document,
    Element(Element),
    Text(StrTendril),
    Comment(StrTendril),
    /// Doctypes and processing instructions.
    Other,
}

/// An element with its attributes; names are in small letters.
#[derive(Debug)]
pub(crate) struct Element {
    pub(super) name: QualName,
    pub(super) attributes: Vec<Attribute>,
    /// The contents of a `<template>`: a fragment that is no child of it.
    pub(super) contents: Option<Id>,
}

impl Node {
    /// A node without a place.
    pub(super) fn new(data: Data) -> Node {
        Node { parent: NONE, first: NONE, last: NONE, before: NONE, after: NONE, data }
    }
}

impl Element {
    /// The name of the tag.
    pub(crate) fn tag(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
    }

    /// Whether the attribute stands on the element, with or without a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }
}

impl Dom {
    /// What the node is.
    pub(crate) fn data(&self, id: Id) -> &Data {
        &self.nodes[id as usize].data
    }

    /// The node as an element.
    pub(crate) fn element(&self, id: Id) -> Option<&Element> {
        match self.data(id) {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The fragment of a `<template>`.
    pub(crate) fn contents(&self, id: Id) -> Option<Id> {
        self.element(id)?.contents
    }

    /// The node in which this one stands.
    pub(crate) fn parent(&self, id: Id) -> Option<Id> {
        #[cfg(test)]
        step();
        some(self.nodes[id as usize].parent)
    }

    /// The nodes that stand in this one, the last one first.
    pub(crate) fn children_backwards(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let last = some(self.nodes[id as usize].last);
        std::iter::successors(last, |id| some(self.nodes[*id as usize].before))
    }

    /// The nodes in this one at any depth, in the order of the page.
    pub(crate) fn below(&self, root: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = some(self.nodes[root as usize].first);
        std::iter::from_fn(move || {
            let now = at?;
            #[cfg(test)]
            step();
            at = some(self.nodes[now as usize].first).or_else(|| self.beyond(now, root));
            Some(now)
        })
    }

    /// The node after this one and all in it, below `root`.
    fn beyond(&self, mut id: Id, root: Id) -> Option<Id> {
        while id != root {
            let node = &self.nodes[id as usize];
            if node.after != NONE {
                return Some(node.after);
            }
            id = some(node.parent)?;
        }
        None
    }

    /// The elements of the page in its order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = (Id, &Element)> + '_ {
        self.below(ROOT).filter_map(|id| Some((id, self.element(id)?)))
    }

    /// The elements in which the node stands, the nearest first.
    pub(crate) fn ancestors(&self, id: Id) -> impl Iterator<Item = &Element> + '_ {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
            .filter_map(|id| self.element(id))
    }

    /// A tree of a node and all in it; fragments of templates are left out.
    pub(crate) fn part(&self, id: Id) -> Dom {
        let mut nodes = vec![Node::new(Data::Document)];
        let mut new: HashMap<Id, Id> = HashMap::new();
        for old in std::iter::once(id).chain(self.below(id)) {
            let at = nodes.len() as Id;
            let parent = self.parent(old).and_then(|p| new.get(&p)).copied().unwrap_or(ROOT);
            let before = std::mem::replace(&mut nodes[parent as usize].last, at);
            match some(before) {
                Some(before) => nodes[before as usize].after = at,
                None => nodes[parent as usize].first = at,
            }
            let data = match self.data(old) {
                Data::Document | Data::Other => Data::Other,
                Data::Text(text) => Data::Text(text.clone()),
                Data::Comment(text) => Data::Comment(text.clone()),
                Data::Element(e) => Data::Element(Element {
                    name: e.name.clone(),
                    attributes: e.attributes.clone(),
                    contents: None,
                }),
            };
            nodes.push(Node { parent, before, ..Node::new(data) });
            new.insert(old, at);
        }
        Dom { nodes }
    }

    /// The text in a node as it stands in the source.
    pub(crate) fn raw_text(&self, id: Id) -> String {
        let mut out = String::new();
        for id in self.below(id) {
            if let Data::Text(text) = self.data(id) {
                out.push_str(text);
            }
        }
        out
    }

    /// The text in a node with single spaces, without scripts and styles.
    pub(crate) fn words(&self, id: Id) -> String {
        let mut out = String::new();
        for node in self.below(id) {
            match self.data(node) {
                Data::Text(text) => {
                    let hidden = self.parent(node).and_then(|p| self.element(p));
                    if !hidden.is_some_and(|e| matches!(e.tag(), "script" | "style" | "svg")) {
                        out.push_str(text);
                    }
                }
                Data::Element(e) if !matches!(e.tag(), "wbr" | "b" | "i" | "em" | "strong") => {
                    out.push(' ');
                }
                _ => {}
            }
        }
        crate::words::tidy(&out)
    }
}

#[cfg(test)]
thread_local!(static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) });

#[cfg(test)]
fn step() {
    STEPS.set(STEPS.get() + 1);
}

/// Steps through trees so far, on this thread.
#[cfg(test)]
pub(crate) fn steps() -> u64 {
    STEPS.get()
}

pub(super) fn some(id: Id) -> Option<Id> {
    (id != NONE).then_some(id)
}

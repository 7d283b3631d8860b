//! From the text of a page to its tree, by html5ever.

use super::guard::{Hopeless, MAX_ATTRIBUTES, hopeless};
use super::tree::{Data, Dom, Element, Id, NONE, Node, ROOT, some};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// Bytes that are parsed between two looks at the size of the tree.
const STEP: usize = 1 << 16;

/// Nodes that a page may have beyond one for each two bytes.
const SPARE_NODES: usize = 20_000;

/// The tree of a page.
///
/// # Errors
/// When the page would take too much time or memory.
pub(crate) fn parse(html: &str) -> Result<Dom, Hopeless> {
    if let Some(why) = hopeless(html) {
        return Err(why);
    }
    let nodes = Rc::new(RefCell::new(vec![Node::new(Data::Document)]));
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = false;
    let mut parser = parse_document(Sink::new(&nodes), options);
    let whole = StrTendril::from_slice(html);
    let mut from = 0;
    while from < html.len() {
        let mut to = (from + STEP).min(html.len());
        while !html.is_char_boundary(to) {
            to += 1;
        }
        parser.process(whole.subtendril(from as u32, (to - from) as u32));
        if nodes.borrow().len() > to / 2 + SPARE_NODES {
            return Err(Hopeless::Large);
        }
        from = to;
    }
    parser.finish();
    Ok(Dom { nodes: nodes.take() })
}

struct Sink {
    nodes: Rc<RefCell<Vec<Node>>>,
    nameless: QualName,
}

/// The name of an element in the arena.
enum Name<'a> {
    Of(Ref<'a, QualName>),
    /// That of a node that is no element; the parser never asks for one.
    Nothing(&'a QualName),
}

impl Name<'_> {
    fn get(&self) -> &QualName {
        match self {
            Name::Of(name) => name,
            Name::Nothing(name) => name,
        }
    }
}

impl std::fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.get().ns
    }

    fn local_name(&self) -> &LocalName {
        &self.get().local
    }
}

impl Sink {
    fn new(nodes: &Rc<RefCell<Vec<Node>>>) -> Sink {
        let nameless = QualName::new(None, Namespace::default(), LocalName::default());
        Sink { nodes: Rc::clone(nodes), nameless }
    }

    fn add(&self, data: Data) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node::new(data));
        (nodes.len() - 1) as Id
    }

    /// Puts a node, or text, into `parent` before `next`.
    fn insert(&self, parent: Id, next: Id, child: NodeOrText<Id>) {
        let nodes = &mut *self.nodes.borrow_mut();
        let before = match some(next) {
            Some(next) => nodes[next as usize].before,
            None => nodes[parent as usize].last,
        };
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                if let Some(before) = some(before)
                    && let Data::Text(so_far) = &mut nodes[before as usize].data
                {
                    so_far.push_tendril(&text);
                    return;
                }
                nodes.push(Node::new(Data::Text(text)));
                (nodes.len() - 1) as Id
            }
        };
        detach(nodes, id);
        let node = &mut nodes[id as usize];
        (node.parent, node.before, node.after) = (parent, before, next);
        match some(before) {
            Some(before) => nodes[before as usize].after = id,
            None => nodes[parent as usize].first = id,
        }
        match some(next) {
            Some(next) => nodes[next as usize].before = id,
            None => nodes[parent as usize].last = id,
        }
    }
}

/// Takes a node out of its parent.
fn detach(nodes: &mut [Node], id: Id) {
    let node = &mut nodes[id as usize];
    let (parent, before, after) = (node.parent, node.before, node.after);
    (node.parent, node.before, node.after) = (NONE, NONE, NONE);
    let Some(parent) = some(parent) else { return };
    match some(before) {
        Some(before) => nodes[before as usize].after = after,
        None => nodes[parent as usize].first = after,
    }
    match some(after) {
        Some(after) => nodes[after as usize].before = before,
        None => nodes[parent as usize].last = before,
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = ();
    type ElemName<'a> = Name<'a>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name<'a> {
        let found =
            Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes[*target as usize].data {
                Data::Element(element) => Some(&element.name),
                _ => None,
            });
        found.map_or(Name::Nothing(&self.nameless), Name::Of)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Id {
        let contents = flags.template.then(|| self.add(Data::Document));
        self.add(Data::Element(Element { name, attributes, contents }))
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        self.add(Data::Comment(text))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Data::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        let has_parent = self.nodes.borrow()[*element as usize].parent != NONE;
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        match &self.nodes.borrow()[*target as usize].data {
            Data::Element(element) => element.contents.unwrap_or(*target),
            _ => *target,
        }
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        if parent != NONE {
            self.insert(parent, *sibling, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Data::Element(element) = &mut self.nodes.borrow_mut()[*target as usize].data {
            for attribute in attributes {
                if element.attributes.len() < MAX_ATTRIBUTES
                    && element.attributes.iter().all(|a| a.name != attribute.name)
                {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        detach(&mut self.nodes.borrow_mut(), *target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node as usize].first;
            if first == NONE {
                return;
            }
            self.insert(*new_parent, NONE, NodeOrText::AppendNode(first));
        }
    }
}

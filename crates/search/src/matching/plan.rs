//! A tree made ready for matching: words numbered, zones resolved, colours given.

use crate::document::Zone;
use crate::query::{Filter, Node, Query, Word};

/// A set of zones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Zones(u8);

impl Zones {
    pub(crate) const TITLE: Zones = Zones(1);
    pub(crate) const BODY: Zones = Zones(2);
    pub(crate) const DEFAULT: Zones = Zones(3);

    pub(crate) fn only(zone: Zone) -> Self {
        Zones(1 << zone as u8)
    }

    pub(crate) fn holds(self, zone: Zone) -> bool {
        self.0 & (1 << zone as u8) != 0
    }
}

/// How the words of a leaf stand together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// One after the other; a single word too.
    Phrase,
    /// In any order, with at most so many others.
    Within(u32),
}

/// Words that stand together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaf {
    /// Numbers into [`Compiled::words`].
    pub(crate) words: Vec<usize>,
    pub(crate) shape: Shape,
    pub(crate) zones: Zones,
    pub(crate) slot: usize,
}

/// The tree with numbered words.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    All,
    Leaf(Leaf),
    Near(Box<(Plan, Plan)>, u32),
    Filter(Filter),
    And(Vec<Plan>),
    Or(Vec<Plan>),
    Not(Box<Plan>),
}

/// A query made ready.
pub(crate) struct Compiled {
    /// Each different word once.
    pub(crate) words: Vec<Word>,
    pub(crate) series: Vec<Plan>,
    pub(crate) slots: Vec<Slot>,
}

/// The meaning of one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The label of the series, or the canonical text of what is searched.
    pub label: String,
}

/// The meanings of the slots of [`crate::Hit`]s, in order: the series of a query
/// with several, else its words and phrases (those not negated).
pub fn slots(query: &Query) -> Vec<Slot> {
    Compiled::new(query).slots
}

impl Compiled {
    pub(crate) fn new(query: &Query) -> Self {
        let mut compiled = Compiled { words: Vec::new(), series: Vec::new(), slots: Vec::new() };
        let several = query.series.len() > 1 || query.series[0].label.is_some();
        for series in &query.series {
            if several {
                let label = series.label.clone().unwrap_or_else(|| series.node.to_string());
                compiled.slots.push(Slot { label });
            }
            let scope = Scope { zones: Zones::DEFAULT, own_slots: !several, negated: false };
            let plan = compiled.plan(&series.node, scope);
            compiled.series.push(plan);
        }
        compiled
    }

    fn plan(&mut self, node: &Node, scope: Scope) -> Plan {
        match node {
            Node::All => Plan::All,
            Node::Word(word) => self.leaf(node, std::slice::from_ref(word), Shape::Phrase, scope),
            Node::Phrase(words) => self.leaf(node, words, Shape::Phrase, scope),
            Node::Within { words, gap } => self.leaf(node, words, Shape::Within(*gap), scope),
            Node::Near { sides, gap } => {
                let left = self.plan(&sides.0, scope);
                let right = self.plan(&sides.1, scope);
                Plan::Near(Box::new((left, right)), *gap)
            }
            Node::In(zone, inner) => self.plan(inner, Scope { zones: Zones::only(*zone), ..scope }),
            Node::Filter(filter) => Plan::Filter(filter.clone()),
            Node::And(nodes) => Plan::And(nodes.iter().map(|n| self.plan(n, scope)).collect()),
            Node::Or(nodes) => Plan::Or(nodes.iter().map(|n| self.plan(n, scope)).collect()),
            Node::Not(inner) => {
                let scope = Scope { negated: true, ..scope };
                Plan::Not(Box::new(self.plan(inner, scope)))
            }
        }
    }

    fn leaf(&mut self, node: &Node, words: &[Word], shape: Shape, scope: Scope) -> Plan {
        let words = words.iter().map(|word| self.number(word)).collect();
        let slot = self.slot(node, scope);
        Plan::Leaf(Leaf { words, shape, zones: scope.zones, slot })
    }

    fn number(&mut self, word: &Word) -> usize {
        self.words.iter().position(|known| known == word).unwrap_or_else(|| {
            self.words.push(word.clone());
            self.words.len() - 1
        })
    }

    fn slot(&mut self, node: &Node, scope: Scope) -> usize {
        if !scope.own_slots || scope.negated {
            return self.slots.len().saturating_sub(1);
        }
        let label = node.to_string();
        self.slots.iter().position(|slot| slot.label == label).unwrap_or_else(|| {
            self.slots.push(Slot { label });
            self.slots.len() - 1
        })
    }
}

#[derive(Clone, Copy)]
struct Scope {
    zones: Zones,
    own_slots: bool,
    negated: bool,
}

//! The tree of a query. Built only by the parser, so that every tree prints to
//! a text that parses to the same tree.

use crate::document::Zone;

/// A parsed query: one series, or several when the query holds commas. An
/// article matches when any series does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Never empty; an empty query is one series of [`Node::All`].
    pub series: Vec<Series>,
}

/// One comma-separated part of a query, with its own colour in charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The name given by `label# query`.
    pub label: Option<String>,
    /// The condition of the series.
    pub node: Node,
}

/// A condition on an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Every article.
    All,
    /// One word.
    Word(Word),
    /// Words one after the other.
    Phrase(Vec<Word>),
    /// All the words, in any order, in a stretch with at most `gap` others.
    Within {
        /// At least two.
        words: Vec<Word>,
        /// How many other words may stand in the stretch.
        gap: u32,
    },
    /// Both sides with at most `gap` words between them, in any order.
    Near {
        /// Words, phrases, alternatives of them, or again nearness.
        sides: Box<(Node, Node)>,
        /// How many words may stand between the sides.
        gap: u32,
    },
    /// The condition, looked for in one zone only.
    In(Zone, Box<Node>),
    /// A condition on a field that is not text: the host decides.
    Filter(Filter),
    /// All of them; at least two.
    And(Vec<Node>),
    /// At least one of them; at least two.
    Or(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

/// What a single word must be. Text is folded (see `dateline_text::fold`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// Exactly this word, or this character of a script without spaces.
    Exact(String),
    /// This character of a script without spaces, joined to the character before it
    /// (see [`dateline_text::Term::joined`]). Never the first word of a phrase.
    Joined(String),
    /// `*` stands for any letters or none, `?` for exactly one.
    Wild(String),
    /// At most `distance` edits away; a swap of neighbours is one edit.
    Fuzzy {
        /// The word as typed, folded.
        word: String,
        /// 1 or 2.
        distance: u8,
    },
    /// Any word with the same English stem.
    Stem(String),
    /// A regular expression for the whole word.
    Regex(String),
}

/// A condition on a field of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The name before the colon, in lower case.
    pub field: String,
    /// The condition on its value.
    pub test: Test,
}

/// A condition on the value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// This value, as typed; the host compares in its own way.
    Is(String),
    /// A value in this range; at least one bound is there.
    Range {
        /// Lower bound.
        from: Option<Bound>,
        /// Upper bound.
        to: Option<Bound>,
    },
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The value, as typed.
    pub value: String,
    /// Whether the value itself belongs to the range.
    pub inclusive: bool,
}

impl Query {
    /// The query of the `index`th series alone; None when there is none.
    pub fn alone(&self, index: usize) -> Option<Query> {
        Some(Query { series: vec![self.series.get(index)?.clone()] })
    }

    /// Whether every article matches because nothing is asked.
    pub fn is_all(&self) -> bool {
        self.series.iter().any(|series| series.node == Node::All)
    }
}

impl Node {
    /// All of `nodes`: flat, and without what changes nothing.
    pub(crate) fn and(nodes: Vec<Node>) -> Node {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::And(inner) => flat.extend(inner),
                Node::All => {}
                other => flat.push(other),
            }
        }
        single_or(flat, Node::And)
    }

    /// Any of `nodes`, flat.
    pub(crate) fn or(nodes: Vec<Node>) -> Node {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single_or(flat, Node::Or)
    }

    /// The opposite of `node`.
    pub(crate) fn negate(node: Node) -> Node {
        match node {
            Node::Not(inner) => *inner,
            other => Node::Not(Box::new(other)),
        }
    }

    /// A phrase, or a single word when it is none; any one word asks for nothing.
    pub(crate) fn phrase(mut words: Vec<Word>) -> Node {
        match words.as_slice() {
            [Word::Wild(wild)] if wild == "*" => Node::All,
            [_] => Node::Word(words.remove(0)),
            _ => Node::Phrase(words),
        }
    }
}

fn single_or(mut nodes: Vec<Node>, many: fn(Vec<Node>) -> Node) -> Node {
    match nodes.len() {
        0 => Node::All,
        1 => nodes.remove(0),
        _ => many(nodes),
    }
}

//! The canonical text of a tree: parsing it gives the same tree again.

use super::tree::{Bound, Filter, Node, Query, Series, Test, Word};
use crate::document::Zone;
use std::fmt;

/// How tightly a node binds; a looser child stands in parentheses.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Or,
    And,
    Not,
    Near,
    Atom,
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [Series { label: None, node: Node::All }] = self.series.as_slice() {
            return Ok(());
        }
        for (at, series) in self.series.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{series}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(label) = &self.label {
            write!(f, "{label}# ")?;
        }
        write!(f, "{}", self.node)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::All => f.write_str("*"),
            Node::Word(word) => write!(f, "{word}"),
            Node::Phrase(words) if is_run(words) => {
                words.iter().try_for_each(|word| write!(f, "{word}"))
            }
            Node::Phrase(words) => quoted(words, f),
            Node::Within { words, gap } => {
                quoted(words, f)?;
                write!(f, "~{gap}")
            }
            Node::Near { sides, gap } => {
                bound(&sides.0, Binding::Near, f)?;
                write!(f, " NEAR/{gap} ")?;
                bound(&sides.1, Binding::Atom, f)
            }
            Node::In(zone, node) => {
                match zone {
                    Zone::Title | Zone::Body => write!(f, "{}:", zone.name())?,
                    other => write!(f, "in:{} ", other.name())?,
                }
                bound(node, Binding::Atom, f)
            }
            Node::Filter(filter) => write!(f, "{filter}"),
            Node::And(nodes) => joined(nodes, " ", Binding::Not, f),
            Node::Or(nodes) => joined(nodes, " OR ", Binding::And, f),
            Node::Not(node) => {
                f.write_str("-")?;
                bound(node, Binding::Near, f)
            }
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Word::Exact(word) | Word::Joined(word) | Word::Wild(word) => f.write_str(word),
            Word::Fuzzy { word, distance } => write!(f, "{word}~{distance}"),
            Word::Stem(word) => write!(f, "{word}~s"),
            Word::Regex(pattern) => write!(f, "/{}/", pattern.replace('/', "\\/")),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.field)?;
        match &self.test {
            Test::Is(value) => f.write_str(&value_text(value)),
            Test::Range { from: Some(from), to: Some(to) } => write!(
                f,
                "{}{} TO {}{}",
                if from.inclusive { '[' } else { '{' },
                value_text(&from.value),
                value_text(&to.value),
                if to.inclusive { ']' } else { '}' },
            ),
            Test::Range { from: Some(from), to: None } => one_sided(">", from, f),
            Test::Range { from: None, to: Some(to) } => one_sided("<", to, f),
            Test::Range { from: None, to: None } => f.write_str("*"),
        }
    }
}

fn one_sided(sign: &str, bound: &Bound, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let equal = if bound.inclusive { "=" } else { "" };
    write!(f, "{sign}{equal}{}", value_text(&bound.value))
}

/// A value bare where it can stand so, else in straight quotes.
fn value_text(value: &str) -> String {
    // Two dots would be read as a range.
    let bare = !value.is_empty()
        && !value.contains("..")
        && value.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '*'));
    if bare { value.to_owned() } else { format!("\"{value}\"") }
}

fn quoted(words: &[Word], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for (at, word) in words.iter().enumerate() {
        let is_apart = at > 0 && !matches!(word, Word::Joined(_));
        write!(f, "{}{word}", if is_apart { " " } else { "" })?;
    }
    f.write_str("\"")
}

/// Whether the words are the characters of one run of a script without spaces.
pub(super) fn is_run(words: &[Word]) -> bool {
    let is_joined = |word: &Word| matches!(word, Word::Joined(_));
    words.split_first().is_some_and(|(_, rest)| !rest.is_empty() && rest.iter().all(is_joined))
}

fn binding(node: &Node) -> Binding {
    match node {
        Node::Or(_) => Binding::Or,
        Node::And(_) => Binding::And,
        Node::Not(_) => Binding::Not,
        Node::Near { .. } => Binding::Near,
        _ => Binding::Atom,
    }
}

fn bound(node: &Node, least: Binding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if binding(node) < least { write!(f, "({node})") } else { write!(f, "{node}") }
}

fn joined(
    nodes: &[Node],
    between: &str,
    least: Binding,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        bound(node, least, f)?;
    }
    Ok(())
}

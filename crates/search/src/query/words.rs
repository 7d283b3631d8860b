//! The reading of a query: what was understood, as a line of words for under
//! the search box. Searched words stand between asterisks, for emphasis; other asterisks are
//! written as the sign of the operator, which looks the same.

use super::print::is_run;
use super::tree::{Bound, Filter, Node, Query, Test, Word};

/// `query` in words: "phrase *belt and road* and not *lithium*". Empty when
/// nothing is asked.
pub fn reading(query: &Query) -> String {
    if query.series.len() == 1 && query.series[0].label.is_none() {
        return if query.is_all() { String::new() } else { node(&query.series[0].node) };
    }
    let parts: Vec<String> = query
        .series
        .iter()
        .map(|series| match &series.label {
            Some(label) => format!("{}: {}", unmarked(label), node(&series.node)),
            None => node(&series.node),
        })
        .collect();
    if parts.len() == 1 {
        parts.concat()
    } else {
        format!("{} series: {}", parts.len(), parts.join("; "))
    }
}

fn node(n: &Node) -> String {
    match n {
        Node::All => "every article".to_owned(),
        Node::Word(w) => word(w),
        Node::Phrase(words) if is_run(words) => format!("*{n}*"),
        Node::Phrase(words) => format!("phrase {}", phrase(words)),
        Node::Within { words, gap } => {
            let list: Vec<String> = words.iter().map(word).collect();
            format!("{} in any order with at most {} between", list.join(", "), others(*gap))
        }
        Node::Near { sides, gap } => format!(
            "{} near {} (at most {} between)",
            inner(&sides.0),
            inner(&sides.1),
            others(*gap)
        ),
        Node::In(zone, n) => format!("in the {}: {}", zone.name(), inner(n)),
        Node::Filter(f) => filter(f),
        Node::And(nodes) => nodes.iter().map(inner).collect::<Vec<_>>().join(" and "),
        Node::Or(nodes) => nodes.iter().map(inner).collect::<Vec<_>>().join(" or "),
        Node::Not(n) => format!("not {}", inner(n)),
    }
}

fn inner(n: &Node) -> String {
    match n {
        Node::And(_) | Node::Or(_) | Node::Near { .. } => format!("({})", node(n)),
        _ => node(n),
    }
}

fn others(gap: u32) -> String {
    match gap {
        0 => "no word".to_owned(),
        1 => "1 word".to_owned(),
        n => format!("{n} words"),
    }
}

fn phrase(words: &[Word]) -> String {
    if words.iter().all(|w| matches!(w, Word::Exact(_) | Word::Joined(_) | Word::Wild(_))) {
        let quoted = Node::Phrase(words.to_vec()).to_string();
        return format!("*{}*", quoted.trim_matches('"').replace('*', "…"));
    }
    words.iter().map(word).collect::<Vec<_>>().join(" then ")
}

fn word(w: &Word) -> String {
    match w {
        Word::Exact(w) | Word::Joined(w) => format!("*{w}*"),
        Word::Wild(w) => wild(w),
        Word::Fuzzy { word, distance: 1 } => format!("*{word}* or one letter off"),
        Word::Fuzzy { word, distance } => format!("*{word}* or up to {distance} letters off"),
        Word::Stem(w) => format!("any form of *{w}*"),
        Word::Regex(pattern) => format!("words that match /{}/", unmarked(pattern)),
    }
}

fn wild(w: &str) -> String {
    let plain = |s: &str| !s.is_empty() && !s.contains(['*', '?']);
    match (w.strip_suffix('*'), w.strip_prefix('*')) {
        _ if w == "*" => "any word".to_owned(),
        (Some(stem), _) if plain(stem) => format!("words that begin with *{stem}*"),
        (_, Some(end)) if plain(end) => format!("words that end with *{end}*"),
        _ => format!("words like *{}*", w.replace('*', "…").replace('?', "_")),
    }
}

/// What the reader typed, without the sign that stands for emphasis.
fn unmarked(text: &str) -> String {
    text.replace('*', "\u{2217}")
}

fn filter(f: &Filter) -> String {
    let shown = |b: &Bound| unmarked(&b.value);
    match &f.test {
        Test::Is(value) => format!("{} is {}", f.field, unmarked(value)),
        Test::Range { from: Some(from), to: Some(to) } => {
            let how = match (from.inclusive, to.inclusive) {
                (true, true) => "",
                (false, true) => " without the first",
                (true, false) => " without the last",
                (false, false) => " without the ends",
            };
            format!("{} from {} to {}{how}", f.field, shown(from), shown(to))
        }
        Test::Range { from: Some(b), .. } if b.inclusive => {
            format!("{} from {} on", f.field, shown(b))
        }
        Test::Range { from: Some(b), .. } => format!("{} after {}", f.field, shown(b)),
        Test::Range { to: Some(b), .. } if b.inclusive => format!("{} up to {}", f.field, shown(b)),
        Test::Range { to: Some(b), .. } => format!("{} before {}", f.field, shown(b)),
        Test::Range { .. } => format!("{} is given", f.field),
    }
}

//! `"a b"~5`: words close together in any order.

use super::{Form, Operator};
use crate::matching::{Occurrence, Positions, sort_tail};
use crate::query::cursor::Cursor;
use crate::sort;
use crate::work::Work;

/// The widest gap that can be asked for, in words.
pub(crate) const WIDEST: u32 = 1000;

pub(super) const OPERATOR: Operator = Operator {
    name: "proximity",
    syntax: "\"belt road\"~5",
    help: "All the words, in any order, in a stretch of text with at most so many other words in it.",
    cases: &[
        ("\"belt road\"~5", "\"belt road\"~5"),
        ("“belt road”~5", "\"belt road\"~5"),
        ("\"belt road\"~", "\"belt road\""),
        ("\"belt road\"~99999", "\"belt road\"~1000"),
        ("\"china\"~3", "china"),
    ],
    form: Form::Plain,
};

/// Reads `~5` after a closing quote.
pub(crate) fn read_suffix(cursor: &mut Cursor<'_>) -> Option<u32> {
    let start = cursor.at();
    if !cursor.eat('~') {
        return None;
    }
    let digits = cursor.take_until(|c| !c.is_ascii_digit());
    let end = cursor.at();
    if digits.is_empty() {
        cursor.problem(start, end, "a number of words is missing after ~; it was ignored");
        return None;
    }
    let asked = digits.parse().unwrap_or(u32::MAX);
    if asked > WIDEST {
        cursor.problem(start, end, format!("{WIDEST} words is the widest gap"));
    }
    Some(asked.min(WIDEST))
}

/// The words that stand close enough together: each as an occurrence of its
/// own, so that the words between are not marked. `words` are the sorted
/// positions of each word; a word of the text stands for one of them only. Not all of them
/// when `work` is used up.
pub(crate) fn occurrences(words: &[&[u32]], gap: u32, work: &Work, out: &mut Vec<Occurrence>) {
    let width = words.len() as u32 + gap;
    let mut all: Vec<u64> =
        words.iter().flat_map(|list| list.iter().map(|p| u64::from(*p))).collect();
    sort::keys(&mut all);
    all.dedup();
    let all: Vec<u32> = all.into_iter().map(|p| p as u32).collect();
    // Usually no word of the text is wanted twice: then each wanted word needs
    // only to be there.
    let disjoint = all.len() == words.iter().map(|list| list.len()).sum::<usize>();
    let first = out.len();
    let mut marked = vec![false; all.len()];
    for (at, &start) in all.iter().enumerate() {
        if !work.take(16 * words.len() as u64) {
            break;
        }
        let window = at..at + all[at..].partition_point(|&p| p - start < width);
        let positions = &all[window.clone()];
        let complete = if disjoint {
            words.iter().all(|list| !list.within(&(start..start.saturating_add(width))).is_empty())
        } else {
            positions.len() >= words.len() && fill(words, positions, None, work)
        };
        if !complete {
            continue;
        }
        for place in window {
            if !marked[place] && (disjoint || fill(words, positions, Some(all[place]), work)) {
                marked[place] = true;
                out.push(Occurrence { start: all[place], end: all[place] + 1 });
            }
        }
    }
    sort_tail(out, first);
}

/// Whether each word can have a position of its own in `window`, with `must`
/// taken by one of them: a matching by augmenting paths.
fn fill(words: &[&[u32]], window: &[u32], must: Option<u32>, work: &Work) -> bool {
    let mut taken: Vec<Option<usize>> = vec![None; window.len()];
    if let Some(position) = must {
        return words.iter().enumerate().any(|(first, list)| {
            list.binary_search(&position).is_ok() && {
                let rest: Vec<&[u32]> = words
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| *at != first)
                    .map(|(_, list)| *list)
                    .collect();
                let others: Vec<u32> = window.iter().copied().filter(|p| *p != position).collect();
                fill(&rest, &others, None, work)
            }
        });
    }
    (0..words.len())
        .all(|word| place(words, window, word, &mut taken, &mut vec![false; window.len()], work))
}

fn place(
    words: &[&[u32]],
    window: &[u32],
    word: usize,
    taken: &mut [Option<usize>],
    tried: &mut [bool],
    work: &Work,
) -> bool {
    for (slot, position) in window.iter().enumerate() {
        if !work.take(4) {
            return false;
        }
        if tried[slot] || words[word].binary_search(position).is_err() {
            continue;
        }
        tried[slot] = true;
        let free = match taken[slot] {
            None => true,
            Some(other) => place(words, window, other, taken, tried, work),
        };
        if free {
            taken[slot] = Some(word);
            return true;
        }
    }
    false
}

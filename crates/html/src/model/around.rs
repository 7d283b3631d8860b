//! What the first step thinks of the blocks around one, and of all in its elements.

use super::Measured;
use crate::dom::{Dom, Id};
use crate::flow::{Block, hash};
use std::collections::HashMap;

/// Names of the measures, in order. `bench/html/around.py` computes the same.
pub(super) const NAMES: [&str; 32] = [
    "p",
    "p-1",
    "p-2",
    "p-3",
    "p+1",
    "p+2",
    "p+3",
    "mass before",
    "mass after",
    "mass so far",
    "share 0",
    "share 1",
    "share 2",
    "share 3",
    "share 4",
    "share 5",
    "mean 0",
    "mean 1",
    "mean 2",
    "mean 3",
    "mean 4",
    "mean 5",
    "steps to half",
    "steps to most",
    "near text before",
    "near text after",
    "best before",
    "best after",
    "kin mean",
    "kin count",
    "first",
    "last",
];

/// Elements around a block that are looked at.
const LEVELS: usize = 6;
/// Blocks on each side of one.
const BLOCKS_EACH_SIDE: usize = 8;

/// Measures of each block among the others.
pub(super) fn around(
    dom: &Dom,
    blocks: &[Block],
    measured: &[Measured],
    p: &[f32],
) -> Vec<[f32; NAMES.len()]> {
    let n = blocks.len();
    let lengths: Vec<f32> = measured.iter().map(|m| m.length).collect();
    let mass: Vec<f32> = p.iter().zip(&lengths).map(|(p, l)| p * l).collect();
    let total = mass.iter().sum::<f32>().max(1.0);
    let chains: Vec<Vec<Id>> = blocks.iter().map(|b| chain(dom, b.node)).collect();
    let mut within: HashMap<Id, (f32, f32)> = HashMap::new();
    for (i, chain) in chains.iter().enumerate() {
        for id in chain {
            let sums = within.entry(*id).or_default();
            sums.0 += mass[i];
            sums.1 += lengths[i];
        }
    }
    let mut kin: HashMap<u64, (f32, f32)> = HashMap::new();
    let signs: Vec<u64> = blocks.iter().map(|b| sign(dom, b.node)).collect();
    for (sign, p) in signs.iter().zip(p) {
        let sums = kin.entry(*sign).or_default();
        sums.0 += p;
        sums.1 += 1.0;
    }
    let is_text = |i: usize| p[i] > 0.6 && lengths[i] > 80.0;
    let first = (0..n).find(|&i| is_text(i)).unwrap_or(n);
    let last = (0..n).rev().find(|&i| is_text(i)).unwrap_or(0);
    let mut so_far = 0.0;
    let mut out = Vec::with_capacity(n);
    for i in 0..n {
        let at = |d: isize| i.checked_add_signed(d).and_then(|j| p.get(j)).copied().unwrap_or(0.0);
        let (low, high) = (i.saturating_sub(BLOCKS_EACH_SIDE), (i + 1 + BLOCKS_EACH_SIDE).min(n));
        let share = |range: std::ops::Range<usize>| {
            mass[range.clone()].iter().sum::<f32>() / lengths[range].iter().sum::<f32>().max(1.0)
        };
        let best = |range: std::ops::Range<usize>| p[range].iter().copied().fold(0.0, f32::max);
        let near = |mut range: Box<dyn Iterator<Item = usize>>| {
            range.position(is_text).map_or(0.0, |d| 1.0 / (1.0 + d as f32))
        };
        let level = |k: usize| {
            chains[i]
                .get(k)
                .or(chains[i].last())
                .and_then(|id| within.get(id))
                .copied()
                .unwrap_or_default()
        };
        let steps = |of: f32| {
            let found =
                chains[i].iter().position(|id| within.get(id).is_some_and(|w| w.0 >= total * of));
            found.unwrap_or(10).min(10) as f32 / 10.0
        };
        let (kin_sum, kin_count) = kin.get(&signs[i]).copied().unwrap_or((0.0, 1.0));
        let mut row = [0.0; NAMES.len()];
        row[..10].copy_from_slice(&[
            at(0),
            at(-1),
            at(-2),
            at(-3),
            at(1),
            at(2),
            at(3),
            share(low..i),
            share(i + 1..high),
            so_far / total,
        ]);
        for k in 0..LEVELS {
            let (mass, length) = level(k);
            row[10 + k] = mass / total;
            row[10 + LEVELS + k] = mass / length.max(1.0);
        }
        row[22..].copy_from_slice(&[
            steps(0.5),
            steps(0.8),
            near(Box::new((low..i).rev())),
            near(Box::new(i + 1..high)),
            best(low..i),
            best(i + 1..high),
            kin_sum / kin_count,
            (kin_count.ln_1p() / 4.0).min(1.0),
            f32::from(u8::from(i < first)),
            f32::from(u8::from(i > last)),
        ]);
        so_far += mass[i];
        out.push(row);
    }
    out
}

/// The element of a block and those around it, the nearest first, without `<html>` and
/// `<body>`.
pub(crate) fn chain(dom: &Dom, node: Id) -> Vec<Id> {
    let all = std::iter::successors(Some(node), |id| dom.parent(*id));
    all.filter(|id| dom.element(*id).is_some_and(|e| !matches!(e.tag(), "html"))).collect()
}

/// What kind of element it is in its page: its tag and classes, and the tags around it.
pub(crate) fn sign(dom: &Dom, node: Id) -> u64 {
    let Some(element) = dom.element(node) else { return 0 };
    let outer = dom.parent(node).and_then(|id| dom.element(id));
    let outer_class = outer.and_then(|e| e.attribute("class")).unwrap_or("");
    let words = [
        element.tag(),
        element.attribute("class").unwrap_or(""),
        outer.map_or("", |e| e.tag()),
        outer_class,
    ];
    hash(&words.join(" "))
}

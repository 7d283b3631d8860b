//! The weights of the model, from `weights.tsv`, which `bench/html/train.py` writes.

use super::net::{Nets, logistic};
use super::{Measured, around, measure};
use crate::flow::hash;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("weights.tsv");

/// Kinds of words, in the order of their measures.
const KINDS: [&str; 3] = ["near", "far", "says"];

/// Measures of the words of a kind: the sum of their weights, the largest, the smallest.
const OF_KIND: [&str; 3] = ["sum", "most", "least"];

/// The largest sum of weights of words, and what brings all of them to about 1.
const MAX_SUM: f32 = 6.0;
const SCALE: f32 = 3.0;

/// The weights of both steps.
#[derive(Debug, Default)]
pub(super) struct Weights {
    words: [HashMap<u64, f32>; KINDS.len()],
    alone: Nets,
    together: Nets,
}

/// The weights of the crate.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));
    &WEIGHTS
}

impl Weights {
    /// Rows of a group, a name and weights. A measure without a row weighs nothing.
    fn read(table: &str) -> Weights {
        let mut out = Weights::default();
        let of_words = KINDS.iter().flat_map(|kind| OF_KIND.map(|what| format!("{kind} {what}")));
        let mut inputs: Vec<String> = measure::NAMES.iter().cloned().chain(of_words).collect();
        inputs.extend(around::NAMES.map(str::to_owned));
        let inputs: HashMap<&str, usize> =
            inputs.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let mut nets = &mut out.alone;
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (group, name) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            let numbers: Vec<f32> = cells.filter_map(|cell| cell.parse().ok()).collect();
            let first = numbers.first().copied().unwrap_or(0.0);
            if group == "net" {
                nets = if name == "alone" { &mut out.alone } else { &mut out.together };
                nets.begin(inputs.len());
            } else if let Some(kind) = KINDS.iter().position(|kind| *kind == group) {
                out.words[kind].insert(hash(name), first);
            } else if let Some(net) = nets.last() {
                match group {
                    "hidden" => {
                        if let Some(at) = inputs.get(name) {
                            net.rows[*at] = numbers;
                        }
                    }
                    "hidden bias" => net.bias = numbers,
                    "out" => net.out = numbers,
                    "out bias" => net.out_bias = first,
                    _ => {}
                }
            }
        }
        out
    }

    /// What the words of a block say.
    pub(super) fn words(&self, block: &Measured) -> [f32; KINDS.len() * OF_KIND.len()] {
        let mut out = [0.0; KINDS.len() * OF_KIND.len()];
        let hashes = [&block.near, &block.far, &block.says];
        for (at, (hashes, weights)) in hashes.into_iter().zip(&self.words).enumerate() {
            let found: Vec<f32> = hashes.iter().filter_map(|h| weights.get(h)).copied().collect();
            let (Some(most), Some(least)) =
                (found.iter().copied().reduce(f32::max), found.iter().copied().reduce(f32::min))
            else {
                continue;
            };
            let sum = found.iter().sum::<f32>().clamp(-MAX_SUM, MAX_SUM);
            out[at * OF_KIND.len()..][..OF_KIND.len()].copy_from_slice(&[
                sum / SCALE,
                most / SCALE,
                least / SCALE,
            ]);
        }
        out
    }

    /// The first step.
    pub(super) fn alone(&self, block: &Measured, words: &[f32]) -> f32 {
        logistic(self.alone.run(block.values.iter().chain(words)))
    }

    /// The second step.
    pub(super) fn together(&self, block: &Measured, words: &[f32], around: &[f32]) -> f32 {
        logistic(self.together.run(block.values.iter().chain(words).chain(around)))
    }
}

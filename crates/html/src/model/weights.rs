//! The weights of the model, from `weights.tsv`, which `bench/html/train.py` writes.

use super::net::{Net, logistic};
use super::{Measured, around, measure};
use crate::flow::hash;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("weights.tsv");

/// The weights of both steps.
#[derive(Debug, Default)]
pub(super) struct Weights {
    values: Vec<f32>,
    bias: f32,
    near: HashMap<u64, f32>,
    far: HashMap<u64, f32>,
    says: HashMap<u64, f32>,
    net: Net,
}

/// The weights of the crate.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));
    &WEIGHTS
}

impl Weights {
    /// Rows of a group, a name and weights. A measure without a row weighs nothing.
    fn read(table: &str) -> Weights {
        let mut out = Weights { values: vec![0.0; measure::NAMES.len()], ..Weights::default() };
        let inputs: Vec<&str> = measure::NAMES.iter().copied().chain(around::NAMES).collect();
        out.net.rows = vec![Vec::new(); inputs.len()];
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (group, name) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            let numbers: Vec<f32> = cells.filter_map(|cell| cell.parse().ok()).collect();
            let first = numbers.first().copied().unwrap_or(0.0);
            match group {
                "value" => {
                    if let Some(at) = measure::NAMES.iter().position(|n| *n == name) {
                        out.values[at] = first;
                    }
                }
                "bias" => out.bias = first,
                "near" => drop(out.near.insert(hash(name), first)),
                "far" => drop(out.far.insert(hash(name), first)),
                "says" => drop(out.says.insert(hash(name), first)),
                "hidden" => {
                    if let Some(at) = inputs.iter().position(|n| *n == name) {
                        out.net.rows[at] = numbers;
                    }
                }
                "hidden bias" => out.net.bias = numbers,
                "out" => out.net.out = numbers,
                "out bias" => out.net.out_bias = first,
                _ => {}
            }
        }
        out
    }

    /// The first step.
    pub(super) fn alone(&self, block: &Measured) -> f32 {
        let values: f32 = block.values.iter().zip(&self.values).map(|(v, w)| v * w).sum();
        let words = |hashes: &[u64], weights: &HashMap<u64, f32>| -> f32 {
            hashes.iter().filter_map(|hash| weights.get(hash)).sum()
        };
        let words = words(&block.near, &self.near)
            + words(&block.far, &self.far)
            + words(&block.says, &self.says);
        logistic(values + words + self.bias)
    }

    /// The second step.
    pub(super) fn together(&self, block: &Measured, around: &[f32]) -> f32 {
        self.net.run(block.values.iter().chain(around))
    }
}

//! The trained model: two logistic regressions over few features. The first says
//! how likely words are the name of a place at all, the second which of the places
//! of that name is meant. Weights are `data/context/weights.tsv`; the script that
//! trained them is `bench/countries/train.py`.

use super::Group;
use super::features::{Feature, NAMES};
use super::senses::{SENSE_FEATURES, Values};
use crate::names::tables;

/// The weights.
#[derive(Debug)]
pub(crate) struct Model {
    /// Of each feature for every group, then of each feature for any group.
    place: Vec<f32>,
    sense: Vec<f32>,
}

impl Model {
    /// Reads the table; features that it does not name weigh nothing.
    pub(crate) fn load() -> Model {
        let mut place = vec![0.0; NAMES.len() * (Group::NAMES.len() + 1)];
        let mut sense = vec![0.0; SENSE_FEATURES.len()];
        for (name, weight) in tables::weights() {
            let (group, feature) = name.split_once('/').unwrap_or(("", name));
            if group == "sense" {
                if let Some(at) = SENSE_FEATURES.iter().position(|n| *n == feature) {
                    sense[at] = weight;
                }
                continue;
            }
            let group = Group::NAMES.iter().position(|n| *n == group).unwrap_or(Group::NAMES.len());
            if let Some(at) = NAMES.iter().position(|n| *n == feature) {
                place[group * NAMES.len() + at] = weight;
            }
        }
        Model { place, sense }
    }

    /// The probability that a candidate of this group names a place.
    pub(crate) fn place(&self, group: Group, features: &[Feature]) -> f32 {
        let any = Group::NAMES.len() * NAMES.len();
        let own = group as usize * NAMES.len();
        let sum = |at: usize| self.place[own + at] + self.place[any + at];
        let score: f32 = features.iter().map(|f| sum(*f as usize)).sum();
        1.0 / (1.0 + (-score).exp())
    }

    /// The score of a sense; the softmax over the senses of a name is their share.
    pub(crate) fn sense(&self, values: &Values) -> f32 {
        self.sense.iter().zip(values).map(|(weight, value)| weight * value).sum()
    }
}

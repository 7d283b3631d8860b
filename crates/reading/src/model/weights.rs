//! Weights of the model by the names of their features: `weights.tsv`, which
//! `bench/reading/train.py` writes.

use super::features::{Around, Own};
use std::sync::OnceLock;

const TABLE: &str = include_str!("weights.tsv");

/// Lines on either side whose features count.
pub(super) const WINDOW: usize = 2;

/// Weights are in units of one part in this.
pub(super) const SCALE: f32 = 1024.0;

/// Weights of one feature for text, gap, start and end, in units of 1 / [`SCALE`].
pub(super) type Row = [f32; 4];

/// All weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    /// Of a line among the others.
    pub(super) around: [Row; Around::COUNT],
    /// Of the line that stands `offset - WINDOW` lines below the one that is scored.
    pub(super) window: [[Row; Own::COUNT]; 2 * WINDOW + 1],
    /// Of the first lines of the page, by their distance from its top.
    pub(super) top: [Row; WINDOW],
    /// Of the last lines of the page, by their distance from its end.
    pub(super) bottom: [Row; WINDOW],
    /// Of every line.
    pub(super) bias: Row,
    /// Scores of the steps from text to gap and back, not scaled.
    pub(super) steps: [f32; 2],
}

impl Weights {
    /// The weights of the table, read once.
    pub(super) fn get() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights::parse(TABLE).0)
    }

    /// The weights of a table, and the names that are not of a feature.
    fn parse(table: &str) -> (Weights, Vec<&str>) {
        let mut weights = Weights {
            around: [[0.0; 4]; Around::COUNT],
            window: [[[0.0; 4]; Own::COUNT]; 2 * WINDOW + 1],
            top: [[0.0; 4]; WINDOW],
            bottom: [[0.0; 4]; WINDOW],
            bias: [0.0; 4],
            steps: [0.0; 2],
        };
        let mut unknown = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let name = columns.next().unwrap_or("");
            let mut values = columns.map_while(|value| value.parse::<f32>().ok());
            match name {
                "step text to gap" => weights.steps[0] = values.next().unwrap_or(0.0),
                "step gap to text" => weights.steps[1] = values.next().unwrap_or(0.0),
                _ => match weights.row(name) {
                    Some(row) => row.iter_mut().zip(values).for_each(|(to, from)| *to = from),
                    None => unknown.push(name),
                },
            }
        }
        (weights, unknown)
    }

    /// The row of a name of the table.
    fn row(&mut self, name: &str) -> Option<&mut Row> {
        let (group, feature) = name.split_once(' ').unwrap_or((name, ""));
        let place = |names: &[&str]| names.iter().position(|name| *name == feature);
        match group {
            "bias" => Some(&mut self.bias),
            "around" => self.around.get_mut(place(Around::NAMES)?),
            "top" => self.top.get_mut(feature.parse::<usize>().ok()?.checked_sub(1)?),
            "bottom" => self.bottom.get_mut(feature.parse::<usize>().ok()?.checked_sub(1)?),
            _ => {
                let offset = group.strip_prefix("line")?;
                let offset = if offset.is_empty() { 0 } else { offset.parse::<isize>().ok()? };
                let at = WINDOW.checked_add_signed(offset)?;
                self.window.get_mut(at)?.get_mut(place(Own::NAMES)?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_feature_and_every_feature_has_its_row() {
        let (_, unknown) = Weights::parse(TABLE);
        assert!(unknown.is_empty(), "{unknown:?}");
        let rows = TABLE.lines().filter(|line| !line.starts_with(['#', 's'])).count();
        assert_eq!(rows, Around::COUNT + (2 * WINDOW + 1) * Own::COUNT + 2 * WINDOW + 1);
        let names: std::collections::HashSet<&str> =
            TABLE.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(names.len(), TABLE.lines().count(), "no row stands twice");
        for line in TABLE.lines().filter(|line| !line.starts_with(['#', 's'])) {
            assert_eq!(line.split('\t').count(), 5, "{line}");
        }
    }
}

//! The arithmetic of the model: a sum with weights, and a small net over it.

/// The logistic function.
pub(super) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// A net with one hidden layer of rectified sums.
#[derive(Debug, Default)]
pub(super) struct Net {
    /// A row of weights for each input: one to each hidden sum.
    pub(super) rows: Vec<Vec<f32>>,
    pub(super) bias: Vec<f32>,
    pub(super) out: Vec<f32>,
    pub(super) out_bias: f32,
}

impl Net {
    /// What comes out for the inputs, from 0 to 1.
    pub(super) fn run<'v>(&self, inputs: impl Iterator<Item = &'v f32>) -> f32 {
        let mut hidden = self.bias.clone();
        for (row, input) in self.rows.iter().zip(inputs) {
            if *input != 0.0 {
                for (sum, weight) in hidden.iter_mut().zip(row) {
                    *sum += weight * input;
                }
            }
        }
        let sum: f32 = hidden.iter().zip(&self.out).map(|(h, w)| h.max(0.0) * w).sum();
        logistic(sum + self.out_bias)
    }
}

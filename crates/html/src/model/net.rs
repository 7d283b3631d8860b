//! The arithmetic of the model: small nets, and their mean.

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
    /// What comes out for the inputs.
    fn run<'v>(&self, inputs: impl Iterator<Item = &'v f32>) -> f32 {
        let mut hidden = self.bias.clone();
        for (row, input) in self.rows.iter().zip(inputs) {
            if *input != 0.0 {
                for (sum, weight) in hidden.iter_mut().zip(row) {
                    *sum += weight * input;
                }
            }
        }
        let sum: f32 = hidden.iter().zip(&self.out).map(|(h, w)| h.max(0.0) * w).sum();
        sum + self.out_bias
    }
}

/// Nets that were trained from different beginnings: their mean is surer than each.
#[derive(Debug, Default)]
pub(super) struct Nets(Vec<Net>);

impl Nets {
    /// Begins another net with this many inputs.
    pub(super) fn begin(&mut self, inputs: usize) {
        self.0.push(Net { rows: vec![Vec::new(); inputs], ..Net::default() });
    }

    /// The net that was begun last.
    pub(super) fn last(&mut self) -> Option<&mut Net> {
        self.0.last_mut()
    }

    /// The mean of what comes out for the inputs.
    pub(super) fn run<'v>(&self, inputs: impl Iterator<Item = &'v f32> + Clone) -> f32 {
        let sum: f32 = self.0.iter().map(|net| net.run(inputs.clone())).sum();
        sum / self.0.len().max(1) as f32
    }
}

//! The model: scores of every line for being text of the article, a gap amid it,
//! its start and its end. Linear in the features of the line, of two lines on
//! either side, and of the line among the others; trained by `bench/reading/train.py`.

use crate::features::{
    ABOVE_TITLE, AROUND, Around, COMMENTED, IS_TITLE, OWN, OWN_PROSE, Own, PROSE_AFTER,
    PROSE_BEFORE,
};
use crate::weights::{SCALE, WEIGHTS};

/// Lines on either side whose features count.
const WINDOW: usize = 2;
/// First row of the weights of the edges of the page.
const EDGES: usize = AROUND + (2 * WINDOW + 1) * OWN;
const _: () = assert!(WEIGHTS.len() == EDGES + 2 * WINDOW + 1, "weights fit the features");

/// Scores of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Score {
    /// Of being text.
    pub(crate) text: f32,
    /// Of being a gap amid the text.
    pub(crate) gap: f32,
    /// Of the text starting here.
    pub(crate) start: f32,
    /// Of the text having ended before this line.
    pub(crate) end: f32,
}

/// Scores every line. Linear in the number of lines.
pub(crate) fn scores(own: &[Own], around: &[Around]) -> Vec<Score> {
    let lines = own.len();
    let mut sums = vec![[0.0f32; 4]; lines];
    for line in 0..lines {
        let sum = &mut sums[line];
        add(sum, &WEIGHTS[WEIGHTS.len() - 1], 1.0);
        for (value, row) in around[line].iter().zip(&WEIGHTS[..AROUND]) {
            add(sum, row, *value);
        }
        for distance in 1..=WINDOW {
            if line < distance {
                add(sum, &WEIGHTS[EDGES + distance - 1], 1.0);
            }
            if line + distance >= lines {
                add(sum, &WEIGHTS[EDGES + WINDOW + distance - 1], 1.0);
            }
        }
        spread(&mut sums, line, &own[line]);
    }
    sums.into_iter().zip(around).map(|(sum, around)| corrected(sum, around)).collect()
}

/// Adds what the features of `line` say of it and of the lines around it; most
/// features of most lines are 0.
fn spread(sums: &mut [[f32; 4]], line: usize, own: &Own) {
    for (feature, &value) in own.iter().enumerate().filter(|(_, value)| **value != 0.0) {
        for offset in 0..=2 * WINDOW {
            // The row of offset d holds the weight for the line d before or after this one.
            let Some(sum) = (line + WINDOW).checked_sub(offset).and_then(|l| sums.get_mut(l))
            else {
                continue;
            };
            add(sum, &WEIGHTS[AROUND + offset * OWN + feature], value);
        }
    }
}

fn add(sum: &mut [f32; 4], row: &[i16; 4], value: f32) {
    for (sum, weight) in sum.iter_mut().zip(row) {
        *sum += f32::from(*weight) * value;
    }
}

/// What is known beforehand and ninety-five pages do not teach: lines far from any
/// prose add nothing to a text; headlines are none, nor is what stands above the
/// headline or under a heading of comments. Chosen by cross-validation.
fn corrected(sum: [f32; 4], around: &Around) -> Score {
    let [mut text, mut gap, start, end] = sum.map(|s| s / SCALE);
    let lonely =
        around[PROSE_BEFORE] < 0.25 && around[PROSE_AFTER] < 0.25 && around[OWN_PROSE] == 0.0;
    if lonely {
        text = text.min(-0.35);
    }
    if around[IS_TITLE] > 0.0 {
        text -= 2.0;
        gap -= 2.0;
    }
    if around[COMMENTED] > 0.0 {
        text -= 4.0;
    }
    if around[ABOVE_TITLE] > 0.0 {
        text -= 1.5;
    }
    Score { text: text + 0.25, gap, start, end }
}

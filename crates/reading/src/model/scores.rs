//! Scores of every line for being text of the article, a gap amid it,
//! its start and its end. Linear in the features of the line, of two lines on
//! either side, and of the line among the others; trained by `bench/reading/train.py`.

use super::features::{Around, AroundRow, OwnRow};
use super::weights::{Row, SCALE, WINDOW, Weights};

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
pub(crate) fn scores(own: &[OwnRow], around: &[AroundRow]) -> Vec<Score> {
    let weights = Weights::get();
    let lines = own.len();
    let mut sums = vec![[0.0f32; 4]; lines];
    for line in 0..lines {
        let sum = &mut sums[line];
        add(sum, &weights.bias, 1.0);
        for (value, row) in around[line].iter().zip(&weights.around) {
            add(sum, row, *value);
        }
        for distance in 1..=WINDOW {
            if line < distance {
                add(sum, &weights.top[distance - 1], 1.0);
            }
            if line + distance >= lines {
                add(sum, &weights.bottom[distance - 1], 1.0);
            }
        }
        spread(&mut sums, line, &own[line], weights);
    }
    sums.into_iter().zip(around).map(|(sum, around)| corrected(sum, around)).collect()
}

/// Adds what the features of `line` say of it and of the lines around it; most
/// features of most lines are 0.
fn spread(sums: &mut [Row], line: usize, own: &OwnRow, weights: &Weights) {
    for (feature, &value) in own.iter().enumerate().filter(|(_, value)| **value != 0.0) {
        for (offset, rows) in weights.window.iter().enumerate() {
            // The line that is scored stands WINDOW - offset lines below this one.
            let Some(sum) = (line + WINDOW).checked_sub(offset).and_then(|l| sums.get_mut(l))
            else {
                continue;
            };
            add(sum, &rows[feature], value);
        }
    }
}

fn add(sum: &mut Row, row: &Row, value: f32) {
    for (sum, weight) in sum.iter_mut().zip(row) {
        *sum += *weight * value;
    }
}

/// What is known beforehand and ninety-five pages do not teach: lines far from any
/// prose add nothing to a text; headlines are none, nor is what stands above the
/// headline or under a heading of comments. Chosen by cross-validation.
fn corrected(sum: Row, around: &AroundRow) -> Score {
    let [mut text, mut gap, start, end] = sum.map(|s| s / SCALE);
    let of = |feature: Around| around[feature as usize];
    let lonely = of(Around::ProseBefore) < 0.25
        && of(Around::ProseAfter) < 0.25
        && of(Around::OwnProse) == 0.0;
    if lonely {
        text = text.min(-0.35);
    }
    if of(Around::IsTitle) > 0.0 {
        text -= 2.0;
        gap -= 2.0;
    }
    if of(Around::Commented) > 0.0 {
        text -= 4.0;
    }
    if of(Around::AboveTitle) > 0.0 {
        text -= 1.5;
    }
    Score { text: text + 0.25, gap, start, end }
}

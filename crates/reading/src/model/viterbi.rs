//! The decision over all lines: the best path from before the article through its
//! text, with gaps, to after it (Viterbi 1967).

use super::scores::Score;
use super::weights::Weights;
use crate::roles::Place;

use Place::{After, Before, Gap, Text};

/// The best path: a place for every line, at least one of them in the text. Linear
/// in the number of lines.
pub(crate) fn best_path(scores: &[Score]) -> Vec<Place> {
    let [to_gap, from_gap_to_text] = Weights::get().steps;
    let mut best = [0.0, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let mut steps: Vec<[Place; 3]> = Vec::with_capacity(scores.len());
    for score in scores {
        let (text, from_text) = max3(
            (best[0] + score.start, Before),
            (best[1], Text),
            (best[2] + from_gap_to_text, Gap),
        );
        let (gap, from_gap) = max2((best[1] + to_gap, Text), (best[2], Gap));
        let (after, from_after) = max2((best[1] + score.end, Text), (best[3], After));
        best = [best[0], text + score.text, gap + score.gap, after];
        steps.push([from_text, from_gap, from_after]);
    }
    let mut place = if best[1] > best[3] { Text } else { After };
    let mut path = vec![Before; scores.len()];
    for (at, [text, gap, after]) in steps.iter().enumerate().rev() {
        path[at] = place;
        place = match place {
            Before => Before,
            Text => *text,
            Gap => *gap,
            After => *after,
        };
    }
    path
}

type Step = (f32, Place);

fn max2(a: Step, b: Step) -> Step {
    if b.0 > a.0 { b } else { a }
}

fn max3(a: Step, b: Step, c: Step) -> Step {
    max2(max2(a, b), c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: f32) -> Score {
        Score { text, gap: 0.0, start: -3.0, end: -3.0 }
    }

    #[test]
    fn one_stretch_with_gaps() {
        let cases: &[(&[f32], &str)] = &[
            (&[], ""),
            (&[-1.0], "t"),
            (&[-5.0, -5.0, 5.0, 5.0, -5.0], "bbtta"),
            (&[-5.0, 5.0, -9.0, -9.0, 6.0, -5.0], "btggta"),
            (&[-5.0, 9.0, -9.0, 1.0, -5.0, -5.0], "btaaaa"),
        ];
        for (texts, want) in cases {
            let scores: Vec<Score> = texts.iter().map(|t| line(*t)).collect();
            let got: String = best_path(&scores)
                .iter()
                .map(|p| match p {
                    Before => 'b',
                    Text => 't',
                    Gap => 'g',
                    After => 'a',
                })
                .collect();
            assert_eq!(&got, want, "{texts:?}");
        }
    }
}

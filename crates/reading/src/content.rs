//! Which lines lie among the text of the article.

use crate::cues::Cues;
use crate::page::Page;
use crate::shape::{End, Shape};

/// Whether each line is text of the article.
pub(crate) fn content(page: &Page<'_>) -> Vec<bool> {
    let scores: Vec<f32> = page.shapes.iter().map(score).collect();
    scores.iter().map(|s| *s > 0.0).collect()
}

fn score(s: &Shape) -> f32 {
    let mut score = -2.0;
    score += (s.words.min(40) as f32) * 0.1;
    score += (s.function.min(8) as f32) * 0.2;
    score += if s.end == End::Sentence { 1.5 } else { -1.0 };
    score -= s.cue_words as f32 * if s.words < 30 { 0.3 } else { 0.05 };
    score -= s.digit_share() * 5.0;
    if s.cues.any(Cues::BROWSER | Cues::LEGAL) {
        score -= 2.0;
    }
    score
}

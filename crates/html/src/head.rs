//! The headline among the blocks of a page.

use crate::flow::{Block, Context};
use crate::words::key;

/// Letters and digits that a headline has at least, so that it is not "News".
const MIN_KEY: usize = 6;

/// The block that is the headline: a heading, or else a block, whose words the page gives
/// as its title; else its only heading of the first level.
pub(crate) fn headline(blocks: &[Block], titles: &[&str]) -> Option<usize> {
    let titles: Vec<String> = titles.iter().map(|t| key(t)).filter(|t| !t.is_empty()).collect();
    let mut best: Option<(f32, usize)> = None;
    for (at, block) in blocks.iter().enumerate() {
        let own = key(&block.text);
        if own.chars().count() < MIN_KEY && block.level != 1
            || own.len() > 600
            || own.chars().count() < 2
        {
            continue;
        }
        let level = match block.level {
            1 => 3.0,
            2 => 2.0,
            3 => 1.0,
            _ => 0.0,
        };
        let aside = block
            .context
            .has(Context::NAV.and(Context::ASIDE).and(Context::FOOTER).and(Context::FORM));
        let fits = titles.iter().map(|title| fit(title, &own)).fold(0.0, f32::max);
        let linked = block.linked > block.text.len() as f32 / 2.0;
        let mut score = fits * 4.0 + level
            - f32::from(u8::from(aside)) * 3.0
            - f32::from(u8::from(linked)) * 1.5;
        if block.level == 0 {
            score -= 1.0;
        }
        if block.level != 1 && fits < 0.5 {
            continue;
        }
        // The first of equals; a later one must be clearly better.
        if best.is_none_or(|(so_far, _)| score > so_far + 0.4) {
            best = Some((score, at));
        }
    }
    best.filter(|(score, _)| *score > 0.0).map(|(_, at)| at)
}

/// How much of a title the block is, from 0 to 1.
fn fit(title: &str, own: &str) -> f32 {
    if title == own {
        1.0
    } else if title.contains(own) {
        own.len() as f32 / title.len() as f32
    } else if own.contains(title) {
        title.len() as f32 / own.len() as f32
    } else {
        0.0
    }
}

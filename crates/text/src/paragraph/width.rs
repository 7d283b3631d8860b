//! The width at which the lines of a text were broken.

use super::{Measured, Start};
use std::ops::RangeInclusive;

/// Widths that are looked for, in characters.
const MIN_WIDTH: u32 = 30;
const MAX_WIDTH: u32 = 200;

/// Verse and lists can be as narrow: below this width more lines must speak for it.
const NARROW: u32 = 45;

/// Characters of a line in a script without spaces that can have been broken.
const MIN_DENSE: u32 = 10;

/// A width at which lines were broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Width {
    /// The longest line that was broken.
    longest: u32,
    /// Characters by which the first word of the next line may miss the end of the line:
    /// 0 where lines are as full as they can be.
    slack: u32,
    /// Whether wide characters count two.
    columns: bool,
}

impl Width {
    fn length(self, line: &Measured) -> u32 {
        if self.columns { line.columns } else { line.chars }
    }

    /// Characters that the first word of the next line would have needed on this one.
    fn needed(self, line: &Measured, next: &Measured) -> u32 {
        let first = if self.columns && next.dense { 2 } else { next.first_word };
        first + u32::from(!(line.hyphen || line.dense && next.dense))
    }

    /// Whether the line is full: the first word of the next one would not have fitted.
    pub(super) fn fills(self, line: &Measured, next: &Measured) -> bool {
        let length = self.length(line);
        if length > self.longest {
            // An address is too long for any line.
            return line.one_word && line.leads_to(next);
        }
        // Some programs break texts without spaces only where they must.
        let chunk = line.dense && next.dense && length >= MIN_DENSE;
        if chunk && next.first_chunk <= self.longest && length + 1 + next.first_chunk > self.longest
        {
            return true;
        }
        length * 2 >= self.longest && length + self.needed(line, next) + self.slack > self.longest
    }

    /// Whether the line is long enough to have been broken early.
    pub(super) fn nearly_fills(self, line: &Measured) -> bool {
        let length = self.length(line);
        length <= self.longest && length * 10 >= self.longest * 7
    }
}

/// The lines looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A whole text: one pair of lines may be all that it has.
    Whole,
    /// A run of lines without a blank line.
    Run,
}

/// The width at which most pairs of lines that surely belong together were broken;
/// `None` for lines that were not broken at a fixed width.
pub(super) fn estimate(lines: &[Measured], part: Part) -> Option<Width> {
    let dense = lines.iter().any(|line| line.columns > line.chars);
    let by_chars = strict(lines, false, part);
    let found = if dense {
        let by_columns = strict(lines, true, part);
        by_chars.into_iter().chain(by_columns).max_by_key(|(_, pairs)| *pairs)
    } else {
        by_chars
    };
    let found = found.map(|(width, _)| width);
    if part == Part::Run { found } else { found.or_else(|| ragged(lines)) }
}

/// Pairs of lines without a blank line between them, of which the first could have been
/// broken: (first, second, weight). Pairs that surely belong together weigh two, pairs
/// that may, one.
fn pairs(lines: &[Measured]) -> impl Iterator<Item = (&Measured, &Measured, u32)> {
    lines.windows(2).filter(|pair| pair[1].blank_before == 0).filter_map(|pair| {
        let (line, next) = (&pair[0], &pair[1]);
        if line.parts_from(next) || line.figures && next.figures || !line.open {
            return None;
        }
        // A line that is indented deeper begins a paragraph, or hangs.
        let deeper = next.indent > line.indent && !line.is_item();
        match next.start {
            Start::Lower => Some((line, next, 2)),
            Start::Upper | Start::Uncased | Start::Other if !next.is_item() && !deeper => {
                Some((line, next, 1))
            }
            _ => None,
        }
    })
}

/// A width at which lines are as full as they can be, and the weight of its pairs.
fn strict(lines: &[Measured], columns: bool, part: Part) -> Option<(Width, u32)> {
    // Weights of the pairs that were broken at each width, as steps from width to width.
    let mut steps = [0i64; MAX_WIDTH as usize + 2];
    let any = Width { longest: 0, slack: 0, columns };
    for (line, next, weight) in pairs(lines) {
        let length = any.length(line);
        if (MIN_WIDTH..=MAX_WIDTH).contains(&length) {
            let last = (length + any.needed(line, next) - 1).min(MAX_WIDTH);
            steps[length as usize] += i64::from(weight);
            steps[last as usize + 1] -= i64::from(weight);
        }
    }
    // A narrow quotation may have more lines than the text around it.
    [MIN_WIDTH, NARROW].into_iter().find_map(|least| {
        let (widths, weight) = peak(&steps, least)?;
        // The last line of a sentence may be the longest.
        let lengths = lines.iter().map(|line| any.length(line));
        let longest = lengths.filter(|length| widths.contains(length)).max();
        let longest = longest.unwrap_or(*widths.start());
        let width = Width { longest, slack: 0, columns };
        Evidence::of(lines, width).speaks_for(width, lines, part).then_some((width, weight))
    })
}

/// The first widths from `least` on at which the most was broken, and their weight.
fn peak(steps: &[i64], least: u32) -> Option<(RangeInclusive<u32>, u32)> {
    let (mut best, mut at, mut sum) = (0, 0, 0);
    for (width, step) in steps.iter().enumerate().take(MAX_WIDTH as usize + 1) {
        sum += step;
        if sum > best && width >= least as usize {
            (best, at) = (sum, width as u32);
        }
    }
    let level = steps.iter().enumerate().skip(at as usize + 1).find(|(_, step)| **step != 0);
    let last = level.map_or(MAX_WIDTH, |(width, _)| width as u32 - 1);
    (best > 0).then_some((at..=last, best as u32))
}

/// Pairs of lines that were broken at a width, and those that were not.
#[derive(Default)]
struct Evidence {
    pairs: u32,
    /// Pairs whose first line is full, and those of them that surely belong together.
    full: u32,
    full_sure: u32,
    /// Pairs whose first line is not full, though it is nearly as long.
    early: u32,
    early_sure: u32,
    cased: u32,
    uncased: u32,
    ends_whole: bool,
}

impl Evidence {
    fn of(lines: &[Measured], width: Width) -> Evidence {
        let mut found = Evidence::default();
        for (line, next, weight) in pairs(lines) {
            found.pairs += 1;
            if !width.nearly_fills(line) && width.length(line) <= width.longest {
                continue;
            }
            let sure = u32::from(weight == 2);
            if width.fills(line, next) {
                found.full += 1;
                found.full_sure += sure;
            } else {
                found.early += 1;
                found.early_sure += sure;
            }
            found.cased += u32::from(matches!(next.start, Start::Lower | Start::Upper));
            found.uncased += u32::from(next.start == Start::Uncased);
            found.ends_whole |= !next.open;
        }
        found
    }

    fn speaks_for(&self, width: Width, lines: &[Measured], part: Part) -> bool {
        if self.cased < self.uncased {
            let (least, tenths) = if part == Part::Run { (5, 9) } else { (3, 7) };
            return self.full >= least && self.full * 10 >= (self.full + self.early) * tenths;
        }
        let narrow = width.longest < NARROW;
        let quoted = part == Part::Run && lines.iter().all(|line| line.indent > 0);
        let (least, tenths) = if narrow && !quoted { (4, 9) } else { (2, 7) };
        // Lists of headlines begin with capitals; few lines of a text do.
        let many = self.full_sure >= least
            && self.full_sure * 10 >= (self.full_sure + self.early_sure) * tenths
            && self.full_sure * 10 >= self.full * 3;
        if many || part == Part::Run || narrow {
            return many;
        }
        let longest = || lines.iter().map(|line| width.length(line)).max().unwrap_or(0);
        let few = self.pairs <= 3 && self.full_sure >= 1 && self.early_sure == 0;
        let one = self.full == 1 && self.early == 0 && self.ends_whole;
        few || one && longest() <= width.longest
    }
}

/// A width for lines that were broken before they were full, as those of proportional
/// type or of `fmt` are.
fn ragged(lines: &[Measured]) -> Option<Width> {
    let mut lengths: Vec<u32> = Vec::new();
    for (line, _, weight) in pairs(lines) {
        if weight == 2 && line.chars >= MIN_WIDTH {
            lengths.push(line.chars);
        }
    }
    if lengths.len() < 5 {
        return None;
    }
    lengths.sort_unstable();
    let longest = lengths[lengths.len() * 19 / 20];
    if !(40..=140).contains(&longest) {
        return None;
    }
    let slack = longest / 5;
    let near = lengths.iter().filter(|&&l| l + slack >= longest && l <= longest + slack).count();
    let all = pairs(lines).filter(|(line, _, weight)| *weight == 2 && line.chars * 4 >= longest);
    let all = all.count();
    let longer: u32 = lines.iter().map(|l| l.chars).filter(|&l| l > longest + slack).sum();
    let chars: u32 = lines.iter().map(|l| l.chars).sum();
    (near * 4 >= all * 3 && longer * 5 < chars).then_some(Width {
        longest: longest + slack,
        slack: 2 * slack,
        columns: false,
    })
}

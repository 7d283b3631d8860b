//! Repeats within the article: paragraphs that stand again, verbatim or nearly
//! so, and pull quotes that set a sentence apart.

use crate::layout::BlockKind;
use crate::page::copies::Copy;
use crate::page::shape::End;
use crate::roles::Draft;

/// Words of a repeated line at least: lists say short things twice.
const MIN_REPEAT_WORDS: u32 = 10;

/// Marks repeated paragraphs and pull quotes between `from` and `to`.
pub(crate) fn mark(draft: &mut Draft<'_, '_>, from: usize, to: usize) {
    let mut times = vec![0u32; draft.page.len()];
    for copy in draft.copies.iter().flatten() {
        if let Copy::Same(first) | Copy::Near(first) = copy {
            times[*first] += 1;
        }
    }
    for line in from..to {
        if !draft.open(line) {
            continue;
        }
        match draft.copies[line] {
            Some(Copy::Same(first))
                if draft.page.shapes[line].words >= MIN_REPEAT_WORDS && first >= from =>
            {
                let number = draft.number(first);
                draft.set_copy(line, BlockKind::Repeat, format!("repeats line {number}"));
            }
            Some(Copy::Near(first)) if draft.page.shapes[line].words >= 12 && first >= from => {
                let number = draft.number(first);
                draft.set_copy(
                    line,
                    BlockKind::Repeat,
                    format!("repeats line {number} nearly word by word"),
                );
            }
            Some(Copy::Part(whole)) if is_pull_quote(draft, line, whole, from, to) => {
                let number = draft.number(whole);
                draft.set_copy(
                    line,
                    BlockKind::Quote,
                    format!("a sentence of line {number} set apart"),
                );
            }
            None if times.get(line).is_some_and(|t| *t >= 2) && draft.content[line] => {
                let count = times[line] + 1;
                draft.set(line, BlockKind::Furniture, format!("stands {count} times in the text"));
            }
            _ => {}
        }
    }
}

/// A pull quote copies part of a paragraph of the article and stands alone.
fn is_pull_quote(draft: &Draft<'_, '_>, line: usize, whole: usize, from: usize, to: usize) -> bool {
    let s = &draft.page.shapes[line];
    let among = (from..to).contains(&whole) && draft.content[whole];
    among && s.words >= 6 && s.words <= 70 && (s.end != End::Colon)
}

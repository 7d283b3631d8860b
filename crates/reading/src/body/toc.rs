//! Tables of contents: bullets or short lines that stand again as headings below.

use crate::layout::BlockKind;
use crate::page::cues::Cues;
use crate::page::shape::End;
use crate::roles::Draft;
use std::collections::HashMap;

/// Lines of a table of contents that are looked at.
const MAX_TOC_LINES: usize = 60;
/// Words of an entry at most.
const MAX_ENTRY_WORDS: u32 = 20;

/// Marks tables of contents: a run of short lines under a title such as
/// "Contents", or a run of which most lines stand again, alone, further down.
pub(crate) fn mark(draft: &mut Draft<'_, '_>) {
    let page = draft.page;
    let mut last: HashMap<u64, usize> = HashMap::new();
    for line in 0..page.len() {
        if page.shapes[line].words > 0 && page.shapes[line].words <= MAX_ENTRY_WORDS {
            last.insert(page.shapes[line].hash, line);
        }
    }
    let again = |line: usize, end: usize| {
        last.get(&page.shapes[line].hash).is_some_and(|&later| {
            later > end && page.lines[later].blank_before > 0 && !page.lines[later].bullet
        })
    };
    let mut line = 0;
    while line < page.len() {
        let titled = is_title(draft, line);
        let start = line + usize::from(titled);
        let end = run_end(draft, start);
        let entries = end - start;
        let recurring = (start..end).filter(|&l| again(l, end - 1)).count();
        if entries >= 2
            && (recurring * 3 >= entries * 2 && recurring >= 3
                || titled && recurring * 2 >= entries)
        {
            set(draft, line, start, end, titled);
            line = end;
        } else {
            line = if titled { start } else { end.max(line + 1) };
        }
    }
}

fn set(draft: &mut Draft<'_, '_>, line: usize, start: usize, end: usize, titled: bool) {
    if titled {
        draft.set(line, BlockKind::Toc, "title of a table of contents");
    }
    for entry in start..end {
        draft.set(
            entry,
            BlockKind::Toc,
            "entry of a table of contents: stands again below as a heading",
        );
    }
}

/// Whether the line is nothing but "Contents" or its like.
fn is_title(draft: &Draft<'_, '_>, line: usize) -> bool {
    draft.page.shapes[line].whole_cues.any(Cues::CONTENTS)
}

/// End of the run of lines of one kind (bulleted or not) and short, from `start`.
fn run_end(draft: &Draft<'_, '_>, start: usize) -> usize {
    let page = draft.page;
    let Some(first) = page.lines.get(start) else {
        return start;
    };
    (start..page.len().min(start + MAX_TOC_LINES))
        .find(|&l| {
            let s = &page.shapes[l];
            !draft.open(l)
                || draft.content[l] && s.end == End::Sentence
                || s.words == 0
                || s.words > MAX_ENTRY_WORDS
                || page.lines[l].bullet != first.bullet
        })
        .unwrap_or(page.len().min(start + MAX_TOC_LINES))
}

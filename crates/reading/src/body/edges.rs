//! The edges of the text: paragraphs that the model left out under the headline,
//! and boilerplate that it took in.

use crate::layout::BlockKind;
use crate::page::copies::Copy;
use crate::page::cues::Cues;
use crate::page::shape::Shape;
use crate::page::shape::prose;
use crate::roles::Draft;

/// Words of a paragraph that is taken in under the headline.
const MIN_PARAGRAPH_WORDS: f32 = 20.0;
/// Lines between headline and text that are looked at.
const MAX_LINES_BELOW_TITLE: usize = 60;

/// Takes paragraphs between headline and text into the article.
pub(crate) fn take_in(draft: &mut Draft<'_, '_>, title: usize, first: usize) {
    if first - title > MAX_LINES_BELOW_TITLE {
        return;
    }
    for line in title + 1..first {
        let s = &draft.page.shapes[line];
        let plain = s.cue_words * 10 <= s.words && !s.cues.any(Cues::PHOTO);
        if draft.open(line)
            && prose(s) >= MIN_PARAGRAPH_WORDS
            && plain
            && !shows(draft, line, first)
        {
            draft.content[line] = true;
            draft.set(line, BlockKind::Lead, "a paragraph between headline and text");
        }
    }
}

/// Whether the line goes with a picture or stands again below.
fn shows(draft: &Draft<'_, '_>, line: usize, first: usize) -> bool {
    let page = draft.page;
    let of_this = |l: usize| matches!(draft.copies[l], Some(Copy::Same(o) | Copy::Near(o) | Copy::Part(o)) if o == line);
    let pictured = (line + 1..page.len().min(line + 4)).any(|l| {
        page.shapes[l].first_cues.any(Cues::PHOTO) || draft.kind(l) == Some(BlockKind::Caption)
    });
    draft.copies[line].is_some() || pictured || (line + 1..page.len().min(first + 8)).any(of_this)
}

/// Turns boilerplate out of the text: pleas, notices, lines in another script.
pub(crate) fn turn_out(draft: &mut Draft<'_, '_>, first: usize, last: usize) {
    let script = script(draft, first, last);
    // A text may quote another script; at its end such lines belong to the page.
    let foreign = |l: usize| draft.page.shapes[l].letters >= 8 && of(draft.page.text(l)) != script;
    let tail = (first..=last)
        .rev()
        .find(|&l| draft.content[l] && draft.page.shapes[l].words >= 8 && !foreign(l))
        .unwrap_or(last);
    for line in first..=last {
        let page = draft.page;
        if !draft.open(line) || !draft.content[line] {
            continue;
        }
        let s = &page.shapes[line];
        let strange = line > tail && s.letters >= 8 && of(page.text(line)) != script;
        let reason = if strange {
            "in another script than the text"
        } else if is_plea(s) {
            "asks for something: no text of the article"
        } else {
            continue;
        };
        draft.content[line] = false;
        draft.set(line, BlockKind::Furniture, reason);
    }
}

/// Short lines that ask to subscribe, log in or change the browser.
fn is_plea(s: &Shape) -> bool {
    let asks = Cues::SUBSCRIBE | Cues::LOGIN | Cues::BROWSER;
    s.words <= 8 && s.first_cues.any(asks) && s.cue_words * 4 >= s.words
}

/// Scripts that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Hebrew,
    Dense,
    Other,
}

/// The script of the longest paragraphs' first letters.
fn script(draft: &Draft<'_, '_>, first: usize, last: usize) -> Script {
    let longest = (first..=last).max_by_key(|&l| draft.page.shapes[l].letters).unwrap_or(first);
    of(draft.page.text(longest))
}

/// The script of most of the first letters of a line.
fn of(line: &str) -> Script {
    let mut counts = [0u32; 6];
    for c in line.chars().filter(|c| c.is_alphabetic()).take(60) {
        let script = match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Script::Latin,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{600}'..='\u{6ff}' => Script::Arabic,
            '\u{590}'..='\u{5ff}' => Script::Hebrew,
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => Script::Dense,
            _ => Script::Other,
        };
        counts[script as usize] += 1;
    }
    const ALL: [Script; 6] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Arabic,
        Script::Hebrew,
        Script::Dense,
        Script::Other,
    ];
    // Names and terms in Latin letters stand in every script.
    let most = (0..ALL.len()).max_by_key(|&i| if i == 0 { counts[i] / 3 } else { counts[i] });
    most.map_or(Script::Other, |i| ALL[i])
}

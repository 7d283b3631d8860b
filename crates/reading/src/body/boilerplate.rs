//! Roles for the lines that no other rule decided: paragraphs of the article, or
//! boilerplate (kind `furniture`), each with its reason.

use crate::layout::BlockKind;
use crate::page::cues::Cues;
use crate::page::shape::Shape;
use crate::roles::Draft;

/// Gives every open line its role.
pub(crate) fn mark_rest(draft: &mut Draft<'_, '_>) {
    for line in 0..draft.page.len() {
        if !draft.open(line) {
            continue;
        }
        if draft.content[line] {
            draft.set(line, BlockKind::Body, "a paragraph of the article");
        } else {
            let reason = reason(&draft.page.shapes[line]);
            draft.set(line, BlockKind::Furniture, reason);
        }
    }
}

fn reason(s: &Shape) -> &'static str {
    const REASONS: &[(Cues, &str)] = &[
        (Cues::SUBSCRIBE, "asks to subscribe or donate"),
        (Cues::LEGAL, "legal notice"),
        (Cues::COMMENT, "comments"),
        (Cues::RELATED, "leads to other stories"),
        (Cues::SHARE, "buttons to share"),
        (Cues::LOGIN, "asks to log in"),
        (Cues::AD, "advertisement"),
        (Cues::BROWSER, "notice about the browser"),
        (Cues::TAGS, "tags"),
        (Cues::TICKER, "a ticker"),
        (Cues::LANGUAGE, "a choice of language"),
        (Cues::NAVIGATION, "navigation"),
        (Cues::SECTION, "navigation"),
    ];
    let cues = s.cues | s.first_cues;
    let cued = REASONS.iter().find(|(cue, _)| cues.any(*cue)).map(|(_, reason)| *reason);
    cued.unwrap_or(if s.words == 0 {
        "no word"
    } else if s.words <= 8 {
        "a short line outside of the text"
    } else {
        "outside of the text"
    })
}

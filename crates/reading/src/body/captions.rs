//! Captions: photo credits, doubled lines, sentences that describe a picture.

use crate::layout::BlockKind;
use crate::page::copies::Copy;
use crate::page::cues::Cues;
use crate::page::shape::End;
use crate::roles::Draft;

/// Marks captions between `from` and `to`.
pub(crate) fn mark(draft: &mut Draft<'_, '_>, from: usize, to: usize) {
    for line in from..to {
        if !draft.open(line) {
            continue;
        }
        if let Some(reason) = credit(draft, line).or_else(|| scene(draft, line)) {
            match draft.copies[line] {
                Some(Copy::Same(_) | Copy::Near(_)) => {
                    draft.set_copy(line, BlockKind::Caption, format!("{reason}, again"));
                }
                _ => draft.set(line, BlockKind::Caption, reason),
            }
        }
    }
}

/// Marks lines that stand twice in a row between `from` and `to`: the text of a
/// picture and its caption.
pub(crate) fn mark_doubled(draft: &mut Draft<'_, '_>, from: usize, to: usize) {
    for line in from..to {
        doubled(draft, line);
    }
}

/// "PHOTO/REUTERS - …", "Photo: Name/Getty", "(Name/AFP)" at the end.
fn credit(draft: &Draft<'_, '_>, line: usize) -> Option<&'static str> {
    let page = draft.page;
    let s = &page.shapes[line];
    let text = page.text(line);
    if s.words > 80 {
        return None;
    }
    let head = text.split_whitespace().next().unwrap_or("");
    let labelled = s.first_cues.any(Cues::PHOTO)
        && (head.contains([':', '/', '©', '|'])
            || head.chars().all(|c| !c.is_lowercase())
            || text.chars().take(40).any(|c| matches!(c, ':' | '/')));
    if labelled {
        return Some("begins with a picture credit");
    }
    if (text.starts_with('©') && s.words < 12 && !s.cues.any(Cues::LEGAL))
        || text.starts_with("(c) ")
    {
        return Some("a picture credit");
    }
    if numbered(text) && s.words >= 6 {
        return Some("a picture of a numbered gallery");
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let agency = last.split(['/', '|']).next_back().unwrap_or("").to_lowercase();
    let signed = ["getty", "reuters", "afp", "ap", "epa", "shutterstock", "bloomberg"]
        .contains(&agency.as_str());
    if signed && s.words >= 2 && (last.contains('/') || text.contains(". ")) && s.sentences <= 3 {
        return Some("ends with a picture credit");
    }
    let tail = text.rfind(['(', '[', '|', '©']).map(|at| &text[at..]);
    let closed =
        |t: &str| t.starts_with(['|', '©']) || t.trim_end_matches('.').ends_with([')', ']']);
    let credited = tail.is_some_and(|t| t.len() <= 80 && closed(t) && tail_cue(t));
    credited.then_some("ends with a picture credit")
}

/// "3 of 12 The mayor …", "3/12 The mayor …"
fn numbered(text: &str) -> bool {
    let mut words = text.split(' ');
    let number = |w: Option<&str>| {
        w.is_some_and(|w| w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit()) && !w.is_empty())
    };
    let first = words.next();
    if let Some((a, b)) = first.and_then(|w| w.split_once('/')) {
        return number(Some(a))
            && number(Some(b))
            && words.next().is_some_and(|w| w.starts_with(char::is_uppercase));
    }
    number(first)
        && matches!(words.next(), Some("of" | "de" | "von" | "di" | "из"))
        && number(words.next())
}

/// Whether the last bracket or part names an agency of pictures.
fn tail_cue(tail: &str) -> bool {
    const NAMES: &[&str] = &[
        "getty",
        "reuters",
        "afp",
        "ap photo",
        "/ap",
        "(ap)",
        "epa",
        "shutterstock",
        "photo",
        "foto",
        "alamy",
        "istock",
        "image",
        "via ap",
        "tass",
        "xinhua",
        "imago",
        "bild",
        "фото",
        "courtesy",
        "anadolu",
    ];
    let lower = tail.to_lowercase();
    NAMES.iter().any(|n| lower.contains(n))
}

/// "A farmer carries hay on a field near …", "… (L), … (C) and … (R)".
fn scene(draft: &Draft<'_, '_>, line: usize) -> Option<&'static str> {
    let page = draft.page;
    let s = &page.shapes[line];
    let text = page.text(line);
    if s.words < 5 || s.words > 60 || s.sentences > 2 || s.quotes > 0 {
        return None;
    }
    const PLACES: &[&str] = &[
        "(L)", "(C)", "(R)", "(left)", "(right)", "(center)", "(centre)", ", left,", ", right,",
        "(izq.)", "(d)", "(links)", "(rechts)",
    ];
    if PLACES.iter().filter(|p| text.contains(**p)).count() >= 1 {
        return Some("says who stands where in a picture");
    }
    let sets_out =
        ["A ", "An ", "People ", "Men ", "Women ", "Children "].iter().any(|w| text.starts_with(w));
    let alone = s.sentences == 1 && s.end == End::Sentence;
    (sets_out && alone && !s.cues.any(Cues::NEWS_VERB) && picture_verb(text))
        .then_some("describes a picture: one sentence in the present, without a verb of news")
}

/// Whether one of the first words is a verb that captions use in the present, as the
/// verb of the sentence: not after "who" or "will", and not of a report ("shows that").
fn picture_verb(text: &str) -> bool {
    /// Words before a verb that is not the one of the sentence.
    const SUBORDINATE: &[&str] = &[
        "who", "which", "that", "to", "will", "would", "can", "could", "may", "might", "must",
        "should", "shall", "not", "and", "or",
    ];
    /// Words after a verb of a report.
    const REPORTED: &[&str] = &["that", "how", "why", "whether", "what"];
    /// Subjects that report instead of being pictured.
    const REPORTS: &[&str] = &[
        "study",
        "survey",
        "poll",
        "report",
        "analysis",
        "research",
        "review",
        "index",
        "paper",
        "census",
        "investigation",
        "inquiry",
        "audit",
        "forecast",
        "estimate",
        "statement",
        "law",
        "bill",
        "ruling",
        "test",
        "comparison",
        "look",
        "glance",
    ];
    const VERBS: &[&str] = &[
        "looks", "look", "stands", "stand", "walks", "walk", "sits", "sit", "holds", "hold",
        "waits", "wait", "poses", "pose", "carries", "carry", "watches", "watch", "passes", "pass",
        "gather", "gathers", "rides", "ride", "works", "work", "wears", "wear", "speaks", "speak",
        "shows", "queue", "plays", "play", "prepares", "prepare", "waves", "wave", "gestures",
        "inspects", "inspect", "cleans", "sells", "sell", "drives", "attends", "attend", "arrives",
        "arrive", "leaves", "marches", "march", "crosses", "cross", "checks", "reads", "talks",
        "points", "leans", "displays", "display", "unloads", "unload", "loads", "repairs",
        "guards", "guard", "patrols", "patrol", "pray", "prays", "protest",
    ];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(14).collect();
    let Some(at) = words.iter().take(12).position(|word| VERBS.contains(word)) else {
        return false;
    };
    let before = at.checked_sub(1).map_or("", |at| words[at]);
    !SUBORDINATE.contains(&before)
        && !words.get(at + 1).is_some_and(|after| REPORTED.contains(after))
        && !words[..at].iter().any(|word| REPORTS.contains(word))
}

fn doubled(draft: &mut Draft<'_, '_>, line: usize) {
    let page = draft.page;
    let next = line + 1;
    if next >= page.len() || page.shapes[line].words < 3 || page.shapes[line].words > 70 {
        return;
    }
    // A whole paragraph that stands twice is a repeat.
    if page.shapes[line].sentences > 1
        || page.shapes[line].end == End::Sentence && page.shapes[line].words > 30
    {
        return;
    }
    let twice =
        page.shapes[line].hash == page.shapes[next].hash && page.lines[next].blank_before <= 1;
    let first = draft.open(line) || draft.kind(line) == Some(BlockKind::Caption);
    if twice && first && draft.open(next) {
        if draft.open(line) {
            draft.set(line, BlockKind::Caption, "a caption that stands twice");
        }
        let number = draft.number(line);
        draft.set_copy(next, BlockKind::Caption, format!("repeats line {number}"));
    }
}

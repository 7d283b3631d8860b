//! The title to show for a text without a headline: its first sentence that
//! stands alone, or the start of it that does.

use dateline_text::{Span, sentences};

/// Sentences of a paragraph that are looked at.
const MAX_SENTENCES: usize = 4;
/// Bytes of a paragraph that are looked at.
const MAX_BYTES: usize = 1200;
/// Characters beyond which a sentence is cut at a clause, if it can be.
const MAX_TITLE_CHARS: usize = 90;

/// The title within one paragraph; `None` when no sentence of it stands alone.
pub(crate) fn title(paragraph: &str) -> Option<Span> {
    let mut reach = paragraph.len().min(MAX_BYTES);
    while !paragraph.is_char_boundary(reach) {
        reach -= 1;
    }
    sentences(&paragraph[..reach])
        .into_iter()
        .take(MAX_SENTENCES)
        .find(|s| stands_alone(s.of(paragraph)))
        .map(|s| shorten(paragraph, s))
}

/// Whether the sentence says something by itself: neither a dependent clause nor
/// a pointer to what stands before it.
fn stands_alone(sentence: &str) -> bool {
    const DEPENDENT: &[&str] = &[
        "as",
        "because",
        "although",
        "though",
        "while",
        "when",
        "if",
        "since",
        "which",
        "who",
        "but",
        "and",
        "or",
        "so",
        "this",
        "that",
        "it",
        "he",
        "she",
        "they",
        "these",
        "those",
        "here",
        "there",
        "see",
        "read",
        "aunque",
        "cuando",
        "mientras",
        "porque",
        "si",
        "comme",
        "quand",
        "parce",
        "weil",
        "wenn",
        "als",
        "obwohl",
        "dass",
        "embora",
        "quando",
        "perché",
        "когда",
        "если",
        "хотя",
        "çünkü",
    ];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let dense = sentence.chars().filter(|c| !c.is_ascii()).count() >= 10 && words.len() < 4;
    let first =
        words.first().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let dependent = first.is_some_and(|w| DEPENDENT.contains(&w.as_str()));
    // "When it rained, the match was moved": a main clause follows.
    let completed = sentence.contains(',') && words.len() >= 10;
    (words.len() >= 4 || dense) && (!dependent || completed)
}

/// The sentence without its full stop, cut where a second clause begins when long.
fn shorten(paragraph: &str, sentence: Span) -> Span {
    let text = sentence.of(paragraph);
    let end = if text.chars().count() > MAX_TITLE_CHARS { clause_end(text) } else { None };
    let kept = match end {
        Some(end) => &text[..end],
        None => text.trim_end_matches(['.', ' ']),
    };
    Span::new(sentence.start as usize, sentence.start as usize + kept.len())
}

/// Byte at which the first clause that stands alone ends.
fn clause_end(text: &str) -> Option<usize> {
    const JOINTS: &[&str] = &[
        "; ",
        " — ",
        " – ",
        ", and ",
        ", but ",
        ", while ",
        ", which ",
        ", who ",
        ", after ",
        ", as ",
        ", because ",
        ", since ",
        ", so ",
        ", where ",
        ", although ",
        ", porque ",
        ", ya que ",
        ", parce que ",
        ", weil ",
        ", поскольку ",
        ", according ",
        " and ",
        " but ",
        " while ",
        " after ",
        " because ",
        " although ",
        ", y ",
        ", pero ",
        ", mientras ",
        " mientras ",
        ", et ",
        ", mais ",
        ", und ",
        ", aber ",
        ", während ",
        ", mas ",
        ", enquanto ",
        ", ma ",
        ", mentre ",
        ", но ",
        ", а ",
        ", который ",
        ", ve ",
    ];
    let mut ends: Vec<(usize, &str)> = JOINTS
        .iter()
        .flat_map(|joint| text.match_indices(joint).map(|(at, _)| (at, *joint)))
        .collect();
    ends.sort_unstable();
    ends.into_iter().find(|(at, joint)| splits(text, *at, joint)).map(|(at, _)| at)
}

/// Whether both sides of the joint are clauses, as far as their words tell.
fn splits(text: &str, at: usize, joint: &str) -> bool {
    let (head, tail) = (&text[..at], &text[at + joint.len()..]);
    let words = head.split_whitespace().count();
    if words < 6
        || tail.split_whitespace().count() < 4
        || head.matches(['“', '"', '«', '(']).count() != head.matches(['”', '"', '»', ')']).count()
    {
        return false;
    }
    // A dependent clause or an opening phrase leaves the head without its subject.
    let opener = head.split_whitespace().next().unwrap_or("").to_lowercase();
    if [
        "in", "on", "at", "as", "after", "when", "while", "with", "for", "by", "from", "despite",
        "if", "since", "although",
    ]
    .contains(&opener.as_str())
    {
        return false;
    }
    // "between A and B", "A and B": a list, not a second clause.
    if joint == " and " {
        let subject = tail.split_whitespace().next().unwrap_or("");
        let clause = [
            "the", "a", "an", "it", "he", "she", "they", "that", "will", "is", "was", "has", "have",
        ]
        .contains(&subject);
        return clause && !head.contains(" between ") && !head.contains(" both ");
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_from_sentences() {
        let cases = [
            ("As we wrote last month.", None),
            (
                "As we wrote last month. The bridge over the Tay is closed.",
                Some("The bridge over the Tay is closed"),
            ),
            ("Short.", None),
            (
                "The port says its cranes will run through the winter and the crews on the night shift will be paid double until the end of March.",
                Some("The port says its cranes will run through the winter"),
            ),
            (
                "Talks between the growers and the mills broke down late on Sunday, after the mills refused to raise the price that they pay.",
                Some("Talks between the growers and the mills broke down late on Sunday"),
            ),
            (
                "When the river rose, the town moved its market to the hill.",
                Some("When the river rose, the town moved its market to the hill"),
            ),
            ("", None),
        ];
        for (paragraph, want) in cases {
            assert_eq!(title(paragraph).map(|s| s.of(paragraph)), want, "{paragraph}");
        }
    }
}

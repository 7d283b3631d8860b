//! Sentences, for snippets, citations and display titles.

use crate::Span;

/// Words whose full stop does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "st", "no",
    "vs", "jr", "sr", "inc", "co", "corp", "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "approx", "dept", "est", "fig", "al", "etc",
];

/// The sentences of `text` in order, as byte spans without the white space
/// around them. A sentence ends at `.`, `!`, `?`, `…` (with any closing quotes
/// or brackets) before white space and a new start, at the CJK full stops, and
/// at a line end. Abbreviations, initials and figures do not end one.
pub fn sentences(text: &str) -> Vec<Span> {
    split(text, true)
}

/// The sentences of one paragraph, which may go over several lines: as [`sentences`], where a
/// line end is a space.
pub fn sentences_of_paragraph(text: &str) -> Vec<Span> {
    split(text, false)
}

fn split(text: &str, at_line_ends: bool) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            '\n' if at_line_ends => at,
            '。' | '！' | '？' => at + c.len_utf8(),
            '.' | '!' | '?' | '…' => {
                let mut end = at + c.len_utf8();
                while let Some(&(next_at, next)) = chars.peek() {
                    if !matches!(
                        next,
                        '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')' | ']' | '»'
                    ) {
                        break;
                    }
                    end = next_at + next.len_utf8();
                    chars.next();
                }
                if !ends_sentence(text, start, at, end, c, at_line_ends) {
                    continue;
                }
                end
            }
            _ => continue,
        };
        push_trimmed(text, start, end, &mut out);
        start = end;
    }
    push_trimmed(text, start, text.len(), &mut out);
    out
}

fn push_trimmed(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let slice = &text[start..end];
    let lead = slice.len() - slice.trim_start().len();
    let trimmed = slice.trim();
    if !trimmed.is_empty() {
        out.push(Span::new(start + lead, start + lead + trimmed.len()));
    }
}

fn ends_sentence(
    text: &str,
    start: usize,
    stop: usize,
    end: usize,
    mark: char,
    at_line_ends: bool,
) -> bool {
    let after = &text[end..];
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return false;
    }
    if mark != '.' {
        return !after.trim_start().starts_with(char::is_lowercase);
    }
    let word = text[start..stop]
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"'))
        .next()
        .unwrap_or("");
    let next = after.trim_start();
    if next.starts_with(|c: char| c.is_lowercase()) {
        return false;
    }
    let last = word.rsplit('.').next().unwrap_or("");
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    let abbreviation = ABBREVIATIONS.iter().any(|a| a.eq_ignore_ascii_case(word));
    // "U.S. forces": an initial ends a sentence only at the end of its line.
    !(initial || abbreviation) || next.is_empty() || (at_line_ends && after.starts_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends() {
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("One. Two! Three?", &["One.", "Two!", "Three?"]),
            ("Dr. Razek spoke. He left.", &["Dr. Razek spoke.", "He left."]),
            ("The U.S. Army came. It won.", &["The U.S. Army came.", "It won."]),
            ("It rose 3.5 percent. Then fell.", &["It rose 3.5 percent.", "Then fell."]),
            ("“Go!” he said. Yes.", &["“Go!” he said.", "Yes."]),
            ("A title\nA body.", &["A title", "A body."]),
            ("他走了。她来了。", &["他走了。", "她来了。"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = sentences(text).into_iter().map(|s| s.of(text)).collect();
            assert_eq!(&got, want, "{text}");
        }
    }

    #[test]
    fn a_line_end_in_a_paragraph_is_a_space() {
        let rows: &[(&str, &[&str])] = &[
            ("The road\nwas closed. It\nrained.", &["The road\nwas closed.", "It\nrained."]),
            ("Gen. U. S.\nGrant came. He left.", &["Gen. U. S.\nGrant came.", "He left."]),
            ("He asked why.\n“Rain,” she said.", &["He asked why.", "“Rain,” she said."]),
        ];
        for (text, want) in rows {
            let spans = sentences_of_paragraph(text);
            let got: Vec<&str> = spans.into_iter().map(|s| s.of(text)).collect();
            assert_eq!(&got, want, "{text}");
            let flat = text.replace('\n', " ");
            let got = sentences(&flat).into_iter().map(|s| s.of(&flat).to_owned());
            let want: Vec<String> = want.iter().map(|s| s.replace('\n', " ")).collect();
            assert_eq!(got.collect::<Vec<_>>(), want, "{flat}");
        }
    }
}

//! Longest match: where phrases of the gazetteer stand in the words of a text.

use super::{Word, phrase_hash};
use crate::names::Forms;
use dateline_text::Span;

/// The most words that a phrase may have.
pub(crate) const MAX_PHRASE_WORDS: usize = 10;

/// A form, found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Number of the first word.
    pub(crate) word: usize,
    /// How many words.
    pub(crate) words: usize,
    /// The number of the form.
    pub(crate) phrase: u32,
    /// Bytes of the text.
    pub(crate) span: Span,
}

/// The candidates in order, none overlapping: at each place the longest phrase,
/// from left to right.
pub(crate) fn find(forms: &Forms, text: &str, words: &[Word]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match longest(forms, text, words, at) {
            Some(candidate) => {
                at += candidate.words;
                out.push(candidate);
            }
            None => at += 1,
        }
    }
    out
}

fn longest(forms: &Forms, text: &str, words: &[Word], at: usize) -> Option<Candidate> {
    if !forms.may_begin(&words[at]) {
        return None;
    }
    let mut best = None;
    let mut hash = None;
    let mut plain = true;
    for count in 1..=MAX_PHRASE_WORDS.min(words.len() - at) {
        let word = &words[at + count - 1];
        if count > 1 {
            match join(text, &words[at + count - 2], word) {
                Join::Plain => {}
                Join::Marked => plain = false,
                Join::Apart => break,
            }
        }
        let here = phrase_hash(hash, word.hash);
        let run = &words[at..at + count];
        let Some((phrase, longer)) = forms.at(text, run, here, plain) else { break };
        if let Some(phrase) = phrase {
            let span = Span { start: run[0].start, end: forms.end(phrase, run) };
            best = Some(Candidate { word: at, words: count, phrase, span });
        }
        if !longer {
            break;
        }
        hash = Some(here);
    }
    best
}

/// How two words of a text follow each other.
enum Join {
    /// As within a name: a space, a hyphen, an apostrophe, the stop of an abbreviation.
    Plain,
    /// By a mark that only forms with an exact spelling hold: a comma, "&", a bracket.
    Marked,
    /// Not within any name.
    Apart,
}

fn join(text: &str, left: &Word, right: &Word) -> Join {
    if right.first {
        return Join::Apart;
    }
    let between = &text[left.end as usize..right.start as usize];
    match between {
        " " | "-" | "'" | "\u{200c}" | "׳" | "־" | "’" | "‘" | "ʻ" | "\u{a0}" | "\n" | "–"
        | "  " | "\r\n" => Join::Plain,
        "." | ". " | ".\n" if left.end - left.start <= 3 => Join::Plain,
        "\"" | "״" | ", " | " & " | " (" | ") " | ".-" | "., " | "- " | " - " | " — " | " – " => {
            Join::Marked
        }
        // A hard-wrapped line.
        _ if between.trim().is_empty() && between.matches('\n').count() <= 1 => Join::Plain,
        _ => Join::Apart,
    }
}

//! The language of a text, by its function words; for scripts without spaces by
//! their characters.

use crate::page::function_words::{FUNCTION_WORDS, LANGUAGES};
use crate::roles::Draft;

/// Function words that a text holds at least before its language is named.
const MIN_FUNCTION_WORDS: u32 = 4;

/// ISO 639-1 code of the language of the text, when it is one that the reader knows.
pub(crate) fn language(draft: &Draft<'_, '_>) -> Option<&'static str> {
    let page = draft.page;
    let mut counts = [0u32; LANGUAGES];
    let (mut dense, mut letters, mut kana) = (0, 0, 0);
    for line in (0..page.len()).filter(|&l| draft.is_text(l)).take(200) {
        let s = &page.shapes[line];
        counts.iter_mut().zip(s.by_language).for_each(|(sum, count)| *sum += u32::from(count));
        dense += s.dense;
        letters += s.letters;
        if s.dense > 0 {
            let is_kana = |c: &char| ('\u{3040}'..='\u{30ff}').contains(c);
            kana += page.text(line).chars().take(400).filter(is_kana).count();
        }
    }
    if dense * 2 > letters {
        return Some(if kana > 0 { "ja" } else { "zh" });
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (*count >= MIN_FUNCTION_WORDS).then(|| FUNCTION_WORDS[best].0)
}

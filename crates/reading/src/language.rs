//! The language of a text, by its function words; for scripts without spaces by
//! their characters.

use crate::page::function_words::{FUNCTION_WORDS, LANGUAGES};
use crate::roles::Draft;

/// Function words that a text holds at least before its language is named.
const MIN_FUNCTION_WORDS: u32 = 4;

/// Languages that are told by their characters.
const DENSE: [(&str, std::ops::RangeInclusive<char>); 7] = [
    ("ja", '\u{3040}'..='\u{30ff}'),
    ("ko", '\u{ac00}'..='\u{d7a3}'),
    ("th", '\u{e00}'..='\u{e7f}'),
    ("lo", '\u{e80}'..='\u{eff}'),
    ("bo", '\u{f00}'..='\u{fff}'),
    ("my", '\u{1000}'..='\u{109f}'),
    ("km", '\u{1780}'..='\u{17ff}'),
];

/// ISO 639-1 code of the language of the text, when it is one that the reader knows.
pub(crate) fn language(draft: &Draft<'_, '_>) -> Option<&'static str> {
    let page = draft.page;
    let mut counts = [0u32; LANGUAGES];
    let (mut dense, mut letters) = (0, 0);
    let mut scripts = [0usize; DENSE.len()];
    for line in (0..page.len()).filter(|&l| draft.is_text(l)).take(200) {
        let s = &page.shapes[line];
        counts.iter_mut().zip(s.by_language).for_each(|(sum, count)| *sum += u32::from(count));
        dense += s.dense;
        letters += s.letters;
        if s.dense > 0 {
            for c in page.text(line).chars().take(400) {
                if let Some(at) = DENSE.iter().position(|(_, range)| range.contains(&c)) {
                    scripts[at] += 1;
                }
            }
        }
    }
    if dense * 2 > letters {
        // Chinese characters stand in Japanese and Korean too.
        let most = (0..DENSE.len()).max_by_key(|&at| scripts[at]).filter(|&at| scripts[at] > 0);
        return Some(most.map_or("zh", |at| DENSE[at].0));
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (*count >= MIN_FUNCTION_WORDS).then(|| FUNCTION_WORDS[best].0)
}

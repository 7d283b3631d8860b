//! The language of a text, from its script, and for the Latin script from the small
//! words that only one of the languages uses often.

use super::Language;
use crate::scan::{Hashed, word_hash};
use std::collections::HashMap;
use std::sync::OnceLock;

/// How many bytes of a text are read.
const READ: usize = 3000;
/// How many words of a text in the Latin script are looked up.
const WORDS: usize = 200;

/// Small words of each language in the Latin script.
const SMALL: &[(Language, &[&str])] = &[
    (
        Language::English,
        &[
            "the", "of", "and", "to", "that", "is", "was", "for", "with", "said", "he", "it", "by",
            "in",
        ],
    ),
    (
        Language::Spanish,
        &["el", "los", "las", "y", "que", "por", "con", "una", "del", "es", "su", "en", "de", "la"],
    ),
    (
        Language::French,
        &[
            "le", "les", "et", "des", "une", "dans", "est", "du", "pour", "avec", "au", "en", "de",
            "la",
        ],
    ),
    (
        Language::German,
        &[
            "der", "die", "das", "und", "ist", "mit", "von", "den", "nicht", "ein", "eine", "dem",
            "zu", "in",
        ],
    ),
    (
        Language::Portuguese,
        &[
            "o", "os", "e", "que", "não", "com", "uma", "do", "da", "dos", "para", "em", "de",
            "ao", "aos",
        ],
    ),
    (
        Language::Italian,
        &[
            "il", "gli", "e", "che", "di", "della", "una", "con", "per", "non", "nel", "del",
            "sono", "la",
        ],
    ),
];

/// The likeliest language.
pub(super) fn detect(text: &str) -> Language {
    let mut end = text.len().min(READ);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    if text.is_ascii() && !latin_needs_reading(text) {
        return Language::English;
    }
    by_script(text).unwrap_or_else(|| by_small_words(text))
}

/// A quick look: an English text has "the" within its first words.
fn latin_needs_reading(text: &str) -> bool {
    !text.contains(" the ")
}

/// The language of a script that is not Latin, if most letters are of it.
fn by_script(text: &str) -> Option<Language> {
    let (mut latin, mut cyrillic, mut arabic, mut persian, mut han) = (0, 0, 0, 0, 0);
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => persian += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            // A Chinese character says as much as a word of three letters.
            '\u{4e00}'..='\u{9fff}' => han += 3,
            _ => {}
        }
    }
    let most = latin.max(cyrillic).max(arabic + persian).max(han);
    match most {
        0 => None,
        _ if most == latin => None,
        _ if most == cyrillic => Some(Language::Russian),
        _ if most == han => Some(Language::Chinese),
        _ if persian * 20 > arabic => Some(Language::Persian),
        _ => Some(Language::Arabic),
    }
}

fn by_small_words(text: &str) -> Language {
    let small = small_words();
    let mut counts = [0; SMALL.len()];
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    for word in words.take(WORDS).filter(|w| w.len() <= 5) {
        let languages = small.get(&word_hash(word)).copied().unwrap_or(0);
        for (i, count) in counts.iter_mut().enumerate() {
            *count += languages >> i & 1;
        }
    }
    let best = (0..SMALL.len()).max_by_key(|&i| (counts[i], SMALL.len() - i));
    best.filter(|&i| counts[i] > counts[0] + 1).map_or(Language::English, |i| SMALL[i].0)
}

/// The small words, each with a bit for every language that has it.
fn small_words() -> &'static HashMap<u64, u32, Hashed> {
    static IT: OnceLock<HashMap<u64, u32, Hashed>> = OnceLock::new();
    IT.get_or_init(|| {
        let mut out: HashMap<u64, u32, Hashed> = HashMap::default();
        for (i, (_, words)) in SMALL.iter().enumerate() {
            for word in *words {
                *out.entry(word_hash(word)).or_default() |= 1 << i;
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        let cases = [
            ("", Language::English),
            ("China", Language::English),
            ("The talks in Paris and the rest of it", Language::English),
            ("El ministro de la defensa y los soldados", Language::Spanish),
            ("Le ministre et les soldats dans une ville", Language::French),
            ("Der Minister und die Soldaten in den Städten", Language::German),
            ("O ministro e os soldados não vão com uma", Language::Portuguese),
            ("Il ministro e gli uomini della città che sono", Language::Italian),
            ("Министр и солдаты", Language::Russian),
            ("الوزير والجنود", Language::Arabic),
            ("وزیر و سربازان گفتند که", Language::Persian),
            ("部长和士兵", Language::Chinese),
            ("The browser that reads this is old. К сожалению", Language::English),
        ];
        for (text, want) in cases {
            assert_eq!(detect(text), want, "{text}");
        }
    }
}

//! The language of a text: by its script, then by letters that few languages of the
//! script have, and by function words and
//! endings.

use super::{Facts, LANGUAGES, Language, OTHERS, Script};
use crate::{Fnv, fold};
use std::collections::HashMap;
use std::sync::OnceLock;

/// How many bytes of a text are read.
const MAX_BYTES: usize = 4000;
/// How many words of a text are looked up.
const MAX_WORDS: usize = 400;

/// How much a word of one letter says, against one of two letters or more.
const ONE_LETTER: f32 = 0.4;
/// By how much a language must lead before English, all in all and for each word: lists
/// of names, and reports in telegraphic style, hold few function words of any language.
const LEAST_LEAD: f32 = 0.6;
const LEAD_A_WORD: f32 = 0.08;

/// The language of a text, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detected {
    /// The language; `None` where it is one without a file in `data/languages/`, or
    /// nothing tells it.
    pub language: Option<Language>,
    /// From 0 (nothing tells it) to 1 (nothing else comes near).
    pub certainty: f32,
}

/// The language that `text` most likely is in. Reads its first 4,000 bytes.
pub fn detect(text: &str) -> Detected {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    // Most texts are English; a look at the bytes tells.
    if text.is_ascii() && text.matches(" the ").take(3).count() * 400 > text.len() {
        return Detected { language: Some(Language::ENGLISH), certainty: 1.0 };
    }
    let Some((script, share)) = Script::main(text) else {
        return Detected { language: None, certainty: 0.0 };
    };
    let candidates: Vec<usize> =
        (0..LANGUAGES.len() + OTHERS.len()).filter(|at| facts(*at).script == script).collect();
    match candidates.as_slice() {
        [] => Detected { language: None, certainty: share },
        [one] => Detected { language: known(*one), certainty: share },
        _ => by_words(text, &candidates),
    }
}

/// The facts of a language by number: those with files, then the others.
fn facts(at: usize) -> &'static Facts {
    LANGUAGES.get(at).unwrap_or_else(|| &OTHERS[at - LANGUAGES.len()])
}

fn known(at: usize) -> Option<Language> {
    (at < LANGUAGES.len()).then_some(Language(at as u8))
}

fn by_words(text: &str, candidates: &[usize]) -> Detected {
    let cues = cues();
    let mut scores = vec![0.0_f32; LANGUAGES.len() + OTHERS.len()];
    let mut add = |languages: u64, weight: f32| {
        for at in candidates.iter().filter(|at| languages >> **at & 1 == 1) {
            scores[*at] += weight;
        }
    };
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| !c.is_ascii()) {
        if let Some(languages) = cues.letters.get(&c) {
            add(*languages, 0.6 / languages.count_ones() as f32);
        }
    }
    let words = text.split(|c: char| !c.is_alphabetic() && !is_mark(c)).filter(|w| !w.is_empty());
    // A capital alone is an initial.
    let words =
        words.filter(|word| word.chars().nth(1).is_some() || !word.chars().all(char::is_uppercase));
    let mut count = 0;
    for word in words.take(MAX_WORDS) {
        count += 1;
        if let Some(languages) = cues.words.get(&key(word)) {
            let weight = if word.chars().nth(1).is_some() { 1.0 } else { ONE_LETTER };
            add(*languages, weight / shared(*languages));
        } else if let Some(languages) = cues.ending(word) {
            add(languages, 0.5 / shared(languages));
        }
    }
    let mut order = candidates.to_vec();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    let (best, second) = (scores[order[0]], scores[order[1]]);
    if best == 0.0 {
        // Nothing speaks for any: English, or the first of the script.
        return Detected { language: known(order[0]), certainty: 0.0 };
    }
    let english = scores[Language::ENGLISH.index()];
    if candidates.contains(&Language::ENGLISH.index())
        && order[0] != Language::ENGLISH.index()
        && best - english <= LEAST_LEAD.max(LEAD_A_WORD * count as f32)
    {
        return Detected { language: Some(Language::ENGLISH), certainty: 0.0 };
    }
    Detected { language: known(order[0]), certainty: (best - second) / (best + 1.0) }
}

/// By how much less a cue says that several languages have.
fn shared(languages: u64) -> f32 {
    (languages.count_ones() as f32).sqrt()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}'..='\u{94d}' | '\u{900}'..='\u{903}')
}

fn key(word: &str) -> u64 {
    let lower = word.chars().flat_map(char::to_lowercase);
    lower.fold(Fnv::new(), |hash, c| hash.with(u32::from(c))).finish()
}

/// Letters, words and endings, each with a bit for every language that has it.
struct Cues {
    letters: HashMap<char, u64>,
    words: HashMap<u64, u64>,
    endings: HashMap<u64, u64>,
}

/// The longest ending of a word that is looked up, in letters.
const MAX_ENDING: usize = 5;

impl Cues {
    /// The languages of the longest known ending of a word of five letters or more.
    fn ending(&self, word: &str) -> Option<u64> {
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if starts.len() <= 4 {
            return None;
        }
        (2..=MAX_ENDING)
            .rev()
            .find_map(|letters| self.endings.get(&key(&word[starts[starts.len() - letters]..])))
            .copied()
    }
}

fn cues() -> &'static Cues {
    static CUES: OnceLock<Cues> = OnceLock::new();
    CUES.get_or_init(|| {
        let mut cues =
            Cues { letters: HashMap::new(), words: HashMap::new(), endings: HashMap::new() };
        for (at, facts) in LANGUAGES.iter().chain(OTHERS).enumerate() {
            for letter in facts.letters.chars().filter(|c| !c.is_ascii()) {
                *cues.letters.entry(letter).or_default() |= 1 << at;
            }
            for ending in facts.endings.split_whitespace() {
                *cues.endings.entry(key(ending)).or_default() |= 1 << at;
            }
            for word in facts.words.split_whitespace() {
                *cues.words.entry(key(word)).or_default() |= 1 << at;
                // Readers leave accents out; a word without them tells less, but something.
                let bare = fold(word);
                if bare != word && facts.script == Script::Latin && bare.len() > 2 {
                    *cues.words.entry(key(&bare)).or_default() |= 1 << at;
                }
            }
        }
        cues
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        let rows = [
            ("The talks in Paris and the rest of it", "en"),
            ("El ministro de la defensa y los soldados", "es"),
            ("Le ministre et les soldats dans une ville", "fr"),
            ("Der Minister und die Soldaten in den Städten", "de"),
            ("O ministro e os soldados não vão com uma", "pt"),
            ("O ministro e os soldados non van cunha máis", "gl"),
            ("Il ministro e gli uomini della città che sono", "it"),
            ("Министр и солдаты, которые были в городе", "ru"),
            ("Міністр і солдати, які були в місті", "uk"),
            ("Міністр і салдаты былі ў горадзе", ""),
            ("الوزير والجنود في المدينة", "ar"),
            ("وزیر و سربازان گفتند که", "fa"),
            ("وزیر نے کہا کہ یہ شہر میں ہے", ""),
            ("部长和士兵在城市里", "zh"),
            ("大臣と兵士は町にいる", "ja"),
            ("장관과 군인들은 도시에 있다", "ko"),
            ("รัฐมนตรีและทหารอยู่ในเมือง", "th"),
            ("मंत्री और सैनिक शहर में हैं", "hi"),
            ("השר והחיילים היו בעיר", "he"),
            ("Ministern och soldaterna var i staden", "sv"),
            ("Ráðherrann og hermennirnir voru í borginni", "is"),
            ("Ministeri ja sotilaat olivat kaupungissa, mutta he eivät", "fi"),
            ("Minister i żołnierze byli w mieście, ale się nie", "pl"),
            ("Ministr a vojáci byli ve městě, ale již ne", "cs"),
            ("Bakan ve askerler şehirde için bir çok", "tr"),
            ("Menteri dan tentara yang ada di kota itu", "id"),
            ("Bộ trưởng và những người lính đã ở trong thành phố", "vi"),
            ("De minister en de soldaten waren niet in de stad", ""),
            ("The browser that reads this is old. К сожалению", "en"),
            ("1234 5678", ""),
        ];
        for (text, want) in rows {
            let got = detect(text).language.map_or("", Language::code);
            assert_eq!(got, want, "{text}");
        }
    }
}

//! Scripts, as far as languages are told by them.

/// A script of the Unicode Standard, or a group of them that a language is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Devanagari.
    Devanagari,
    /// Chinese characters.
    Han,
    /// Hiragana and katakana, among Chinese characters.
    Kana,
    /// Hangul.
    Hangul,
    /// Thai.
    Thai,
    /// Lao.
    Lao,
    /// Khmer.
    Khmer,
    /// Burmese and its sisters.
    Myanmar,
    /// Tibetan.
    Tibetan,
    /// Greek.
    Greek,
    /// Georgian.
    Georgian,
    /// Armenian.
    Armenian,
    /// Bengali.
    Bengali,
    /// Tamil.
    Tamil,
}

impl Script {
    /// How many scripts there are.
    pub(super) const COUNT: usize = Script::Tamil as usize + 1;

    /// The script of a letter; `None` for digits, marks and other scripts.
    pub fn of(c: char) -> Option<Script> {
        Some(match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{530}'..='\u{58f}' => Script::Armenian,
            '\u{5d0}'..='\u{5ea}' => Script::Hebrew,
            '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d5}' | '\u{6ee}'..='\u{6ff}' => Script::Arabic,
            '\u{900}'..='\u{97f}' => Script::Devanagari,
            '\u{980}'..='\u{9ff}' => Script::Bengali,
            '\u{b80}'..='\u{bff}' => Script::Tamil,
            '\u{e01}'..='\u{e4e}' => Script::Thai,
            '\u{e80}'..='\u{edf}' => Script::Lao,
            '\u{f40}'..='\u{fbc}' => Script::Tibetan,
            '\u{1000}'..='\u{109f}' => Script::Myanmar,
            '\u{10a0}'..='\u{10ff}' => Script::Georgian,
            '\u{1780}'..='\u{17d3}' => Script::Khmer,
            '\u{3041}'..='\u{30ff}' => Script::Kana,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}' => {
                Script::Han
            }
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
            _ => return None,
        })
    }

    /// Whether words of the script are written without spaces between them.
    pub fn is_running(self) -> bool {
        matches!(
            self,
            Script::Han
                | Script::Kana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
                | Script::Tibetan
        )
    }

    /// How many letters of an alphabet one letter of the script says as much as.
    fn weight(self) -> u32 {
        match self {
            Script::Han => 3,
            Script::Kana | Script::Hangul => 2,
            _ => 1,
        }
    }

    /// The script that says the most in a text, and its share of all letters, 0 to 1.
    /// A text in kana and Chinese characters is one in kana.
    pub fn main(text: &str) -> Option<(Script, f32)> {
        let mut counts = [0_u32; Script::COUNT];
        for script in text.chars().filter_map(Script::of) {
            counts[script as usize] += script.weight();
        }
        let kana = counts[Script::Kana as usize];
        // Some names in kana do not make a Chinese text Japanese.
        if kana * 12 > counts[Script::Han as usize] {
            counts[Script::Kana as usize] += counts[Script::Han as usize];
            counts[Script::Han as usize] = 0;
        }
        let all: u32 = counts.iter().sum();
        let (at, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
        let script = ALL.into_iter().find(|script| *script as usize == at)?;
        (*most > 0).then(|| (script, *most as f32 / all as f32))
    }
}

const ALL: [Script; Script::COUNT] = [
    Script::Latin,
    Script::Cyrillic,
    Script::Arabic,
    Script::Hebrew,
    Script::Devanagari,
    Script::Han,
    Script::Kana,
    Script::Hangul,
    Script::Thai,
    Script::Lao,
    Script::Khmer,
    Script::Myanmar,
    Script::Tibetan,
    Script::Greek,
    Script::Georgian,
    Script::Armenian,
    Script::Bengali,
    Script::Tamil,
];

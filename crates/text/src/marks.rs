//! Characters that are no letters of their own: marks on letters, and what is not seen.

/// Whether `c` belongs to the letter before it, though Unicode calls it no letter:
/// accents, points, and the signs of Indic and South-East Asian scripts that silence a
/// vowel or give a tone (general categories Mn and Mc of the Unicode Character Database
/// that lack the property Alphabetic, of the scripts that news is written in).
pub(crate) fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
            | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{93c}' | '\u{94d}'
            | '\u{951}'..='\u{954}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}'
            | '\u{acd}' | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}'
            | '\u{d3b}' | '\u{d3c}' | '\u{d4d}' | '\u{dca}' | '\u{e3a}' | '\u{e47}'..='\u{e4e}'
            | '\u{eba}' | '\u{ec8}'..='\u{ece}' | '\u{f18}' | '\u{f19}' | '\u{f35}' | '\u{f37}'
            | '\u{f39}' | '\u{f71}'..='\u{f87}' | '\u{1037}' | '\u{1039}' | '\u{103a}'
            | '\u{17b4}' | '\u{17b5}' | '\u{17c9}'..='\u{17d3}' | '\u{17dd}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}'
            | '\u{fe20}'..='\u{fe2f}')
}

/// Whether `c` is not seen and says nothing in a word: soft hyphen, zero-width space,
/// joiner and non-joiner, marks of direction, variation selectors (the property
/// Default_Ignorable_Code_Point, without those that make letters).
pub(crate) fn is_invisible(c: char) -> bool {
    c >= '\u{ad}'
        && matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}')
}

//! Letters as a PDF draws them, to letters as they are written: ligatures, Arabic forms, and
//! text that runs from the right.

use unicode_normalization::UnicodeNormalization;

/// Ligatures and the forms that Arabic letters take in a word, as plain letters; soft hyphens
/// are U+2010, since a PDF draws them where a line ends.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Alphabetic presentation forms: Unicode 15.0, blocks FB00, FB50 and FE70.
            '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                out.extend(letter.to_string().nfkc())
            }
            '\u{AD}' => out.push('\u{2010}'),
            '\u{A0}' => out.push(' '),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Whether a letter is written from the right: those of Hebrew, Arabic, Syriac, Thaana, N'Ko and
/// their neighbours.
pub(crate) fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{65F}' | '\u{66E}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' | '\u{200F}')
}

/// Whether a letter is written from the left: letters of other scripts, and digits, which run
/// from the left in all of them.
fn is_left_to_right(letter: char) -> bool {
    letter.is_alphanumeric() && !is_right_to_left(letter)
}

/// Whether a letter is a mark over, in or under the one before.
pub(crate) fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}'
        | '\u{5C4}'..='\u{5C5}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether more letters of a text run from the right than from the left.
pub(crate) fn runs_from_right<'t>(texts: impl IntoIterator<Item = &'t str>) -> bool {
    let (mut right, mut left) = (0, 0);
    for letter in texts.into_iter().flat_map(str::chars) {
        right += usize::from(is_right_to_left(letter));
        left += usize::from(letter.is_alphabetic() && !is_right_to_left(letter));
    }
    right > left
}

/// Puts pieces that stand from left to right into the order of reading. A piece is a letter or
/// a word; what stands between two pieces of one direction has it too, and all other signs run
/// with the line.
pub(crate) fn in_reading_order<T>(
    pieces: Vec<T>,
    from_right: bool,
    text: impl Fn(&T) -> &str,
) -> Vec<T> {
    let strong = |piece: &T| {
        let letters = || text(piece).chars();
        match letters().any(is_right_to_left) {
            true => Some(true),
            false => letters().any(is_left_to_right).then_some(false),
        }
    };
    let mut directions: Vec<Option<bool>> = pieces.iter().map(strong).collect();
    if !from_right && !directions.contains(&Some(true)) {
        return pieces;
    }
    let mut at = 0;
    while at < directions.len() {
        let end = at + directions[at..].iter().take_while(|d| d.is_none()).count();
        if end > at {
            let before = at.checked_sub(1).and_then(|at| directions[at]);
            let after = directions.get(end).copied().flatten();
            let between = if before == after { before.unwrap_or(from_right) } else { from_right };
            directions[at..end].fill(Some(between));
        }
        at = end + 1;
    }
    let mut runs: Vec<(bool, Vec<T>)> = Vec::new();
    for (piece, direction) in pieces.into_iter().zip(directions) {
        let direction = direction.unwrap_or(from_right);
        match runs.last_mut() {
            Some((last, run)) if *last == direction => run.push(piece),
            _ => runs.push((direction, vec![piece])),
        }
    }
    for (direction, run) in &mut runs {
        if *direction {
            run.reverse();
        }
    }
    if from_right {
        runs.reverse();
    }
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_as_written() {
        let cases = [
            ("oﬀer ﬁve ﬂags ﬃ ﬄ", "offer five flags ffi ffl"),
            ("\u{FEE3}\u{FEAE}\u{FEA3}\u{FE92}\u{FE8E}", "مرحبا"),
            ("co\u{AD}op", "co\u{2010}op"),
            ("½ ² №", "½ ² №"),
        ];
        for (drawn, want) in cases {
            assert_eq!(plain(drawn), want);
        }
    }

    #[test]
    fn order_of_reading() {
        // From left to right, as they are drawn.
        let cases: [(&[&str], bool, &str); 6] = [
            (&["It", "rained", "in", "Peru"], false, "It rained in Peru"),
            (&["ג", "ב", "א"], true, "א ב ג"),
            (&["ג", "2024", "ב", "א"], true, "א ב 2024 ג"),
            (&["ג", "New", "York", "א"], true, "א New York ג"),
            (&["said", "ב", "א", "in", "1948"], false, "said א ב in 1948"),
            (&[".", "ב", ",", "א"], true, "א , ב ."),
        ];
        for (drawn, from_right, want) in cases {
            let read = in_reading_order(drawn.to_vec(), from_right, |piece| piece);
            assert_eq!(read.join(" "), want, "{drawn:?}");
        }
    }
}

//! The Porter stemmer for English: M. F. Porter, "An algorithm for suffix
//! stripping", Program 14(3), 1980, pp. 130-137.

/// The stem of a folded word. Words that are not all ASCII letters, or have
/// fewer than three, are their own stem.
pub(crate) fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut w = word.as_bytes().to_vec();
    plurals(&mut w);
    past_and_gerund(&mut w);
    if ends(&w, "y") && has_vowel(&w[..w.len() - 1]) {
        replace(&mut w, 1, "i");
    }
    suffixes(&mut w, DOUBLE, 0);
    suffixes(&mut w, SINGLE, 0);
    last_suffix(&mut w);
    final_letters(&mut w);
    String::from_utf8(w).unwrap_or_else(|_| word.to_owned())
}

/// Step 2: double suffixes.
const DOUBLE: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("abli", "able"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
];
/// Step 3.
const SINGLE: &[(&str, &str)] = &[
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];
/// Step 4: what is dropped when enough is left.
const DROPPED: &[&str] = &[
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic", "ou",
];

fn consonant(w: &[u8], at: usize) -> bool {
    match w[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !consonant(w, at - 1),
        _ => true,
    }
}

/// Porter's m: how many times vowels are followed by consonants.
fn measure(w: &[u8]) -> usize {
    let mut count = 0;
    let mut vowel_before = false;
    for at in 0..w.len() {
        let is_consonant = consonant(w, at);
        count += usize::from(is_consonant && vowel_before);
        vowel_before = !is_consonant;
    }
    count
}

fn has_vowel(w: &[u8]) -> bool {
    (0..w.len()).any(|at| !consonant(w, at))
}

fn ends(w: &[u8], suffix: &str) -> bool {
    w.ends_with(suffix.as_bytes())
}

fn replace(w: &mut Vec<u8>, length: usize, by: &str) {
    w.truncate(w.len() - length);
    w.extend_from_slice(by.as_bytes());
}

fn double_consonant(w: &[u8]) -> bool {
    let n = w.len();
    n >= 2 && w[n - 1] == w[n - 2] && consonant(w, n - 1)
}

/// Consonant, vowel, consonant at the end, the last not w, x or y.
fn short_end(w: &[u8]) -> bool {
    let n = w.len();
    n >= 3
        && consonant(w, n - 1)
        && !consonant(w, n - 2)
        && consonant(w, n - 3)
        && !matches!(w[n - 1], b'w' | b'x' | b'y')
}

fn plurals(w: &mut Vec<u8>) {
    if ends(w, "sses") || ends(w, "ies") {
        replace(w, 2, "");
    } else if ends(w, "s") && !ends(w, "ss") {
        replace(w, 1, "");
    }
}

fn past_and_gerund(w: &mut Vec<u8>) {
    if ends(w, "eed") {
        if measure(&w[..w.len() - 3]) > 0 {
            replace(w, 1, "");
        }
        return;
    }
    let Some(length) = [("ed", 2), ("ing", 3)]
        .iter()
        .find(|(suffix, length)| ends(w, suffix) && has_vowel(&w[..w.len() - length]))
        .map(|(_, length)| *length)
    else {
        return;
    };
    replace(w, length, "");
    if ends(w, "at") || ends(w, "bl") || ends(w, "iz") {
        w.push(b'e');
    } else if double_consonant(w) && !matches!(w.last(), Some(b'l' | b's' | b'z')) {
        w.pop();
    } else if measure(w) == 1 && short_end(w) {
        w.push(b'e');
    }
}

fn suffixes(w: &mut Vec<u8>, table: &[(&str, &str)], least: usize) {
    let longest = table.iter().filter(|(suffix, _)| ends(w, suffix)).max_by_key(|(s, _)| s.len());
    if let Some((suffix, by)) = longest
        && measure(&w[..w.len() - suffix.len()]) > least
    {
        replace(w, suffix.len(), by);
    }
}

fn last_suffix(w: &mut Vec<u8>) {
    let Some(suffix) = DROPPED.iter().filter(|s| ends(w, s)).max_by_key(|s| s.len()) else {
        return;
    };
    let rest = &w[..w.len() - suffix.len()];
    let fits = *suffix != "ion" || matches!(rest.last(), Some(b's' | b't'));
    if fits && measure(rest) > 1 {
        replace(w, suffix.len(), "");
    }
}

fn final_letters(w: &mut Vec<u8>) {
    if ends(w, "e") {
        let rest = &w[..w.len() - 1];
        let m = measure(rest);
        if m > 1 || (m == 1 && !short_end(rest)) {
            w.pop();
        }
    }
    if ends(w, "ll") && measure(&w[..w.len() - 1]) > 1 {
        w.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    /// The examples of Porter's article.
    #[test]
    fn stems() {
        let cases = [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("ties", "ti"),
            ("cats", "cat"),
            ("feed", "feed"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("bled", "bled"),
            ("motoring", "motor"),
            ("sing", "sing"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("filing", "file"),
            ("happy", "happi"),
            ("sky", "sky"),
            ("relational", "relat"),
            ("conditional", "condit"),
            ("vietnamization", "vietnam"),
            ("triplicate", "triplic"),
            ("hopeful", "hope"),
            ("goodness", "good"),
            ("revival", "reviv"),
            ("adjustment", "adjust"),
            ("adoption", "adopt"),
            ("effective", "effect"),
            ("probate", "probat"),
            ("rate", "rate"),
            ("cease", "ceas"),
            ("controll", "control"),
            ("roll", "roll"),
            ("investments", "invest"),
            ("investing", "invest"),
        ];
        for (word, want) in cases {
            assert_eq!(stem(word), want, "{word}");
        }
    }
}

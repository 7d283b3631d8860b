//! Names of authors as they are printed.

/// Authors as bibliographies name them, `Writer, A.; Other, B.`, in the order of speech.
pub(crate) fn turned(names: &str) -> String {
    let turned = names.split(';').map(|name| match name.split_once(',') {
        Some((last, first)) if !first.contains(',') => format!("{} {}", first.trim(), last.trim()),
        _ => name.trim().to_owned(),
    });
    turned.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// `By A. Writer` is by A. Writer.
pub(crate) fn without_by(byline: &str) -> &str {
    let byline = byline.trim();
    match byline.split_once(char::is_whitespace) {
        Some((by, name)) if by.eq_ignore_ascii_case("by") => name.trim_start(),
        _ => byline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let cases = [
            ("Writer, A.; Other, B. C.", "A. Writer, B. C. Other"),
            ("A. Writer", "A. Writer"),
            ("Writer, A., Jr.", "Writer, A., Jr."),
            ("", ""),
        ];
        for (printed, want) in cases {
            assert_eq!(turned(printed), want);
        }
        for (printed, want) in [("By A. Writer", "A. Writer"), ("BY X", "X"), ("Byron", "Byron")] {
            assert_eq!(without_by(printed), want);
        }
    }
}

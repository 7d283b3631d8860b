//! The title in a PDF's properties, where it is one.

use super::paragraphs::Paragraph;

/// How many paragraphs from the first may hold the title.
const MAX_PARAGRAPHS_TO_TITLE: usize = 24;

/// How many paragraphs a title may be broken into.
const MAX_TITLE_PARAGRAPHS: usize = 4;

/// What stands between a title and the name of the site, in pages printed by browsers.
const BEFORE_SITE: [&str; 6] = [" | ", " – ", " — ", " - ", " · ", " :: "];

/// What the properties say and the text confirms.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Titled {
    /// The title as the property writes it.
    pub(crate) title: Option<String>,
    /// The name of the site behind it.
    pub(crate) source: Option<String>,
    /// The paragraphs that the title stands in: the first, and how many.
    pub(crate) at: Option<(usize, usize)>,
}

/// The title and the site of the property `/Title`. Programs fill it in by themselves (`Microsoft
/// Word - x.doc`, `Layout 1`), so it counts where the first paragraphs say the same.
pub(crate) fn titled(property: &str, paragraphs: &[Paragraph]) -> Titled {
    let whole = property.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut candidates = vec![(whole.as_str(), None)];
    for separator in BEFORE_SITE {
        if let Some((title, site)) = whole.rsplit_once(separator) {
            candidates.push((title, Some(site)));
        }
    }
    for (title, site) in candidates {
        if let Some(at) = place(title, paragraphs) {
            let source = site.map(str::trim).filter(|site| !site.is_empty());
            return Titled {
                title: Some(title.to_owned()),
                source: source.map(str::to_owned),
                at: Some(at),
            };
        }
    }
    Titled::default()
}

/// Where a title stands in the paragraphs.
fn place(title: &str, paragraphs: &[Paragraph]) -> Option<(usize, usize)> {
    let wanted = letters(title);
    if wanted.chars().count() < 3 {
        return None;
    }
    let first = paragraphs.len().min(MAX_PARAGRAPHS_TO_TITLE);
    (0..first).find_map(|at| {
        let mut rest = wanted.as_str();
        for (count, paragraph) in paragraphs[at..].iter().take(MAX_TITLE_PARAGRAPHS).enumerate() {
            rest = rest.strip_prefix(letters(&paragraph.text).as_str())?;
            if rest.is_empty() {
                return Some((at, count + 1));
            }
        }
        None
    })
}

/// The letters and digits of a text, in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_the_text_confirms() {
        let texts = ["The Post", "Rain in Peru, and", "snow in Chile", "By Ana Ruiz", "It rained."];
        let paragraphs =
            texts.map(|text| Paragraph { text: text.to_owned(), ..Paragraph::default() });
        let cases = [
            ("Rain in Peru, and snow in Chile", Some("Rain in Peru, and snow in Chile"), None),
            (
                "Rain in Peru, and snow in Chile | The Post",
                Some("Rain in Peru, and snow in Chile"),
                Some("The Post"),
            ),
            ("Microsoft Word - rain.docx", None, None),
            ("Layout 1", None, None),
            ("", None, None),
            ("…", None, None),
        ];
        for (property, title, source) in cases {
            let got = titled(property, &paragraphs);
            assert_eq!(
                (got.title.as_deref(), got.source.as_deref()),
                (title, source),
                "{property}"
            );
        }
    }
}

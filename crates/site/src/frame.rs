//! The readable frame: what the page shows before, and without, its wasm.
//!
//! The app's build script writes the list of articles as HTML beside the pack. Here it
//! goes into the page, with the lines that say what is still to come.

use anyhow::{Context, Result};

/// Stands in `index.html` inside the element that the app mounts into.
const MARK: &str = "<!-- frame -->";

const NOTES: &str = "\
<p id=\"boot-note\" role=\"status\">Search and charts are starting.</p>\n\
<noscript><p>Search, highlights and charts need JavaScript and WebAssembly, which are off here. \
The articles are listed below.</p></noscript>\n";

/// Puts the frame into the page.
///
/// # Errors
/// When the page has no place for it.
pub fn insert(html: &str, frame: &str) -> Result<String> {
    let at = html
        .find(MARK)
        .with_context(|| format!("index.html has no `{MARK}` where the app mounts"))?;
    Ok(format!("{}{NOTES}{frame}{}", &html[..at], &html[at + MARK.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_where_the_mark_is() {
        let page = insert("<main><!-- frame --></main>", "<ol></ol>").expect("a page");
        assert!(
            page.starts_with("<main><p id=\"boot-note\"") && page.ends_with("<ol></ol></main>")
        );
        assert!(insert("<main></main>", "").is_err());
    }
}

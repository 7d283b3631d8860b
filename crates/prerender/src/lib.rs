//! The articles as plain HTML: what the page shows before, and without, its program.

use dateline_corpus::{Article, BlockKind, Corpus, OpenError, Piece, Selection, english};
use dateline_text::markup::push_escaped;
use std::fmt::Write;

/// Articles that a frame lists at most; the frame is part of what every reader downloads first.
pub const LISTED: usize = 40;

/// Characters of text shown of each article.
const MAX_CHARACTERS: usize = 240;

/// What a pack holds in sentences, as on the overview, and a list of its first articles with title,
/// source, date and first lines, as HTML. Whatever stands in the articles is only ever text in it.
///
/// # Errors
/// When the bytes are no pack.
pub fn frame(pack: Vec<u8>) -> Result<String, OpenError> {
    Ok(frame_of(&Corpus::open(pack)?))
}

/// As [`frame`], of a corpus that is open.
pub fn frame_of(corpus: &Corpus) -> String {
    let mut html = String::new();
    summary(&mut html, corpus);
    html.push_str("<ol class=\"result-list boot-list\">\n");
    for article in corpus.articles().take(LISTED) {
        item(&mut html, &article);
    }
    html.push_str("</ol>\n");
    if let Some(more @ 1..) = corpus.len().checked_sub(LISTED) {
        push(&mut html, format_args!("<p class=\"meta\">and {more} more</p>\n"));
    }
    html
}

/// The sentences of the overview, which stays where it is when the program shows it too.
fn summary(html: &mut String, corpus: &Corpus) {
    let everything = Selection::default();
    let ids = corpus.select(&everything).ids;
    let words = corpus.articles().map(|article| article.words() as u64).sum();
    html.push_str("<p class=\"summary\">");
    for piece in corpus.summary(&ids, &corpus.countries(&everything.counting, &ids), words) {
        match piece {
            Piece::Text(words) => push_escaped(html, &words),
            Piece::Country(country) => {
                html.push_str("<b>");
                push_escaped(html, country.name());
                html.push_str("</b>");
            }
        }
    }
    html.push_str("</p>\n");
}

fn item(html: &mut String, article: &Article<'_>) {
    html.push_str("<li class=\"result\"><h2>");
    push_escaped(html, article.title());
    html.push_str("</h2>");
    let facts = [article.source().map(str::to_owned), article.date().map(english::date)];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if !facts.is_empty() {
        html.push_str("<p class=\"meta\">");
        push_escaped(html, &facts.join(" · "));
        html.push_str("</p>");
    }
    html.push_str("<p class=\"snippet\">");
    push_escaped(html, &first_lines(article));
    html.push_str("</p></li>\n");
}

/// The beginning of the clean text, cut at a word.
fn first_lines(article: &Article<'_>) -> String {
    let mut lines = String::new();
    let prose = |kind| matches!(kind, BlockKind::Lead | BlockKind::Body);
    for block in article.blocks().iter().filter(|b| b.is_clean() && prose(b.kind)) {
        for word in article.text().get(block.span.range()).unwrap_or("").split_whitespace() {
            if lines.chars().count() + word.chars().count() >= MAX_CHARACTERS {
                // A text without spaces still shows its beginning.
                if lines.is_empty() {
                    lines.extend(word.chars().take(MAX_CHARACTERS));
                }
                lines.push('…');
                return lines;
            }
            if !lines.is_empty() {
                lines.push(' ');
            }
            lines.push_str(word);
        }
    }
    lines
}

fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = html.write_fmt(arguments);
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::{CorpusBuilder, Input};

    fn pack(texts: &[&str]) -> Vec<u8> {
        let mut builder = CorpusBuilder::new();
        for (number, text) in texts.iter().enumerate() {
            builder.add(Input::dump(format!("{number}.txt"), *text)).expect("an article");
        }
        builder.build().expect("a pack")
    }

    #[test]
    fn lists_articles_with_their_first_lines() {
        let body = "The harbour opens again on Monday after a year of repairs. ".repeat(9);
        let html =
            frame(pack(&[&format!("Harbour opens again\n\n{body}\n\n{body}")])).expect("a frame");
        assert!(html.contains("<h2>Harbour opens again</h2>"), "{html}");
        assert!(
            html.contains("The harbour opens again on Monday") && html.contains("…</p>"),
            "{html}"
        );
        assert!(html.len() < 800, "{html}");
    }

    #[test]
    fn begins_with_the_sentences_of_the_overview() {
        let text = "Bridge opens\n\n13 May 2023\n\nThe bridge to Sweden was opened on Tuesday, said its keeper, who counts the boats.";
        let html = frame(pack(&[text])).expect("a frame");
        assert!(html.starts_with("<p class=\"summary\">One article, "), "{html}");
        assert!(html.contains("It speaks of <b>Sweden</b>. It is dated 13 May 2023."), "{html}");
        assert!(html.contains("<p class=\"meta\">13 May 2023</p>"), "{html}");
    }

    #[test]
    fn markup_in_an_article_is_text() {
        let html = frame(pack(&[
            "<script>alert(1)</script> & more\n\n<img src=x onerror=\"alert(2)\"> was written on the wall of the old town hall, and nobody painted over it.",
        ]))
        .expect("a frame");
        for markup in ["<script", "<img", "onerror=\""] {
            assert!(!html.contains(markup), "{markup} in {html}");
        }
        assert!(html.contains("&lt;img src=x onerror=&quot;"), "{html}");
    }

    #[test]
    fn a_long_corpus_is_cut() {
        let text = "The council met on Tuesday and spoke about the bridge for an hour.";
        let html = frame(pack(&vec![text; LISTED + 3])).expect("a frame");
        assert_eq!(html.matches("<li").count(), LISTED);
        assert!(html.contains("and 3 more"));
    }

    #[test]
    fn bytes_that_are_no_pack_are_an_error() {
        assert!(frame(b"nothing".to_vec()).is_err());
    }
}

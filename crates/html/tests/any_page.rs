//! What holds for any page: nothing panics, what stands between tags does not matter, and
//! words of two blocks are two words.

use dateline_html::{Page, heading, paragraphs, read};
use proptest::prelude::*;

/// Tags, text and pieces of both, as a program or a broken disk would write them.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<p>".to_owned()),
        Just("</p>".to_owned()),
        Just("<div class='author meta'>".to_owned()),
        Just("</div>".to_owned()),
        Just("<article><h1>".to_owned()),
        Just("</h1>".to_owned()),
        Just("<li><a href=/x>".to_owned()),
        Just("<time datetime=2021-02-30>".to_owned()),
        Just("<script type=application/ld+json>".to_owned()),
        Just("{\"@type\":\"NewsArticle\",\"author\":[{}".to_owned()),
        Just("</script>".to_owned()),
        Just("<template shadowrootmode=open>".to_owned()),
        Just("<noscript>".to_owned()),
        Just("<table><tr>".to_owned()),
        Just("<svg><title>".to_owned()),
        Just("<!-- saved from url=(".to_owned()),
        Just("&shy;&nbsp;&#0;".to_owned()),
        "[a-zA-Z0-9 .,ÄéЖ字\u{ad}\u{200b}]{0,40}",
        "\\PC{0,12}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// An element of a page, with elements in it or text.
#[derive(Clone, Debug)]
enum Piece {
    Text(&'static str, String),
    Around(&'static str, Vec<Piece>),
}

impl Piece {
    /// As HTML; `pretty` with line ends and spaces between the tags.
    fn write(&self, pretty: bool, depth: usize, out: &mut String) {
        let space = |out: &mut String| {
            if pretty {
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
            }
        };
        space(out);
        match self {
            Piece::Text(tag, text) => out.push_str(&format!("<{tag}>{text}</{tag}>")),
            Piece::Around(tag, inside) => {
                out.push_str(&format!("<{tag}>"));
                inside.iter().for_each(|piece| piece.write(pretty, depth + 1, out));
                space(out);
                out.push_str(&format!("</{tag}>"));
            }
        }
    }
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let text =
        prop_oneof!["[A-Z][a-z]{2,9}( [a-z]{2,9}){0,5}", "[A-Z][a-z]{2,9}( [a-z]{2,9}){12,30}[.]",];
    let tag = prop::sample::select(vec!["p", "h2", "blockquote", "figcaption", "address"]);
    let leaf = (tag, text).prop_map(|(tag, text)| Piece::Text(tag, text));
    let tree = leaf.prop_recursive(3, 24, 5, |inner| {
        let tag = prop::sample::select(vec!["div", "section", "article", "main", "aside"]);
        (tag, prop::collection::vec(inner, 1..5)).prop_map(|(tag, all)| Piece::Around(tag, all))
    });
    prop::collection::vec(tree, 1..8)
}

fn page(pieces: &[Piece], pretty: bool) -> Page {
    let mut html =
        String::from("<!DOCTYPE html><html><head><title>Rain in Peru</title></head><body>");
    pieces.iter().for_each(|piece| piece.write(pretty, 1, &mut html));
    html.push_str("</body></html>");
    read(&html, None)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_page_panics(html in soup()) {
        read(&html, Some("https://tolm.example/2021/02/30/x"));
        paragraphs(&html);
        heading(&html);
    }

    #[test]
    fn a_page_without_line_breaks_says_the_same(pieces in pieces()) {
        prop_assert_eq!(page(&pieces, false), page(&pieces, true));
    }

    #[test]
    fn blocks_part_words(
        first in prop::sample::select(BLOCKS.to_vec()),
        second in prop::sample::select(BLOCKS.to_vec()),
    ) {
        let html = format!("<{first}>Oslo</{first}><{second}>By Kari</{second}>");
        let text = paragraphs(&html).join("\n");
        prop_assert!(text.contains("Oslo") && text.contains("By Kari"), "{html}: {text}");
        prop_assert!(!text.contains("OsloBy"), "{html}: {text}");
    }
}

/// Elements that begin and end a block.
const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "h1",
    "h2",
    "h6",
    "li",
    "ul",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "figure",
    "figcaption",
    "dd",
    "dt",
    "address",
    "main",
    "aside",
    "nav",
    "details",
    "summary",
    "center",
    "story-text",
];

//! The section, desk or rubric that a paper gives an article, from whatever file it is in.

use dateline_formats::{Limits, split};
use std::io::Cursor;

/// The sections of the first article of a file.
fn sections(name: &str, text: &str) -> Vec<String> {
    let bytes = Cursor::new(text.as_bytes().to_vec());
    let document = split(name, bytes, Limits::default()).next().expect("a document");
    let reading = document.expect("a document").read();
    reading.articles.into_iter().next().expect("an article").input.metadata.section
}

#[test]
fn from_pages_and_tables() {
    let body = "<p>The road above the valley opens on Monday, the council said, after a year of rain \
        that had kept the lorries of the mine on the coast for weeks at a time.</p>";
    let page = |head: &str| {
        format!(
            "<html><head>{head}</head><body><article><h1>A road opens</h1>{body}</article></body></html>"
        )
    };
    let json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A road opens\",\"articleSection\":\"World\"}</script>";
    let rows = [
        ("a.html", page("<meta property=\"article:section\" content=\"World\">"), "World"),
        ("a.html", page(json), "World"),
        ("a.html", page(""), ""),
        ("a.csv", "title,text,Section\nA road,The road opens.,World\n".to_owned(), "World"),
        ("a.csv", "title,text,Ressort\nA road,The road opens.,Welt\n".to_owned(), "Welt"),
        ("a.csv", "title,text\nA road,The road opens.\n".to_owned(), ""),
    ];
    for (name, text, want) in rows {
        assert_eq!(sections(name, &text).join(", "), want, "{text}");
    }
}

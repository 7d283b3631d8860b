//! Reading takes steps in proportion to the page: twice the page, about twice the steps.

use crate::dom::steps;

/// Elements of the smaller page.
const FEW: usize = 120;

/// The steps through the tree of a page of `count` times a piece.
fn steps_of(start: &str, piece: &str, count: usize) -> u64 {
    let before = steps();
    let text = "<p>The council of Tolm met on Monday to speak about the bridge.</p>".repeat(5);
    crate::read(&format!("<h1>Bridge at Tolm</h1>{text}{start}{}", piece.repeat(count)), None);
    steps() - before
}

#[test]
fn twice_the_page_takes_twice_the_steps() {
    let cases = [
        ("", "<p>A line of text.</p>"),
        ("", "<p class=date>3 May 2021</p>"),
        ("<ul><li>", "<span class=date>3 May 2021</span> <a href=/x>Ferry stops</a>"),
        ("<ul>", "<li><span class=author>Oda Lind</span> <a href=/x>The ferry at Tolm stops</a>"),
        ("", "<a rel=author href=/author/x>Oda Lind</a>"),
        ("", "<time>3 May 2021</time>"),
        ("<div itemprop=author>", "<span itemprop=name>Oda Lind</span>"),
        ("", "<article><h2>Ferry stops</h2><p>The ferry at Tolm stops.</p></article>"),
        ("", "<noscript><img src=x></noscript>"),
        ("<b>", "text <i>more</i> "),
        ("<table>", "<tr><td>1<td>2"),
        ("", "<script type=application/ld+json>{\"@type\":\"Thing\"}</script>"),
    ];
    for (start, piece) in cases {
        let (one, two) = (steps_of(start, piece, FEW), steps_of(start, piece, 2 * FEW));
        assert!(two < one * 5 / 2, "{start}{piece}: {one} steps, then {two}");
    }
}

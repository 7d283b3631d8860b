//! Lines amid the text of an article that lead to other articles, or say who wrote it and when.

use dateline_html::read;
use dateline_reading::BlockKind;

/// Checks which paragraphs are text of an article with `amid` between them.
fn check(amid: &str) {
    let above = [
        "The council of Tolm met on Monday to speak about the bridge, the mayor said.",
        "Traders on both banks had asked for a ferry. It will stop at the end of the month.",
    ];
    let below = [
        "The work took longer than planned because a pillar had to be replaced, she said.",
        "The next bridge to be repaired is the one at the mill. That work starts in spring.",
    ];
    let lines = |all: [&str; 2]| all.map(|line| format!("<p>{line}</p>")).concat();
    let html = format!(
        "<title>Bridge at Tolm opens</title><nav><a href=/>Home</a></nav><main><article>
         <h1>Bridge at Tolm opens</h1>{}{}{}</article></main><footer>Contact</footer>",
        lines(above),
        amid,
        lines(below),
    );
    let page = read(&html, None);
    let text: Vec<&str> = page.articles[0]
        .parts
        .iter()
        .filter(|p| p.kind == BlockKind::Body)
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(text, [above, below].concat(), "{amid}");
}

#[test]
fn lines_that_lead_to_others() {
    for cue in ["Read more:", "Lesen Sie auch:", "À lire aussi", "Czytaj też:", "Lee también:"] {
        check(&format!(
            "<p><b>{cue}</b></p><p><a href=/1>Why Peru builds a railway</a></p>
             <p><a href=/2>Iceland counts its puffins again</a></p>"
        ));
    }
}

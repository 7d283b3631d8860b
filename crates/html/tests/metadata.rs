//! Who wrote an article and when, by what its page prints and by what its tags say.

use dateline_html::{Page, read};

/// A page with tags, lines under the headline, and lines under the text.
fn page(tags: &str, above: &str, below: &str) -> Page {
    let html = format!(
        "<!DOCTYPE html><html lang=en><head><title>Bridge at Tolm opens after repairs</title>{tags}</head>
        <body><nav><a href=/>Home</a> <a href=/world>World</a></nav>
        <main><article><h1>Bridge at Tolm opens after repairs</h1>{above}
        <p>The bridge at Tolm opened to cars on Monday after two years of repairs, the council said.</p>
        <p>The work took longer than planned because a pillar had to be replaced, and cost nine million.</p>
        <p>Traders on both banks had asked for a ferry in the meantime. It will stop at the end of the month.</p>
        <p>The next bridge to be repaired is the one at the mill. That work starts in spring, she said.</p>
        {below}</article></main><footer>Contact, terms, privacy</footer></body></html>"
    );
    read(&html, None)
}

/// Tags, lines above, lines below, and what must come out.
type Case<'c> = (&'c str, &'c str, &'c str, Option<&'c str>);

fn check(cases: &[Case<'_>], of: impl Fn(&Page) -> Option<String>) {
    for (tags, above, below, want) in cases {
        let page = page(tags, above, below);
        assert_eq!(of(&page).as_deref(), *want, "{tags} {above} {below} {:?}", page.notes);
    }
}

#[test]
fn authors() {
    let meta = "<meta name=author content='Per Moe'>";
    let news = r#"<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Per Moe"}}</script>"#;
    let cases: &[Case<'_>] = &[
        // Tags alone are taken where the page prints nothing of the kind.
        (meta, "", "", Some("Per Moe")),
        (news, "", "", Some("Per Moe")),
        // A page that prints a date and not the author of its tags has the program's user there.
        (meta, "<p>3 May 2021</p>", "", None),
        (news, "<p>3 May 2021</p>", "", None),
        (meta, "<p>By Per A. Moe</p><p>3 May 2021</p>", "", Some("Per Moe")),
        (news, "<p class=byline>By Oda Lind</p>", "", Some("Oda Lind")),
        // Roles, dates and what is written on buttons are no part of a name.
        ("", "<p>By Oda Lind and Per Moe, Staff Writers</p>", "", Some("Oda Lind, Per Moe")),
        ("", "<p>By Oda Lind April 22, 2024</p>", "", Some("Oda Lind")),
        ("", "<p class=author>Oda Lind Oda Lind</p>", "", Some("Oda Lind")),
        ("<meta name=author content='April 22, 2024'>", "", "", None),
        ("", "<p class=author>View comments</p>", "", None),
        // A desk or a nickname is an author where the page marks it as one by the headline.
        ("", "<a rel=author href=/author/1>odalind_77</a>", "", Some("odalind_77")),
        ("", "<span class=author>Foreign Desk</span>", "", Some("Foreign Desk")),
        ("<meta name=author content=admin>", "", "", None),
        // Neither the site nor an office is.
        (
            "<meta property=og:site_name content='Tolm Observer'><meta name=author content='Tolm Observer'>",
            "",
            "",
            None,
        ),
        ("<meta name=author content='Ministry Press Agency'>", "", "", None),
        // Beside the date, and under the text.
        ("", "<ul><li>3 May 2021</li><li>Oda T. Lind</li></ul>", "", Some("Oda T. Lind")),
        ("", "<p>Posted in Roads by odalind on May 3, 2021</p>", "", Some("odalind")),
        (
            "",
            "",
            "<p>Author: Oda Lind, head of the office for roads in Tolm.</p>",
            Some("Oda Lind"),
        ),
        // Others' names.
        ("", "", "<ul class=related><li><span class=author>Uta Kern</span></li></ul>", None),
        (
            "",
            "",
            "<ol class=comments><li><cite class=author>Uta Kern</cite> Good news.</li></ol>",
            None,
        ),
        (
            "<meta name=citation_author content='Per Moe'>",
            "",
            "<ol><li itemscope itemprop=citation><meta itemprop=author content='U. Kern, O. Lind'>\
             Bridges, 1988</li></ol>",
            Some("Per Moe"),
        ),
    ];
    check(cases, |page| page.articles[0].metadata.byline.clone());
}

#[test]
fn dates() {
    let cms = "<meta property=article:published_time content=2019-02-01T08:00:00+01:00>";
    let night = "<meta property=article:published_time content=2021-05-03T22:30:00Z>";
    let news = r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-02-01"}</script>"#;
    let web_page = r#"<script type="application/ld+json">{"@type":"WebPage","name":"Bridge at Tolm opens after repairs"}</script>"#;
    let recipe = r#"<script type="application/ld+json">{"@type":"Recipe","datePublished":"2019-02-01"}</script>"#;
    let file = "<meta name=dc.date content=2019-02-01>";
    let day = Some("2021-05-03");
    let cases: &[Case<'_>] = &[
        ("", "<p>3 May 2021</p>", "", day),
        ("", "<p>Published on Monday, 3 May 2021</p>", "", day),
        ("", "<p><time datetime=2021-05-03>Monday</time></p>", "", day),
        ("", "<p>3.5.2021 – The council has met.</p>", "", day),
        // Tags of an article go for themselves, those that a program writes for any page do not.
        (news, "", "", Some("2019-02-01")),
        (cms, "", "", Some("2019-02-01T08:00")),
        (&format!("{cms}{web_page}"), "", "", None),
        (recipe, "", "", None),
        (cms, "<p>1 February 2019</p>", "", Some("2019-02-01T08:00")),
        (cms, "<p>on 1 February</p>", "", Some("2019-02-01T08:00")),
        (recipe, "<p>3 hours ago</p>", "", Some("2019-02-01")),
        (cms, "<p>3 hours ago</p>", "", Some("2019-02-01T08:00")),
        // What readers see goes before what they do not see.
        (cms, "<p>3 May 2021</p>", "", day),
        (file, "<p>3 May 2021</p>", "", day),
        (file, "<p>Updated 3 May 2021</p>", "", day),
        (file, "", "", Some("2019-02-01")),
        // The day of the paper, not of Greenwich.
        (night, "<p class=date>4 May 2021</p>", "", Some("2021-05-04")),
        // An update is no publication, where that is known.
        (news, "<p>Updated 3 May 2021</p>", "", Some("2019-02-01")),
        // Dates of other things.
        ("", "", "<p>© 2021 Tolm Observer, 3 May 2021</p>", None),
        ("", "", "<ul class=related><li><time>3 May 2021</time> Ferry stops</li></ul>", None),
        (
            "",
            "<ul><li><span class=date>3 May 2021</span> <a href=/ferry>Ferry at Tolm stops for good</a></li></ul>",
            "",
            None,
        ),
    ];
    check(cases, |page| page.articles[0].metadata.date.clone());
}

#[test]
fn what_is_not_taken_is_noted() {
    let cms = r#"<script type="application/ld+json">{"@type":"WebPage","datePublished":"2019-02-01"}</script>"#;
    let author = "<meta name=author content='Per Moe'>";
    let cases = [(cms, "", "2019-02-01"), (author, "<p>3 May 2021</p>", "Per Moe")];
    for (tags, above, want) in cases {
        let page = page(tags, above, "");
        assert!(page.notes.iter().any(|note| note.contains(want)), "{tags}: {:?}", page.notes);
    }
}

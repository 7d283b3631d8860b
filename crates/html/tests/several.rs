//! Pages with several whole articles, and pages that only look so.

use dateline_html::read;

const PARAGRAPHS: &str = "<p>The council of Tolm met on Monday to speak about the bridge, which had
    been closed since the flood of last autumn, and about the ferry that runs in its place, the
    mayor said after the meeting.</p>
    <p>Traders on both banks had asked for a ferry that runs until midnight. It will stop at the
    end of the month, when the bridge opens to cars again, and the two boats will be sold.</p>
    <p>The work took longer than planned because a pillar had to be replaced. It cost nine million,
    of which the state pays two thirds, and the town the rest over a time of ten years.</p>
    <p>The next bridge to be repaired is the one at the mill. That work starts in spring, when the
    water is low, and a road for the time of the work will lead over the meadows to the north.</p>
    <p>A member of the council asked for a new study of traffic before that. The mayor answered that
    the study of the year before last was still good, and that it could be read in the library.</p>";

fn article(title: &str, line: &str) -> String {
    format!("<article><h2>{title}</h2><p class=byline>{line}</p>{PARAGRAPHS}</article>")
}

fn teaser(title: &str) -> String {
    format!("<article><h3><a href=/x>{title}</a></h3><p>The ferry at Tolm stops.</p></article>")
}

fn check(title: &str, body: &str, want: &[(&str, Option<&str>, Option<&str>)]) {
    let html = format!("<title>{title}</title><body><main>{body}</main>");
    let page = read(&html, None);
    let found: Vec<_> = page
        .articles
        .iter()
        .map(|a| {
            let m = &a.metadata;
            (m.title.as_deref().unwrap_or(""), m.byline.as_deref(), m.date.as_deref())
        })
        .collect();
    assert_eq!(found, want, "{body}");
}

#[test]
fn articles_in_a_page() {
    let (bridge, ferry) = ("Bridge at Tolm opens again", "Ferry at Tolm stops for good");
    let oda = article(bridge, "By Oda Lind, 3 May 2021");
    let per = article(ferry, "By Per Moe, 4 May 2021");
    let both = [
        (bridge, Some("Oda Lind"), Some("2021-05-03")),
        (ferry, Some("Per Moe"), Some("2021-05-04")),
    ];
    let site = "Tolm Observer";
    check(site, &format!("{oda}{per}"), &both);
    check(site, &format!("<div>{oda}</div><div>{}{per}</div>", teaser("Rain in the hills")), &both);
    let teasers = ["Rain in the hills", "A mill is sold", "Ferry stops"].map(teaser).concat();
    check(bridge, &format!("{oda}{teasers}"), &both[..1]);
    // An article in an article is a part of it.
    let nested = format!(
        "<article><h1>{bridge}</h1><p>By Oda Lind, 3 May 2021</p>{PARAGRAPHS}<article><h2>More</h2>{PARAGRAPHS}</article></article>"
    );
    check(bridge, &nested, &both[..1]);
}

#[test]
fn each_article_has_its_text_only() {
    let page = read(
        &format!(
            "<title>Tolm Observer</title>{}{}",
            article("Bridge at Tolm opens again", "By Oda Lind"),
            article("Ferry at Tolm stops for good", "By Per Moe")
                .replace("nine million", "two million")
        ),
        None,
    );
    let texts: Vec<String> = page
        .articles
        .iter()
        .map(|a| a.parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" "))
        .collect();
    let has: Vec<_> =
        texts.iter().map(|t| (t.contains("nine million"), t.contains("two million"))).collect();
    assert_eq!(has, [(true, false), (false, true)]);
}

//! Overview and contexts over a small corpus: every number leads to its evidence.
#![cfg(not(target_arch = "wasm32"))]

mod made;

use dateline::address::{Address, View};
use dateline::model::answer::Answer;
use dateline::model::page_props::PageProps;
use dateline::pages::contexts::Contexts;
use dateline::pages::overview::Overview;
use dateline_corpus::ArticleId;
use made::html;

const ARTICLES: [(&str, &str, &str); 3] = [
    (
        "a",
        "Mali signs with Chad",
        "Mali and Chad signed a road. Malian troops left.\n\nChad said no more.",
    ),
    ("b", "Ports of Peru", "Peru sells copper. The Peruvian port grows, and Chad buys."),
    ("c", "Weather", "It rained on the road."),
];

fn page(fragment: &str) -> PageProps {
    made::page(fragment, &made::corpus(&ARTICLES))
}

/// The addresses that a page leads to.
fn links(html: &str) -> Vec<Address> {
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let read = |href: &str| {
        let (address, problems) = Address::parse(&href.replace("&amp;", "&"));
        assert_eq!(problems, [], "{href}");
        address
    };
    hrefs.map(read).collect()
}

fn text(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn the_summary_is_of_the_selection() {
    let rows = [
        ("#view=overview", "Three articles, "),
        ("#view=overview", "Two speak of Chad; one each of Mali and Peru. None is dated."),
        ("#view=overview&country=PE", "One of three articles, "),
        ("#view=overview&country=PE", "It speaks of Peru and Chad. It is undated."),
        ("#view=overview&q=zebra", "No article matches.Show all articles"),
    ];
    for (fragment, want) in rows {
        let text = text(&html::<Overview>(page(fragment)).await);
        assert!(text.contains(want), "{fragment}: {want} in {text}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_mark_of_the_overview_leads_to_its_evidence() {
    let page = page("#view=overview");
    let links = links(&html::<Overview>(page.clone()).await);
    let counting = page.place.address.selection.counting;
    let mut ticks = 0;
    for link in &links {
        if let (Some(doc), Some(at)) = (link.doc, link.at) {
            let mentions = page.corpus.counted(&counting, ArticleId(doc - 1));
            assert!(mentions.iter().any(|m| m.span.start == at), "a mention at {at} of {doc}");
            ticks += 1;
            continue;
        }
        let answer = Answer::new(&page.corpus, &link.selection);
        assert!(answer.results.total > 0, "{} has articles", link.href());
        if let (View::Contexts, Some(country)) = (link.view, link.of) {
            let row = answer.countries.iter().find(|r| r.country == country);
            assert!(row.is_some_and(|r| r.mentions > 0), "{} has lines", link.href());
        }
    }
    let all: u64 = page.answer.countries.iter().map(|row| row.mentions).sum();
    assert_eq!(ticks, all, "a tick for each counted mention");
}

#[tokio::test(flavor = "current_thread")]
async fn contexts_have_a_line_for_each_mention_and_hit() {
    // What is asked for, and the nodes in the order of the lines.
    let rows: &[(&str, &[&str])] = &[
        // "Mali signs", "Mali and", "Malian troops".
        ("#view=contexts&of=ML&order=place", &["Mali", "Mali", "Malian"]),
        ("#view=contexts&of=ML&order=0", &["Mali", "Mali", "Malian"]),
        ("#view=contexts&of=ML&order=1R", &["Mali", "Mali", "Malian"]),
        // Left: "road", and twice nothing, which comes last.
        ("#view=contexts&of=ML&order=1L,0", &["Malian", "Mali", "Mali"]),
        // "Peruvian port"; "Peru sells"; the title, after which nothing stands.
        ("#view=contexts&of=PE&order=1R", &["Peruvian", "Peru", "Peru"]),
        ("#view=contexts&q=road", &["road", "road"]),
        ("#view=contexts&q=road&of=ML", &["Mali", "Mali", "Malian"]),
        ("#view=contexts&q=zebra", &[]),
    ];
    for (fragment, want) in rows {
        let page = page(fragment);
        let html = html::<Contexts>(page.clone()).await;
        let mut got = Vec::new();
        for node in links(&html).into_iter().filter(|link| link.at.is_some()) {
            let article = page.corpus.article(ArticleId(node.doc.expect("an article") - 1));
            let rest = &article.expect("it is there").text()[node.at.expect("a place") as usize..];
            got.push(rest.chars().take_while(|c| c.is_alphanumeric()).collect::<String>());
        }
        assert_eq!(got, *want, "{fragment}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn series_are_told_apart_over_time() {
    // The query, and what the legend says; bars and legend count what a search finds.
    let rows: &[(&str, &[&str])] = &[
        ("mali", &[]),
        ("mali, road", &["mali: 1 article", "road: 2 articles"]),
        (
            "ports# peru, chad, zebra",
            &["ports: 1 article", "chad: 2 articles", "zebra: 0 articles"],
        ),
        ("chad|peru, chad", &["chad OR peru: 2 articles", "chad: 2 articles"]),
    ];
    for (query, want) in rows {
        let fragment = made::page("#view=overview", &made::corpus(&ARTICLES)).place.address;
        let page = page(&fragment.with_query(query).href());
        let html = html::<Overview>(page.clone()).await;
        let figure = html.split("id=\"when-title\"").nth(1).unwrap_or_default();
        let figure = figure.split("</section>").next().unwrap_or_default();
        let said: Vec<String> =
            figure.split("</svg>").filter(|e| e.contains(": ")).map(text).collect();
        for line in *want {
            assert!(said.iter().any(|s| s.trim() == *line), "{query}: {line} in {said:?}");
        }
        let bars: Vec<&str> =
            figure.split("<a ").skip(1).filter(|a| a.contains("Undated")).collect();
        let counted = want.iter().filter(|line| !line.contains(": 0 ")).count();
        assert_eq!(bars.len(), counted, "{query}: a bar for each series that has articles");
        for bar in bars {
            let count = bar.split("Undated: ").nth(1).and_then(|rest| rest.split(' ').next());
            let total = Answer::new(&page.corpus, &links(bar)[0].selection).results.total;
            assert_eq!(count, Some(total.to_string().as_str()), "{query}: {bar}");
        }
    }
}

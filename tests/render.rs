//! The page's views as HTML, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod made;

use dateline::address::Address;
use dateline::components::{FacetList, FacetListProps, FacetValue, Rail, RailProps};
use dateline::model::page_props::PageProps;
use dateline::model::shared::Shared;
use dateline::pages::{about, articles, countries, country};
use dateline_corpus::{Choice, Corpus, CorpusBuilder, Country, Input};
use made::{corpus, html, page};
use std::rc::Rc;
use yew::prelude::*;

/// Texts that hold what a page must not take for markup.
const HOSTILE: [(&str, &str, &str); 2] = [
    (
        "a.txt",
        "Peru and Chile sign",
        "Peru <script>alert(1)</script> & Chile agreed. Peruvian millers cheered in Lima.",
    ),
    (
        "b.txt",
        "<img src=x onerror=alert(2)> in Chile",
        "Nothing but \"quotes\" & <b>bold</b> words from Santiago. سلام 中国 النص.",
    ),
];

fn count(html: &str, part: &str) -> usize {
    html.matches(part).count()
}

/// Every number of marks on the text of an article equals what the corpus counts.
fn check_marks(html: &str, corpus: &Corpus, page: &PageProps, reader: usize) {
    let id = corpus.ids().nth(reader).unwrap();
    let selection = &page.place.address.selection;
    let hits = corpus.hits(selection, id).len();
    let reader = html.split_once("class=\"reader\"").map_or("", |(_, rest)| rest);
    assert_eq!(count(reader, "data-hit="), hits, "{reader}");
    assert_eq!(
        count(reader, "data-country="),
        corpus.counted(&selection.counting, id).len(),
        "{reader}"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn marks_are_the_counts() {
    let made = corpus(&HOSTILE);
    let seeds = Shared::embedded().unwrap();
    for corpus in [&made, &seeds] {
        for number in 1..=corpus.len() {
            for rest in [
                "",
                "&count=names",
                "&text=raw",
                "&q=peru+OR+china",
                "&q=%22belt+and+road%22&count=names,places,repeats,furniture",
            ] {
                let page = page(&format!("#view=articles&doc={number}{rest}"), corpus);
                let html = html::<articles::Articles>(page.clone()).await;
                check_marks(&html, corpus, &page, number - 1);
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn text_is_only_ever_text() {
    let corpus = corpus(&HOSTILE);
    for fragment in [
        "#view=articles&doc=1",
        "#view=articles&doc=2&text=raw",
        "#view=articles&q=script+OR+img&doc=2",
    ] {
        let html = html::<articles::Articles>(page(fragment, &corpus)).await;
        for bad in ["<script", "<img", "<b>"] {
            assert!(!html.contains(bad), "{fragment}: {bad} in {html}");
        }
        assert!(html.contains("&lt;"), "{html}");
        assert!(!html.contains(" style=\""), "an inline style: {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn facets_are_the_measures() {
    let corpus = Shared::embedded().unwrap();
    for fragment in
        ["#view=articles", "#view=articles&country=CN,-RU", "#view=articles&q=china&count=names"]
    {
        let page = page(fragment, &corpus);
        let html = html::<articles::Articles>(page.clone()).await;
        let first = page.answer.countries.first().unwrap();
        let says = format!("{}: {} article", first.country.name(), first.articles);
        assert!(html.contains(&says), "{says} in {html}");
        assert!(html.contains(&format!("{} · {}", first.articles, first.mentions)), "{html}");
        assert_eq!(count(&html, "class=\"result\""), page.answer.results.total);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_of_countries_is_the_measures() {
    let corpus = Shared::embedded().unwrap();
    let page = page("#view=countries&by=country&q=taliban", &corpus);
    let html = html::<countries::Countries>(page.clone()).await;
    assert_eq!(count(&html, "<tr"), page.answer.countries.len() + 1);
    assert_eq!(count(&html, "aria-sort=\"ascending\""), 1);
    for row in &page.answer.countries {
        assert!(
            html.contains(&page.place.address.country(row.country).href().replace('&', "&amp;"))
        );
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_country_page_leads_to_every_mention() {
    let corpus = Shared::embedded().unwrap();
    for code in ["CN", "TJ"] {
        let page = page(&format!("#view=country&of={code}"), &corpus);
        let html = html::<country::CountryPage>(page.clone()).await;
        let found = Country::from_code(code).unwrap();
        let row = page.answer.countries.iter().find(|r| r.country == found).unwrap();
        let lines = count(&html, "class=\"where\"") - count(&html, "<col class=\"where\"");
        assert_eq!(lines as u64, row.mentions.min(10), "{code}");
        // The rest is where the link to all of them leads.
        let all = page.place.address.contexts(found, None).href().replace('&', "&amp;");
        assert_eq!(html.contains(&all), row.mentions > 10, "{code}: {all}");
    }
    let nowhere = html::<country::CountryPage>(page("#view=country", &corpus)).await;
    assert!(nowhere.contains("names no country"), "{nowhere}");
}

#[tokio::test(flavor = "current_thread")]
async fn hidden_lines_open_and_say_why() {
    let corpus = Shared::embedded().unwrap();
    let mut folded = 0;
    for number in 1..=corpus.len() {
        let html =
            html::<articles::Articles>(page(&format!("#view=articles&doc={number}"), &corpus))
                .await;
        let article = corpus.articles().nth(number - 1).unwrap();
        let hidden = article.blocks().iter().filter(|b| !b.is_clean()).count();
        assert_eq!(count(&html, "class=\"reason\""), hidden, "article {number}");
        folded += count(&html, "<details");
    }
    assert!(folded > 0);
}

#[tokio::test(flavor = "current_thread")]
async fn every_block_as_received_has_its_kind_and_reason() {
    let made = corpus(&HOSTILE);
    let seeds = Shared::embedded().unwrap();
    for corpus in [&made, &seeds] {
        for (number, article) in corpus.articles().enumerate() {
            let fragment = format!("#view=articles&text=raw&doc={}", number + 1);
            let html = html::<articles::Articles>(page(&fragment, corpus)).await;
            let blocks = article.blocks().len();
            assert_eq!(count(&html, "aria-label=\"Kind of line "), blocks, "{number}");
            assert_eq!(count(&html, "class=\"reason\""), blocks, "{number}");
            assert_eq!(count(&html, "<span class=\"reason\"></span>"), 0, "{number}");
            assert_eq!(count(&html, "class=\"received clean\""), {
                article.blocks().iter().filter(|b| b.is_clean()).count()
            });
            // Every byte is there, once and in order: escaped as text is.
            let texts = html.split("class=\"raw\"").skip(1);
            let texts = texts.map(|t| t.split_once('>').unwrap().1.split("</div>").next().unwrap());
            let text: String = texts.map(plain).collect();
            assert_eq!(text, article.raw().replace('\r', ""), "{number}");
        }
    }
}

/// Text without tags and entities.
fn plain(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text: String = parts
        .map(|(n, part)| if n == 0 { part } else { part.split_once('>').unwrap().1 })
        .collect();
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c)).replace('\r', "")
}

#[tokio::test(flavor = "current_thread")]
async fn overruled_blocks_say_so_and_count() {
    let read = corpus(&HOSTILE);
    let body = read.articles().next().unwrap().blocks().len() - 1;
    let id = dateline_corpus::ArticleId(0);
    let changed = read.with_kind(id, body, Some(dateline_corpus::BlockKind::Furniture));
    let fragment = "#view=articles&q=lima&text=raw&doc=1";
    let rows = [
        (read.clone(), 1, "received overruled", 0),
        (changed.clone(), 0, "received hidden-text overruled", 1),
        (changed.with_kind(id, body, None), 1, "overruled", 0),
    ];
    for (corpus, articles, class, overruled) in rows {
        let page = page(fragment, &corpus);
        let html = html::<articles::Articles>(page.clone()).await;
        assert_eq!(page.answer.results.total, articles);
        assert_eq!(count(&html, class), overruled, "{html}");
        check_marks(&html, &corpus, &page, 0);
        let says = "you say so; read as body: given as the body";
        assert_eq!(count(&html, says), overruled, "{html}");
    }
    assert_eq!(changed.edits_as_toml(&[], changed.kind_edits()), {
        "# For corpus.toml. Blocks are named by their lines.\n\n[articles.\"a.txt\".blocks]\n\"3\" = \"furniture\"\n"
    });
}

#[tokio::test(flavor = "current_thread")]
async fn texts_that_hold_no_article_are_said_to() {
    let mut builder = CorpusBuilder::new();
    let lost =
        "404\nPage not found\nSorry, the page you are looking for does not exist.\nHome\nLog in\n";
    builder.add(Input::dump("lost.txt", lost)).unwrap();
    builder.add(Input::read("a.txt", None, "Rain fell in Peru.")).unwrap();
    let corpus = Shared::open(builder.build().unwrap()).unwrap();
    let html = html::<articles::Articles>(page("#view=articles&doc=1", &corpus)).await;
    for (part, times) in [
        ("1 article; 1 of 2 texts contains none", 1),
        ("not an article: an error page", 1),
        ("seems to be an error page, not an article", 1),
    ] {
        assert_eq!(count(&html, part), times, "{part} in {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn about_names_the_corpus() {
    let corpus = Shared::embedded().unwrap();
    let html = html::<about::About>(page("#view=about", &corpus)).await;
    for part in [corpus.hash().as_str(), corpus.gazetteer_version(), "This page sends nothing"] {
        assert!(html.contains(part), "{part}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_facet_value_has_three_states() {
    let value = |value: &'static str, choice| FacetValue {
        value: value.into(),
        label: value.into(),
        detail: "1".into(),
        spoken: "1 article".into(),
        share: 0.5,
        choice,
    };
    let values =
        vec![value("a", Choice::Open), value("b", Choice::Include), value("c", Choice::Exclude)];
    let props =
        FacetListProps { title: "T".into(), unit: "".into(), values, on_choose: Callback::noop() };
    let html = html::<FacetList>(props).await;
    assert_eq!(count(&html, "aria-pressed=\"true\""), 2);
    assert_eq!((count(&html, "class=\"included\""), count(&html, "class=\"excluded\"")), (1, 1));
}

#[tokio::test(flavor = "current_thread")]
async fn the_rail_has_a_tick_a_hit() {
    let props = RailProps {
        positions: vec![Some(0.0), None, Some(0.5), Some(1.0)],
        now: Some(3),
        address: Rc::new(Address::default()),
    };
    let html = html::<Rail>(props).await;
    assert_eq!((count(&html, "hit-tick"), count(&html, "hit-tick now")), (3, 1));
}

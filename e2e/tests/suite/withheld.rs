//! Articles that are published in contexts only: the reader says what is missing and leads to the
//! original, and what is withheld is nowhere on the page.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(the_reader_says_what_is_withheld_and_leads_to_the_source);

const ARTICLES: &[(&str, &str)] = &[
    (
        "road.txt",
        "A road opens in Peru\n\nBy Ada Lind\n\n\
         The road over the hills of Peru was opened on Tuesday, said the keeper of the road, who \
         keeps bees as well and sells their honey where the cars stop for water.\n",
    ),
    (
        "rain.txt",
        "Rain falls in Norway\n\n\
         Rain fell on the coast of Norway for a week, and nobody minded but the geese of the old \
         mill, whose pond went over its banks again.\n",
    ),
    (
        "corpus.toml",
        "[articles.'road.txt']\nsource = \"The Valley Courier\"\nurl = \"https://courier.example/road\"\n\
         [articles.'rain.txt']\nurl = \"javascript:alert(1)\"\n",
    ),
];

const NOTE: &str = "document.querySelector('#reader [role=note], .withheld')";

fn the_reader_says_what_is_withheld_and_leads_to_the_source(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open_contexts(page, &site, ARTICLES, 5)?;
    page.follow("#view=articles&q=peru&doc=2")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
    let said = page.text(".withheld")?;
    ensure!(said.contains("only 5 words on either side of each country"), "{said}");
    let link = page.value(&format!(
        "(() => {{ const a = {NOTE}.querySelector('a'); return [a.href, a.innerText, a.rel]; }})()"
    ))?;
    let want = json!([
        "https://courier.example/road",
        "Read all of it at The Valley Courier",
        "noreferrer noopener"
    ]);
    ensure!(link == want, "{link}");
    let shown = page.text("#reader-text")?;
    ensure!(shown.contains("over the hills of") && shown.contains("[…]"), "{shown}");
    for withheld in ["bees", "honey", "water"] {
        let there =
            page.value(&format!("document.documentElement.innerHTML.includes('{withheld}')"))?;
        ensure!(there == false, "{withheld} is withheld");
    }
    // An address that is none of the web leads nowhere.
    page.follow("#view=articles&q=norway&doc=1")?;
    page.wait("the other article", "document.querySelector('#reader-text [data-country=NO]')")?;
    ensure!(page.value(&format!("{NOTE}.querySelector('a')"))?.is_null(), "a link to a script");
    // Every view counts what the whole text counts; what is withheld is not found.
    page.follow("#view=articles&q=honey")?;
    page.wait("no result", "!document.querySelector('.result')")
}

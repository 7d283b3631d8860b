//! Articles that contain markup, scripts and worse are only ever text.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use dateline_e2e::watch;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(markup_in_articles_is_text);

const ARTICLES: &[(&str, &str)] = &[
    (
        "<img src=x onerror=alert(1)>.txt",
        "<script>window.owned = 1</script> China & <b>Kabul</b>\n\n\
         The words <img src=x onerror=\"window.owned = 2\"> were painted on a wall in China, and \
         <a href=\"javascript:window.owned = 3\">nobody</a> took them away for a year.\n\n\
         <iframe srcdoc=\"<script>parent.owned = 4</script>\"></iframe> </style></script><svg \
         onload=\"window.owned = 5\"> stood below it in Afghanistan, China said.",
    ),
    (
        "right.txt",
        "\u{202e}gnihton\u{202c} China and {{ constructor.constructor('window.owned = 6')() }}\n\n\
         مرحبا بالعالم from China: \u{2066}<style>* { display: none }</style>\u{2069} was all the sign said, \
         and China left it there.",
    ),
];

const VIEWS: [&str; 6] = [
    "#view=overview",
    "#view=articles&q=china",
    "#view=articles&q=china&doc=1",
    "#view=countries",
    "#view=country&of=CN",
    "#view=contexts&q=china",
];

fn markup_in_articles_is_text(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    for view in VIEWS {
        page.follow(view)?;
        page.wait(view, "document.querySelector('#app main')?.innerText.length > 20")?;
        page.settled()?;
        let markup = page.session.run(
            "return document.querySelectorAll('#app script, #app iframe, #app img, #app style, #app [onerror], #app [onload], #app a[href^=javascript]').length",
            json!([]),
        )?;
        ensure!(markup == 0, "{view} has {markup} elements out of an article");
    }
    page.follow("#view=articles&q=china&doc=1")?;
    page.wait("the text as it is", "document.querySelector('#reader-text')?.textContent.includes('<img src=x onerror=\"window.owned = 2\">')")?;
    let owned = page.value("window.owned ?? null")?;
    ensure!(owned.is_null(), "script {owned} out of an article ran");
    let seen = watch::seen(&page.session)?;
    ensure!(seen.is_empty(), "{}", seen.join("\n"));
    Ok(())
}

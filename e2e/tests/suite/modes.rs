//! On paper, magnified, in the system's colours, without motion: the page is all there.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use dateline_e2e::engine::Engine;
use dateline_e2e::media::{Media, pretend};
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::{Value, json};

use crate::access::{TOO_WIDE, VIEWS};
use crate::run::in_every_engine;

in_every_engine!(
    an_article_prints_as_an_article,
    an_overview_prints_as_a_page,
    at_twice_the_size_nothing_is_lost,
    kinds_differ_by_more_than_colour,
    forced_colours_keep_every_mark,
    nothing_moves_for_who_wants_less_motion,
);

/// Functions of what is seen: elements that take up room.
const COUNT_VISIBLE: &str = "(css) => all(css).filter((e) => e.getClientRects().length > 0).length";

fn an_article_prints_as_an_article(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=china&doc=1"))?;
    page.wait("marks", "document.querySelector('#reader-text mark.hit')")?;
    pretend(page, Media::Print)?;
    for gone in [".masthead", ".facets", ".result", ".reader-bar", ".rail", ".colophon"] {
        ensure!(shown(page, gone)? == 0, "{gone} is on paper");
    }
    for there in ["#reader-text h2", "#reader-text p.block", "#reader-text mark.hit"] {
        ensure!(shown(page, there)? > 0, "{there} is not on paper");
    }
    // A box that scrolls would be cut off at the end of the first sheet.
    let cut = page.value(
        "all('.reader, #reader-text').some((e) => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible')",
    )?;
    ensure!(cut == false, "the article is cut off");
    ensure!(sheets(page)?.is_none_or(|sheets| sheets > 1), "a long article is on one sheet");
    Ok(())
}

fn an_overview_prints_as_a_page(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=overview"))?;
    page.settled()?;
    let charts = shown(page, ".chart")?;
    ensure!(charts > 2, "the overview has charts");
    pretend(page, Media::Print)?;
    for gone in [".masthead", ".tools", ".colophon"] {
        ensure!(shown(page, gone)? == 0, "{gone} is on paper");
    }
    ensure!(
        shown(page, ".summary")? == 1 && shown(page, ".chart")? == charts,
        "a chart is missing"
    );
    ensure!(sheets(page)?.is_none_or(|sheets| sheets > 0), "nothing was printed");
    Ok(())
}

/// How many sheets the engine prints; nothing where its driver cannot, or where the number stands
/// in a compressed part of the PDF.
fn sheets(page: &Page) -> Result<Option<usize>> {
    if page.session.engine() == Engine::WebKit {
        return Ok(None);
    }
    let pdf = base64::engine::general_purpose::STANDARD.decode(page.session.print()?)?;
    ensure!(pdf.starts_with(b"%PDF") && pdf.len() > 4_000, "the engine printed no PDF");
    let text = String::from_utf8_lossy(&pdf);
    // The root of the tree of pages counts all of them.
    let counts = text.split("/Count ").skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    Ok(counts.max())
}

/// A window of 1280 by 800 at 200 % has room for half as much either way.
fn at_twice_the_size_nothing_is_lost(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    page.resize(640, 400)?;
    let mut lost = Vec::new();
    for view in VIEWS {
        page.follow(view)?;
        page.settled()?;
        let over = page.value(TOO_WIDE)?;
        if over != Value::Null {
            lost.push(format!("{view} is too wide: {over}"));
        }
        let outside = page.value(OUTSIDE)?;
        if outside != json!([]) {
            lost.push(format!("{view} has controls out of reach: {outside}"));
        }
    }
    ensure!(lost.is_empty(), "{}", lost.join("\n"));
    Ok(())
}

/// Ways to other views and the search box that lie beside the window.
const OUTSIDE: &str = "all('.views a, input[type=search], .skip + header a').filter((e) => { \
    const box = e.getBoundingClientRect(); \
    return box.width === 0 || box.left < -1 || box.right > innerWidth + 1; }).map((e) => nameOf(e))";

/// Names, demonyms, capitals and places have underlines of their own.
fn kinds_differ_by_more_than_colour(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    page.settled()?;
    let styles = page.value(
        "['name', 'demonym', 'capital', 'place'].map((kind) => { \
         const style = getComputedStyle(document.querySelector('.mention.' + kind)); \
         return [style.textDecorationLine, style.textDecorationStyle]; })",
    )?;
    let expected = ["solid", "dotted", "dashed", "double"].map(|style| json!(["underline", style]));
    ensure!(styles == json!(expected), "{styles}");
    Ok(())
}

/// With colours taken away, hits and mentions still differ from text and from one another.
fn forced_colours_keep_every_mark(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=talks&doc=1"))?;
    page.wait("marks", "document.querySelector('#reader-text mark.hit')")?;
    pretend(page, Media::ForcedColours)?;
    let styles = page.value(
        "['#reader-text mark.hit', '#reader-text .mention', '#reader-text p.block'].map((css) => { \
         const style = getComputedStyle(document.querySelector(css)); \
         return [style.backgroundColor, style.textDecorationLine, style.textDecorationStyle, style.borderBottomStyle, style.borderBottomWidth].join(' '); })",
    )?;
    let styles = styles.as_array().context("styles")?;
    let [hit, mention, text] = styles.as_slice() else { anyhow::bail!("three styles") };
    ensure!(hit != text && mention != text && hit != mention, "{hit}, {mention}, {text}");
    page.follow("#view=overview")?;
    page.settled()?;
    let unseen = page.value(
        "all('.chart svg rect, .chart svg path').filter((e) => e.getClientRects().length && getComputedStyle(e).fill === getComputedStyle(document.body).backgroundColor && getComputedStyle(e).stroke === 'none').length",
    )?;
    let marks = page.value("all('.chart svg rect, .chart svg path').length")?;
    ensure!(
        unseen.as_u64() < marks.as_u64(),
        "all {marks} marks of the charts have the ground's colour"
    );
    Ok(())
}

fn nothing_moves_for_who_wants_less_motion(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=china&doc=1"))?;
    page.wait("marks", "document.querySelector('#reader-text mark.hit')")?;
    pretend(page, Media::LessMotion)?;
    for view in VIEWS {
        page.follow(view)?;
        page.settled()?;
        let moving = page.value(
            "all('body *').filter((e) => { const s = getComputedStyle(e); \
             return s.transitionDuration.split(', ').some((t) => parseFloat(t) > 0) && s.transitionProperty !== 'none' \
             || s.animationName !== 'none' || s.scrollBehavior === 'smooth'; }).slice(0, 3).map((e) => e.outerHTML.slice(0, 80))",
        )?;
        ensure!(moving == json!([]), "{view}: {moving}");
    }
    Ok(())
}

fn shown(page: &Page, css: &str) -> Result<u64> {
    page.value(&format!("({COUNT_VISIBLE})({css:?})"))?.as_u64().context("a count")
}

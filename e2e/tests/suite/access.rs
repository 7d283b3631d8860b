//! For everyone: no fault that axe-core can find, everything by keyboard, nothing cut off on a
//! telephone.

use anyhow::{Context, Result, ensure};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::{Value, json};
use xtask::tools::node;

use crate::own_files;
use crate::run::in_every_engine;

in_every_engine!(axe_finds_nothing, the_keyboard_reaches_everything, a_telephone_shows_every_view);

/// Every view, with something in it.
pub(crate) const VIEWS: [&str; 10] = [
    "#view=overview",
    "#view=overview&q=taliban,+china",
    "#view=articles&q=china",
    "#view=articles&q=china&doc=1",
    "#view=articles&q=china&doc=1&text=raw",
    "#view=countries",
    "#view=country&of=CN",
    "#view=contexts&q=china",
    "#view=yours",
    "#view=about",
];

fn axe_finds_nothing(page: &Page) -> Result<()> {
    let axe = std::fs::read_to_string(node::axe()?).context("axe-core is not readable")?;
    let site = Site::start()?;
    let mut found = Vec::new();
    for theme in themes(page) {
        page.open(&site.address(""))?;
        choose_theme(page, theme)?;
        page.session.run(&axe, json!([]))?;
        for view in VIEWS {
            page.follow(view)?;
            page.settled()?;
            // Colours in the middle of a transition are not those that are read.
            page.wait(
                "stillness",
                "document.getAnimations().every((a) => a.playState !== 'running')",
            )?;
            found.extend(
                violations(page)?.into_iter().map(|fault| format!("{theme} {view}: {fault}")),
            );
        }
        page.follow("#view=articles&doc=1")?;
        found.extend(in_the_form(page)?.iter().map(|fault| format!("{theme} form: {fault}")));
        page.follow("#view=yours")?;
        own_files::compare(page)?;
        page.settled()?;
        found.extend(violations(page)?.iter().map(|fault| format!("{theme} compared: {fault}")));
    }
    ensure!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// The faults of the form of an article's metadata, with something wrong in it.
fn in_the_form(page: &Page) -> Result<Vec<String>> {
    page.click("button", "Edit title, date, source")?;
    let date = page.role("textbox", "Date of publication")?;
    let select = "arguments[0].focus(); arguments[0].select()";
    page.session.run(select, json!([date.argument()]))?;
    page.session.type_into(&date, "tomorrow")?;
    page.click("button", "Apply")?;
    page.wait("the error", "document.querySelector('form.metadata [aria-invalid]')")?;
    let found = violations(page);
    page.session.press(&[key::ESCAPE])?;
    page.wait("the form to close", "!document.querySelector('dialog')")?;
    found
}

/// The colours are the same in every engine; one of them checks both schemes.
fn themes(page: &Page) -> &'static [&'static str] {
    match page.session.engine() {
        Engine::Chromium => &["light", "dark"],
        Engine::Firefox | Engine::WebKit => &["light"],
    }
}

fn choose_theme(page: &Page, theme: &str) -> Result<()> {
    if page.session.engine() == Engine::Chromium {
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        page.session.chromium("Emulation.setEmulatedMedia", json!({ "features": features }))?;
    }
    Ok(())
}

fn violations(page: &Page) -> Result<Vec<String>> {
    let script = "const result = await axe.run(document, { resultTypes: ['violations'] }); \
        return result.violations.map((rule) => rule.id + ': ' + rule.help + ' — ' \
        + rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | '))";
    let found = page.session.run_async(script, json!([]))?;
    let found = found.as_array().into_iter().flatten();
    Ok(found.filter_map(|fault| fault.as_str().map(str::to_owned)).collect())
}

fn the_keyboard_reaches_everything(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    page.session.chord(key::CONTROL, "k")?;
    page.wait("the search box", "document.activeElement?.type === 'search'")?;
    page.session.press(&["t", "a", "l", "i", "b", "a", "n", key::ENTER])?;
    page.wait("marks", "all('.result mark.hit').length > 0")?;
    page.click_css(".result > a")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
    page.session.press(&[key::F3])?;
    page.wait("the first hit", "document.querySelector('mark.hit.now')")?;
    let first = page.value("location.hash")?;
    page.session.press(&[key::F3])?;
    page.wait("the next hit", &format!("location.hash !== {first}"))?;
    walk(page)
}

/// Tab comes by every control that can be seen, and each shows that it has the focus.
fn walk(page: &Page) -> Result<()> {
    page.session.run("document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); \
        document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')", json!([]))?;
    let mut visited = Vec::new();
    for _ in 0..40 {
        page.session.press(&[key::TAB])?;
        let here = page.value(FOCUSED)?;
        if here == Value::Null {
            break;
        }
        ensure!(here["ring"] == true, "no focus ring on {}", here["name"]);
        visited.push(here["name"].as_str().unwrap_or_default().to_owned());
    }
    for expected in ["Skip to the content", "Search the articles", "Countries"] {
        ensure!(
            visited.iter().any(|name| name.contains(expected)),
            "Tab does not reach {expected}: {visited:?}"
        );
    }
    Ok(())
}

/// The focused element with its name, and whether it looks focused.
const FOCUSED: &str = "(() => { \
    const element = document.activeElement; \
    if (!element || element === document.body || element === document.documentElement) return null; \
    const style = getComputedStyle(element); \
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; \
    return { name: nameOf(element), ring }; })()";

fn a_telephone_shows_every_view(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    narrow(page)?;
    let mut wide = Vec::new();
    for view in VIEWS {
        page.follow(view)?;
        page.settled()?;
        let over = page.value(TOO_WIDE)?;
        if over != Value::Null {
            wide.push(format!("{view}: {over}"));
        }
    }
    ensure!(wide.is_empty(), "wider than the screen\n{}", wide.join("\n"));
    Ok(())
}

/// What reaches over the right edge, unless it stands in a box of its own that scrolls.
pub(crate) const TOO_WIDE: &str = "(() => { \
    const wide = document.documentElement; \
    if (wide.scrollWidth <= wide.clientWidth) return null; \
    const over = all('body *').filter((e) => e.getBoundingClientRect().right > wide.clientWidth + 1); \
    return wide.scrollWidth + ' px of ' + wide.clientWidth + ': ' + over.slice(0, 3).map((e) => e.tagName + '.' + (e.className.baseVal ?? e.className)).join(' '); })()";

/// Chromium's windows stop at 500 pixels, its emulated screens do not.
fn narrow(page: &Page) -> Result<()> {
    match page.session.engine() {
        Engine::Chromium => {
            let size =
                json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
            page.session.chromium("Emulation.setDeviceMetricsOverride", size).map(drop)
        }
        Engine::Firefox | Engine::WebKit => page.session.resize(390, 844),
    }
}

//! Times the built page in a headless Chromium: part of `cargo xtask bench`.
//!
//! Each opening is a new browser with an empty cache. A keystroke comes at any moment between two
//! frames, as from a keyboard, and is timed twice: until its results stand in the document with their
//! layout, and until the frame that shows them, up to 17 ms of which are the screen's. With `--pack FILE` only keystrokes over the articles of that pack
//! are timed.

use std::path::Path;

use anyhow::{Context, Result, bail};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use dateline_e2e::session::Session;
use dateline_e2e::site::{self, Site};
use serde_json::json;

const OPENINGS: usize = 5;

/// Typed letter by letter, then taken away letter by letter.
const QUERY: &str = "china \"diplomatic relations\" OR recogn*";

/// The same over many articles of news agencies.
const LARGE_QUERY: &str = "oil prices \"interest rates\" OR japan -dollar* trad*";

/// Opens a pack and waits until it is indexed.
const OPEN: &str = "\
    while (!window.dateline) await new Promise((resolve) => setTimeout(resolve, 5)); \
    await dateline.ready; \
    const { articles } = await dateline.open(arguments[0]); \
    while (!dateline.stats().index_bytes) await new Promise((resolve) => setTimeout(resolve, 20)); \
    return articles;";

/// Notes tasks over 50 ms, from before the page's own scripts.
const WATCH: &str = "window.longTasks = []; \
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((e) => e.duration))) \
    .observe({ type: 'longtask', buffered: true });";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [] => {
            openings()?;
            keystrokes(None)
        }
        [flag, pack] if flag == "--pack" => keystrokes(Some(Path::new(pack))),
        _ => bail!("timings takes nothing, or --pack FILE"),
    }
}

fn openings() -> Result<()> {
    let (mut painted, mut usable, mut long) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        let site = copy()?;
        let page = Page::start(Engine::Chromium, "timings")?;
        page.open(&site.address("#view=articles"))?;
        painted.push(number(
            &page,
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
        )?);
        usable.push(number(&page, "performance.getEntriesByName('usable')[0]?.startTime ?? 0")?);
        page.settled()?;
        long.push(page.value("Math.max(0, ...longTasks)")?.as_f64().context("a time")?);
    }
    report("frame painted, cold", &mut painted, "300 ms");
    report("usable, cold", &mut usable, "1000 ms");
    report("longest task over 50 ms", &mut long, "none");
    Ok(())
}

fn keystrokes(pack: Option<&Path>) -> Result<()> {
    let site = copy()?;
    let page = Page::start(Engine::Chromium, "timings")?;
    page.open(&site.address("#view=articles"))?;
    let mut query = QUERY;
    if let Some(pack) = pack {
        query = LARGE_QUERY;
        site.put("large.pack", &std::fs::read(pack).context("cannot read the pack")?)?;
        let articles = page.session.run_async(OPEN, json!(["large.pack"]))?;
        println!("{articles} articles are open");
    }
    page.settled()?;
    page.value("longTasks.length = 0")?;
    let times = page.session.run_async(TYPE, json!([query]))?;
    let list = times.as_array().context("times")?;
    for (at, what) in ["keystroke to results", "keystroke to painted results"].iter().enumerate() {
        let mut times: Vec<f64> = list.iter().filter_map(|both| both[at].as_f64()).collect();
        report(what, &mut times, "16 ms median, 50 ms p95");
    }
    let tasks = page.value("longTasks")?;
    let tasks = tasks.as_array().map_or(0, Vec::len);
    println!("tasks over 50 ms while typing: {tasks}");
    memory(&page.session)
}

/// Types through the events that a keyboard causes, and waits for the frame after each.
const TYPE: &str = "\
    const field = document.querySelector('input[type=search]'); field.focus(); \
    const times = []; \
    const query = arguments[0]; \
    const steps = [...query].map((_, i) => query.slice(0, i + 1)); \
    steps.push(...steps.slice(0, -1).reverse()); \
    for (const step of steps) { \
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); \
      await new Promise((resolve) => setTimeout(resolve, (times.length * 5) % 16)); \
      const start = performance.now(); \
      field.value = step; \
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
      await new Promise(queueMicrotask); await new Promise(queueMicrotask); \
      document.body.offsetHeight; \
      const there = performance.now() - start; \
      await new Promise((resolve) => requestAnimationFrame(() => { \
        const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); })); \
      times.push([there, performance.now() - start]); \
    } \
    return times;";

fn memory(session: &Session) -> Result<()> {
    let used = session.run("return performance.memory?.usedJSHeapSize ?? 0", json!([]))?;
    println!("JavaScript heap: {:.1} MB", used.as_f64().unwrap_or_default() / 1e6);
    Ok(())
}

/// The page with a script before its own that notes long tasks and when the app has come.
fn copy() -> Result<Site> {
    Site::changed(|folder| {
        let usable = "new MutationObserver((_, observer) => { \
            if (!document.getElementById('boot-note') && document.querySelector('#app .result, #app main')) { \
              observer.disconnect(); requestAnimationFrame(() => performance.mark('usable')); } }) \
            .observe(document, { childList: true, subtree: true });";
        let ready = format!("{WATCH}\naddEventListener('DOMContentLoaded', () => {{ {usable} }});");
        std::fs::write(folder.join("timings.js"), ready)?;
        site::edit_index(folder, |page| site::first_script(&page, "timings.js"))
    })
}

fn number(page: &Page, expression: &str) -> Result<f64> {
    page.wait("the time", &format!("({expression}) > 0"))?;
    page.value(expression)?.as_f64().context("a number")
}

/// Median, 95th percentile and worst, in milliseconds.
fn report(what: &str, times: &mut [f64], goal: &str) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        // A share of a small count: exact in both types.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss
        )]
        let index = ((times.len().saturating_sub(1)) as f64 * share).round() as usize;
        times.get(index).copied().unwrap_or_default()
    };
    println!(
        "{what:<32} median {:>7.1} ms   p95 {:>7.1} ms   worst {:>7.1} ms   (goal: {goal})",
        at(0.5),
        at(0.95),
        at(1.0)
    );
}

//! Takes pictures of the built page: `cargo xtask screenshots` those of the README in Chromium,
//! `cargo xtask screenshots --all` every view in every engine, for looking at. The program itself
//! takes names after `--all` (`why contexts-390`): only pictures that begin so are taken.

mod scenes;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use dateline_e2e::engine::Engine;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::json;
use xtask::paths;
use xtask::tools::browsers;

/// A picture: the start of its file's name, and the view it shows.
const VIEWS: [(&str, &str); 13] = [
    ("articles", "#view=articles&q=recognition&doc=1"),
    ("overview", "#view=overview"),
    ("countries", "#view=countries"),
    ("country", "#view=country&of=CN"),
    ("contexts", "#view=contexts&q=recognition"),
    ("results", "#view=articles&q=china"),
    ("received", "#view=articles&q=china&doc=1&text=raw"),
    ("undated", "#view=articles&date=undated&doc=4"),
    ("none", "#view=articles&q=xyzzyplugh"),
    ("repaired", "#view=articles&q=(china OR \"belt and"),
    ("about", "#view=about"),
    ("palette", "#view=overview&over=palette"),
    ("keys", "#view=overview&over=keys"),
];

/// Width and height in CSS pixels: a desk, a tablet, a telephone.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// Kept with the sources; the rest is for looking at.
const IN_README: [&str; 5] = [
    "articles-1440-light.png",
    "overview-1440-light.png",
    "countries-1024-dark.png",
    "articles-390-light.png",
    "yours-1024-light.png",
];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let all = arguments.next().is_some_and(|argument| argument == "--all");
    // With names after it, only pictures that begin with one of them.
    let named: Vec<String> = arguments.collect();
    let begins = |name: &str| named.is_empty() || named.iter().any(|n| name.starts_with(n));
    let shown = paths::project().join("docs/screenshots");
    if !all {
        take(Engine::Chromium, &shown, |name| IN_README.contains(&name))?;
        println!("In the README: {}", shown.display());
        return Ok(());
    }
    let webkit = browsers::find()?.webkit.map(|_| Engine::WebKit);
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().chain(webkit) {
        let folder: PathBuf = paths::scratch("screenshots").join(engine.name());
        take(engine, &folder, begins)?;
        println!("For looking at: {}", folder.display());
    }
    Ok(())
}

/// Takes the pictures whose names are wanted.
fn take(engine: Engine, folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let site = Site::start()?;
    let page = Page::start(engine, "screenshots")?;
    for (width, height) in SIZES {
        page.resize(width, height)?;
        for scheme in SCHEMES {
            let name = |view: &str| format!("{view}-{width}-{scheme}.png");
            for (view, fragment) in VIEWS {
                if wanted(&name(view)) {
                    page.open(&site.address(fragment))?;
                    page.settled()?;
                    over(&page, fragment)?;
                    picture(&page, scheme, &folder.join(name(view)))?;
                }
            }
            for scene in scenes::SCENES {
                if wanted(&name(scene.name)) {
                    let _site = (scene.show)(&page).with_context(|| scene.name)?;
                    picture(&page, scheme, &folder.join(name(scene.name)))?;
                }
            }
        }
    }
    Ok(())
}

/// Opens what lies over a view.
fn over(page: &Page, fragment: &str) -> Result<()> {
    if fragment.contains("over=palette") {
        page.session.chord(key::CONTROL, "k")?;
        page.session.chord(key::CONTROL, "k")?;
    } else if fragment.contains("over=keys") {
        page.session.press(&["?"])?;
    } else {
        return Ok(());
    }
    page.wait("what lies over it", "document.querySelector('dialog[open]')")?;
    page.settled()
}

/// Takes a picture in a colour scheme.
fn picture(page: &Page, scheme: &str, file: &Path) -> Result<()> {
    // Now that the page has applied its own choice of colours: it would take this one away.
    let script = "document.documentElement.dataset.theme = arguments[0]";
    page.session.run(script, json!([scheme]))?;
    let holds = "getComputedStyle(document.documentElement).colorScheme === arguments[0]";
    page.wait_for(scheme, holds, json!([scheme]))?;
    // What moves is brought to its end: Firefox does not move on what a dialog lies over.
    let end =
        "document.getAnimations().forEach((a) => { try { a.finish(); } catch { a.cancel(); } })";
    page.session.run(end, json!([]))?;
    let two_frames = "for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);";
    page.session.run_async(two_frames, json!([]))?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(page.session.screenshot()?)?;
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

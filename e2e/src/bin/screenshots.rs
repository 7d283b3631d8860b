//! Takes pictures of the built page: `cargo xtask screenshots` those of the README in Chromium,
//! `cargo xtask screenshots --all` every view in every engine, for looking at.

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
const IN_README: [&str; 4] = [
    "articles-1440-light.png",
    "overview-1440-light.png",
    "countries-1024-dark.png",
    "articles-390-light.png",
];

fn main() -> Result<()> {
    let all = std::env::args().any(|argument| argument == "--all");
    let shown = paths::project().join("docs/screenshots");
    take(Engine::Chromium, &shown, |name| IN_README.contains(&name))?;
    println!("In the README: {}", shown.display());
    if !all {
        return Ok(());
    }
    let webkit = browsers::find()?.webkit.map(|_| Engine::WebKit);
    for engine in [Engine::Chromium, Engine::Firefox].into_iter().chain(webkit) {
        let folder: PathBuf = paths::scratch("screenshots").join(engine.name());
        take(engine, &folder, |_| true)?;
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
            for (view, fragment) in VIEWS {
                let name = format!("{view}-{width}-{scheme}.png");
                if wanted(&name) {
                    show(&page, &site, fragment, scheme)?;
                    let bytes = base64::engine::general_purpose::STANDARD
                        .decode(page.session.screenshot()?)?;
                    let file = folder.join(name);
                    fs::write(&file, bytes)
                        .with_context(|| format!("cannot write {}", file.display()))?;
                }
            }
        }
    }
    Ok(())
}

/// Opens a view in a colour scheme, with what lies over it.
fn show(page: &Page, site: &Site, fragment: &str, scheme: &str) -> Result<()> {
    page.open(&site.address(fragment))?;
    // Once the page has applied its own choice of colours: it would take this one away.
    page.settled()?;
    let script = "document.documentElement.dataset.theme = arguments[0]";
    page.session.run(script, json!([scheme]))?;
    let holds = "getComputedStyle(document.documentElement).colorScheme === arguments[0]";
    page.wait_for(scheme, holds, json!([scheme]))?;
    if fragment.contains("over=palette") {
        page.session.chord(key::CONTROL, "k")?;
        page.session.chord(key::CONTROL, "k")?;
        page.wait("the palette", "document.querySelector('dialog[open]')")?;
    } else if fragment.contains("over=keys") {
        page.session.press(&["?"])?;
        page.wait("the keys", "document.querySelector('dialog[open]')")?;
    }
    page.settled()?;
    page.wait("stillness", "document.getAnimations().every((a) => a.playState !== 'running')")
}

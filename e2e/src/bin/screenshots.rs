//! Takes the README's pictures of the built page: `cargo xtask screenshots`.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine as _;
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;
use xtask::paths;

/// A picture: the start of its file's name, and the view it shows.
const VIEWS: [(&str, &str); 5] = [
    ("articles", "#view=articles&q=recognition&doc=1"),
    ("overview", "#view=overview"),
    ("countries", "#view=countries"),
    ("country", "#view=country&of=CN"),
    ("contexts", "#view=contexts&q=recognition"),
];

/// Width and height in CSS pixels: a desk, a tablet, a telephone.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

/// Kept with the sources; the rest is for looking at.
const IN_README: [&str; 4] = [
    "articles-1440-light.png",
    "overview-1440-light.png",
    "countries-1024-dark.png",
    "articles-390-light.png",
];

fn main() -> Result<()> {
    let (folder, shown) =
        (paths::scratch("screenshots"), paths::project().join("docs/screenshots"));
    for folder in [&folder, &shown] {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let site = Site::start()?;
    let page = Page::start(Engine::Chromium, "screenshots")?;
    for scheme in ["light", "dark"] {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        page.session.chromium("Emulation.setEmulatedMedia", json!({ "features": features }))?;
        for (width, height) in SIZES {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.session.chromium("Emulation.setDeviceMetricsOverride", size)?;
            for (name, fragment) in VIEWS {
                page.open(&site.address(fragment))?;
                page.settled()?;
                let picture = page.session.screenshot()?;
                let bytes = base64::engine::general_purpose::STANDARD.decode(picture)?;
                let name = format!("{name}-{width}-{scheme}.png");
                let in_readme = IN_README.contains(&name.as_str());
                let file = if in_readme { shown.join(name) } else { folder.join(name) };
                fs::write(&file, bytes)
                    .with_context(|| format!("cannot write {}", file.display()))?;
            }
        }
    }
    println!("In the README: {}\nAll others: {}", shown.display(), folder.display());
    Ok(())
}

//! Scenes that no address opens: pictures that need an action first.

use std::fs;

use anyhow::Result;
use dateline_e2e::corpus;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::{self, Site};
use xtask::paths;

/// A picture: the start of its file's name, and what brings the page there. The site lives as long
/// as what is handed back.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    pub(crate) show: fn(&Page) -> Result<Site>,
}

pub(crate) const SCENES: [Scene; 15] = [
    Scene { name: "why", show: why },
    Scene { name: "ambiguous", show: ambiguous },
    Scene { name: "corrections", show: corrections },
    Scene { name: "corrected", show: corrected },
    Scene { name: "suggestions", show: suggestions },
    Scene { name: "series", show: series },
    Scene { name: "saved", show: saved },
    Scene { name: "progress", show: progress },
    Scene { name: "stopped", show: stopped },
    Scene { name: "missing", show: missing },
    Scene { name: "withheld", show: withheld },
    Scene { name: "yours", show: yours },
    Scene { name: "beside", show: beside },
    Scene { name: "distinctive", show: distinctive },
    Scene { name: "over-time", show: over_time },
];

/// Made-up articles with a word that may name two countries, and one that is published in
/// contexts only.
const ARTICLES: &[(&str, &str)] = &[
    (
        "road.txt",
        "A road opens in Peru\n\nBy Ada Lind\n\n13 May 2023\n\n\
         The road over the hills of Peru was opened on Tuesday, said the keeper of the road, who \
         counts the cars from Norway every week of the year and writes to Albion about them.\n\n\
         Nobody from Congo has been seen there since the spring, the keeper said to the council in \
         Lima after its meeting with the ministers of the country.\n\n\
         The keeper also keeps bees, and sells their honey at the foot of the hills, where the cars \
         stop for water; nobody asks where the flowers stand that the bees prefer to all others.\n",
    ),
    (
        "corpus.toml",
        "[articles.'road.txt']\nsource = \"The Valley Courier\"\nurl = \"https://courier.example/road\"\n",
    ),
];

const ARTICLE: &str = "#view=articles&doc=1";
const DIALOG: &str = "document.querySelector('dialog[open]')";

fn opened(page: &Page, fragment: &str) -> Result<Site> {
    let site = Site::start()?;
    page.open(&site.address(fragment))?;
    page.settled()?;
    Ok(site)
}

fn made_up(page: &Page) -> Result<Site> {
    let site = opened(page, "")?;
    corpus::open(page, &site, ARTICLES)?;
    read(page)?;
    Ok(site)
}

fn read(page: &Page) -> Result<()> {
    page.follow(ARTICLE)?;
    page.wait("the article", "document.querySelector('#reader-text [data-country=PE]')")?;
    page.settled()
}

fn press(page: &Page, css: &str) -> Result<()> {
    // In the middle of the window, so that no head of the page lies over it.
    let middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
    page.session.run(middle, serde_json::json!([css]))?;
    page.click_css(css)
}

fn why(page: &Page) -> Result<Site> {
    let site = made_up(page)?;
    press(page, "#reader-text p [data-country=NO]")?;
    page.wait("the evidence", DIALOG)?;
    Ok(site)
}

fn ambiguous(page: &Page) -> Result<Site> {
    let site = made_up(page)?;
    press(page, "#reader-text .ambiguous")?;
    page.wait("the evidence", DIALOG)?;
    Ok(site)
}

fn corrected(page: &Page) -> Result<Site> {
    let site = why(page)?;
    page.click("button", "are never a mention")?;
    page.session.press(&[key::ESCAPE])?;
    page.wait("the line", "document.querySelector('[aria-label=Corrected]')")?;
    page.session.run("scrollTo(0, 0)", serde_json::json!([]))?;
    page.settled()?;
    Ok(site)
}

fn corrections(page: &Page) -> Result<Site> {
    let site = corrected(page)?;
    page.click("button", "Show them")?;
    page.wait("the corrections", DIALOG)?;
    page.settled()?;
    Ok(site)
}

fn suggestions(page: &Page) -> Result<Site> {
    let site = opened(page, "#view=articles")?;
    page.search("mining ch")?;
    page.wait("what is offered", "all('[role=option]').length > 3")?;
    page.session.press(&[key::DOWN])?;
    page.settled()?;
    Ok(site)
}

fn series(page: &Page) -> Result<Site> {
    let site = opened(page, "#view=articles")?;
    page.search("rulers# taliban, neighbours# china|pakistan, lithium")?;
    page.session.press(&[key::ENTER])?;
    page.wait("the key", "all('.series-key .hit').length === 3")?;
    page.settled()?;
    Ok(site)
}

fn saved(page: &Page) -> Result<Site> {
    let site = series(page)?;
    page.session.run("document.activeElement?.blur()", serde_json::json!([]))?;
    page.session.press(&["?"])?;
    page.wait("the saved series", "byRole('button', 'Forget')")?;
    page.session.run(
        "document.querySelector('[aria-label=\"Saved series\"]').scrollIntoView()",
        serde_json::json!([]),
    )?;
    Ok(site)
}

/// Hands over the first bytes of the articles and no more.
const HELD: &str = "\
    const real = window.fetch; \
    window.fetch = async (what, options) => { \
      const response = await real(what, options); \
      if (!String(what).includes('.pack')) return response; \
      const bytes = new Uint8Array(await response.arrayBuffer()); \
      return new Response(new ReadableStream({ start(control) { \
        control.enqueue(bytes.slice(0, 20000)); \
        options.signal.addEventListener('abort', () => control.error(new DOMException('stopped', 'AbortError'))); \
      } })); \
    };";

fn progress(page: &Page) -> Result<Site> {
    let site = Site::changed(|folder| {
        fs::write(folder.join("held.js"), HELD)?;
        site::edit_index(folder, |page| site::first_script(&page, "held.js"))
    })?;
    page.session.open("about:blank")?;
    page.session.open(&site.address(""))?;
    page.wait(
        "the bar",
        "document.querySelector('#boot-progress progress[max]')?.value === 20000",
    )?;
    Ok(site)
}

fn stopped(page: &Page) -> Result<Site> {
    let site = progress(page)?;
    page.click("button", "Stop")?;
    page.wait("the way back", "byRole('button', 'Try again')")?;
    Ok(site)
}

/// A host that lacks the later parts of the program.
fn missing(page: &Page) -> Result<Site> {
    let site = Site::changed(|folder| {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.contains("split_") || name.contains("chunk_") {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    })?;
    page.open(&site.address("#view=countries"))?;
    page.wait("the message", "byRole('button', 'Try again')")?;
    Ok(site)
}

fn withheld(page: &Page) -> Result<Site> {
    let site = opened(page, "")?;
    corpus::open_contexts(page, &site, ARTICLES, 5)?;
    read(page)?;
    page.wait("the note", "document.querySelector('.withheld')")?;
    Ok(site)
}

/// Hands files over to the page: names and texts.
fn bring(page: &Page, files: &[(&str, &str)]) -> Result<()> {
    let folder = paths::scratch("screenshots").join("files");
    fs::create_dir_all(&folder)?;
    let mut chosen = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text)?;
        chosen.push(path.to_string_lossy().into_owned());
    }
    page.session.type_into(&page.session.find("#choose-files")?, &chosen.join("\n"))
}

/// Articles of the reader's own beside the published ones, and files that cannot be read.
fn yours(page: &Page) -> Result<Site> {
    let site = opened(page, "#view=yours")?;
    page.wait("the view", "document.querySelector('#choose-files')")?;
    let files = [ARTICLES[0], ("scan.pdf", "%PDF-1.7 nothing"), ("notes.rtf", "{\\rtf1 }")];
    bring(page, &files)?;
    page.wait(
        "what was read",
        "['.skipped', '.compare'].every((css) => document.querySelector(css))",
    )?;
    page.settled()?;
    Ok(site)
}

/// Made-up articles of some months, as long as they are many.
fn reports(count: usize) -> Vec<(String, String)> {
    const THINGS: [&str; 7] = ["ferry", "road", "harbour", "bridge", "lighthouse", "bees", "hills"];
    const MONTHS: [&str; 5] = ["March", "April", "May", "July", "September"];
    let report = |n: usize| {
        let (one, other) = (THINGS[n % 7], THINGS[(n * n + 3) % 7]);
        let (day, month) = (n % 27 + 1, MONTHS[(n * 3 + n / 4) % 5]);
        let text = format!(
            "News of the {one}, part {n}\n\nBy Ada Lind\n\n{day} {month} 2023\n\n\
             The {one} was looked after on day {n} of the year, the keepers said to the council, and \
             the {other} was not, though the keepers of the {other} had asked for a bucket of paint.\n"
        );
        (format!("{n}.txt"), text)
    };
    (0..count).map(report).collect()
}

fn distinctive(page: &Page) -> Result<Site> {
    let site = opened(page, "#view=yours")?;
    page.wait("the view", "document.querySelector('#choose-files')")?;
    let texts = reports(40);
    bring(page, &texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>())?;
    page.wait("the words", "document.querySelector('.distinctive')")?;
    page.session.run(
        "document.querySelector('.distinctive').closest('section').scrollIntoView()",
        serde_json::json!([]),
    )?;
    page.settled()?;
    Ok(site)
}

fn over_time(page: &Page) -> Result<Site> {
    let site = opened(page, "#view=overview")?;
    let texts = reports(60);
    let texts: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    corpus::open(page, &site, &texts)?;
    page.follow("#view=overview&q=water%23+ferry%7Charbour,+road,+lighthouse")?;
    page.wait("the chart", "document.querySelector('#when-title')")?;
    page.session
        .run("document.querySelector('#when-title').scrollIntoView()", serde_json::json!([]))?;
    page.settled()?;
    Ok(site)
}

fn beside(page: &Page) -> Result<Site> {
    let site = yours(page)?;
    page.follow("#view=articles&q=road")?;
    page.wait("the reader's article", "document.querySelector('.result .collection')")?;
    page.settled()?;
    Ok(site)
}

//! Every mark says why it is there, and what a reader corrects counts at once in every view,
//! is kept in the browser, and can be taken back, saved and opened.

use anyhow::{Context, Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::json;
use xtask::paths;

use crate::run::in_every_engine;

in_every_engine!(
    a_mark_says_why_by_pointer_and_by_keyboard,
    corrections_count_at_once_and_outlive_the_tab,
    a_file_of_corrections_is_taken_over_or_refused_in_words,
);

const ARTICLES: &[(&str, &str)] = &[(
    "road.txt",
    "A road opens in Peru\n\n\
     By Ada Lind\n\n\
     The road over the hills of Peru was opened on Tuesday, said the keeper of the road, who counts \
     the cars from Norway every week of the year and writes to Ruritania about them.\n\n\
     Nobody from Congo has been seen there since the spring, the keeper said to the council in \
     Lima after its meeting with the ministers of the country.\n",
)];

const ARTICLE: &str = "#view=articles&doc=1";

fn start(page: &Page) -> Result<Site> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    page.follow(ARTICLE)?;
    marks(page, "PE", 3)?;
    Ok(site)
}

/// Waits until the article has so many marks of a country.
fn marks(page: &Page, code: &str, count: usize) -> Result<()> {
    let what = format!("{count} marks of {code}");
    page.wait(&what, &format!("all('#reader-text [data-country={code}]').length === {count}"))
}

/// Waits until the open dialog holds these words.
fn dialog(page: &Page, words: &str) -> Result<()> {
    let text = "document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ')";
    page.wait(words, &format!("{text}.includes({})", json!(words)))
}

fn closed(page: &Page) -> Result<()> {
    page.wait("no dialog", "!document.querySelector('dialog[open]')")
}

/// Chooses an option of the first select that fits.
fn choose(page: &Page, select: &str, value: &str) -> Result<()> {
    page.click_css(&format!("{select} option[value='{value}']"))
}

fn a_mark_says_why_by_pointer_and_by_keyboard(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.click_css("#reader-text p [data-country=NO]")?;
    for words in
        ["“Norway”", "name of the country", "Counted yes", "in the lead, worth 2 in the focus"]
    {
        dialog(page, words)?;
    }
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    // The first mark is a stop of Tab; the arrows go on from it.
    page.session.run(
        "document.querySelector('#reader-text [data-why][tabindex=\"0\"]').focus()",
        json!([]),
    )?;
    page.session.press(&[key::RIGHT, key::RIGHT])?;
    page.wait("the third mark", "document.activeElement?.innerText === 'Norway'")?;
    page.session.press(&[key::RIGHT, key::ENTER])?;
    dialog(page, "Ambiguous, and not counted")?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    page.wait("the focus on its mark", "document.activeElement?.innerText === 'Congo'")?;
    page.follow("#view=country&of=PE")?;
    page.click("button", "Why Lima is counted")?;
    dialog(page, "its capital or seat of government")
}

fn corrections_count_at_once_and_outlive_the_tab(page: &Page) -> Result<()> {
    let site = start(page)?;
    ensure!(page.value(STORED)? == json!([]), "nothing is stored without a correction");
    page.click_css("#reader-text .ambiguous")?;
    dialog(page, "Ambiguous, and not counted")?;
    choose(page, "dialog[open] select", "CD")?;
    dialog(page, "your correction: reassigned")?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    marks(page, "CD", 1)?;
    page.click_css("#reader-text p [data-country=NO]")?;
    page.click("button", "are never a mention")?;
    dialog(page, "Not counted, because of a correction")?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    marks(page, "NO", 0)?;
    page.click("button", "Correct")?;
    let field = page.role("textbox", "The words")?;
    page.session.type_into(&field, "Ruritania")?;
    choose(page, "form.corrections select", "GB")?;
    page.click("button", "Add")?;
    dialog(page, "“Ruritania” means United Kingdom, as a name")?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    marks(page, "GB", 1)?;
    page.follow("#view=countries")?;
    page.wait("the table", "['GB', 'CD'].every((c) => document.querySelector(`main a[href*=\"of=${c}\"]`)) && !document.querySelector('main a[href*=\"of=NO\"]')")?;
    let stored = page.value(STORED)?;
    ensure!(
        stored.as_array().is_some_and(|s| s.len() == 1),
        "one entry for these articles: {stored}"
    );
    // The same articles in a new tab.
    page.open(&site.address(""))?;
    page.wait(
        "no corrections of other articles",
        "!document.querySelector('[aria-label=Corrected]')",
    )?;
    corpus::open(page, &site, ARTICLES)?;
    page.wait("the corrections", "document.querySelector('[aria-label=Corrected]')?.innerText.includes('3 corrections, kept in this browser only')")?;
    page.follow(ARTICLE)?;
    marks(page, "GB", 1)?;
    page.settled()?;
    page.click("button", "Show them")?;
    page.click("button", "Remove all")?;
    dialog(page, "No corrections yet")?;
    ensure!(page.value(STORED)? == json!([]), "nothing stays stored");
    page.click("button", "Undo")?;
    dialog(page, "“Ruritania”")?;
    page.session.press(&[key::ESCAPE])?;
    marks(page, "GB", 1)?;
    marks(page, "NO", 0)
}

/// What is kept of corrections.
const STORED: &str = "Object.keys(localStorage).filter((k) => k.includes('corrections'))";

fn a_file_of_corrections_is_taken_over_or_refused_in_words(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.click("button", "Correct")?;
    let folder =
        paths::scratch("e2e").join(format!("corrections-{}", page.session.engine().name()));
    std::fs::create_dir_all(&folder)?;
    let open = |name: &str, text: &str| -> Result<()> {
        let file = folder.join(name);
        std::fs::write(&file, text)?;
        let field = page.session.find("dialog[open] input[type=file]")?;
        let path = file.to_str().context("a path in UTF-8")?;
        page.session.type_into(&field, path)
    };
    open("other.json", "{\"mutes\": []}")?;
    dialog(page, "other.json is not a corrections file: unknown field")?;
    open("torn.json", "{\"mute\": [")?;
    dialog(page, "torn.json is not a corrections file:")?;
    // As the command line and corpus.toml read them.
    open(
        "mine.json",
        "{\"mute\": [\"Norway\"], \"reassign\": [{\"surface\": \"Peru\", \"country\": \"CL\"}]}",
    )?;
    dialog(page, "“Peru” means Chile where it is counted")?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    marks(page, "CL", 2)?;
    marks(page, "NO", 0)
}

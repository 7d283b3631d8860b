//! A reader corrects title, date and source of an article: every view follows, until it is
//! undone, and the rows for `corpus.toml` say the same.

use anyhow::{Context, Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(metadata_is_corrected_in_every_view_until_it_is_undone);

const ARTICLES: &[(&str, &str)] = &[
    (
        "bridge.txt",
        "A bridge opens in Norway\n\nBy Ada Lind\n12 May 2023\n\n\
         The bridge over the fjord was opened on Tuesday, said the keeper of the bridge, who counts \
         the boats from Sweden every week of the year.\n",
    ),
    ("ferry.txt", "A ferry in Peru\n\nThe ferry was mended in the spring, said its captain.\n"),
];

const OPENER: &str = "Edit title, date, source";

fn metadata_is_corrected_in_every_view_until_it_is_undone(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    // What is copied goes through the page's own hands.
    page.session.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
        json!([]),
    )?;
    page.follow("#view=articles&doc=2")?;
    page.wait(
        "the article",
        "document.querySelector('#reader-text h2')?.innerText === 'A ferry in Peru'",
    )?;
    let address = page.value("location.hash")?;
    open(page)?;
    page.session.press(&[key::ESCAPE])?;
    closed(page)?;
    focused(page)?;

    open(page)?;
    put(page, "Title", "Tides of the \"sea\"")?;
    put(page, "Date of publication", "2024-02-30")?;
    put(page, "Source", "The Harbour Post")?;
    page.session.press(&[key::ENTER])?;
    page.wait(
        "the error",
        "document.querySelector('[role=alert]')?.innerText.includes('no such date')",
    )?;
    let date = "document.activeElement === byRole('textbox', 'Date of publication') && document.activeElement.ariaInvalid === 'true'";
    page.wait("the field that is wrong", date)?;
    put(page, "Date of publication", "2024-02-29")?;
    page.session.press(&[key::ENTER])?;
    closed(page)?;
    focused(page)?;
    shown(page, "Tides of the \"sea\"", &["The Harbour Post", "29 February 2024"])?;
    page.wait("the list", "all('.result h3').some((e) => e.innerText === 'Tides of the \"sea\"')")?;
    page.wait("the facet", "all('.facet').some((e) => e.innerText.includes('The Harbour Post'))")?;
    says(page, Some("1 article edited, kept in this browser only"))?;
    ensure!(page.value("location.hash")? == address, "what is corrected is in no address");

    page.click("button", "Copy for corpus.toml")?;
    let rows = page.wait_for("the rows", "window.copied", json!([]))?;
    let rows = rows.as_str().context("a text")?;
    let wanted = "[articles.\"ferry.txt\"]\ntitle = \"Tides of the \\\"sea\\\"\"\n\
                  source = \"The Harbour Post\"\ndate = 2024-02-29\n";
    ensure!(rows.ends_with(wanted), "{rows}");

    page.follow("#view=articles&q=title%3Atides")?;
    page.wait(
        "the answer",
        "all('.result').length === 1 && document.querySelector('.result mark')",
    )?;
    page.follow("#view=articles&q=peru&doc=2")?;
    page.wait("no answer", "all('.result').length === 0")?;

    open(page)?;
    page.click("button", "Restore as read")?;
    closed(page)?;
    shown(page, "A ferry in Peru", &["undated"])?;
    page.click("button", "Undo")?;
    shown(page, "Tides of the \"sea\"", &["The Harbour Post"])?;
    page.click("button", "Undo")?;
    shown(page, "A ferry in Peru", &["undated"])?;
    says(page, None)
}

fn open(page: &Page) -> Result<()> {
    page.click("button", OPENER)?;
    page.wait("the form", "document.querySelector('dialog[open] form.metadata')")
}

fn closed(page: &Page) -> Result<()> {
    page.wait("the form to close", "!document.querySelector('dialog[open]')")
}

/// Waits until the focus is back on what opened the form.
fn focused(page: &Page) -> Result<()> {
    page.wait("the focus", &format!("document.activeElement?.innerText === '{OPENER}'"))
}

fn put(page: &Page, name: &str, text: &str) -> Result<()> {
    let field = page.role("textbox", name)?;
    page.session.run("arguments[0].focus(); arguments[0].select()", json!([field.argument()]))?;
    page.session.type_into(&field, text)
}

/// Waits until the open article has this title and says this beneath it.
fn shown(page: &Page, title: &str, beneath: &[&str]) -> Result<()> {
    let shows = "document.querySelector('#reader-text h2')?.innerText === arguments[0] \
        && arguments[1].every((part) => document.querySelector('#reader-text .reader-meta')?.innerText.includes(part))";
    page.wait_for(title, shows, json!([title, beneath])).map(drop)
}

/// Waits until the line above the views says this, or is not there.
fn says(page: &Page, text: Option<&str>) -> Result<()> {
    let line = "document.querySelector('[aria-label=Edited]')";
    match text {
        Some(text) => page.wait(text, &format!("{line}?.innerText.includes('{text}')")),
        None => page.wait("no line", &format!("!{line}")),
    }
}

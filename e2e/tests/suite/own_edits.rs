//! What a reader changes of own articles is kept and forgotten with them, and own articles are cited,
//! not linked.

use anyhow::{Result, ensure};
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;
use serde_json::json;

use crate::own_files::{RAIN, START, open, paste, yours};
use crate::run::in_every_engine;

in_every_engine!(
    edits_are_kept_with_the_articles_and_forgotten_with_them,
    own_articles_are_cited_and_not_linked,
    what_was_read_is_changed_in_its_table,
);

/// The reader's article, behind the five that were published.
const OWN: &str = "#view=articles&doc=6";

fn start(page: &Page) -> Result<Site> {
    let site = Site::start()?;
    open(page, &site)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    Ok(site)
}

fn edits_are_kept_with_the_articles_and_forgotten_with_them(page: &Page) -> Result<()> {
    let site = start(page)?;
    page.follow(OWN)?;
    page.wait("the article", "document.querySelector('#reader-text h2')")?;
    page.click("button", "Edit title, date, source")?;
    page.wait("the form", "document.querySelector('dialog[open] form.metadata')")?;
    let field = page.role("textbox", "Title")?;
    page.session.run("arguments[0].focus(); arguments[0].select()", json!([field.argument()]))?;
    page.session.type_into(&field, "Wet weeks")?;
    page.session.press(&[key::ENTER])?;
    says(page, "1 article edited, in this tab only")?;
    page.follow(START)?;
    page.role("button", "Keep in this browser")?;
    page.settled()?;
    page.click("button", "Keep in this browser")?;
    says(page, "1 article edited, kept in this browser only")?;
    open(page, &site)?;
    page.session.reload()?;
    yours(page, 1)?;
    says(page, "1 article edited, kept in this browser only")?;
    page.follow(OWN)?;
    page.wait("the title", "document.querySelector('#reader-text h2')?.innerText === 'Wet weeks'")?;
    // Beside or alone, the edit stays with its article.
    page.follow(START)?;
    page.click("button", "Show alone")?;
    page.wait("alone", "all('button').some((b) => b.innerText === 'Show beside the published')")?;
    page.follow("#view=articles&doc=1")?;
    page.wait("the title", "document.querySelector('#reader-text h2')?.innerText === 'Wet weeks'")?;
    page.follow(START)?;
    page.click("button", "Forget")?;
    page.wait(
        "nothing of them in the browser",
        "!Object.keys(localStorage).some((k) => k.includes('own') || localStorage[k].includes('Wet'))",
    )?;
    says(page, "1 article edited, in this tab only")
}

fn what_was_read_is_changed_in_its_table(page: &Page) -> Result<()> {
    let _site = start(page)?;
    paste(page, "Snow falls in the north of Chile for the third week in a row.")?;
    yours(page, 2)?;
    page.wait("a row each", "all('.own-articles tbody tr').length === 2")?;
    page.click("checkbox", "Tick all")?;
    let date = page.session.find(".own-articles input.date")?;
    page.session.run("arguments[0].focus(); arguments[0].select()", json!([date.argument()]))?;
    page.session.type_into(&date, "13 May 2023")?;
    page.session.press(&[key::TAB])?;
    says(page, "2 articles edited, in this tab only")?;
    page.wait(
        "both dates",
        "all('.own-articles input.date').every((field) => field.value === '13 May 2023')",
    )?;
    page.follow("#view=articles&f.collection=yours&date=2023-05")?;
    page.wait("both articles", "all('.result').length === 2")
}

fn own_articles_are_cited_and_not_linked(page: &Page) -> Result<()> {
    let _site = start(page)?;
    page.session.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
        json!([]),
    )?;
    ensure!(
        page.value("!document.body.innerText.includes('made for other articles')")? == json!(true),
        "no link was followed"
    );
    page.follow(OWN)?;
    page.wait("the article", "document.querySelector('#reader-text h2')")?;
    page.click("button", "Share")?;
    page.wait(
        "why there is no link",
        "document.querySelector('.toast').innerText.includes('have no link')",
    )?;
    ensure!(page.value("window.copied ?? null")? == json!(null), "nothing is copied");
    page.click("button", "Cite")?;
    page.wait("the citations", "document.querySelector('dialog[open] .citation pre')")?;
    let citation = page.text("dialog[open] .citation pre")?;
    ensure!(
        citation.contains("Pasted text 1.txt") && !citation.contains("#view"),
        "title and file, no address: {citation}"
    );
    page.session.press(&[key::ESCAPE])?;
    page.follow("#view=articles&doc=1")?;
    page.wait("a published article", "document.querySelector('#reader-text h2')")?;
    page.click("button", "Share")?;
    let link = page.wait_for("the link", "window.copied", json!([]))?;
    let hash = page.value("new URLSearchParams(location.hash.slice(1)).get('c')")?;
    ensure!(
        link.as_str().is_some_and(|link| link.contains("doc=1") && link.contains("c="))
            && hash.as_str().is_none_or(|hash| !link.as_str().unwrap_or_default().contains(hash)),
        "a link to what was published: {link}"
    );
    Ok(())
}

/// Waits until the line above the views says this.
fn says(page: &Page, text: &str) -> Result<()> {
    let line = "document.querySelector('[aria-label=Edited]')";
    page.wait(text, &format!("{line}?.innerText.includes('{text}')"))
}

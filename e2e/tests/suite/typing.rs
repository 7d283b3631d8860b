//! Suggestions while a query is typed, and lists that are longer than the screen.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::Site;

use crate::run::in_every_engine;

in_every_engine!(
    suggestions_are_taken_with_the_keyboard,
    series_are_told_apart,
    a_long_list_draws_what_can_be_seen,
);

fn suggestions_are_taken_with_the_keyboard(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    page.search("mining tali")?;
    page.wait("what is offered", "all('[role=option]').some((o) => /^taliban/.test(o.innerText))")?;
    let field = "document.querySelector('input[type=search]')";
    page.wait("an open list", &format!("{field}.ariaExpanded === 'true'"))?;
    page.session.press(&[key::DOWN])?;
    page.wait(
        "the first option",
        &format!("document.getElementById({field}.getAttribute('aria-activedescendant'))?.ariaSelected === 'true'"),
    )?;
    page.session.press(&[key::ENTER])?;
    page.wait("the word", &format!("{field}.value === 'mining taliban '"))?;
    page.wait("its results", "decodeURIComponent(location.hash).includes('taliban')")?;
    page.session.press(&["c", "h"])?;
    page.wait("more", "all('[role=option]').some((o) => o.innerText.startsWith('country:China'))")?;
    page.session.press(&[key::ESCAPE])?;
    page.wait("no list", "!document.querySelector('[role=listbox]')")?;
    let focused = page.value(&format!("document.activeElement === {field}"))?;
    ensure!(focused == true, "Escape closes the list and leaves the field");
    Ok(())
}

fn series_are_told_apart(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    page.search("rulers# taliban, neighbours# china|pakistan")?;
    page.wait(
        "the key",
        "all('.series-key .hit').map((s) => s.textContent).join() === 'rulers,neighbours'",
    )?;
    page.wait(
        "marks of both",
        "document.querySelector('.result mark.series-1') && document.querySelector('.result mark.series-2')",
    )?;
    let told = page.value(
        "new Set(all('.series-key .hit').map((s) => getComputedStyle(s).borderBlockEndStyle)).size",
    )?;
    ensure!(told == 2, "the underlines of two series differ");
    Ok(())
}

fn a_long_list_draws_what_can_be_seen(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    let texts: Vec<(String, String)> = (1..=300)
        .map(|n| {
            (format!("{n:03}.txt"), format!("Report {n}\n\nThe ferry of day {n} sailed on time."))
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    corpus::open(page, &site, &texts)?;
    page.wait("the list", "document.querySelector('.result')?.ariaSetSize === '300'")?;
    let drawn = page.value("all('.result').length")?;
    ensure!(drawn.as_u64().is_some_and(|n| n < 100), "{drawn} of 300 are drawn");
    page.value("document.querySelector('.result a').focus()")?;
    page.value("scrollTo(0, document.documentElement.scrollHeight)")?;
    page.wait("the last", "document.querySelector('.result[aria-posinset=\"300\"]')")?;
    let focused = page.value("document.activeElement.closest('.result')?.ariaPosInSet")?;
    ensure!(focused == "1", "the focus stays where it was: {focused}");
    page.session.press(&[key::DOWN])?;
    page.wait("the next", "document.activeElement.closest('.result')?.ariaPosInSet === '2'")?;
    page.wait("it is seen", "document.activeElement.getBoundingClientRect().top >= 0")?;
    page.search("\"day 250\"")?;
    page.wait("one result", "all('.result').length === 1")
}

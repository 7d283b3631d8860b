//! A reader overrules what a line was taken for: everything recounts, and can be undone.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;

use crate::run::in_every_engine;

in_every_engine!(an_overruled_block_is_counted_otherwise_until_it_is_undone);

const ARTICLES: &[(&str, &str)] = &[(
    "bridge.txt",
    "A bridge opens in Norway\n\n\
     By Ada Lind\n\n\
     The bridge over the fjord in Norway was opened on Tuesday, said the keeper of the bridge, who \
     counts the boats from Sweden every week of the year.\n\n\
     Boats from Peru have not been seen there since the spring, the keeper said to the council in \
     Oslo after its meeting with the ministers.\n",
)];

fn an_overruled_block_is_counted_otherwise_until_it_is_undone(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    page.follow("#view=articles&q=peru&doc=1&text=raw")?;
    says(page, "1 of 1 article, 1 hit", 1)?;
    let kinds = page.value("all('#reader-text .received').length")?;
    let reasons =
        page.value("all('#reader-text .reason').filter((e) => e.innerText.trim()).length")?;
    ensure!(kinds == 4 && reasons == 4, "four blocks, {kinds} kinds, {reasons} reasons");
    let address = page.value("location.hash")?;
    let select = page.role("combobox", "Kind of line 7")?;
    page.click_css("[aria-label='Kind of line 7'] option[value='furniture']")?;
    says(page, "0 of 1 article, 0 hits", 0)?;
    page.wait(
        "the edited block",
        "document.querySelector('[aria-label=Edited]')?.innerText.includes('1 block edited')",
    )?;
    ensure!(page.value("location.hash")? == address, "overruling is in no address");
    page.click("button", "Undo")?;
    says(page, "1 of 1 article, 1 hit", 1)?;
    page.wait("no trace", "!document.querySelector('[aria-label=Edited]')")?;
    let now =
        page.session.run("return arguments[0].value", serde_json::json!([select.argument()]))?;
    ensure!(now == "", "the select shows what was read, not {now}");
    Ok(())
}

/// Waits until the line under the search box says this and the article has so many hits.
fn says(page: &Page, total: &str, hits: usize) -> Result<()> {
    let line = format!(
        "document.querySelector('#reading').innerText.replace(/\\s+/g, ' ').includes('{total}')"
    );
    let marks = format!("all('#reader-text [data-hit]').length === {hits}");
    page.wait(total, &format!("{line} && {marks}"))
}

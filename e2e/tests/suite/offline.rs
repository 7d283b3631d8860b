//! The page opens without its host after a visit, can be installed, and shows a newer edition
//! when its reader asks for it: whole, or not at all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::{self, Site};
use dateline_e2e::watch;
use serde_json::json;
use xtask::page::{compress::files_below, hash};

use crate::run::in_every_engine;

in_every_engine!(
    the_page_opens_without_its_host,
    a_newer_edition_waits_until_it_is_asked_for,
    half_an_edition_is_never_shown,
    too_little_room_changes_nothing,
);

/// The page as it is built, once the browser keeps it; nothing in an engine that keeps no pages.
fn kept(page: &Page) -> Result<Option<Site>> {
    let site = Site::changed(|_| Ok(()))?;
    page.open(&site.address("#view=articles"))?;
    if page.value("'serviceWorker' in navigator")? == false {
        eprintln!("SKIPPED: {} has no service workers here", page.session.engine().name());
        return Ok(None);
    }
    page.wait("the page to be kept", "navigator.serviceWorker.controller?.state === 'activated'")?;
    Ok(Some(site))
}

/// As a link or the address bar loads the page; the driver of Firefox reloads past every worker.
fn reload(page: &Page) -> Result<()> {
    page.reloaded_by(|page| page.session.run("location.reload()", json!([])).map(drop))?;
    page.wait("the results", "all('.result').length > 0 && !document.getElementById('boot-note')")
}

fn the_page_opens_without_its_host(page: &Page) -> Result<()> {
    let Some(site) = kept(page)? else { return Ok(()) };
    if page.session.engine() == Engine::Chromium {
        let answer = page.session.chromium("Page.getInstallabilityErrors", json!({}))?;
        ensure!(answer["installabilityErrors"] == json!([]), "cannot be installed: {answer}");
    }
    // Nobody answers on its port any more.
    drop(site);
    reload(page)?;
    page.search("china")?;
    page.wait("the answer", "document.querySelector('.result mark.hit')")?;
    // Later parts of the program are kept as well.
    page.click_css(".result > a")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
    page.follow("#view=countries")?;
    page.wait("the countries", "document.querySelector('main table')")?;
    page.follow("#view=overview")?;
    page.wait("the map", "document.querySelector('main svg')")
}

/// Presses a button of the notice as somebody without a pointer does.
fn press(page: &Page, name: &str) -> Result<()> {
    let button = page.role("button", name)?;
    page.session.run("arguments[0].focus()", json!([button.argument()]))?;
    page.session.press(&[key::ENTER])
}

/// Which edition the page is of, by its text and by its program; one number when they agree.
const EDITION: &str =
    "[document.querySelector('meta[name=edition]')?.content ?? '1', window.edition ?? '1'].join()";

/// The site with another page and another program, as a publisher puts it up.
fn second_edition(folder: &Path) -> Result<()> {
    let files = files_below(folder)?;
    let name = |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_boot = |file: &&std::path::PathBuf| {
        let name = name(file);
        name.starts_with("boot-") && name.ends_with(".js")
    };
    let old = files.iter().find(is_boot).context("the site has no boot script")?;
    let script = format!("window.edition = '2';\n{}", fs::read_to_string(old)?);
    let new = hash::name("boot", script.as_bytes(), "js");
    fs::write(folder.join(&new), script)?;
    for file in files.iter().filter(|file| name(file).starts_with("boot-")) {
        fs::remove_file(file)?;
    }
    site::edit_index(folder, |page| {
        let page = page.replace(&name(old), &new);
        Ok(page.replacen("<title>", "<meta name=\"edition\" content=\"2\"><title>", 1))
    })
}

fn a_newer_edition_waits_until_it_is_asked_for(page: &Page) -> Result<()> {
    let Some(site) = kept(page)? else { return Ok(()) };
    ensure!(page.value(EDITION)? == "1,1", "the first edition");
    ensure!(page.value("!document.querySelector('.edition')")? == true, "there is nothing newer");
    site.publish(second_edition)?;
    reload(page)?;
    page.wait(
        "the notice",
        "document.querySelector('.edition [role=status]')?.textContent.includes('newer edition')",
    )?;
    ensure!(page.value(EDITION)? == "1,1", "nothing changes by itself");
    reload(page)?;
    ensure!(page.value(EDITION)? == "1,1", "nothing changes by itself");
    press(page, "Later")?;
    page.wait("no notice", "!document.querySelector('.edition')")?;
    reload(page)?;
    page.role("button", "Reload")?;
    page.reloaded_by(|page| press(page, "Reload"))?;
    page.wait("the second edition", &format!("{EDITION} === '2,2'"))?;
    page.wait("the results", "all('.result').length > 0")?;
    let caches =
        "return (await caches.keys()).filter((name) => name.startsWith('dateline ')).length";
    page.wait("the new worker", "navigator.serviceWorker.controller?.state === 'activated'")?;
    let left = page.session.run_async(caches, json!([]))?;
    ensure!(left == 1, "one edition is kept, not {left}");
    drop(site);
    reload(page)?;
    ensure!(page.value(EDITION)? == "2,2", "the second edition is kept");
    ensure!(page.value("!document.querySelector('.edition')")? == true, "there is nothing newer");
    Ok(())
}

fn half_an_edition_is_never_shown(page: &Page) -> Result<()> {
    let Some(site) = kept(page)? else { return Ok(()) };
    // The new list is there, and not yet the new program; then not yet the new page.
    let before = site.publish(second_edition)?;
    let boot = before.iter().find(|name| name.starts_with("boot-")).context("a boot script")?;
    let program = site.take(boot)?;
    refused(page)?;
    // Half of the new program, under the name of the whole.
    site.put(boot, &program[..program.len() / 2])?;
    refused(page)?;
    site.put(boot, &program)?;
    let index = site.take("index.html")?;
    site.put("index.html", b"<!doctype html><title>Another</title>")?;
    refused(page)?;
    site.put("index.html", &index)?;
    reload(page)?;
    page.role("button", "Reload")?;
    ensure!(page.value(EDITION)? == "1,1", "nothing changes by itself");
    Ok(())
}

/// Has the browser look for a newer edition, which it must not take; the old one stays whole.
fn refused(page: &Page) -> Result<()> {
    let look = "\
        const registration = await navigator.serviceWorker.getRegistration(); \
        const found = new Promise((resolve) => registration.addEventListener('updatefound', () => { \
          const { installing } = registration; \
          installing.addEventListener('statechange', () => resolve(installing.state)); \
        }, { once: true })); \
        await registration.update().catch(() => {}); \
        return await found;";
    let state = page.session.run_async(look, json!([]))?;
    ensure!(state == "redundant", "half an edition is {state}");
    reload(page)?;
    ensure!(page.value(EDITION)? == "1,1", "the old edition is whole");
    Ok(())
}

/// Only Chromium's own protocol can take room away.
fn too_little_room_changes_nothing(page: &Page) -> Result<()> {
    if page.session.engine() != Engine::Chromium {
        return Ok(());
    }
    let site = Site::start()?;
    // The page is watched, which makes it another one than was built.
    site.publish(|_| Ok(()))?;
    let quota = json!({ "origin": site.origin(), "quotaSize": 100_000 });
    page.session.chromium("Storage.overrideQuotaForOrigin", quota)?;
    page.open(&site.address("#view=articles&q=china"))?;
    page.wait("the answer", "document.querySelector('.result mark.hit')")?;
    let keep = "\
        const { installing } = await navigator.serviceWorker.register('./sw.js'); \
        while (installing && installing.state === 'installing') \
          await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true })); \
        return [installing?.state, (await caches.keys()).length];";
    let answer = page.session.run_async(keep, json!([]))?;
    ensure!(answer == json!(["redundant", 0]), "state and caches: {answer}");
    let seen = watch::seen(&page.session)?;
    ensure!(seen.is_empty(), "{}", seen.join("\n"));
    page.click_css(".result > a")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")
}

//! What goes wrong while files are brought: a browser that has no room or keeps nothing says
//! so and loses nothing, and a file that ends the program that reads it takes no other along.

use std::fs;

use anyhow::{Result, ensure};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use dateline_e2e::site::{self, Site};
use dateline_e2e::watch;
use serde_json::{Value, json};
use xtask::paths;

use crate::own_files::{RAIN, START, drop_files, open, paste, yours};
use crate::run::in_every_engine;

in_every_engine!(
    a_full_disk_keeps_nothing_and_loses_nothing,
    a_browser_that_keeps_nothing_says_so,
    what_cannot_be_opened_again_is_told_and_stays,
    a_file_that_ends_its_reader_takes_no_other_along,
);

/// A script of the site that runs before all others.
const FIRST: &str = "first.js";

/// The page in a browser that a script changed before the page sees it.
fn site(script: &str) -> Result<Site> {
    Site::changed(|folder| {
        watch::install(folder)?;
        fs::write(folder.join(FIRST), script)?;
        site::edit_index(folder, |page| site::first_script(&page, FIRST))
    })
}

/// Lets the browser refuse to write, in one of two ways, until `window.room` is true: the
/// database refuses at once, or takes it and finds at the end that there is no room.
const FULL: &str = "
    const full = () => new DOMException('The disk is full.', 'QuotaExceededError');
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
        if (window.room) return put.apply(this, what);
        if (window.early) throw full();
        const { transaction } = this;
        const request = put.apply(this, what);
        Object.defineProperty(transaction, 'error', { get: full });
        request.addEventListener('success', () => transaction.abort());
        return request;
    };";

/// Waits for what the page says in words.
fn told(page: &Page, words: &str) -> Result<()> {
    let says = "document.querySelector('.yours [role=alert]')?.innerText ?? ''";
    page.wait(words, &format!("({says}).includes({})", json!(words)))
}

/// What is open can be searched, in every view.
fn is_open(page: &Page) -> Result<()> {
    page.follow("#view=articles&q=valleys")?;
    page.wait("the article that was brought", "all('.result .hit').length > 0")?;
    page.follow(START)?;
    page.role("button", "Save the page").map(drop)
}

/// How many packs this browser keeps for the page.
fn kept(page: &Page) -> Result<Value> {
    page.session.run_async(
        "const opening = indexedDB.open('dateline');
         opening.onupgradeneeded = () => opening.transaction.abort();
         const opened = await new Promise((done) => { opening.onsuccess = () => done(true); opening.onerror = () => done(false); });
         if (!opened) return 0;
         const asking = opening.result.transaction('packs').objectStore('packs').count();
         await new Promise((done) => (asking.onsuccess = done));
         opening.result.close();
         return asking.result;",
        json!([]),
    )
}

const KEEP: &str = "Keep in this browser";
const NO_ROOM: &str = "Not kept: this browser has no storage space left. Your articles stay open in this tab; save them as a file.";
const NOTHING: &str = "Not kept: this browser stores nothing for this page";

/// A disk that is full indeed, which only Chromium lets a test have.
fn indeed_full(page: &Page) -> Result<()> {
    let site = site("")?;
    let quota = json!({ "origin": site.origin(), "quotaSize": 1 });
    page.session.chromium("Storage.overrideQuotaForOrigin", quota)?;
    open(page, &site)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    page.click("button", KEEP)?;
    told(page, NO_ROOM)?;
    page.role("button", KEEP)?;
    is_open(page)
}

fn a_full_disk_keeps_nothing_and_loses_nothing(page: &Page) -> Result<()> {
    if page.session.engine() == Engine::Chromium {
        indeed_full(page)?;
    }
    let site = site(FULL)?;
    open(page, &site)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    for early in [true, false] {
        page.value(&format!("window.early = {early}"))?;
        page.click("button", KEEP)?;
        told(page, NO_ROOM)?;
        // Pressing it again is offered, and nothing is said to be kept.
        page.role("button", KEEP)?;
        ensure!(kept(page)? == json!(0), "kept after all, early: {early}");
        is_open(page)?;
        yours(page, 1)?;
    }
    page.value("window.room = true")?;
    page.click("button", KEEP)?;
    page.role("button", "Forget")?;
    page.wait("no complaint", "!document.querySelector('.yours [role=alert]')")?;
    // More of them have no room: those that were kept before are left.
    page.value("window.room = false")?;
    paste(page, "Snow falls in the north of Chile for the third week in a row.")?;
    yours(page, 2)?;
    told(page, &format!("{NO_ROOM} The copy kept earlier is still there."))?;
    page.role("button", "Forget")?;
    is_open(page)?;
    page.reloaded_by(|page| page.session.reload())?;
    yours(page, 1)?;
    is_open(page)
}

/// Browsers that keep nothing, each in its way.
const REFUSING: [(&str, &str); 5] = [
    ("no database", "Object.defineProperty(window, 'indexedDB', { value: undefined });"),
    (
        "a database that throws",
        "IDBFactory.prototype.open = () => { throw new DOMException('Not here.', 'SecurityError'); };",
    ),
    (
        "a database that does not open",
        "const opening = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (name) {
             const asked = opening.call(this, name, 1);
             asked.addEventListener('upgradeneeded', (event) => {
                 event.stopImmediatePropagation();
                 asked.transaction.abort();
             });
             return asked;
         };",
    ),
    (
        "no settings",
        "Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };",
    ),
    (
        "neither, and a page that may not even ask",
        "Object.defineProperty(window, 'indexedDB', { value: undefined });
         Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('No.', 'SecurityError'); } });",
    ),
];

fn a_browser_that_keeps_nothing_says_so(page: &Page) -> Result<()> {
    let site = site("")?;
    for (what, script) in REFUSING {
        site.put(FIRST, script.as_bytes())?;
        open(page, &site)?;
        paste(page, RAIN)?;
        yours(page, 1)?;
        page.click("button", KEEP)?;
        told(page, NOTHING).map_err(|e| e.context(what))?;
        page.role("button", KEEP)?;
        is_open(page)?;
        // More can be brought.
        drop_files(page, &[("snow.txt", b"It snowed in Chile on Monday.")])?;
        yours(page, 2)?;
        if what == "no settings" {
            ensure!(kept(page)? == json!(0), "a pack that nobody finds was left behind");
        }
    }
    // And nothing of it comes again.
    site.put(FIRST, b"")?;
    open(page, &site)?;
    page.role("button", "Read this text")?;
    let none = "!document.querySelector('section[aria-label=\"Your articles\"]')";
    ensure!(page.value(none)? == json!(true), "something was kept");
    ensure!(kept(page)? == json!(0), "something was kept");
    Ok(())
}

fn what_cannot_be_opened_again_is_told_and_stays(page: &Page) -> Result<()> {
    let site = site("")?;
    open(page, &site)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    page.click("button", KEEP)?;
    page.role("button", "Forget")?;
    let (what, script) = REFUSING[1];
    site.put(FIRST, script.as_bytes())?;
    open(page, &site)?;
    told(page, "Your articles could not be reopened: this browser stores nothing")
        .map_err(|e| e.context(what))?;
    // The published articles are there as ever.
    page.follow("#view=articles")?;
    page.role("button", "Try again")?;
    page.role("button", "Forget")?;
    page.wait("the published", "all('.result').length === 5")?;
    site.put(FIRST, b"")?;
    open(page, &site)?;
    yours(page, 1)?;
    is_open(page)
}

/// The page with a program that ends, as one does that has met something unforeseen, over a file
/// called fatal and over the second document of a WARC.
pub(crate) fn site_whose_reader_ends() -> Result<Site> {
    const STEP: &str = "step = reading.step();";
    const END: &str =
        "if (file.name.includes('fatal') ? at === 1 : file.name.endsWith('.warc') && at === 2) {
        throw new WebAssembly.RuntimeError('unreachable');
    }";
    Site::changed(|folder| {
        watch::install(folder)?;
        site::edit_worker(folder, |script| {
            ensure!(script.matches(STEP).count() == 1, "the worker reads in another way");
            Ok(script.replace(STEP, &format!("{END} {STEP}")))
        })
    })
}

/// An archive of the web with these pages: the kind of each and its bytes.
fn archive(pages: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (number, (kind, bytes)) in pages.iter().enumerate() {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n");
        out.extend_from_slice(
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n\
                 WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2024-03-11T10:00:00Z\r\n\
                 Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{head}",
                head.len() + bytes.len()
            )
            .as_bytes(),
        );
        out.extend_from_slice(bytes);
        out.extend_from_slice(b"\r\n\r\n");
    }
    out
}

fn a_file_that_ends_its_reader_takes_no_other_along(page: &Page) -> Result<()> {
    let site = site_whose_reader_ends()?;
    open(page, &site)?;
    let good = fs::read(paths::project().join("crates/formats/tests/samples/story.pdf"))?;
    let text = "text/plain; charset=utf-8";
    let pages = archive(&[
        (text, b"Snow in Norway\n\nIt snowed in Norway on Monday, and on Tuesday in Sweden."),
        (text, b"Fog in Nepal\n\nFog lay over Nepal on Monday, and on Tuesday over Bhutan."),
        (text, b"Sun in Kenya\n\nThe sun shone in Kenya on Monday, and on Tuesday in Uganda."),
    ]);
    let files: [(&str, &[u8]); 5] = [
        ("a before.txt", RAIN.as_bytes()),
        ("b fatal.pdf", &good),
        ("c behind.pdf", &good),
        ("d pages.warc", &pages),
        ("e last.txt", b"Wind in Chile\n\nThe wind blew in Chile on Monday, and on Tuesday."),
    ];
    drop_files(page, &files)?;
    // Two of the archive, and each of the others but the one.
    yours(page, 5)?;
    let rows = page.value(
        "all('.skipped tbody tr').map((row) => [...row.cells].map((cell) => cell.textContent))",
    )?;
    let expected = json!([
        ["b fatal.pdf", "damaged: reading it failed; save it in another format"],
        ["d pages.warc", "damaged: reading document 2 of it failed; save it in another format"],
    ]);
    ensure!(rows == expected, "left out: {rows}");
    for word in ["valleys", "Norway", "Kenya", "wind"] {
        page.follow(&format!("#view=articles&q={word}+collection%3Ayours"))?;
        page.wait(word, "all('.result .hit').length > 0")?;
    }
    // The page itself goes on: more can be brought.
    page.follow(START)?;
    paste(page, "Fog in Nepal\n")?;
    yours(page, 6)
}

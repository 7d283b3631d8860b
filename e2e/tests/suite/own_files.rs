//! Articles of the reader's own: files of every format dropped on the page are read as the
//! command reads them, stand beside the published ones or alone, are kept only where the
//! reader says so, and leave the tab only as files that the reader saves.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_dropped::{Collector, Reader};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::{Value, json};
use xtask::page::compress::files_below;
use xtask::paths;

use crate::run::in_every_engine;

in_every_engine!(
    files_of_every_format_are_read_as_the_command_reads_them,
    what_is_said_of_files_is_obeyed,
    brought_articles_stand_beside_the_published_ones,
    words_tell_them_from_the_published_ones,
    what_is_kept_outlives_the_tab_and_is_forgotten,
    the_page_saved_with_them_opens_by_itself,
    more_than_a_page_takes_is_refused_before_it_is_read,
    reading_can_be_stopped,
    a_page_without_the_reader_of_files_says_so,
);

pub(crate) const START: &str = "#view=yours";

/// Drops files: names, and bytes in base64.
const DROP: &str = "
    const carried = new DataTransfer();
    for (const [name, bytes] of arguments[0]) {
        const letters = atob(bytes);
        const whole = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
        carried.items.add(new File([whole], name));
    }
    for (const name of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: carried }));
    }";

/// The helper of the tests in a script of its own.
const ALL: &str = "const all = (css) => [...document.querySelectorAll(css)];";

/// Keeps what is offered as a file, in the place of offering it.
pub(crate) const CATCH: &str = "
    window.offered = [];
    const make = URL.createObjectURL;
    let last;
    URL.createObjectURL = (blob) => make.call(URL, (last = blob));
    HTMLAnchorElement.prototype.click = function () {
        if (this.download) last.text().then((text) => window.offered.push([this.download, text]));
    };";

fn start(page: &Page) -> Result<Site> {
    let site = Site::start()?;
    open(page, &site)?;
    Ok(site)
}

pub(crate) fn open(page: &Page, site: &Site) -> Result<()> {
    page.open(&site.address(START))?;
    // Files are heard of once the rest of the program is here.
    page.wait("the view", "document.querySelector('#choose-files')")
}

/// Drops files; in WebKit, where no script can, chooses them.
pub(crate) fn drop_files(page: &Page, files: &[(&str, &[u8])]) -> Result<()> {
    if page.session.engine() == Engine::WebKit {
        let written = |(name, bytes): &(&str, &[u8])| write(name, |file| file.write_all(bytes));
        let paths: Vec<String> = files.iter().map(written).collect::<Result<_>>()?;
        return choose(page, &paths);
    }
    let coded: Vec<[String; 2]> =
        files.iter().map(|(name, bytes)| [(*name).to_owned(), STANDARD.encode(bytes)]).collect();
    page.session.run(DROP, json!([coded])).map(drop)
}

/// Chooses files by their paths.
fn choose(page: &Page, paths: &[String]) -> Result<()> {
    page.session.type_into(&page.session.find("#choose-files")?, &paths.join("\n"))
}

/// Writes a file into a folder of this test run; its path.
fn write(name: &str, fill: impl FnOnce(&mut File) -> std::io::Result<()>) -> Result<String> {
    let folder = paths::scratch("e2e").join(format!("files-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fill(&mut File::create(&path)?)?;
    Ok(path.to_string_lossy().into_owned())
}

/// Waits until so many articles are the reader's.
pub(crate) fn yours(page: &Page, count: usize) -> Result<()> {
    let articles = if count == 1 { "1 article".to_owned() } else { format!("{count} articles") };
    let line = "document.querySelector('section[aria-label=\"Your articles\"] p')?.innerText ?? ''";
    page.wait(
        &format!("{articles} of the reader's"),
        &format!("({line}).includes({})", json!(articles)),
    )
}

pub(crate) fn paste(page: &Page, text: &str) -> Result<()> {
    page.session.type_into(&page.session.find("#pasted")?, text)?;
    page.click("button", "Read this text")
}

fn files_of_every_format_are_read_as_the_command_reads_them(page: &Page) -> Result<()> {
    let site = start(page)?;
    let folder = paths::project().join("crates/formats/tests/samples");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        files.push((name, fs::read(entry.path())?));
    }
    files.sort();
    let mut collector = Collector::new(None)?;
    for (name, bytes) in &files {
        let mut reader = Reader::open(name, bytes.clone());
        while let Some(step) = reader.step() {
            collector.take(&step);
        }
    }
    let expected = collector.finish();
    let own = expected.corpus.map_err(anyhow::Error::msg)?;
    ensure!(expected.skipped.len() > 3 && own.len() > 20, "samples that are read and that are not");
    let dropped: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    drop_files(page, &dropped)?;
    yours(page, own.len())?;
    let rows = |table: &str| {
        page.value(&format!(
            "all('{table} tbody tr').map((row) => [...row.cells].map((cell) => cell.textContent))"
        ))
    };
    let skipped: Vec<Value> = expected.skipped.iter().map(|s| json!([s.name, s.reason])).collect();
    ensure!(
        rows(".skipped")? == json!(skipped),
        "left out: {} and not {skipped:?}",
        rows(".skipped")?
    );
    let noted = expected.read.iter().filter(|r| !r.notes.is_empty());
    let noted = noted.map(|r| (&r.name, [&[r.format.clone()][..], &r.notes].concat().join(" · ")));
    let noted: Vec<Value> = noted.map(|row| json!(row)).collect();
    ensure!(rows(".noted")? == json!(noted), "guessed: {} and not {noted:?}", rows(".noted")?);
    // The same articles with the same mentions, behind those that were published.
    page.session.run_async("await window.dateline.ready", json!([]))?;
    let mentions: usize = own.articles().map(|a| a.mentions().len()).sum();
    let found = page.value(&format!(
        "window.dateline.query('collection:yours', {{ limit: {} }}).hits.map((a) => a.id)",
        own.len()
    ))?;
    let names: Vec<&str> =
        found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(names.len() == own.len(), "{names:?}");
    let counted = page.value(&format!(
        "{found}.reduce((sum, id) => sum + window.dateline.mentions(id).length, 0)"
    ))?;
    ensure!(counted == json!(mentions), "{counted} mentions and not {mentions}");
    // Nothing but files of the page was asked for, and nothing was sent.
    let foreign: Vec<String> =
        site.requests().into_iter().filter(|r| !r.starts_with("200 /some/folder/")).collect();
    ensure!(foreign.is_empty(), "requests: {foreign:?}");
    Ok(())
}

pub(crate) const RAIN: &str =
    "Rain floods the valleys of Peru and Norway for the third week in a row.";

fn what_is_said_of_files_is_obeyed(page: &Page) -> Result<()> {
    let site = crate::bringing_fails::site_whose_reader_ends()?;
    open(page, &site)?;
    let said = "columns = { text = 'Lauftext' }\ncorrections = 'words.json'\n\
                [articles.'rain.txt']\ntitle = 'Sun in Chile'\n[articles.'away.txt']\ntitle = 'No'\n";
    let files: [(&str, &[u8]); 5] = [
        ("corpus.toml", said.as_bytes()),
        ("fatal.txt", RAIN.as_bytes()),
        ("rain.txt", RAIN.as_bytes()),
        ("rows.csv", b"id,Lauftext\n7,It snowed for a week in Lima and in Kenya.\n"),
        ("words.json", b"{\"mute\":[\"Lima\"]}"),
    ];
    drop_files(page, &files)?;
    yours(page, 2)?;
    // The program that reads was ended by the second file, and the next knows what was said too.
    let left_out = page.value("all('.skipped tbody tr').map((row) => row.innerText)")?;
    let rows = left_out.as_array().context("rows")?;
    ensure!(
        rows.len() == 2
            && left_out[0].as_str().is_some_and(|row| row.contains("line 5: no file \"away.txt\""))
            && left_out[1].as_str().is_some_and(|row| row.contains("fatal.txt")),
        "left out: {left_out}"
    );
    let list = "#view=articles&q=collection%3Ayours";
    page.follow(list)?;
    page.wait("the title that is said", "document.body.innerText.includes('Sun in Chile')")?;
    page.session.run_async("await window.dateline.ready", json!([]))?;
    let found = page.value(
        "window.dateline.mentions('rows.csv#7').map((mention) => mention.country).join(' ')",
    )?;
    ensure!(found == json!("KE"), "Lima is muted in the row: {found}");
    Ok(())
}

fn brought_articles_stand_beside_the_published_ones(page: &Page) -> Result<()> {
    let _site = start(page)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    page.wait("the comparison", "document.querySelector('.compare a[href*=\"of=NO\"]')")?;
    let before = page.value("window.dateline ? 1 : 0")?;
    ensure!(before == json!(1), "the page for scripts");
    page.click("link", "Only yours")?;
    page.wait(
        "one result, marked as the reader's",
        "all('.result').length === 1 && document.querySelector('.result .collection.yours')",
    )?;
    page.follow("#view=articles&q=collection%3Apublished")?;
    page.wait(
        "the published",
        "all('.result').length === 5 && !document.querySelector('.result .collection.yours')",
    )?;
    page.follow("#view=articles&q=valleys")?;
    page.wait("a hit", "all('.result .hit').length > 0")?;
    page.follow(START)?;
    page.click("button", "Show alone")?;
    page.wait(
        "the other way",
        "all('button').some((b) => b.innerText === 'Show beside the published')",
    )?;
    page.follow("#view=articles")?;
    page.wait("one article", "all('.result').length === 1")?;
    page.follow(START)?;
    page.click("button", "Show beside the published")?;
    page.wait("both", "document.querySelector('section[aria-label=\"Your articles\"] p')?.innerText.includes('beside 5')")?;
    drop_files(
        page,
        &[("snow.txt", b"Snow in Chile\n\nIt snowed in Chile on Monday, and on Tuesday.")],
    )?;
    yours(page, 2)?;
    page.click("button", "Remove")?;
    page.wait(
        "only what was published",
        "!document.querySelector('section[aria-label=\"Your articles\"]')",
    )?;
    page.follow("#view=articles")?;
    page.wait("the published", "all('.result').length === 5")
}

/// An article that says a word often which no published article holds.
const LIGHT: &str = "Keepers of the lighthouse. The lighthouse on the cape was lit again on \
    Monday, and its keeper left the old lighthouse for the new lighthouse. A lighthouse without a \
    keeper is no lighthouse, the keeper of the next lighthouse said.";

/// Brings an article of which a word is distinctive, and waits for the lists.
pub(crate) fn compare(page: &Page) -> Result<()> {
    page.wait("the view", "document.querySelector('#choose-files')")?;
    paste(page, LIGHT)?;
    yours(page, 1)?;
    page.wait("the words", "document.querySelector('.distinctive')")
}

fn words_tell_them_from_the_published_ones(page: &Page) -> Result<()> {
    let _site = start(page)?;
    compare(page)?;
    let link = "all('.distinctive.yours th a').find((a) => a.innerText === 'lighthouse')";
    page.wait("a distinctive word", link)?;
    let cells =
        page.value(&format!("[...({link}).closest('tr').cells].map((cell) => cell.innerText)"))?;
    let cell = |at: usize| cells[at].as_str().unwrap_or_default();
    ensure!(cell(1) == "1 · 7" && cell(3) == "0", "its figures: {cells}");
    // Its figures are those of the search that it leads to.
    page.session.run(&format!("{ALL} ({link}).click()"), json!([]))?;
    page.wait(
        "the reader's article",
        "all('.result').length === 1 && document.querySelector('.result .collection.yours')",
    )?;
    page.wait(
        "its hits",
        "document.querySelector('#reading').innerText.includes('1 of 6 articles, 7 hits')",
    )?;
    // The filters count here too.
    page.follow("#view=yours&q=lighthouse")?;
    page.wait(
        "why there is nothing",
        "all('.empty').some((p) => p.innerText.includes('no published article'))",
    )?;
    ensure!(page.value("!document.querySelector('.distinctive')")? == json!(true), "no list");
    page.follow("#view=yours&q=the")?;
    page.wait("the word within a search", &format!("({link})?.hash.includes('q=the+lighthouse')"))
}

fn what_is_kept_outlives_the_tab_and_is_forgotten(page: &Page) -> Result<()> {
    let site = start(page)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    page.click("button", "Keep in this browser")?;
    page.wait("that it is kept", "all('button').some((b) => b.innerText === 'Forget')")?;
    open(page, &site)?;
    page.session.reload()?;
    yours(page, 1)?;
    page.click("button", "Forget")?;
    page.wait(
        "that it is forgotten",
        "all('button').some((b) => b.innerText === 'Keep in this browser')",
    )?;
    page.session.reload()?;
    page.wait("the view", "document.querySelector('#choose-files')")?;
    let kept = page.session.run_async(
        "const databases = indexedDB.databases ? await indexedDB.databases() : [];
         if (!databases.length) return 0;
         const opening = indexedDB.open('dateline');
         await new Promise((done) => (opening.onsuccess = done));
         const asking = opening.result.transaction('packs').objectStore('packs').count();
         await new Promise((done) => (asking.onsuccess = done));
         opening.result.close();
         return asking.result;",
        json!([]),
    )?;
    ensure!(kept == json!(0), "{kept} packs are left in the browser");
    ensure!(
        page.value("!document.querySelector('section[aria-label=\"Your articles\"]')")?
            == json!(true),
        "forgotten"
    );
    Ok(())
}

fn the_page_saved_with_them_opens_by_itself(page: &Page) -> Result<()> {
    let _site = start(page)?;
    paste(page, RAIN)?;
    yours(page, 1)?;
    page.session.run(CATCH, json!([]))?;
    page.click("button", "Save the page")?;
    page.wait("the file", "window.offered.length === 1")?;
    let offered = page.value("window.offered[0]")?;
    let (name, html) =
        (offered[0].as_str().context("a name")?, offered[1].as_str().context("a page")?);
    ensure!(name.ends_with(".html"), "{name}");
    let file = paths::scratch("e2e").join(format!(
        "saved-{}-{}.html",
        page.session.engine().name(),
        std::process::id()
    ));
    fs::create_dir_all(file.parent().context("a folder")?)?;
    fs::write(&file, html)?;
    page.open(&format!("file://{}#view=articles&q=valleys", file.display()))?;
    page.wait("a hit in the saved page", "all('.result .hit').length > 0")?;
    page.follow(START)?;
    page.wait("the view", "document.querySelector('#choose-files')")?;
    // The saved page reads files too.
    paste(page, "Snow in Chile\n")?;
    yours(page, 1)?;
    fs::remove_file(&file)?;
    Ok(())
}

fn more_than_a_page_takes_is_refused_before_it_is_read(page: &Page) -> Result<()> {
    let _site = start(page)?;
    // It has a size and takes no room.
    let large = write("large.txt", |file| file.set_len(201 << 20))?;
    choose(page, &[large])?;
    page.wait("the reason", "document.querySelector('[role=alert]')?.innerText.includes('201 MB, and one page takes 200 MB')")?;
    ensure!(
        page.value("!document.querySelector('section[aria-label=\"Your articles\"]')")?
            == json!(true),
        "nothing was read"
    );
    // A smaller drop is read.
    drop_files(page, &[("rain.txt", RAIN.as_bytes())])?;
    yours(page, 1)
}

fn reading_can_be_stopped(page: &Page) -> Result<()> {
    let _site = start(page)?;
    // Enough to be read while the button is pressed.
    let rows = write("many.csv", |file| {
        let rows = (0..100_000).map(|n| format!("{n},Rain {n},It rained in Peru for {n} days.\n"));
        file.write_all(("id,title,text\n".to_owned() + &rows.collect::<String>()).as_bytes())
    })?;
    choose(page, &[rows])?;
    page.wait("progress", "document.querySelector('.own-progress progress')")?;
    page.click("button", "Stop")?;
    page.wait("the message", "document.querySelector('.toast')?.innerText.startsWith('Stopped')")?;
    page.wait(
        "nothing of it",
        "!document.querySelector('.own-progress, section[aria-label=\"Your articles\"]')",
    )?;
    paste(page, RAIN)?;
    yours(page, 1)
}

fn a_page_without_the_reader_of_files_says_so(page: &Page) -> Result<()> {
    let site = Site::changed(|folder| {
        let name =
            |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for file in files_below(folder)?.iter().filter(|file| name(file).starts_with("boot-")) {
            if !name(file).ends_with(".js") {
                // A copy that is compressed.
                fs::remove_file(file)?;
                continue;
            }
            let script = fs::read_to_string(file)?;
            let (before, after) = script.split_once("\"worker.js\":").context("no worker")?;
            let (_, after) = after.split_once(',').context("no name behind it")?;
            fs::write(file, format!("{before}{after}"))?;
        }
        Ok(())
    })?;
    page.open(&site.address(START))?;
    page.wait("the view", "document.querySelector('.yours .repair')")?;
    ensure!(
        page.value(
            "document.querySelector('.yours .repair').textContent.includes('published without')"
        )? == true
    );
    ensure!(
        page.value("all('.yours input, .yours textarea').length")? == 0,
        "nothing to bring files with"
    );
    page.follow("#view=articles")?;
    page.wait("the articles", "all('.result').length > 0")
}

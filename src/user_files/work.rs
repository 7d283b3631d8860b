//! What can be done with what the reader brings.

use super::keep;
use super::state::{self, Doing, change, employ};
use crate::browser::brought::Brought;
use crate::browser::download;
use crate::browser::held::Held;
use crate::browser::own_files;
use crate::browser::tasks;
use crate::browser::worker::{self, Job, News, Outcome, Pack, Report, Worker};
use crate::model::page_props::PageProps;
use crate::model::shared::{Own, Shared};
use crate::model::words;
use crate::scripting::serving;
use dateline_corpus::{Arriving, Corpus};
use dateline_export::file_name;
use std::rc::Rc;
use yew::Callback;

/// Where results go.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    corpus: Shared,
    show: Callback<Shared>,
    tell: Callback<String>,
}

impl Page {
    /// The page.
    pub fn of(page: &PageProps) -> Page {
        let PageProps { corpus, show, tell, .. } = page.clone();
        Page { corpus, show, tell }
    }

    /// What is open now, which may no longer be what was open when work began.
    fn open(&self) -> Shared {
        serving::served().map_or_else(|| self.corpus.clone(), |served| served.corpus)
    }
}

/// The articles to put others beside; `None` where only contexts of them are there.
fn joinable(corpus: &Shared) -> Option<&Corpus> {
    Some(&**corpus.published()).filter(|published| published.contexts_only().is_none())
}

/// Whether articles can stand beside those that were published.
pub fn can_join(corpus: &Shared) -> bool {
    joinable(corpus).is_some()
}

/// What readers are told where publishers left the reader of files out.
pub const CANNOT_READ: &str = "This page was published without what reads files. Ask its publisher, or use another Dateline page for them: they stay with you there too.";

/// Reads files and shows their articles, behind those that were brought before.
pub fn bring(page: Page, files: Vec<Brought>) {
    if state::now().doing != Doing::Nothing {
        page.tell.emit("One after the other: something is being read already.".to_owned());
        return;
    }
    if !own_files::can_read() {
        change(|s| s.problem = Some(CANNOT_READ.to_owned()));
        return;
    }
    if files.is_empty() {
        change(|s| s.problem = Some("There is no file in it that could be read.".to_owned()));
        return;
    }
    change(|s| {
        // How long they are the worker tells: asking files on a disk takes this thread seconds.
        let (name, bytes) = (files[0].name.clone(), (0.0, 0.0));
        s.doing = Doing::Reading { name, bytes, articles: 0 };
        (s.problem, s.report) = (None, None);
    });
    tasks::spawn(async move {
        let open = page.open();
        let job = Job::Read {
            files: &files,
            before: open.own().map(|own| &own.pack),
            published: joinable(&open).map(Corpus::pack),
        };
        start(job, &page).await;
    });
}

/// Opens what this browser kept.
pub fn restore(page: Page) {
    if !keep::holds() || page.corpus.own().is_some() || state::now().doing != Doing::Nothing {
        return;
    }
    change(|s| s.doing = Doing::Opening);
    tasks::spawn(async move {
        match keep::kept().await {
            Ok(Some(own)) => {
                change(|s| s.kept = true);
                let open = page.open();
                let published = joinable(&open).map(Corpus::pack);
                start(Job::Open { own: &own, published }, &page).await;
            }
            Ok(None) => change(|s| s.doing = Doing::Nothing),
            Err(reason) => failed(&format!("Your articles could not be opened again: {reason}.")),
        }
    });
}

/// Ends what is being done; nothing changes.
pub fn stop(page: &Page) {
    employ(None);
    change(|s| s.doing = Doing::Nothing);
    page.tell.emit("Stopped. Nothing was added.".to_owned());
}

/// Takes what was brought away, also from this browser.
pub fn remove(page: &Page) {
    if state::now().kept {
        keep::forget(Callback::noop());
    }
    change(|s| s.report = None);
    page.show.emit(page.corpus.published().clone());
    page.tell.emit("Removed. Your files themselves are as they were.".to_owned());
}

/// Shows what was brought alone, or beside what was published.
pub fn show_alone(page: Page, alone: bool) {
    let Some(own) = page.corpus.own() else { return };
    let (pack, published) = (own.pack.clone(), own.published.clone());
    change(|s| s.doing = Doing::Opening);
    tasks::spawn(async move {
        if alone {
            let opened = worker::bytes_of(&pack).await;
            match opened {
                Ok(bytes) => show(&page, pack, bytes, &published, true).await,
                Err(reason) => failed(&format!("They could not be opened: {reason}.")),
            }
        } else {
            let beside = joinable(&published).map(Corpus::pack);
            start(Job::Open { own: &pack, published: beside }, &page).await;
        }
    });
}

/// Offers what was brought as a pack.
pub fn save_pack(corpus: &Shared) {
    if let Some(own) = corpus.own() {
        download::save_held("articles.pack", &own.pack);
    }
}

/// Offers the page with the articles that are open as one file.
pub fn save_page(page: Page) {
    change(|s| s.doing = Doing::Saving);
    tasks::spawn(async move {
        let corpus = page.open();
        start(Job::Save { pack: corpus.pack() }, &page).await;
    });
}

async fn start(job: Job<'_>, page: &Page) {
    let hears = page.clone();
    let started = Worker::start(job, move |news| hear(&hears, news)).await;
    match started {
        // Stopped while it was being fetched.
        Ok(worker) if state::now().doing != Doing::Nothing => employ(Some(worker)),
        Ok(_) => {}
        Err(reason) => failed(&format!("The reader of files could not start: {reason}.")),
    }
}

fn hear(page: &Page, news: News) {
    match news {
        News::Progress { name, bytes, articles } => {
            change(|s| s.doing = Doing::Reading { name, bytes, articles });
        }
        News::Finishing(articles) => change(|s| s.doing = Doing::Making(articles)),
        News::Nothing(reason, report) => {
            done(Some(report));
            change(|s| s.problem = Some(reason));
        }
        News::Failed(reason) => failed(&capital(&reason)),
        News::Page(html) => {
            download::save_held(&file_name(page.open().name(), "html"), &html);
            done(None);
        }
        News::Read(outcome) => {
            let page = page.clone();
            tasks::spawn(async move { take(&page, outcome).await });
        }
    }
}

async fn take(page: &Page, outcome: Outcome) {
    let Outcome { own, pack, report } = outcome;
    let said = says(&report);
    let open = page.open();
    let published = open.published().clone();
    let alone = !can_join(&published);
    show(page, own.clone(), pack, &published, alone).await;
    done(Some(report));
    if state::now().kept {
        keep::keep(own, Callback::noop());
    }
    if let Some(said) = said {
        page.tell.emit(said);
    }
}

/// Articles whose mentions are counted at a time: some milliseconds.
const COUNTED: usize = 1000;

/// Shows a pack, with what the reader changed before.
async fn show(page: &Page, own: Held, pack: Pack, published: &Shared, alone: bool) {
    let mut arriving = Arriving::new();
    let mut refused = None;
    pack.pieces(|piece| refused = refused.take().or(arriving.push(piece).err())).await;
    let opened = match refused {
        Some(error) => Err(error),
        None => Shared::arrived(arriving),
    };
    let corpus = match opened {
        Ok(corpus) => corpus,
        Err(error) => return failed(&format!("They could not be opened: {error}.")),
    };
    while corpus.count_some(COUNTED) {
        tasks::turn().await;
    }
    let before = page.open();
    let articles = corpus.len() - if alone { 0 } else { published.len().min(corpus.len()) };
    let own = Own { published: published.as_read().clone(), pack: own, articles, alone };
    let mut corpus = corpus.with_own(own);
    // What was published comes first and what was brought keeps its order, so that blocks
    // have the numbers that they had.
    let same_order = !alone && before.own().is_none_or(|own| !own.alone);
    if same_order && !before.said().is_empty() {
        corpus = corpus.saying(before.said().to_vec());
    }
    if !before.corrections().is_empty() {
        corpus = corpus.with_kept(before.corrections().clone());
    }
    change(|s| s.doing = Doing::Nothing);
    page.show.emit(corpus);
}

fn done(report: Option<Report>) {
    employ(None);
    change(|s| {
        s.doing = Doing::Nothing;
        if let Some(report) = report.filter(|r| *r != Report::default()) {
            s.report = Some(Rc::new(report));
        }
    });
}

fn failed(reason: &str) {
    employ(None);
    change(|s| {
        s.doing = Doing::Nothing;
        s.problem = Some(reason.to_owned());
    });
}

/// What came of it, in a sentence; nothing when nothing was read.
fn says(report: &Report) -> Option<String> {
    let read = words::count(report.read.len(), "article");
    match (report.read.len(), report.skipped.len()) {
        (0, 0) => None,
        (_, 0) => Some(format!("{read} read.")),
        (_, skipped) => Some(format!("{read} read, {} left out.", words::number(skipped))),
    }
}

fn capital(reason: &str) -> String {
    let mut letters = reason.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

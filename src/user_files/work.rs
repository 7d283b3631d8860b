//! The actions on user files.

use super::keep;
use super::state::{self, Activity, change, set_worker};
use crate::browser::blob::BlobHandle;
use crate::browser::download;
use crate::browser::dropped_files::DroppedFile;
use crate::browser::page_files;
use crate::browser::tasks;
use crate::browser::worker::{self, Job, Outcome, Pack, Report, Worker, WorkerEvent};
use crate::evidence;
use crate::model::page_props::PageProps;
use crate::model::shared::{Edit, Shared, UserArticles};
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
    notify: Callback<String>,
}

impl Page {
    /// The page.
    pub fn of(page: &PageProps) -> Page {
        let PageProps { corpus, show, notify, .. } = page.clone();
        Page { corpus, show, notify }
    }

    /// What is open now, which may no longer be what was open when work began.
    fn open(&self) -> Shared {
        serving::served().map_or_else(|| self.corpus.clone(), |served| served.corpus)
    }
}

/// The articles to put others beside; `None` where only contexts of them are there.
fn joinable(corpus: &Shared) -> Option<&Corpus> {
    Some(&**corpus.published().as_read()).filter(|published| published.contexts_only().is_none())
}

/// Whether articles can stand beside those that were published.
pub fn can_join(corpus: &Shared) -> bool {
    joinable(corpus).is_some()
}

/// What readers are told where publishers left the reader of files out.
pub const CANNOT_READ: &str = "This page was published without its file reader. Ask its publisher for one, or use another Dateline page: your files stay with you there too.";

/// Reads files and shows their articles, behind those that were brought before.
pub fn read_files(page: Page, files: Vec<DroppedFile>) {
    if state::now().activity != Activity::Idle {
        page.notify.emit("Still reading the previous files.".to_owned());
        return;
    }
    if !page_files::can_read() {
        change(|s| s.problem = Some(CANNOT_READ.to_owned()));
        return;
    }
    if files.is_empty() {
        change(|s| s.problem = Some("There is no file in it that can be read.".to_owned()));
        return;
    }
    change(|s| {
        // How long they are the worker tells: asking files on a disk takes this thread seconds.
        let (name, bytes) = (files[0].name.clone(), (0.0, 0.0));
        s.activity = Activity::Reading { name, bytes, articles: 0 };
        (s.problem, s.report) = (None, None);
    });
    tasks::spawn(async move {
        let open = page.open();
        let job = Job::Read {
            files: &files,
            before: open.user_articles().map(|own| &own.pack),
            published: joinable(&open).map(Corpus::pack),
        };
        start(job, &page).await;
    });
}

/// Opens what this browser kept.
pub fn restore(page: Page) {
    if !keep::holds()
        || page.corpus.user_articles().is_some()
        || state::now().activity != Activity::Idle
    {
        return;
    }
    change(|s| s.activity = Activity::Opening);
    tasks::spawn(async move {
        match keep::stored().await {
            Ok(Some(own)) => {
                change(|s| s.kept = true);
                let open = page.open();
                let published = joinable(&open).map(Corpus::pack);
                start(Job::Open { own: &own, published }, &page).await;
            }
            Ok(None) => failed("This browser no longer has the articles that it kept."),
            Err(reason) => failed(&format!("Your articles could not be reopened: {reason}.")),
        }
    });
}

/// Ends what is being done; nothing changes.
pub fn stop(page: &Page) {
    set_worker(None);
    change(|s| s.activity = Activity::Idle);
    page.notify.emit("Stopped. Nothing was added.".to_owned());
}

/// Takes what was brought away, also from this browser.
pub fn remove(page: &Page) {
    if state::now().kept {
        keep::forget(Callback::noop());
    }
    change(|s| s.report = None);
    let (published, _) = split_edits(&page.corpus);
    evidence::keep::keep(&published);
    page.show.emit(published);
    page.notify.emit("Removed. Your files are unchanged.".to_owned());
}

/// Shows what was brought alone, or beside what was published.
pub fn show_alone(page: Page, alone: bool) {
    let Some(own) = page.corpus.user_articles() else { return };
    let (pack, published) = (own.pack.clone(), own.published.clone());
    change(|s| s.activity = Activity::Opening);
    tasks::spawn(async move {
        if alone {
            let opened = worker::bytes_of(&pack).await;
            match opened {
                Ok(bytes) => show(&page, pack, bytes, &published, true).await,
                Err(reason) => failed(&format!("Your articles could not be opened: {reason}.")),
            }
        } else {
            let beside = joinable(&published).map(Corpus::pack);
            start(Job::Open { own: &pack, published: beside }, &page).await;
        }
    });
}

/// Offers what was brought as a pack.
pub fn save_pack(corpus: &Shared) {
    if let Some(own) = corpus.user_articles() {
        download::save_blob("articles.pack", &own.pack);
    }
}

/// Offers the page with the articles that are open as one file.
pub fn save_page(page: Page) {
    change(|s| s.activity = Activity::Saving);
    tasks::spawn(async move {
        let corpus = page.open();
        start(Job::Save { pack: corpus.pack() }, &page).await;
    });
}

async fn start(job: Job<'_>, page: &Page) {
    let target = page.clone();
    let started = Worker::start(job, move |event| on_event(&target, event)).await;
    match started {
        // Stopped while it was being fetched.
        Ok(worker) if state::now().activity != Activity::Idle => set_worker(Some(worker)),
        Ok(_) => {}
        Err(reason) => failed(&format!("The file reader could not start: {reason}.")),
    }
}

fn on_event(page: &Page, event: WorkerEvent) {
    match event {
        WorkerEvent::Progress { name, bytes, articles } => {
            change(|s| s.activity = Activity::Reading { name, bytes, articles });
        }
        WorkerEvent::Finishing(articles) => change(|s| s.activity = Activity::Making(articles)),
        WorkerEvent::Nothing(reason, report) => {
            done(Some(report));
            change(|s| s.problem = Some(reason));
        }
        WorkerEvent::Failed(reason) => failed(&capital(&reason)),
        WorkerEvent::Page(html) => {
            download::save_blob(&file_name(page.open().name(), "html"), &html);
            done(None);
        }
        WorkerEvent::Read(outcome) => {
            let page = page.clone();
            tasks::spawn(async move { take(&page, outcome).await });
        }
    }
}

async fn take(page: &Page, outcome: Outcome) {
    let Outcome { own, pack, report } = outcome;
    let summary = summary(&report);
    let open = page.open();
    let published = open.published().clone();
    let alone = !can_join(&published);
    show(page, own.clone(), pack, &published, alone).await;
    done(Some(report));
    if state::now().kept {
        keep::keep(own, Callback::noop());
    }
    if let Some(summary) = summary {
        page.notify.emit(summary);
    }
}

/// Articles whose mentions are counted at a time: some milliseconds.
const ARTICLES_AT_A_TIME: usize = 1000;

/// Shows a pack, with what the reader changed before.
async fn show(page: &Page, own: BlobHandle, pack: Pack, published: &Shared, alone: bool) {
    let mut arriving = Arriving::new();
    let mut refused = None;
    pack.pieces(|piece| refused = refused.take().or(arriving.push(piece).err())).await;
    let opened = match refused {
        Some(error) => Err(error),
        // The worker puts both together; a pack alone may come from where this browser keeps it.
        None if alone => Shared::arrived(arriving),
        None => Shared::built(arriving),
    };
    let corpus = match opened {
        Ok(corpus) => corpus,
        Err(error) => return failed(&format!("Your articles could not be opened: {error}.")),
    };
    while corpus.count_step(ARTICLES_AT_A_TIME) {
        tasks::turn().await;
    }
    let before = page.open();
    let articles = corpus.len() - if alone { 0 } else { published.len().min(corpus.len()) };
    let (published, own_edits) = split_edits(&before);
    let mut edits = own_edits;
    if !alone {
        let behind = published.len() as u32;
        edits = edits.into_iter().map(|edit| edit.moved(|id| id + behind)).collect();
        edits.splice(0..0, published.edits().to_vec());
    }
    let own = UserArticles { published, pack: own, articles, alone };
    let mut corpus = corpus.with_user_articles(own);
    if !edits.is_empty() {
        corpus = corpus.with_edits(edits);
    }
    if !before.corrections().is_empty() {
        corpus = corpus.with_kept(before.corrections().clone());
    }
    if keep::holds() {
        corpus = evidence::keep::restore(&corpus).unwrap_or(corpus);
    }
    change(|s| s.activity = Activity::Idle);
    page.show.emit(corpus);
}

/// The published articles with the edits and corrections that are theirs, and the edits of the
/// reader's own articles, numbered as those are without the published ones.
fn split_edits(open: &Shared) -> (Shared, Vec<Edit>) {
    let published = open.published();
    let behind = match open.user_articles() {
        None => return (open.clone(), Vec::new()),
        Some(own) if own.alone => return (published.clone(), open.edits().to_vec()),
        Some(_) => published.len() as u32,
    };
    let of_published = |edit: &Edit| edit.article().0 < behind;
    let (theirs, own): (Vec<Edit>, Vec<Edit>) =
        open.edits().iter().cloned().partition(of_published);
    let own = own.into_iter().map(|edit| edit.moved(|id| id - behind)).collect();
    let mut published = published.as_read().clone();
    if !theirs.is_empty() {
        published = published.with_edits(theirs);
    }
    if !open.corrections().is_empty() {
        published = published.with_kept(open.corrections().clone());
    }
    (published, own)
}

fn done(report: Option<Report>) {
    set_worker(None);
    change(|s| {
        s.activity = Activity::Idle;
        if let Some(report) = report.filter(|r| *r != Report::default()) {
            s.report = Some(Rc::new(report));
        }
    });
}

fn failed(reason: &str) {
    set_worker(None);
    change(|s| {
        s.activity = Activity::Idle;
        s.problem = Some(reason.to_owned());
    });
}

/// What came of it, in a sentence; nothing when nothing was read.
fn summary(report: &Report) -> Option<String> {
    let read = words::count(report.read.len(), "article");
    match (report.read.len(), report.skipped.len()) {
        (0, 0) => None,
        (_, 0) => Some(format!("{read} read.")),
        (_, skipped) => Some(format!("{read} read, {} skipped.", words::number(skipped))),
    }
}

fn capital(reason: &str) -> String {
    let mut letters = reason.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

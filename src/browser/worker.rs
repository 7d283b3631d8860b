//! The worker that reads files (`worker/worker.js`): jobs in, events out. It is made from
//! the page's own bytes, so that the page's policy holds for it, and ends when it is dropped.

use super::blob::BlobHandle;
use super::dropped_files::DroppedFile;
use super::page_files;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Url};

/// A job for a worker.
#[derive(Debug)]
pub enum Job<'a> {
    /// To read files, behind the articles of `before`, and to put all of them beside the
    /// articles of the pack `published`.
    Read {
        /// The files.
        files: &'a [DroppedFile],
        /// A pack of articles that were read before.
        before: Option<&'a BlobHandle>,
        /// The pack that the page was published with.
        published: Option<&'a [u8]>,
    },
    /// To put the articles of a pack beside others.
    Open {
        /// The pack.
        own: &'a BlobHandle,
        /// The pack that the page was published with.
        published: Option<&'a [u8]>,
    },
    /// To make the page as one file around a pack.
    Save {
        /// The pack.
        pack: &'a [u8],
    },
}

/// An event of a worker.
#[derive(Debug)]
pub enum WorkerEvent {
    /// It reads.
    Progress {
        /// What it reads now.
        name: String,
        /// Bytes that were read, and bytes in all.
        bytes: (f64, f64),
        /// Articles so far.
        articles: usize,
    },
    /// All was read; the pack is being made of so many articles.
    Finishing(usize),
    /// A pack is there.
    Read(Outcome),
    /// Nothing of it was an article.
    Nothing(String, Report),
    /// The page as one file.
    Page(BlobHandle),
    /// It could not be done.
    Failed(String),
}

/// What came of files.
#[derive(Debug)]
pub struct Outcome {
    /// A pack of the reader's articles alone.
    pub own: BlobHandle,
    /// The pack to show.
    pub pack: Pack,
    /// What was read and what was not.
    pub report: Report,
}

/// A pack outside of the program's memory.
#[derive(Debug)]
pub struct Pack(Uint8Array);

/// What was read and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Articles: name, format, and what was guessed or left out.
    pub read: Vec<Vec<String>>,
    /// What is no article: name, and why.
    pub skipped: Vec<Vec<String>>,
}

/// Bytes that are taken over at a time: some milliseconds.
const PIECE_BYTES: u32 = 1 << 20;

impl Pack {
    /// Gives the bytes piece by piece, each in a task of its own.
    pub async fn pieces(self, mut each: impl FnMut(&[u8])) {
        let mut at = 0;
        while at < self.0.length() {
            let end = self.0.length().min(at + PIECE_BYTES);
            each(&self.0.subarray(at, end).to_vec());
            at = end;
            super::tasks::turn().await;
        }
    }
}

/// A worker at its job.
#[derive(Debug)]
pub struct Worker {
    worker: web_sys::Worker,
    url: String,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.url);
    }
}

impl Worker {
    /// Starts a worker and gives it a job.
    ///
    /// # Errors
    /// In words, when the host or the browser does not give one.
    pub async fn start(
        job: Job<'_>,
        notify: impl Fn(WorkerEvent) + Clone + 'static,
    ) -> Result<Worker, String> {
        Worker::begin(job, notify).await.map_err(|e| words(&e))
    }

    async fn begin(
        job: Job<'_>,
        notify: impl Fn(WorkerEvent) + Clone + 'static,
    ) -> Result<Worker, JsValue> {
        let begun = Worker::run(&page_files::get("worker.js").await?, notify)?;
        if let Job::Read { files, .. } = &job {
            for some in files.chunks(FILES_AT_A_TIME) {
                let message = take(some).await?;
                begun.worker.post_message(&message)?;
                super::tasks::turn().await;
            }
        }
        let message = message(job).await?;
        begun.worker.post_message(&message)?;
        Ok(begun)
    }

    fn run(
        script: &JsValue,
        notify: impl Fn(WorkerEvent) + Clone + 'static,
    ) -> Result<Worker, JsValue> {
        let script = BlobHandle::of(&Uint8Array::new(script), "text/javascript")?;
        let url = Url::create_object_url_with_blob(script.blob())?;
        let worker = web_sys::Worker::new(&url)?;
        let on_message = {
            let notify = notify.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(event) = worker_event(&event.data()) {
                    notify(event);
                }
            })
        };
        let on_error = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            notify(WorkerEvent::Failed("the browser stopped the file reader".to_owned()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Worker { worker, url, _listeners: [on_message, on_error] })
    }
}

/// Files that are handed over at a time: each is asked for on the disk.
const FILES_AT_A_TIME: usize = 64;

/// Files for the worker to read later.
async fn take(files: &[DroppedFile]) -> Result<Object, JsValue> {
    let list = Array::new();
    for dropped in files {
        let content = handed(&dropped.content, page_files::are_in_the_page()).await?;
        let one = Object::new();
        Reflect::set(&one, &"name".into(), &dropped.name.as_str().into())?;
        Reflect::set(&one, &"file".into(), &content)?;
        list.push(&one);
    }
    let message = Object::new();
    Reflect::set(&message, &"job".into(), &"take".into())?;
    Reflect::set(&message, &"files".into(), &list)?;
    Ok(message)
}

async fn message(job: Job<'_>) -> Result<Object, JsValue> {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value);
    set("wasm", &page_files::get("worker.wasm").await?)?;
    // Where the page is a file, WebKit lets no thread read what another one holds.
    let bare = page_files::are_in_the_page();
    set("bare", &bare.into())?;
    let pack =
        |bytes: Option<&[u8]>| bytes.map_or(JsValue::UNDEFINED, |b| Uint8Array::from(b).into());
    match job {
        Job::Read { before, published, .. } => {
            set("job", &"read".into())?;
            if let Some(before) = before {
                set("before", &handed(before, bare).await?)?;
            }
            set("published", &pack(published))?;
        }
        Job::Open { own, published } => {
            set("job", &"open".into())?;
            set("own", &handed(own, bare).await?)?;
            set("published", &pack(published))?;
        }
        Job::Save { pack: bytes } => {
            set("job", &"save".into())?;
            let (names, files) = (Array::new(), Array::new());
            for name in page_files::names() {
                files.push(&page_files::get(&name).await?);
                names.push(&name.into());
            }
            set("names", &names)?;
            set("files", &files)?;
            set("pack", &pack(Some(bytes)))?;
        }
    }
    Ok(message)
}

/// Something that is held, or its bytes, for a worker.
async fn handed(handle: &BlobHandle, bare: bool) -> Result<JsValue, JsValue> {
    if bare { JsFuture::from(handle.blob().array_buffer()).await } else { Ok(handle.blob().into()) }
}

/// What a worker hands over.
fn taken(value: JsValue, mime: &str) -> Option<BlobHandle> {
    match value.dyn_into::<Blob>() {
        Ok(blob) => Some(BlobHandle::new(blob)),
        Err(bytes) => BlobHandle::of(&bytes.dyn_into::<Uint8Array>().ok()?, mime).ok(),
    }
}

fn worker_event(data: &JsValue) -> Option<WorkerEvent> {
    let get = |name: &str| Reflect::get(data, &name.into()).unwrap_or_default();
    let text = |name: &str| get(name).as_string().unwrap_or_default();
    let number = |name: &str| get(name).as_f64().unwrap_or(0.0);
    let report = || Report { read: rows(&get("read")), skipped: rows(&get("skipped")) };
    Some(match text("event").as_str() {
        "progress" => WorkerEvent::Progress {
            name: text("name"),
            bytes: (number("done"), number("total")),
            articles: number("articles") as usize,
        },
        "finishing" => WorkerEvent::Finishing(number("articles") as usize),
        "read" => WorkerEvent::Read(Outcome {
            own: taken(get("own"), "")?,
            pack: Pack(Uint8Array::new(get("pack").dyn_ref::<ArrayBuffer>()?)),
            report: report(),
        }),
        "nothing" => WorkerEvent::Nothing(text("reason"), report()),
        "page" => WorkerEvent::Page(taken(get("page"), "text/html")?),
        _ => WorkerEvent::Failed(text("reason")),
    })
}

fn rows(value: &JsValue) -> Vec<Vec<String>> {
    let row = |row: JsValue| Array::from(&row).iter().filter_map(|s| s.as_string()).collect();
    if value.is_undefined() { Vec::new() } else { Array::from(value).iter().map(row).collect() }
}

/// An error as people read it.
fn words(error: &JsValue) -> String {
    let message = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message()));
    message.or_else(|| error.as_string()).unwrap_or_else(|| "the browser refused".to_owned())
}

/// The bytes that are held.
///
/// # Errors
/// When the browser lost them.
pub async fn bytes_of(handle: &BlobHandle) -> Result<Pack, String> {
    let buffer = JsFuture::from(handle.blob().array_buffer()).await.map_err(|e| words(&e))?;
    Ok(Pack(Uint8Array::new(&buffer)))
}

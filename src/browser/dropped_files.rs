//! Files that a reader drops or chooses, folders with all that is in them.

use super::blob::BlobHandle;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Promise};
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, File, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, HtmlInputElement,
};
use yew::{Event, TargetCast};

/// A file with its name; for files of a folder, the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct DroppedFile {
    /// The name, with `/` behind each folder.
    pub name: String,
    /// What is in it.
    pub content: BlobHandle,
}

/// What happens to files over the page.
#[derive(Debug)]
pub enum Dragged {
    /// They came, or left again.
    Over(bool),
    /// They were dropped.
    Dropped(Vec<DroppedFile>),
}

/// Hears of files that are dragged over the page, for as long as the value is kept.
pub fn on_drag(notify: impl Fn(Dragged) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    // Every element tells of what comes over it and leaves it.
    let depth = Rc::new(Cell::new(0_i32));
    let listen = |name: &'static str| {
        let (notify, depth) = (notify.clone(), Rc::clone(&depth));
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, name, options, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else { return };
            let Some(carried) = event.data_transfer().filter(holds_files) else { return };
            event.prevent_default();
            let step = match name {
                "dragenter" => 1,
                "dragleave" => -1,
                "drop" => -depth.get(),
                _ => return carried.set_drop_effect("copy"),
            };
            depth.set((depth.get() + step).max(0));
            notify(Dragged::Over(depth.get() > 0));
            if name == "drop" {
                let notify = notify.clone();
                take(&carried, move |files| notify(Dragged::Dropped(files)));
            }
        })
    };
    ["dragenter", "dragover", "dragleave", "drop"].into_iter().map(listen).collect()
}

fn holds_files(carried: &DataTransfer) -> bool {
    carried.types().iter().any(|kind| kind == "Files")
}

/// Takes files out of what is dropped. What is in it must be asked for at once; the
/// folders in it are read later.
fn take(carried: &DataTransfer, done: impl FnOnce(Vec<DroppedFile>) + 'static) {
    let items = carried.items();
    let entries = (0..items.length()).filter_map(|n| items.get(n)?.webkit_get_as_entry().ok()?);
    let entries: Vec<FileSystemEntry> = entries.collect();
    let plain = carried.files().filter(|_| entries.is_empty());
    spawn_local(async move {
        let walked = if entries.is_empty() { listed(plain).await } else { walk(entries).await };
        done(walked);
    });
}

/// The files of entries and of the folders among them, by name.
async fn walk(mut waiting: Vec<FileSystemEntry>) -> Vec<DroppedFile> {
    let mut found = Vec::new();
    while let Some(entry) = waiting.pop() {
        if is_hidden(&entry.name()) {
            continue;
        }
        let name = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            waiting.extend(entries_of(&reader).await);
        } else {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let file = promised(|ok, no| {
                entry.file_with_callback_and_callback(ok, no);
                Ok(())
            })
            .await;
            if let Some(file) = file.and_then(|file| file.dyn_into::<File>().ok()) {
                found.push(DroppedFile { name, content: BlobHandle::new(file.into()) });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// All entries of a folder, which come a hundred at a time.
async fn entries_of(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut all = Vec::new();
    loop {
        let some = promised(|ok, no| reader.read_entries_with_callback_and_callback(ok, no));
        let some = some.await.map(|list| Array::from(&list)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
}

/// What a call gives to the first of two callbacks; `None` when it calls the second.
async fn promised(call: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |ok, no| {
        if let Err(error) = call(&ok, &no) {
            let _ = no.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await.ok()
}

/// Gives the files that were chosen in a field, which takes the same ones again.
pub fn chosen(event: &Event, done: impl FnOnce(Vec<DroppedFile>) + 'static) {
    let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
    spawn_local(async move {
        let files = listed(field.files()).await;
        field.set_value("");
        done(files);
    });
}

/// Files that are looked at in one task: each is asked for on the disk.
const FILES_AT_A_TIME: u32 = 64;

async fn listed(files: Option<web_sys::FileList>) -> Vec<DroppedFile> {
    let Some(files) = files else { return Vec::new() };
    let mut all = Vec::new();
    for from in (0..files.length()).step_by(FILES_AT_A_TIME as usize) {
        all.extend(some_of(&files, from..files.length().min(from + FILES_AT_A_TIME)));
        super::tasks::turn().await;
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn some_of(files: &web_sys::FileList, which: Range<u32>) -> Vec<DroppedFile> {
    let files = which.filter_map(|n| files.get(n)).map(|file| {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into());
        let path = path.ok().and_then(|p| p.as_string()).filter(|p| !p.is_empty());
        DroppedFile {
            name: path.unwrap_or_else(|| file.name()),
            content: BlobHandle::new(file.into()),
        }
    });
    files.filter(|b| !b.name.split('/').any(is_hidden)).collect()
}

/// What systems put beside the files of people.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name == "__MACOSX"
}

//! Saving what is shown as a file.

use crate::browser::{clock, download, history, tasks};
use crate::parts::{NOT_LOADED, Part, Rest};
use crate::place::Place;
use crate::save::{self, File, Save};
use crate::shared::Shared;
use yew::prelude::*;

/// Saves what is asked for, with where its numbers come from; `reading` is how the
/// query was read. A browser that refuses is told of through `failed`.
#[hook]
pub fn use_save(
    corpus: Shared,
    place: Place,
    reading: String,
    failed: Callback<String>,
) -> Callback<Save> {
    let values = (corpus, place, reading, failed);
    use_callback(values, |asked: Save, (corpus, place, reading, failed)| {
        let link = history::link(&place.address.href());
        let provenance = save::provenance(corpus, &place.address, reading, link, clock::today());
        let failed = failed.clone();
        tasks::spawn(async move {
            match Rest::fetch().await {
                Some(rest) => offer((rest.file)(&asked, &provenance), failed),
                None => failed.emit(NOT_LOADED.to_owned()),
            }
        });
    })
}

fn offer(file: Option<File>, failed: Callback<String>) {
    let Some(file) = file else { return };
    match file.pixels {
        None => download::save(&file.name, file.mime, file.text.as_bytes()),
        Some(size) => {
            let says = "This browser could not draw the chart as pixels; SVG works.";
            download::save_png(file.name, file.text, size, move || failed.emit(says.to_owned()));
        }
    }
}

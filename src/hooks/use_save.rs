//! Saving what is shown as a file.

use crate::browser::{clock, download, history};
use crate::place::Place;
use crate::save::{self, Save};
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
        let Some(file) = save::file(&asked, &provenance) else { return };
        match file.pixels {
            None => download::save(&file.name, file.mime, file.text.as_bytes()),
            Some(size) => {
                let failed = failed.clone();
                let says = "This browser could not draw the chart as pixels; SVG works.";
                download::save_png(file.name, file.text, size, move || {
                    failed.emit(says.to_owned())
                });
            }
        }
    })
}

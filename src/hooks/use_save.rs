//! Saving what is shown as a file.

use crate::browser::{clock, download, history};
use crate::exports::save::{self, Save};
use crate::model::links::sharable;
use crate::model::place::Place;
use crate::model::shared::Shared;
use crate::shell::parts::with_rest;
use yew::prelude::*;

/// Something to save, and what its numbers come from.
#[derive(Debug)]
pub struct Saving {
    /// What is shown.
    pub asked: Save,
    /// The articles.
    pub corpus: Shared,
    /// Where the page is.
    pub place: Place,
    /// How the query was read.
    pub reading: String,
    /// Told when a browser refuses.
    pub failed: Callback<String>,
}

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
        let (corpus, place, reading) = (corpus.clone(), place.clone(), reading.clone());
        let saving = Saving { asked, corpus, place, reading, failed: failed.clone() };
        with_rest(failed.clone(), move |rest| (rest.save)(saving));
    })
}

/// Offers the file, reached through its part only.
pub fn save(saving: Saving) {
    let Saving { asked, corpus, place, reading, failed } = saving;
    let link = sharable(&corpus, &place.address).address();
    let link = link.map(|address| history::link(&address.href())).unwrap_or_default();
    let provenance = save::provenance(&corpus, &place.address, &reading, link, clock::today());
    let title = save::title(&asked.table.title, &place.address);
    let Some(file) = save::file(&asked, &title, &provenance) else { return };
    match file.pixels {
        None => download::save(&file.name, file.mime, file.text.as_bytes()),
        Some(size) => {
            let says = "This browser could not draw the chart as PNG. Save it as SVG instead.";
            download::save_png(file.name, file.text, size, move || failed.emit(says.to_owned()));
        }
    }
}

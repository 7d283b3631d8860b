//! Lines above every view on the reader's edits, corrections and files, and the listener to
//! ranges of dates that are drawn in any view.

use crate::evidence::{self, edits};
use crate::model::page_props::PageProps;
use crate::pages::dates::DrawnDates;
use crate::user_files;
use yew::prelude::*;

/// A line each for the reader's files, edits and corrections, where there are any.
pub fn bars(page: &PageProps) -> Html {
    html! {
        <>
            <user_files::UserFilesBar ..page.clone() />
            { edits::bar(page) }
            { evidence::bar(page) }
            <DrawnDates place={page.place.clone()} />
        </>
    }
}

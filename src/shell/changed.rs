//! What the reader changed, above every view.

use crate::evidence::{self, overruled};
use crate::model::page_props::PageProps;
use crate::user_files;
use yew::prelude::*;

/// A line for what is overruled, one for what is corrected and one for what was brought,
/// each when there is any.
pub fn bars(page: &PageProps, tell: &Callback<String>) -> Html {
    html! {
        <>
            <user_files::Own page={page.clone()} tell={tell.clone()} />
            { overruled::bar(page, tell) }
            { evidence::bar(page, tell) }
        </>
    }
}

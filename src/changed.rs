//! What the reader changed, above every view.

use crate::pages::PageProps;
use crate::{evidence, overruled, own};
use yew::prelude::*;

/// A line for what is overruled, one for what is corrected and one for what was brought,
/// each when there is any.
pub fn bars(page: &PageProps, tell: &Callback<String>) -> Html {
    html! {
        <>
            <own::Own page={page.clone()} tell={tell.clone()} />
            { overruled::bar(page, tell) }
            { evidence::bar(page, tell) }
        </>
    }
}

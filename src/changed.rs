//! What the reader changed, above every view.

use crate::pages::PageProps;
use crate::{evidence, overruled};
use yew::prelude::*;

/// A line for what is overruled and one for what is corrected, each when there is any.
pub fn bars(page: &PageProps, tell: &Callback<String>) -> Html {
    html! { <>{ overruled::bar(page, tell) }{ evidence::bar(page, tell) }</> }
}

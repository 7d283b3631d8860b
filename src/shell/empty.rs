//! What to do about a selection without articles; it comes with the rest of the program.

use crate::hooks::use_part::{PartState, use_part};
use crate::model::page_props::PageProps;
use crate::shell::parts::Rest;
use yew::prelude::*;

/// Which words have no article, and what is found otherwise.
#[component]
pub fn Empty(props: &PageProps) -> Html {
    match use_part::<Rest>() {
        (PartState::Loaded(rest), _) => (rest.repairs)(props.clone()),
        _ => Html::default(),
    }
}

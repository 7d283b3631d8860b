//! The frame of the page and the choice of the view.

use crate::address::View;
use crate::browser::{document, events};
use crate::components::{Masthead, SearchBox};
use crate::hooks::use_address::{Place, use_address};
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let place = use_address();
    html! {
        <>
            <a class="skip" href="#main" onclick={to_main()}>{ "Skip to the content" }</a>
            <Masthead title="Dateline" subtitle="nothing leaves this page" address={place.address.clone()}>
                { search_box(&place) }
            </Masthead>
            <main id="main" class="page" tabindex="-1"></main>
        </>
    }
}

/// Moves the focus without touching the address, which holds the state.
fn to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        document::focus("main");
    })
}

fn search_box(place: &Place) -> Html {
    let on_input = {
        let place = place.clone();
        Callback::from(move |event| place.replace(searching(&place, &events::typed(&event))))
    };
    let on_commit = {
        let place = place.clone();
        Callback::from(move |()| place.commit(searching(&place, &place.address.selection.query)))
    };
    let on_clear = {
        let place = place.clone();
        Callback::from(move |()| place.commit(searching(&place, "")))
    };
    let query = AttrValue::from(Rc::<str>::from(place.address.selection.query.as_str()));
    html! { <SearchBox {query} {on_input} {on_commit} {on_clear} /> }
}

/// The address of a search: it shows its results unless the view is one that
/// follows the query itself.
fn searching(place: &Place, query: &str) -> crate::address::Address {
    let address = place.address.with_query(query);
    match address.view {
        View::About | View::Overview => address.to(View::Articles),
        View::Articles | View::Countries | View::Country | View::Contexts => address,
    }
}

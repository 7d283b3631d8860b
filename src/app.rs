//! The frame of the page and the choice of the view.

use crate::address::View;
use crate::answer::Answer;
use crate::browser::{document, events};
use crate::components::{Masthead, ReadingLine, SearchBox};
use crate::hooks::use_address::use_address;
use crate::hooks::use_save::use_save;
use crate::pages::PageProps;
use crate::pages::articles::Articles;
use crate::pages::contexts::Contexts;
use crate::pages::countries::Countries;
use crate::pages::country::CountryPage;
use crate::pages::overview::Overview;
use crate::place::Place;
use crate::shared::Shared;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let place = use_address();
    let opened = use_state(Shared::embedded);
    match &*opened {
        Ok(corpus) => html! { <Frame corpus={corpus.clone()} {place} /> },
        Err(error) => html! {
            <main class="broken" id="main">
                <h1>{ "The articles cannot be opened" }</h1>
                <p>{ error.to_string() }</p>
            </main>
        },
    }
}

/// The articles and where the page is.
#[derive(Properties, PartialEq)]
struct FrameProps {
    corpus: Shared,
    place: Place,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let FrameProps { corpus, place } = props;
    let address = &place.address;
    let asked = (corpus.clone(), address.selection.clone());
    let answer = use_memo(asked, |(corpus, selection)| Answer::new(corpus, selection));
    let subtitle = format!("{} · nothing leaves this page", words::count(corpus.len(), "article"));
    let message = use_state_eq(String::new);
    let tell = {
        let message = message.setter();
        use_callback((), move |text, ()| message.set(text))
    };
    let save = use_save(corpus.clone(), place.clone(), answer.results.reading.clone(), tell);
    let focus = use_callback((), |id: String, ()| document::focus(&id));
    let page = PageProps {
        corpus: corpus.clone(),
        place: place.clone(),
        answer: answer.clone(),
        save,
        focus,
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={to_main()}>{ "Skip to the content" }</a>
            <Masthead title={corpus.name().to_owned()} {subtitle} address={address.clone()}>
                { search_box(place) }
            </Masthead>
            <ReadingLine
                {answer}
                articles={corpus.len()}
                selection={address.selection.clone()}
                cleared={address.cleared().href()}
            />
            <main id="main" tabindex="-1">{ view(page) }</main>
            <p class="toast" role="status">{ &*message }</p>
        </>
    }
}

fn view(page: PageProps) -> Html {
    match page.place.address.view {
        View::Articles => html! { <Articles ..page /> },
        View::Overview => html! { <Overview ..page /> },
        View::Contexts => html! { <Contexts ..page /> },
        View::Countries => html! { <Countries ..page /> },
        View::Country => html! { <CountryPage ..page /> },
        View::About => {
            html! { <Articles ..page /> }
        }
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

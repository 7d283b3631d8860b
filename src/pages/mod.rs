//! One file a page: what the address names, put together from components. Every
//! page takes the same values.

use crate::address::View;
use crate::answer::Answer;
use crate::components::VIEWS;
use crate::evidence::Explain;
use crate::parts::{Overview, Rest};
use crate::place::Place;
use crate::save::Save;
use crate::share::Share;
use crate::shared::Shared;
use dateline_corpus::ArticleId;
use std::rc::Rc;
use yew::prelude::*;

pub mod about;
pub mod ambiguous;
pub mod articles;
pub mod contexts;
pub mod countries;
pub mod country;
mod fetched;
pub mod overview;
mod through_time;
pub mod yours;

/// What every page is computed from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageProps {
    /// The articles.
    pub corpus: Shared,
    /// Where the page is, and the ways to go elsewhere. Links should be addresses
    /// (`place.address.country(…).href()`); a change that is no link goes through
    /// `place.push`.
    pub place: Place,
    /// What the selection of the address selects.
    pub answer: Rc<Answer>,
    /// Saves something shown as a file.
    #[prop_or_default]
    pub save: Callback<Save>,
    /// Takes something along: a link, a citation, a quotation.
    #[prop_or_default]
    pub share: Callback<Share>,
    /// Moves the focus to the element of an id.
    #[prop_or_default]
    pub focus: Callback<String>,
    /// Tells the reader something.
    #[prop_or_default]
    pub tell: Callback<String>,
    /// Shows other articles, or the same with blocks overruled or mentions corrected.
    #[prop_or_default]
    pub show: Callback<Shared>,
    /// Tells why something is marked, or shows what is corrected.
    #[prop_or_default]
    pub explain: Callback<Explain>,
}

/// The page of an address. The list of articles is here from the start, the rest comes.
pub fn show(page: PageProps) -> Html {
    match page.place.address.view {
        View::Articles => html! { <articles::Articles ..page /> },
        View::Overview => html! { <fetched::Fetched<Overview> ..page /> },
        View::Countries | View::Country | View::Contexts | View::Yours | View::About => {
            html! { <fetched::Fetched<Rest> ..page /> }
        }
    }
}

/// The overview, reached through its part only.
pub fn overview(page: PageProps) -> Html {
    html! { <overview::Overview ..page /> }
}

/// The open article and the other pages, reached through their part only.
pub fn rest(page: PageProps) -> Html {
    match page.place.address.view {
        View::Countries => html! { <countries::Countries ..page /> },
        View::Country => html! { <country::CountryPage ..page /> },
        View::Contexts => html! { <contexts::Contexts ..page /> },
        View::Yours => html! { <yours::Yours ..page /> },
        View::About => html! { <about::About ..page /> },
        View::Articles => articles::reader(page),
        View::Overview => Html::default(),
    }
}

/// What the tab is called.
pub fn title(page: &PageProps) -> String {
    let PageProps { corpus, place, .. } = page;
    let address = &place.address;
    let view = VIEWS.iter().find(|(view, _)| *view == address.view).map(|(_, name)| *name);
    let open = address.doc.and_then(|n| corpus.article(ArticleId(n - 1)));
    let what = match (address.view, open, address.of) {
        (View::Articles, Some(article), _) => article.title().to_owned(),
        (View::Country, _, Some(country)) => country.name().to_owned(),
        _ => view.unwrap_or("Country").to_owned(),
    };
    let query = address.selection.query.trim();
    let query = if query.is_empty() { String::new() } else { format!("{query} · ") };
    format!("{query}{what} · {}", corpus.name())
}

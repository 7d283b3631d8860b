//! One file a page: what the address names, put together from components. Every
//! page takes the same values.

use crate::address::View;
use crate::components::VIEWS;
use crate::model::page_props::PageProps;
use crate::shell::parts::{Overview, Part, Rest};
use dateline_corpus::ArticleId;
use yew::prelude::*;

pub mod about;
pub mod ambiguous;
pub mod articles;
pub mod contexts;
pub mod countries;
pub mod country;
pub mod dates;
mod fetched;
pub mod overview;
mod repairs;
mod through_time;
pub mod yours;

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

/// The filters beside the results, reached through their part only.
pub fn facets(page: PageProps) -> Html {
    html! { <articles::facets::All ..page /> }
}

/// The form of a range of dates, reached through its part only.
pub fn dates(page: PageProps) -> Html {
    html! { <dates::Dates ..page /> }
}

/// What to do about a selection without articles, reached through its part only.
pub fn repairs(page: PageProps) -> Html {
    html! { <repairs::Repairs ..page /> }
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
    // Their words come with the rest of the program, as their chips do.
    let filters = Rest::here().map_or_else(Vec::new, |rest| (rest.filters)(address));
    let query = (!query.is_empty()).then(|| query.to_owned());
    let parts = query.into_iter().chain(filters.into_iter().map(|filter| filter.label));
    parts.chain([what, corpus.name().to_owned()]).collect::<Vec<_>>().join(" · ")
}

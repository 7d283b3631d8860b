//! The parts of the program that the first answer does not need. The page fetches
//! them when a reader comes to them, or as soon as it has nothing else to do.
//!
//! A part is a table of functions. What is reachable through such a table only is
//! cut out of the first file by `cargo xtask` (feature `parts`); without the
//! feature, in tests and under Trunk, everything is there from the start.

use crate::address::Address;
use crate::browser::tasks;
use crate::evidence;
use crate::exports::share::{self, Quoting};
use crate::hooks::use_save::{self, Saving};
use crate::hooks::use_suggestions;
use crate::model::filters::{self, Filter};
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::pages;
use crate::scripting::api::{self, JsValue, Object};
use crate::shell::{changed, overlay};
use dateline_corpus::{ArticleId, BlockKind, Selection, Suggestion};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use yew::prelude::*;

/// What readers are told when a part cannot be had.
pub const NOT_LOADED: &str = "Part of this page failed to load. Please try again.";

/// The overview with its charts.
#[derive(Debug)]
pub struct Overview {
    /// The page.
    pub page: fn(PageProps) -> Html,
}

/// The filters beside the results, which come after them.
#[derive(Debug)]
pub struct Filtering {
    /// The facets with their counts, and what is counted.
    pub facets: fn(PageProps) -> Html,
}

/// The other views, the dialogs, exports and edits: what readers come to after the articles.
#[derive(Debug)]
pub struct Rest {
    /// The page of an address other than the overview; for articles, the open one.
    pub page: fn(PageProps) -> Html,
    /// A dialog over the page.
    pub over: fn(overlay::Props) -> Html,
    /// Offers something shown as a file.
    pub save: fn(Saving),
    /// A passage of an article with its source.
    pub quote: fn(&Shared, &Quoting) -> Option<String>,
    /// The lines that say what the reader changed or brought.
    pub bars: fn(&PageProps) -> Html,
    /// The articles corrected as the reader corrected them before.
    pub restore: fn(&Shared) -> Option<Shared>,
    /// The corpus where a block is of another kind, or with `None` as it was read.
    pub set_block_kind: fn(&Shared, ArticleId, usize, Option<BlockKind>) -> Shared,
    /// The active filters of an address, in words.
    pub filters: fn(&Address) -> Vec<Filter>,
    /// The form of a range of dates.
    pub dates: fn(PageProps) -> Html,
    /// What to do about a selection without articles.
    pub repairs: fn(PageProps) -> Html,
    /// Ways to go on with a query at this byte of it.
    pub suggest: fn(&Shared, &Selection, usize) -> Vec<Suggestion>,
}

/// The page for scripts.
#[derive(Debug)]
pub struct Scripting {
    /// Gives `window.dateline` its functions.
    pub functions: fn(&Object) -> Result<(), JsValue>,
}

static OVERVIEW: Overview = Overview { page: pages::overview };
static FILTERING: Filtering = Filtering { facets: pages::facets };
static REST: Rest = Rest {
    page: pages::rest,
    over: overlay::content,
    save: use_save::save,
    quote: share::quoted,
    bars: changed::bars,
    restore: evidence::keep::restore,
    set_block_kind: evidence::edits::set_block_kind,
    filters: filters::filters,
    dates: pages::dates,
    repairs: pages::repairs,
    suggest: use_suggestions::suggest,
};
static SCRIPTING: Scripting = Scripting { functions: api::install };

/// Does something with the rest of the program once it is here; `notify` says when it
/// cannot be had.
pub fn with_rest(notify: Callback<String>, then: impl FnOnce(&'static Rest) + 'static) {
    tasks::spawn(async move {
        match Rest::fetch().await {
            Some(rest) => then(rest),
            None => notify.emit(NOT_LOADED.to_owned()),
        }
    });
}

/// What fetches a part; `None` when the host does not give it.
type Fetching<P> = Pin<Box<dyn Future<Output = Option<&'static P>>>>;

/// A part of the program.
pub trait Part: Sized + 'static {
    /// The part, once it was fetched.
    fn here() -> Option<&'static Self>;
    /// Fetches the part; at once when it is here.
    fn fetch() -> Fetching<Self>;
}

impl Part for Overview {
    fn here() -> Option<&'static Overview> {
        cut::OVERVIEW.here()
    }

    fn fetch() -> Fetching<Overview> {
        Box::pin(cut::OVERVIEW.keep(cut::overview()))
    }
}

impl Part for Filtering {
    fn here() -> Option<&'static Filtering> {
        cut::FILTERING.here()
    }

    fn fetch() -> Fetching<Filtering> {
        Box::pin(cut::FILTERING.keep(cut::filtering()))
    }
}

impl Part for Rest {
    fn here() -> Option<&'static Rest> {
        cut::REST.here()
    }

    fn fetch() -> Fetching<Rest> {
        Box::pin(async {
            let was_here = Rest::here().is_some();
            let rest = cut::REST.keep(cut::rest()).await;
            if !was_here && rest.is_some() {
                ARRIVAL.take().into_iter().for_each(|callback| callback.emit(()));
            }
            rest
        })
    }
}

impl Part for Scripting {
    fn here() -> Option<&'static Scripting> {
        cut::SCRIPTING.here()
    }

    fn fetch() -> Fetching<Scripting> {
        Box::pin(cut::SCRIPTING.keep(cut::scripting()))
    }
}

thread_local! {
    static ARRIVAL: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// Calls back once the rest has come, whoever asked for it; only the last callback is called.
pub fn on_rest(callback: Callback<()>) {
    ARRIVAL.set(Some(callback));
}

/// The cuts, for `cargo xtask` to find.
#[cfg(feature = "parts")]
mod cut {
    use super::{Filtering, Overview, Rest, Scripting};
    use std::sync::OnceLock;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// A part, once it was fetched.
    pub(super) struct Kept<P: 'static>(OnceLock<&'static P>);

    pub(super) static OVERVIEW: Kept<Overview> = Kept(OnceLock::new());
    pub(super) static FILTERING: Kept<Filtering> = Kept(OnceLock::new());
    pub(super) static REST: Kept<Rest> = Kept(OnceLock::new());
    pub(super) static SCRIPTING: Kept<Scripting> = Kept(OnceLock::new());

    impl<P> Kept<P> {
        pub(super) fn here(&self) -> Option<&'static P> {
            self.0.get().copied()
        }

        pub(super) async fn keep(
            &self,
            fetching: impl Future<Output = Result<&'static P, SplitLoaderError>>,
        ) -> Option<&'static P> {
            let part = fetching.await.ok()?;
            Some(*self.0.get_or_init(|| part))
        }
    }

    #[wasm_split(overview, fallible)]
    pub(super) fn overview() -> Result<&'static Overview, SplitLoaderError> {
        Ok(&super::OVERVIEW)
    }

    #[wasm_split(filtering, fallible)]
    pub(super) fn filtering() -> Result<&'static Filtering, SplitLoaderError> {
        Ok(&super::FILTERING)
    }

    #[wasm_split(rest, fallible)]
    pub(super) fn rest() -> Result<&'static Rest, SplitLoaderError> {
        Ok(&super::REST)
    }

    #[wasm_split(scripting, fallible)]
    pub(super) fn scripting() -> Result<&'static Scripting, SplitLoaderError> {
        Ok(&super::SCRIPTING)
    }
}

/// Nothing is cut: all are here.
#[cfg(not(feature = "parts"))]
mod cut {
    use super::{Filtering, Overview, Rest, Scripting};
    use std::future::{Ready, ready};

    /// A part that was never away.
    pub(super) struct Kept<P: 'static>(&'static P);

    pub(super) static OVERVIEW: Kept<Overview> = Kept(&super::OVERVIEW);
    pub(super) static FILTERING: Kept<Filtering> = Kept(&super::FILTERING);
    pub(super) static REST: Kept<Rest> = Kept(&super::REST);
    pub(super) static SCRIPTING: Kept<Scripting> = Kept(&super::SCRIPTING);

    impl<P> Kept<P> {
        pub(super) fn here(&self) -> Option<&'static P> {
            Some(self.0)
        }

        pub(super) async fn keep(&self, fetching: Ready<&'static P>) -> Option<&'static P> {
            Some(fetching.await)
        }
    }

    pub(super) fn overview() -> Ready<&'static Overview> {
        ready(&super::OVERVIEW)
    }

    pub(super) fn filtering() -> Ready<&'static Filtering> {
        ready(&super::FILTERING)
    }

    pub(super) fn rest() -> Ready<&'static Rest> {
        ready(&super::REST)
    }

    pub(super) fn scripting() -> Ready<&'static Scripting> {
        ready(&super::SCRIPTING)
    }
}

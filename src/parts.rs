//! The parts of the program that the first answer does not need. The page fetches
//! them when a reader comes to them, or as soon as it has nothing else to do.
//!
//! A part is a table of functions. What is reachable through such a table only is
//! cut out of the first file by `cargo xtask` (feature `parts`); without the
//! feature, in tests and under Trunk, everything is there from the start.

use crate::browser::api::{self, JsValue, Object};
use crate::overlay;
use crate::pages::{self, PageProps};
use crate::save::{self, File, Save};
use dateline_export::Provenance;
use std::future::Future;
use std::pin::Pin;
use yew::prelude::*;

/// What readers are told when a part cannot be had.
pub const NOT_LOADED: &str = "The host did not give this part of the page. Please try again.";

/// The overview with its charts.
#[derive(Debug)]
pub struct Overview {
    /// The page.
    pub page: fn(PageProps) -> Html,
}

/// What a reader comes to after the articles: the other views, what lies over the
/// page, files to save, and the page for scripts.
#[derive(Debug)]
pub struct Rest {
    /// The page of an address, other than articles and overview.
    pub page: fn(PageProps) -> Html,
    /// What lies over the page.
    pub over: fn(overlay::Props) -> Html,
    /// A file of something shown.
    pub file: fn(&Save, &Provenance) -> Option<File>,
    /// Gives `window.dateline` its functions.
    pub functions: fn(&Object) -> Result<(), JsValue>,
}

static OVERVIEW: Overview = Overview { page: pages::overview };
static REST: Rest =
    Rest { page: pages::rest, over: overlay::content, file: save::file, functions: api::install };

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

impl Part for Rest {
    fn here() -> Option<&'static Rest> {
        cut::REST.here()
    }

    fn fetch() -> Fetching<Rest> {
        Box::pin(cut::REST.keep(cut::rest()))
    }
}

/// The cuts, for `cargo xtask` to find.
#[cfg(feature = "parts")]
mod cut {
    use super::{Overview, Rest};
    use std::sync::OnceLock;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// A part, once it was fetched.
    pub(super) struct Kept<P: 'static>(OnceLock<&'static P>);

    pub(super) static OVERVIEW: Kept<Overview> = Kept(OnceLock::new());
    pub(super) static REST: Kept<Rest> = Kept(OnceLock::new());

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

    #[wasm_split(rest, fallible)]
    pub(super) fn rest() -> Result<&'static Rest, SplitLoaderError> {
        Ok(&super::REST)
    }
}

/// Nothing is cut: both are here.
#[cfg(not(feature = "parts"))]
mod cut {
    use super::{Overview, Rest};
    use std::future::{Ready, ready};

    /// A part that was never away.
    pub(super) struct Kept<P: 'static>(&'static P);

    pub(super) static OVERVIEW: Kept<Overview> = Kept(&super::OVERVIEW);
    pub(super) static REST: Kept<Rest> = Kept(&super::REST);

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

    pub(super) fn rest() -> Ready<&'static Rest> {
        ready(&super::REST)
    }
}

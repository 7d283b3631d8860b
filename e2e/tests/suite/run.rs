//! Turns a function over a page into one test per engine.

use anyhow::Result;
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use xtask::tools::browsers;

/// Runs a test with a fresh browser; prints where the picture of a failure is.
pub(crate) fn in_engine(engine: Engine, name: &str, test: fn(&Page) -> Result<()>) {
    if std::env::var_os("DATELINE_E2E").is_none() {
        eprintln!(
            "SKIPPED: end-to-end tests run through `cargo xtask test`, which builds the page"
        );
        return;
    }
    if engine == Engine::WebKit && browsers::find().is_ok_and(|found| found.webkit.is_none()) {
        eprintln!("SKIPPED: WebKitGTK with its driver is not installed");
        return;
    }
    let result = Page::start(engine, name)
        .and_then(|page| test(&page).map_err(|error| error.context(page.picture())));
    if let Err(error) = result {
        panic!("{} in {}: {error:#}", name, engine.name());
    }
}

/// One `#[test]` per engine for each function named.
macro_rules! in_every_engine {
    ($($test:ident),* $(,)?) => {
        mod chromium { $crate::run::tests!(Chromium, $($test),*); }
        mod firefox { $crate::run::tests!(Firefox, $($test),*); }
        mod webkit { $crate::run::tests!(WebKit, $($test),*); }
    };
}

macro_rules! tests {
    ($engine:ident, $($test:ident),*) => {
        $(
            #[test]
            fn $test() {
                use dateline_e2e::engine::Engine;
                $crate::run::in_engine(Engine::$engine, stringify!($test), super::$test);
            }
        )*
    };
}

pub(crate) use {in_every_engine, tests};

//! Turns a function over a page into one test per engine.

use std::sync::Arc;

use anyhow::{Error, Result};
use dateline_e2e::engine::Engine;
use dateline_e2e::page::Page;
use dateline_e2e::pool::Pool;
use libtest_mimic::Trial;

/// A test: what a reader does on a page that is not open yet.
pub(crate) type Test = fn(&Page) -> Result<()>;

/// The tests of a module, with their names.
pub(crate) struct Group {
    /// As `module_path!` gives it.
    pub(crate) path: &'static str,
    pub(crate) tests: &'static [(&'static str, Test)],
}

impl Group {
    /// One trial in this engine for each test: `module::engine::test`.
    pub(crate) fn trials(&self, engine: Engine, pool: &Arc<Pool>) -> Vec<Trial> {
        let module = self.path.rsplit("::").next().unwrap_or(self.path);
        let one = |&(name, test): &(&'static str, Test)| {
            let pool = pool.clone();
            let full = format!("{module}::{}::{name}", engine.name());
            Trial::test(full, move || {
                in_engine(&pool, engine, name, test).map_err(|error| format!("{error:#}").into())
            })
        };
        self.tests.iter().map(one).collect()
    }
}

/// Runs a test; its error says where the picture of the failure is.
fn in_engine(pool: &Pool, engine: Engine, name: &str, test: Test) -> Result<()> {
    let page = Page::of(pool.take(engine)?, name)?;
    let failed = |error: Error| error.context(page.picture());
    test(&page).map_err(failed)?;
    pool.give_back(page.session);
    Ok(())
}

/// The group of a module: every function named, in every engine.
macro_rules! in_every_engine {
    ($($test:ident),* $(,)?) => {
        pub(crate) const TESTS: $crate::run::Group = $crate::run::Group {
            path: module_path!(),
            tests: &[$((stringify!($test), $test)),*],
        };
    };
}

pub(crate) use in_every_engine;

//! The end-to-end suite: every test in every engine, against the page in `dist/`.
//!
//! Run it with `cargo xtask test --only e2e`, which builds the page and finds the browsers.

mod run;

mod access;
mod amending;
mod asking;
mod bringing_fails;
mod coming_back;
mod comparing;
mod correcting;
mod filters;
mod hostile;
mod loading;
mod modes;
mod offline;
mod opening;
mod overruling;
mod own_edits;
mod own_files;
mod parts;
mod privacy;
mod rates;
mod scripting;
mod searching;
mod typing;
mod withheld;
mod writing;

use std::process::ExitCode;
use std::sync::Arc;

use dateline_e2e::engine::Engine;
use libtest_mimic::Arguments;
use xtask::tools::browsers;

use run::Group;

const GROUPS: [Group; 24] = [
    access::TESTS,
    amending::TESTS,
    asking::TESTS,
    bringing_fails::TESTS,
    coming_back::TESTS,
    comparing::TESTS,
    correcting::TESTS,
    filters::TESTS,
    hostile::TESTS,
    loading::TESTS,
    modes::TESTS,
    offline::TESTS,
    opening::TESTS,
    overruling::TESTS,
    own_edits::TESTS,
    own_files::TESTS,
    parts::TESTS,
    privacy::TESTS,
    rates::TESTS,
    scripting::TESTS,
    searching::TESTS,
    typing::TESTS,
    withheld::TESTS,
    writing::TESTS,
];

fn main() -> ExitCode {
    let pool = Arc::default();
    let mut trials = Vec::new();
    for engine in Engine::ALL {
        let skipped = skipped(engine);
        if let Some(why) = skipped {
            eprintln!("SKIPPED in {}: {why}", engine.name());
        }
        let tests = GROUPS.iter().flat_map(|group| group.trials(engine, &pool));
        trials.extend(tests.map(|trial| trial.with_ignored_flag(skipped.is_some())));
    }
    // Returned from, not exited, so that the browsers in the pool are closed.
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Why the tests in this engine do not run.
fn skipped(engine: Engine) -> Option<&'static str> {
    if std::env::var_os("DATELINE_E2E").is_none() {
        return Some("end-to-end tests run through `cargo xtask test`, which builds the page");
    }
    let missing =
        engine == Engine::WebKit && browsers::find().is_ok_and(|found| found.webkit.is_none());
    missing.then_some("WebKitGTK with its driver is not installed")
}

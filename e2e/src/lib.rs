//! Drives the built page as a reader would, in every engine with the same tests.
//!
//! `engine` names the browsers, `driver` starts their WebDrivers, `session` is the protocol, `pool`
//! keeps browsers from test to test, `corpus` opens made-up articles, `page` is what a reader does on
//! a page, `media` what a reader's settings ask of it, `site` what is served, `waiting` how long a
//! test waits, `watch` what must not happen.
//! The tests are in `tests/`; they run through `cargo xtask test`, which builds `dist/` first.

pub mod corpus;
pub mod driver;
pub mod engine;
pub mod media;
pub mod page;
pub mod pool;
pub mod session;
pub mod site;
pub mod waiting;
pub mod watch;

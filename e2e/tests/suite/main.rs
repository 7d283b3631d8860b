//! The end-to-end suite: every test in every engine, against the page in `dist/`.
//!
//! Run it with `cargo xtask test --only e2e`, which builds the page and finds the browsers.

mod run;

mod access;
mod correcting;
mod hostile;
<<<<<<< HEAD
mod modes;
=======
mod loading;
>>>>>>> 269ad43 (Test suggestions, series, long lists, stopping and trying again; time keystrokes over many articles)
mod opening;
mod overruling;
mod privacy;
mod scripting;
mod searching;
<<<<<<< HEAD
mod writing;
=======
mod typing;
>>>>>>> 269ad43 (Test suggestions, series, long lists, stopping and trying again; time keystrokes over many articles)

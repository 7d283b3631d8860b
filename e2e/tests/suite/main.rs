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

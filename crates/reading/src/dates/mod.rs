//! Date expressions in many languages and orders: finds them in a line and says
//! how much of each is known.

mod calendar;
mod lexer;
mod names;
mod pattern;

pub(crate) use pattern::{Found, scan, scan_spoken};

//! From the built program, a pack and a frame to a site: a folder for any static host,
//! or one file. What `cargo xtask dist` does for the articles of the project is what
//! `dateline build` does for those of anyone. Knows neither how the program is built nor
//! how articles are read.

pub mod boot;
pub mod compress;
pub mod frame;
pub mod hash;
pub mod hosted;
pub mod html;
pub mod manifest;
pub mod offline;
pub mod one_file;
pub mod policy;
mod program;
pub mod replace;
pub mod sources;
pub mod workplace;

pub use program::{Articles, Contents, Program};

//! Files, citations and quotations of what a view shows. Pure: `hooks` save and copy them.

pub mod save;
pub mod share;

//! Sorting and printing of numbers in little code: what the standard library has for
//! them is some ten kilobytes each in a page.

mod fixed;
mod sort;

pub use fixed::fixed;
pub use sort::sort_by;

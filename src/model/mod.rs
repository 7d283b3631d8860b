//! Values that views are computed from, and pure functions on them. No browser, no component.

pub mod answer;
pub mod filters;
pub mod keymap;
pub mod links;
pub mod marks;
pub mod page_props;
pub mod palette;
pub mod paragraphs;
pub mod place;
pub mod saved_series;
pub mod settings;
pub mod shared;
pub mod windowed;
pub mod words;

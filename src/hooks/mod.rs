//! Where components meet the browser: state with a lifetime outside of Yew.

pub mod use_address;
pub mod use_ahead;
pub mod use_contexts;
pub mod use_corpus;
pub mod use_hits;
pub mod use_indexed;
pub mod use_indexing;
pub mod use_keys;
pub mod use_part;
pub mod use_position;
pub mod use_rested;
pub mod use_save;
pub mod use_settings;
pub mod use_share;
pub mod use_suggestions;
pub mod use_windowed;

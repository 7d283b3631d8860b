//! Where components meet the browser: state with a lifetime outside of Yew.

pub mod use_address;
pub mod use_save;

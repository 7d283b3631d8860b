//! From inputs to the bytes of a pack.

pub(crate) mod builder;
pub(crate) mod contexts_only;
pub(crate) mod draft;
pub(crate) mod input;
pub(crate) mod join;
pub(crate) mod one_by_one;
pub(crate) mod outline;
pub(crate) mod pending;
pub(crate) mod prepare;
pub(crate) mod spool;

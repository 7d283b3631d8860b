//! One file a page: what the address names, put together from components.

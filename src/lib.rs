//! The Dateline page.

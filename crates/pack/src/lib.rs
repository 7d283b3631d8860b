//! From files to a pack: the only crate of the core that touches the file system.

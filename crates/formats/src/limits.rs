//! How much of a file is read before it is refused.

/// What one file may take. What is larger is refused with a reason, before it is
/// unpacked where that is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one document, unpacked: an article, a page, a row, a message.
    pub document: usize,
    /// Bytes that all members of one archive may have together, unpacked.
    pub unpacked: u64,
    /// How deep archives may stand in archives.
    pub nesting: usize,
    /// What columns and keys are called where the usual names do not fit.
    pub columns: crate::Columns,
}

impl Default for Limits {
    /// 64 MiB a document, 16 GiB an archive, archives three deep.
    fn default() -> Self {
        Limits {
            document: 64 << 20,
            unpacked: 16 << 30,
            nesting: 3,
            columns: crate::Columns::default(),
        }
    }
}

/// A number of bytes as people write it: `64 MB`.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        10_000_000..10_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

/// Why a document of so many bytes is not read.
pub(crate) fn too_long(bytes: u64, limit: usize) -> String {
    format!(
        "{} are more than one document may have ({}); cut it into several",
        size(bytes),
        size(limit as u64)
    )
}

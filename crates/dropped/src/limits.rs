//! How much a reader may bring at once: what a tab can hold with all views open.

/// Files in one drop.
pub const DROP_FILES: usize = 20_000;

/// Bytes of all files in one drop, as they are on the disk.
pub const DROP_BYTES: u64 = 200 << 20;

/// Bytes of all articles together, unpacked; what is more is left out and reported.
pub const ARTICLE_BYTES: usize = 400 << 20;

/// Why so much is refused before it is read; `None` when it is not.
pub fn too_much(files: usize, bytes: u64) -> Option<String> {
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    let most = megabytes(DROP_BYTES);
    let end = "Nothing was read. Bring a part of them, or make a page of all of them with the dateline command.";
    if files > DROP_FILES {
        return Some(format!(
            "These are {files} files, and one page takes {DROP_FILES} at once. {end}"
        ));
    }
    (bytes > DROP_BYTES).then(|| {
        format!("These are {} MB, and one page takes {most} MB at once. {end}", megabytes(bytes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_much_and_how_much_is_possible() {
        assert_eq!(too_much(DROP_FILES, DROP_BYTES), None);
        let files = too_much(DROP_FILES + 1, 0).expect("refused");
        assert!(files.starts_with("These are 20001 files, and one page takes 20000"), "{files}");
        let bytes = too_much(1, DROP_BYTES + 1).expect("refused");
        assert!(bytes.starts_with("These are 201 MB, and one page takes 200 MB"), "{bytes}");
    }
}

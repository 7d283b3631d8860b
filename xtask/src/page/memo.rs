//! Remembers slow results by a hash of what they were made from.

use std::fs;

use anyhow::{Context, Result};

use super::hash;
use crate::paths;

/// The result of `work` on `input`, from the scratch folder when the same was done before.
/// `kind` names the work with everything else that decides its result, such as a version.
///
/// # Errors
/// Those of `work`, or when the scratch folder cannot be written.
pub fn remember(
    kind: &str,
    input: &[u8],
    work: impl FnOnce() -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let folder = paths::scratch("memo");
    let file = folder.join(format!("{}-{}", hash::hex(input), hash::hex(kind.as_bytes())));
    if let Ok(known) = fs::read(&file) {
        return Ok(known);
    }
    let result = work()?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    // Written beside and renamed: an interrupted run must not leave half a result.
    let unfinished = file.with_extension(std::process::id().to_string());
    fs::write(&unfinished, &result)
        .with_context(|| format!("cannot write {}", unfinished.display()))?;
    fs::rename(&unfinished, &file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(result)
}

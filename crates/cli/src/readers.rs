//! The processes of this command that read files: whatever a file does to its reader costs that
//! file alone.

use crate::output::Stop;
use dateline_pack::{ReaderLimits, ReaderPool, reader_process};

/// Processes of this program. None where the system does not tell where it is: files are then read
/// in this process.
pub(crate) fn pool() -> Option<ReaderPool> {
    let limits = ReaderLimits::default();
    let numbers = [limits.memory, limits.seconds].map(|number| number.to_string());
    let arguments = std::iter::once("read-for-another".to_owned()).chain(numbers).collect();
    Some(ReaderPool::new(std::env::current_exe().ok()?, arguments, limits))
}

/// Reads files for the process that called this one.
pub(crate) fn serve(memory: u64, seconds: u64) -> Result<(), Stop> {
    Ok(reader_process::serve(ReaderLimits { memory, seconds })?)
}

//! `dateline pack`: a corpus as one file.

use crate::arguments::Input;
use crate::output::Stop;
use std::path::Path;

/// Packs `input` into the file `out`.
pub(crate) fn run(input: &Input, out: &Path, corrections: Option<&Path>) -> Result<(), Stop> {
    let corrections = corrections.map(dateline_pack::read_corrections).transpose()?;
    let corrections = corrections.unwrap_or_default();
    let bytes = match input {
        Input::Paths(paths) => dateline_pack::pack_paths(paths, &corrections)?,
        Input::Jsonl(file) => dateline_pack::pack_jsonl(file, &corrections)?,
    };
    let failed = |e: std::io::Error| dateline_pack::Error::new(out, e.to_string());
    Ok(std::fs::write(out, bytes).map_err(failed)?)
}

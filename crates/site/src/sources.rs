//! A fingerprint of the sources of the page: a page that was built from other sources than a
//! command's would not fit its packs. The build script of the command includes this file, which
//! therefore needs nothing but the standard library.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Everything that a page is compiled from, below the project's folder.
pub const PLACES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "crates",
    "data",
    "index.html",
    "js",
    "src",
    "styles",
    "worker",
    "xtask/src/page",
];

/// Folders in these places of which no page has anything.
const APART: [&str; 4] = ["tests", "cli", "serve", "target"];

/// The fingerprint of the sources in the project's folder, as 16 hexadecimal digits. It is stable
/// for one version of the compiler.
///
/// # Errors
/// When a file cannot be read.
pub fn fingerprint(project: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for place in PLACES {
        collect(&project.join(place), &mut files)?;
    }
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        let name = file.strip_prefix(project).unwrap_or(&file);
        let bytes = fs::read(&file)?;
        for part in [name.as_os_str().as_encoded_bytes(), &bytes] {
            hash.write_usize(part.len());
            hash.write(part);
        }
    }
    Ok(format!("{:016x}", hash.finish()))
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !place.is_dir() {
        files.extend(place.is_file().then(|| place.to_owned()));
        return Ok(());
    }
    for entry in fs::read_dir(place)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if !path.is_dir() || !APART.iter().any(|apart| name == *apart) {
            collect(&path, files)?;
        }
    }
    Ok(())
}

//! Where the project, its outputs and the installed tools are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the project: the folder above `xtask/`.
#[must_use]
pub fn project() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

/// The finished page; that of `DATELINE_DIST` when it is set, so that the end-to-end tests can
/// look at a site that was built in another way.
#[must_use]
pub fn dist() -> PathBuf {
    env::var_os("DATELINE_DIST").map_or_else(|| project().join("dist"), PathBuf::from)
}

/// Scratch space below the target directory.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    target().join("xtask").join(name)
}

/// Cargo's target directory.
#[must_use]
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from)
}

/// Where tools are installed: `DATELINE_TOOLS`, or a folder in the user's cache directory.
#[must_use]
pub fn tools() -> PathBuf {
    if let Some(chosen) = env::var_os("DATELINE_TOOLS") {
        return PathBuf::from(chosen);
    }
    user_cache().join("dateline-tools")
}

/// Cargo's own folder, with the sources of all dependencies.
#[must_use]
pub fn cargo_home() -> Option<PathBuf> {
    let set = env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")))
}

fn user_cache() -> PathBuf {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(cache) = set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")) {
        return cache;
    }
    match set("HOME") {
        Some(home) if cfg!(target_os = "macos") => home.join("Library/Caches"),
        Some(home) => home.join(".cache"),
        None => target(),
    }
}

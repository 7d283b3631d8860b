//! Puts the page that `cargo xtask cli` built into the command. A release build takes it wherever
//! it comes from, so that `cargo run --release` does not replace a command that carries the page
//! with one that does not. A page that was built from other sources stays out: it might not
//! understand the packs of this command. Debug builds, which are for tests, carry a page only where
//! `DATELINE_PAGE_IN_DEBUG` is set, as by the tests that build sites.

// Public there, where it is a library.
#[allow(unreachable_pub)]
#[path = "../site/src/sources.rs"]
mod sources;

use std::error::Error;
use std::path::{Path, PathBuf};

const MISSING: &str = " (without the page; `cargo xtask cli` builds a command that carries it)";
const OUTDATED: &str =
    " (without the page, whose sources have changed; run `cargo xtask cli` again)";

const IN_DEBUG: &str = "DATELINE_PAGE_IN_DEBUG";

fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name: &str| std::env::var_os(name).ok_or(format!("{name} is not set"));
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let project = manifest.ancestors().nth(2).ok_or("the crate stands in no project")?;
    println!("cargo::rerun-if-env-changed={IN_DEBUG}");
    let wanted = variable("PROFILE")? == "release" || std::env::var_os(IN_DEBUG).is_some();
    let (page, without) = match wanted {
        true => find(project)?,
        false => {
            println!("cargo::rerun-if-changed=build.rs");
            (Vec::new(), MISSING)
        }
    };
    println!("cargo::rustc-env=DATELINE_WITHOUT_THE_PAGE={without}");
    Ok(std::fs::write(Path::new(&variable("OUT_DIR")?).join("program"), page)?)
}

/// The page, or why there is none.
fn find(project: &Path) -> Result<(Vec<u8>, &'static str), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CARGO_TARGET_DIR");
    for place in sources::PLACES {
        println!("cargo::rerun-if-changed={}", project.join(place).display());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| project.join("target"), PathBuf::from);
    let folder = target.join("xtask").join("built-page");
    // Cargo would build again every time while a path that it watches is not there.
    std::fs::create_dir_all(&folder)?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let Ok(built_from) = std::fs::read_to_string(folder.join("sources")) else {
        return Ok((Vec::new(), MISSING));
    };
    if built_from != sources::fingerprint(project)? {
        return Ok((Vec::new(), OUTDATED));
    }
    Ok((std::fs::read(folder.join("page"))?, ""))
}

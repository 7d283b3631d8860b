//! Tools that are compiled with `cargo install`: Trunk, wasm-bindgen, geckodriver.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{paths, process, steps};

/// A program that cargo installs, at one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    extra: &'static [&'static str],
}

/// Trunk, the bundler. 0.22 wants a newer compiler than the project pins.
#[must_use]
pub fn trunk() -> CargoTool {
    // Without its default features, which are there to download tools and news of itself over
    // TLS: we bring the tools and run it offline.
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".into(),
        extra: &["--locked", "--no-default-features"],
    }
}

/// Firefox's WebDriver.
#[must_use]
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".into(),
        extra: &["--locked"],
    }
}

/// wasm-bindgen at the version of `Cargo.lock`: the command and the crate must be equal.
///
/// # Errors
/// When `Cargo.lock` names no wasm-bindgen.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let path = paths::project().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen, so the page cannot be built")?;
    // Not `--locked`: the lock file it was published with names a withdrawn package.
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        extra: &[],
    })
}

impl CargoTool {
    /// The folder that holds the program, installing it first if need be.
    ///
    /// # Errors
    /// When it cannot be compiled.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        let root = paths::tools().join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        let program = folder.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if program.is_file() {
            return Ok(folder);
        }
        steps::step(&format!("install {} {} (once)", self.package, self.version), || {
            self.install(&root)
        })?;
        Ok(folder)
    }

    /// The program itself, installing it first if need be.
    ///
    /// # Errors
    /// When it cannot be compiled.
    pub fn program(&self) -> Result<PathBuf> {
        Ok(self.ensure()?.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)))
    }

    fn on_path(&self) -> Option<PathBuf> {
        if super::only_our_own() {
            return None;
        }
        let program = process::which(self.program)?;
        let says = process::version_of(&program)?;
        let same = says.split_whitespace().any(|word| word == self.version);
        same.then(|| program.parent().map(PathBuf::from)).flatten()
    }

    fn install(&self, root: &std::path::Path) -> Result<()> {
        if process::which("cargo-binstall").is_some() && self.binstall(root).is_ok() {
            return Ok(());
        }
        let mut install = process::cargo();
        install.arg("install").args(["--version", &self.version, "--root"]).arg(root);
        install.args(self.extra).arg(self.package);
        // One target directory, so that the tools share the packages they have in common.
        install.env("CARGO_TARGET_DIR", paths::tools().join("target"));
        for (name, value) in QUICK_TO_COMPILE {
            install.env(name, value);
        }
        process::run(&mut install).with_context(|| {
            format!(
                "cannot install {}; check the network, or install it yourself with \
                 `cargo install {} --version {}` so that it is on PATH",
                self.package, self.package, self.version
            )
        })
    }

    /// Fetches a ready-made program when the user has cargo-binstall.
    fn binstall(&self, root: &std::path::Path) -> Result<()> {
        let mut install = process::cargo();
        install.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]);
        install.arg(root).arg(format!("{}@{}", self.package, self.version));
        process::run(&mut install)
    }
}

/// These tools spend their time waiting for the compiler and for browsers: compiling them without
/// optimisation costs nothing later and saves most of the time of a first run.
const QUICK_TO_COMPILE: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_PROFILE_RELEASE_PANIC", "unwind"),
];

/// The version of `package` in the text of a `Cargo.lock`.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_out_of_a_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        let cases = [
            ("wasm-bindgen", Some("0.2.130")),
            ("wasm-bindgen-macro", Some("1.0.0")),
            ("yew", None),
        ];
        for (package, expected) in cases {
            assert_eq!(locked_version(lock, package), expected, "{package}");
        }
    }
}

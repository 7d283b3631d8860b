//! The three engines and their WebDrivers: Chromium, Firefox and WebKit.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::cargo_tool;
use crate::{process, steps};

/// Where the browsers and their drivers are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browsers {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// Its driver.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// Its driver.
    pub geckodriver: PathBuf,
    /// WebKit, where the system has it.
    pub webkit: Option<WebKit>,
}

/// WebKitGTK with its driver and a display to run on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebKit {
    /// The browser that WebKitGTK ships for its own tests.
    pub mini_browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
    /// A display without a screen: this browser has no headless mode.
    pub xvfb: PathBuf,
}

impl fmt::Display for Browsers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "Chromium: {} with {}",
            self.chromium.display(),
            self.chromedriver.display()
        )?;
        writeln!(out, "Firefox: {} with {}", self.firefox.display(), self.geckodriver.display())?;
        match &self.webkit {
            Some(webkit) => write!(
                out,
                "WebKit: {} with {} on {}",
                webkit.mini_browser.display(),
                webkit.driver.display(),
                webkit.xvfb.display()
            ),
            None => write!(out, "WebKit: none"),
        }
    }
}

/// Debian's packages for what [`find`] looks for.
const PACKAGES: [(&str, &str); 5] = [
    ("Chromium", "chromium"),
    ("ChromeDriver", "chromium-driver"),
    ("Firefox", "firefox-esr"),
    ("WebKit", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Finds the browsers, installing Debian's packages for those that are missing.
///
/// # Errors
/// When something is missing and cannot be installed here, with what to install.
pub fn ensure() -> Result<Browsers> {
    let missing = missing();
    if !missing.is_empty() {
        install(&missing)?;
    }
    find().context("a browser is still missing after its package was installed")
}

/// The browsers of this machine, if Chromium and Firefox are there.
///
/// # Errors
/// Names the first program that is missing.
pub fn find() -> Result<Browsers> {
    let need = |names: &[&str]| {
        first(names).with_context(|| format!("there is no {} on PATH", names.join(" or ")))
    };
    Ok(Browsers {
        chromium: need(&CHROMIUM)?,
        chromedriver: need(&["chromedriver"])?,
        firefox: need(&FIREFOX)?,
        geckodriver: cargo_tool::geckodriver().program()?,
        webkit: find_webkit(),
    })
}

const CHROMIUM: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

fn find_webkit() -> Option<WebKit> {
    let driver = process::which("WebKitWebDriver")?;
    let xvfb = process::which("Xvfb")?;
    Some(WebKit { mini_browser: mini_browser()?, driver, xvfb })
}

/// `/usr/lib/<architecture>/webkit2gtk-<version>/MiniBrowser`; the newest one.
fn mini_browser() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = folders(Path::new("/usr/lib"))
        .into_iter()
        .chain(folders(Path::new("/usr/libexec")))
        .flat_map(|folder| [folders(&folder), vec![folder]].concat())
        .filter(|folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("webkit2gtk-") || name.starts_with("webkitgtk-")
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::which(name))
}

/// Debian package names of what is not there.
fn missing() -> Vec<&'static str> {
    let there = [
        first(&CHROMIUM).is_some(),
        process::which("chromedriver").is_some(),
        first(&FIREFOX).is_some(),
        process::which("WebKitWebDriver").is_some() && mini_browser().is_some(),
        process::which("Xvfb").is_some(),
    ];
    let packages = PACKAGES.iter().zip(there);
    packages.filter(|(_, there)| !there).map(|((_, package), _)| *package).collect()
}

fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!(
        "the tests need browsers that are not installed; on Debian or Ubuntu: \
         `sudo apt-get install --no-install-recommends {list}`, elsewhere the same programs \
         ({}) on PATH",
        PACKAGES.map(|(program, _)| program).join(", ")
    );
    if process::which("apt-get").is_none() || !is_root() {
        bail!(by_hand);
    }
    steps::note(&format!("Installing {list} with apt."));
    let apt = |arguments: &[&str]| {
        let mut command = process::command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-o", "Dpkg::Use-Pty=0"]);
        process::run(command.args(arguments))
    };
    apt(&["update"]).context(by_hand.clone())?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments).context(by_hand)
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

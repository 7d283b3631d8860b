//! The rules of ARCHITECTURE.md that a test can hold: who may name the browser, which way
//! dependencies point, what a file begins with, and that no markup carries inline styles.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Crates of the core with everything of ours that they may depend on.
const CORE: [(&str, &[&str]); 16] = [
    ("text", &[]),
    ("reading", &["text"]),
    ("countries", &["text"]),
    ("search", &["text"]),
    ("stats", &["text"]),
    ("html", &["text", "reading"]),
    ("corpus", &["text", "reading", "countries", "search", "stats"]),
    ("config", &["text", "reading", "countries", "search", "stats", "corpus"]),
    ("export", &["text"]),
    ("formats", &["text", "reading", "countries", "search", "stats", "corpus", "config", "html"]),
    (
        "pack",
        &[
            "text",
            "reading",
            "countries",
            "search",
            "stats",
            "corpus",
            "config",
            "formats",
            "html",
            "prerender",
        ],
    ),
    ("prerender", &["text", "reading", "countries", "search", "stats", "corpus"]),
    ("site", &["text"]),
    (
        "dropped",
        &["text", "reading", "countries", "search", "stats", "corpus", "config", "formats", "html"],
    ),
    ("serve", &[]),
    (
        "cli",
        &[
            "text",
            "reading",
            "countries",
            "search",
            "stats",
            "corpus",
            "config",
            "formats",
            "html",
            "pack",
            "prerender",
            "site",
            "serve",
        ],
    ),
];

const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = ["src", "crates", "worker", "xtask", "e2e", "tests", "build.rs"]
        .iter()
        .flat_map(|place| rust_files(&root().join(place)))
        .filter(|file| !read(file).trim_start().starts_with("//!"))
        .map(|file| shown(&file))
        .collect();
    assert!(silent.is_empty(), "these do not begin with `//!`: {silent:#?}");
}

/// Where the browser's interfaces are named: its functions, and those that scripts call.
const BROWSER_ROOMS: [&str; 2] = ["src/browser", "src/scripting"];

#[test]
fn only_two_rooms_name_the_browser() {
    let mut found = Vec::new();
    for file in rust_files(&root().join("src")) {
        if BROWSER_ROOMS.iter().any(|room| file.starts_with(root().join(room))) {
            continue;
        }
        for (number, line) in read(&file).lines().enumerate().filter(|(_, l)| !comment(l)) {
            if BROWSER.iter().any(|name| words(line).any(|word| word == *name)) {
                found.push(format!("{}:{}: {line}", shown(&file), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "outside of {BROWSER_ROOMS:?}: {found:#?}");
}

/// Rooms of the page, and those that nothing in them may name.
const STRANGERS: [(&str, &[&str]); 7] = [
    ("components", &["browser", "hooks", "pages", "scripting", "shell"]),
    (
        "charts",
        &["browser", "components", "hooks", "pages", "scripting", "shell", "address", "user_files"],
    ),
    (
        "browser",
        &[
            "address",
            "charts",
            "components",
            "evidence",
            "exports",
            "hooks",
            "model",
            "pages",
            "scripting",
            "shell",
            "user_files",
        ],
    ),
    ("address", &["browser", "charts", "components", "hooks", "model", "pages", "shell"]),
    ("model", &["charts", "hooks", "pages", "scripting", "shell", "user_files"]),
    ("exports", &["browser", "components", "hooks", "pages", "scripting", "shell"]),
    ("hooks", &["charts"]),
];

#[test]
fn rooms_of_the_page_keep_to_themselves() {
    let mut found = Vec::new();
    for (room, strangers) in STRANGERS {
        for file in rust_files(&root().join("src").join(room)) {
            for (number, line) in read(&file).lines().enumerate().filter(|(_, l)| !comment(l)) {
                let named = |stranger: &str| line.contains(&format!("crate::{stranger}"));
                if strangers.iter().any(|stranger| named(stranger)) {
                    found.push(format!("{}:{}: {line}", shown(&file), number + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "against the header of the room: {found:#?}");
}

/// `src/` and the folders of crates show rooms, not files.
#[test]
fn the_page_has_no_loose_files() {
    let entries = fs::read_dir(root().join("src")).expect("src/").flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| path.is_file());
    let loose: Vec<String> = files
        .map(|file| shown(&file))
        .filter(|file| !["src/lib.rs", "src/main.rs"].contains(&file.as_str()))
        .collect();
    assert!(loose.is_empty(), "in no room: {loose:#?}");
}

#[test]
fn dependencies_point_one_way() {
    for (name, allowed) in CORE {
        for dependency in tree(name) {
            let ours = dependency.strip_prefix("dateline-").filter(|ours| *ours != name);
            let fine = ours.is_none_or(|ours| allowed.contains(&ours));
            assert!(fine, "dateline-{name} depends on {dependency}");
            let browser = BROWSER.iter().any(|b| b.replace('_', "-") == dependency);
            assert!(!browser, "dateline-{name} depends on {dependency}, which needs a browser");
        }
    }
}

#[test]
fn every_crate_has_a_rule() {
    let entries = fs::read_dir(root().join("crates")).expect("crates/");
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(CORE.iter().any(|(known, _)| *known == name), "no rule for crates/{name}");
    }
}

#[test]
fn the_page_does_not_depend_on_files() {
    let page = tree_of("dateline", &["--target", "wasm32-unknown-unknown"]);
    for forbidden in ["dateline-pack", "dateline-cli"] {
        assert!(!page.iter().any(|dependency| dependency == forbidden), "{forbidden} in the page");
    }
}

/// The page's Content-Security-Policy drops inline styles; what they say would be lost.
#[test]
fn markup_has_no_inline_styles() {
    let mut found = Vec::new();
    for file in rust_files(&root().join("src")) {
        for (number, line) in read(&file).lines().enumerate().filter(|(_, l)| !comment(l)) {
            if line.contains(" style={") || line.contains(" style=\"") {
                found.push(format!("{}:{}: {line}", shown(&file), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "use a class or an SVG attribute: {found:#?}");
}

/// The documents that say where things are.
const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs"];
/// Folders that exist only once something was built.
const BUILT: [&str; 2] = ["dist", "target"];

#[test]
fn every_path_in_the_documents_exists() {
    let top: Vec<String> = fs::read_dir(root())
        .expect("the project")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !BUILT.contains(&name.as_str()))
        .collect();
    let in_project = |path: &str| {
        let first = path.split('/').next().unwrap_or_default();
        path.contains('/') && top.iter().any(|name| name == first)
    };
    // `NAME` stands for a name that the reader chooses.
    let is_pattern = |path: &str| {
        path.contains(['*', '{', ' ', '<']) || path.contains(|c: char| c.is_ascii_uppercase())
    };
    let mut missing = Vec::new();
    let mut seen = 0;
    for (place, code) in in_backticks() {
        let path = code.split([':', '#']).next().unwrap_or_default();
        if in_project(path) && (!is_pattern(path) || path.ends_with("README.md")) {
            seen += 1;
            if !root().join(path).exists() {
                missing.push(format!("{place}: {path}"));
            }
        }
    }
    assert!(seen > 40, "only {seen} paths were found");
    assert!(missing.is_empty(), "these do not exist: {missing:#?}");
}

#[test]
fn every_command_in_the_documents_exists() {
    let commands = |folder: &str| -> String {
        rust_files(&root().join(folder)).iter().map(|file| read(file)).collect()
    };
    let (tools, program) = (commands("xtask/src"), commands("crates/cli/src"));
    let known = |source: &str, word: &str| {
        // A word that is matched, or a variant whose name clap turns into the word.
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase()).into_iter();
        let variant: String = first.chain(letters).collect();
        let starts = ["{", "(", ","].map(|after| format!("{variant}{after}"));
        source.contains(&format!("\"{word}\""))
            || starts.iter().any(|variant| source.contains(variant))
            || source.contains(&format!("{variant} {{"))
    };
    let mut unknown = Vec::new();
    let mut seen = 0;
    for (place, code) in in_backticks() {
        for (prefix, source) in [("cargo xtask ", &tools), ("dateline ", &program)] {
            let Some(rest) = code.strip_prefix(prefix) else { continue };
            let word = rest.split(' ').next().unwrap_or_default();
            if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            seen += 1;
            if !known(source, word) {
                unknown.push(format!("{place}: {code}"));
            }
        }
    }
    assert!(seen > 10, "only {seen} commands were found");
    assert!(unknown.is_empty(), "these are no commands: {unknown:#?}");
}

/// What stands in backticks in the documents, or in a line of a block after its prompt, with its
/// place.
fn in_backticks() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let documents = DOCUMENTS.iter().flat_map(|name| markdown_files(&root().join(name)));
    for file in documents {
        for (number, line) in read(&file).lines().enumerate() {
            let place = format!("{}:{}", shown(&file), number + 1);
            if let Some(command) = line.trim_start().strip_prefix("$ ") {
                found.push((place, command.to_owned()));
            } else if !line.trim_start().starts_with("```") {
                let codes = line.split('`').skip(1).step_by(2);
                found.extend(codes.map(|code| (place.clone(), code.to_owned())));
            }
        }
    }
    found
}

fn markdown_files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let files = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "md")).collect()
}

fn tree(name: &str) -> Vec<String> {
    tree_of(&format!("dateline-{name}"), &[])
}

/// Names of all packages that a package's own code is linked with.
fn tree_of(package: &str, more: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--package", package])
        .args(more)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    lines.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn rust_files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let below = entries.map(|entry| entry.path()).flat_map(|path| rust_files(&path));
    below.filter(|file| file.extension().is_some_and(|ending| ending == "rs")).collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
}

fn comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

//! The list of formats, and the documents that repeat it.

use dateline_formats::{FORMATS, listed};
use std::path::Path;

/// A file of the repository, with every run of white space as one space.
fn document(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn documents_list_every_format() {
    let all = listed(FORMATS.iter());
    let in_page = listed(FORMATS.iter().filter(|f| f.in_page));
    let command_alone: Vec<&str> = FORMATS.iter().filter(|f| !f.in_page).map(|f| f.name).collect();
    for (path, list) in [
        ("README.md", &all),
        ("src/pages/yours.rs", &in_page),
        ("crates/cli/src/arguments.rs", &all),
        ("docs/own-files.md", &in_page),
    ] {
        assert!(document(path).contains(list.as_str()), "{path} does not say: {list}");
    }
    let page = document("docs/own-files.md");
    for name in command_alone {
        assert!(page.contains(name), "docs/own-files.md does not say who reads {name}");
    }
    let table = document("docs/publishing.md");
    for format in FORMATS {
        for ending in format.endings {
            assert!(table.contains(&format!("`.{ending}`")), "docs/publishing.md lacks .{ending}");
        }
    }
}

//! A build that is killed at any step of replacing a site, or that fails there, costs nobody
//! anything: there is a whole site, the next build succeeds, and what others put there stays.

use dateline_site::replace::{LIST, is_free, is_site, replace};
use dateline_site::workplace::Workplace;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that a child of this test builds into, and the step at which it is killed.
const CHILD: &str = "DATELINE_TEST_KILLED_AT";

/// Files of a site; those with a hash in their name are never changed.
fn version(number: u8) -> Vec<(String, String)> {
    let hashed = |stem: &str, ending: &str| {
        (format!("{stem}-{:016x}.{ending}", number), format!("{stem} {number}"))
    };
    let page = format!(
        "page {number} needs {} and {}",
        hashed("boot", "js").0,
        hashed("corpus", "pack").0
    );
    vec![
        hashed("boot", "js"),
        hashed("corpus", "pack"),
        ("icons/a.svg".into(), "icon".into()),
        ("dateline.js".into(), format!("engine {number}")),
        ("sw.js".into(), format!("worker {number}")),
        ("index.html".into(), page),
    ]
}

fn fill(folder: &Path, number: u8) -> anyhow::Result<()> {
    for (name, text) in version(number) {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a parent"))?;
        fs::write(file, text)?;
    }
    Ok(())
}

fn build(site: &Path, number: u8) -> anyhow::Result<()> {
    replace(site, |folder| fill(folder, number))
}

/// Files and what is in them, without those of Dateline's own.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inside)).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = inside.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(name);
            } else if name != Path::new(LIST) {
                let text = fs::read_to_string(entry.path()).expect("text");
                found.insert(name.to_string_lossy().replace('\\', "/"), text);
            }
        }
    }
    found
}

fn whole(number: u8) -> BTreeMap<String, String> {
    version(number).into_iter().collect()
}

/// The site can be read: its page is there, and everything that this page needs.
fn can_be_read(site: &Path) -> bool {
    let there = files(site);
    let page = &there["index.html"];
    let words = page.split(' ').filter(|word| word.contains('-'));
    words.clone().count() == 2 && words.into_iter().all(|name| there.contains_key(name))
}

/// Not a test of its own: what the test below kills.
#[test]
fn child_of_the_test_of_kills() {
    let Ok(said) = std::env::var(CHILD) else { return };
    let (site, step) = said.rsplit_once('|').expect("a folder and a step");
    let (mut left, site) = (step.parse::<u32>().expect("a number"), Path::new(site));
    let place = Workplace::for_folder(site).expect("a place");
    let done = place.put_folder(|folder| fill(folder, 2), &mut || {
        if left == 0 {
            // As a kill: nothing is cleaned up, no destructor runs.
            std::process::abort();
        }
        left -= 1;
    });
    done.expect("a site");
}

#[test]
fn a_kill_at_any_step_leaves_a_whole_site() {
    let mut steps = 0;
    loop {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        build(&site, 1).expect("a site");
        fs::create_dir(site.join(".git")).expect("a folder");
        fs::write(site.join(".git/config"), "theirs").expect("a file");
        fs::write(site.join("icons/theirs.svg"), "theirs").expect("a file");
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "child_of_the_test_of_kills"])
            .env(CHILD, format!("{}|{steps}", site.display()))
            .output()
            .expect("a child");
        assert!(can_be_read(&site), "killed at step {steps}: {:?}", files(&site));
        assert!(is_site(&site) && is_free(&site), "killed at step {steps}");
        build(&site, 3).expect("the next build");
        let mut expected = whole(3);
        expected.insert(".git/config".into(), "theirs".into());
        expected.insert("icons/theirs.svg".into(), "theirs".into());
        assert_eq!(files(&site), expected, "killed at step {steps}");
        if child.status.success() {
            break;
        }
        steps += 1;
    }
    // The list twice, six files, and the two that the new site does not have.
    assert_eq!(steps, 10);
}

#[test]
fn a_kill_before_the_first_site_is_no_obstacle() {
    let folder = tempfile::tempdir().expect("a folder");
    for step in 0..7 {
        let site = folder.path().join(format!("site-{step}"));
        Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "child_of_the_test_of_kills"])
            .env(CHILD, format!("{}|{step}", site.display()))
            .output()
            .expect("a child");
        assert!(is_free(&site), "killed at step {step}: {:?}", files(&site));
        build(&site, 3).expect("the next build");
        assert_eq!(files(&site), whole(3), "killed at step {step}");
    }
}

#[test]
fn a_failure_puts_everything_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    build(&site, 1).expect("a site");
    let before = files(&site);
    let failed = replace(&site, |folder| {
        fill(folder, 2)?;
        anyhow::bail!("the disk is full")
    });
    assert!(failed.is_err());
    assert_eq!(files(&site), before);
    // A folder where the page is to be: the last file cannot be moved there.
    let failed = Workplace::for_folder(&site).expect("a place").put_folder(
        |folder| fill(folder, 2),
        &mut || {
            let page = site.join("index.html");
            let moved = site.join("sw.js");
            if fs::read_to_string(&moved).is_ok_and(|text| text == "worker 2") && page.is_file() {
                fs::remove_file(&page).expect("removed");
                fs::create_dir(&page).expect("a folder");
                fs::write(page.join("x"), "in the way").expect("a file");
            }
        },
    );
    assert!(failed.is_err());
    fs::remove_dir_all(site.join("index.html")).expect("removed");
    let mut expected = before;
    expected.remove("index.html");
    assert_eq!(files(&site), expected);
}

#[test]
fn files_of_others_are_neither_removed_nor_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    build(&site, 1).expect("a site");
    fs::write(site.join("notes.txt"), "theirs").expect("a file");
    let theirs = format!("boot-{:016x}.js", 2);
    fs::write(site.join(&theirs), "theirs").expect("a file");
    let error = build(&site, 2).expect_err("a file is in the way").to_string();
    assert!(error.contains(&theirs) && error.contains("move it away"), "{error}");
    assert_eq!(files(&site)["index.html"], whole(1)["index.html"]);
    fs::remove_file(site.join(&theirs)).expect("removed");
    build(&site, 2).expect("a site");
    let mut expected = whole(2);
    expected.insert("notes.txt".into(), "theirs".into());
    assert_eq!(files(&site), expected);
}

#[test]
fn a_site_of_a_version_without_a_list_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    fill(&site, 1).expect("a site");
    fs::create_dir(site.join(".git")).expect("a folder");
    fs::write(site.join(".git/config"), "theirs").expect("a file");
    fs::write(site.join("robots.txt"), "theirs").expect("a file");
    assert!(is_site(&site));
    build(&site, 2).expect("a site");
    let mut expected = whole(2);
    expected.insert(".git/config".into(), "theirs".into());
    expected.insert("robots.txt".into(), "theirs".into());
    assert_eq!(files(&site), expected);
}

#[test]
fn folders_of_others_are_not_free() {
    let folder = tempfile::tempdir().expect("a folder");
    let cases: [(&str, &[&str], bool); 6] = [
        ("empty", &[], true),
        ("articles", &["a.txt"], false),
        ("page", &["index.html"], false),
        ("hidden", &[".git"], false),
        ("killed", &[LIST, "boot-0000000000000001.js"], true),
        ("site", &["index.html", LIST, "a.txt"], true),
    ];
    for (name, entries, free) in cases {
        let place = folder.path().join(name);
        fs::create_dir(&place).expect("a folder");
        for entry in entries {
            fs::write(place.join(entry), "x").expect("a file");
        }
        assert_eq!(is_free(&place), free, "{name}");
    }
}

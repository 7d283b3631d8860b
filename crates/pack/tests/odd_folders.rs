//! Folders with things in them that are no files of articles, or cannot be read: each is reported
//! and skipped, and the rest is read.

use dateline_corpus::{Corpus, CorpusBuilder};
use dateline_pack::{Articles, Event, Job, OnError};
use std::fs;
use std::path::Path;

const TEXT: &str = "Rain in Peru\n\nIt rained in Lima for a week, said the keeper of the bridge.";

/// Writes files with an article each.
fn write(folder: &Path, names: &[&str]) {
    for name in names {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        fs::write(file, TEXT).expect("a file");
    }
}

/// Names of the articles, and what was reported, without the folder.
fn read(folder: &Path, out: Option<&Path>) -> (Vec<String>, Vec<String>) {
    let paths = [folder];
    let mut reports = Vec::new();
    let job = Job { on_error: OnError::Report, out, ..Job::of(Articles::Paths(&paths)) };
    let builder = job
        .gather_into(CorpusBuilder::new(), &mut |event| {
            if let Event::Failed(error) | Event::LeftOut(error) = event {
                let report = error.to_string();
                let inside = report.strip_prefix(&format!("{}/", folder.display()));
                reports.push(inside.unwrap_or(&report).to_owned());
            }
            true
        })
        .expect("articles");
    let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    (corpus.articles().map(|article| article.name().to_owned()).collect(), reports)
}

#[test]
fn sites_among_the_articles_are_left_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = ["a.txt", "new/index.html", "new/b.txt", "new/.dateline-files", "old/index.html"];
    write(folder.path(), &list);
    write(folder.path(), &["old/corpus-0123456789abcdef.pack", "page/index.html"]);
    let block = "<script type=\"application/gzip\" id=\"dateline-pack\">";
    let page = format!("<!doctype html>{block}{}</script>", "A".repeat(400_000));
    fs::write(folder.path().join("press.html"), page).expect("a page");
    let (articles, reports) = read(folder.path(), None);
    assert_eq!(articles, ["a.txt", "page/index.html"]);
    assert_eq!(
        reports,
        [
            "new: a site that Dateline built",
            "old: a site that Dateline built",
            "press.html: a page that Dateline built",
        ]
    );
    let site = folder.path().join("new");
    let paths = [site.as_path()];
    let job = Job::of(Articles::Paths(&paths));
    let error = job.pack().expect_err("a site").to_string();
    assert!(error.contains("name the folder of its articles"), "{error}");
}

#[test]
fn articles_named_in_the_folder_of_the_site_are_read() {
    let site = tempfile::tempdir().expect("a folder");
    write(site.path(), &["articles/a.txt"]);
    let (articles, reports) = read(&site.path().join("articles"), Some(site.path()));
    assert_eq!((articles.as_slice(), reports.len()), (&["a.txt".to_owned()][..], 0));
}

#[test]
fn folders_that_are_too_deep_are_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = "d/".repeat(200) + "b.txt";
    write(folder.path(), &["a.txt", &deep]);
    let (articles, reports) = read(folder.path(), None);
    assert_eq!(articles, ["a.txt"]);
    assert_eq!(reports.len(), 1);
    assert!(reports[0].ends_with("more than 128 folders deep; move it up"), "{reports:?}");
}

#[cfg(unix)]
#[test]
fn names_pipes_and_links_are_reported() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), &["a.txt", "b/c.txt"]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.txt");
    fs::write(folder.path().join(name), TEXT).expect("a file");
    symlink("b", folder.path().join("link")).expect("a link");
    let _socket = UnixListener::bind(folder.path().join("socket")).expect("a socket");
    let (articles, reports) = read(folder.path(), None);
    assert_eq!(articles, ["a.txt", "b/c.txt"]);
    assert_eq!(
        reports,
        [
            "link: a link to a folder",
            "caf\u{FFFD}.txt: the name is not UTF-8; rename it",
            "socket: neither a file nor a folder, but a pipe or a device",
        ]
    );
}

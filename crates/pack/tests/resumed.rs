//! A build that goes on with what an earlier one read: the same bytes come of it,
//! wherever the earlier one was stopped, and whatever changed since.

use dateline_corpus::CorpusBuilder;
use dateline_pack::{Event, Job};
use std::path::Path;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..12 {
        let text = format!(
            "Rain number {number} falls in Peru\n\nIt rained for {number} days in the hills above Lima, and the road to \
             the coast of Chile was closed for as many weeks, the ministry said.\n\nSubscribe to our letter for more"
        );
        std::fs::write(folder.path().join(format!("{number:02}.txt")), text).expect("a file");
    }
    folder
}

fn pack(folder: &Path, cache: Option<&Path>) -> Vec<u8> {
    let paths = [folder];
    let job = Job { cache, ..Job::new(&paths) };
    let builder = job
        .gather_into(CorpusBuilder::new(), &mut |event| !matches!(event, Event::Failed(_)))
        .expect("a corpus");
    builder.build().expect("a pack")
}

#[test]
fn goes_on_where_it_was_stopped() {
    let folder = folder();
    let fresh = pack(folder.path(), None);
    let place = tempfile::tempdir().expect("a folder");
    // Into folders that are not there yet.
    let cache = place.path().join("sites/of/may/cache");
    assert_eq!(pack(folder.path(), Some(&cache)), fresh);
    let whole = std::fs::read(&cache).expect("the cache");
    assert_eq!(pack(folder.path(), Some(&cache)), fresh);
    assert_eq!(std::fs::read(&cache).expect("the cache"), whole, "nothing was read again");
    for share in [0, 1, 30, 50, 99] {
        let stopped = &whole[..whole.len() * share / 100];
        std::fs::write(&cache, stopped).expect("the cache");
        assert_eq!(pack(folder.path(), Some(&cache)), fresh, "stopped at {share} %");
        assert_eq!(std::fs::metadata(&cache).expect("the cache").len(), whole.len() as u64);
    }
}

#[test]
fn damage_and_changes_are_seen() {
    let folder = folder();
    let place = tempfile::tempdir().expect("a folder");
    let cache = place.path().join("cache");
    pack(folder.path(), Some(&cache));
    let mut bytes = std::fs::read(&cache).expect("the cache");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    std::fs::write(&cache, bytes).expect("the cache");
    assert_eq!(pack(folder.path(), Some(&cache)), pack(folder.path(), None));

    let changed = folder.path().join("03.txt");
    std::fs::write(
        &changed,
        "Sun over Norway\n\nThe sun shone over Oslo for a week, and nobody minded.",
    )
    .expect("a file");
    assert_eq!(pack(folder.path(), Some(&cache)), pack(folder.path(), None));
    std::fs::write(folder.path().join("corpus.toml"), "[articles.'03.txt']\ntitle = 'Sun'\n")
        .expect("a file");
    assert_eq!(pack(folder.path(), Some(&cache)), pack(folder.path(), None));

    // What no document needs any more goes when it is most of the file.
    let before = std::fs::metadata(&cache).expect("the cache").len();
    for number in 0..9 {
        std::fs::remove_file(folder.path().join(format!("{number:02}.txt"))).expect("removed");
    }
    std::fs::remove_file(folder.path().join("corpus.toml")).expect("removed");
    assert_eq!(pack(folder.path(), Some(&cache)), pack(folder.path(), None));
    assert!(std::fs::metadata(&cache).expect("the cache").len() < before / 2);
}

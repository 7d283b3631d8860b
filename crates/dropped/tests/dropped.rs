//! From files as a reader has them to the articles on the page.

use dateline_corpus::{COLLECTION, Corpus, CorpusBuilder, Input, Selection};
use dateline_dropped::{Collected, Collector, PUBLISHED, Reader, YOURS, beside};

/// Reads files as the worker does, and what `before` holds before them.
fn collect(before: Option<&Corpus>, files: &[(&str, &[u8])]) -> Collected {
    let mut collector = Collector::new(before).expect("whole articles");
    for (name, bytes) in files {
        let mut reader = Reader::open(name, bytes.to_vec());
        while let Some(step) = reader.step() {
            collector.take(&step);
        }
    }
    collector.finish()
}

fn corpus(files: &[(&str, &[u8])]) -> Corpus {
    collect(None, files).corpus.expect("articles")
}

fn names(corpus: &Corpus) -> Vec<&str> {
    corpus.articles().map(|a| a.name()).collect()
}

const RAIN: &[u8] = b"Rain in Peru\n\nIt rained in Lima for a week, said the harbour master.";

#[test]
fn every_file_is_read_or_reported() {
    let files: [(&str, &[u8]); 4] = [
        ("rain.txt", RAIN),
        ("rows.csv", b"id,title,text\n7,Snow,It snowed in Chile.\n8,Hail,It hailed in Cuba.\n"),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0"),
        ("empty.md", b" \n"),
    ];
    let collected = collect(None, &files);
    let read: Vec<_> =
        collected.read.iter().map(|r| (r.name.as_str(), r.format.as_str())).collect();
    let rows = [("rain.txt", "text"), ("rows.csv#7", "row"), ("rows.csv#8", "row")];
    assert_eq!(read, rows);
    let skipped: Vec<_> =
        collected.skipped.iter().map(|s| format!("{}: {}", s.name, s.reason)).collect();
    let reasons = [
        "photo.jpg: a picture; it holds no text",
        "empty.md: empty: no text in its 2 bytes; remove it or fill it",
    ];
    assert_eq!(skipped, reasons);
    assert_eq!(collected.corpus.expect("articles").len(), 3);
}

#[test]
fn a_reader_that_fell_over_a_document_is_followed_by_one_behind_it() {
    let file =
        b"id,title,text\n1,A,It rained in Peru.\n2,B,It snowed in Chile.\n3,C,It hailed in Cuba.\n";
    let mut collector = Collector::new(None).expect("a beginning");
    let mut first = Reader::open("rows.csv", file.to_vec());
    collector.take(&first.step().expect("the first row"));
    let mut second = Reader::open("rows.csv", file.to_vec());
    second.pass(2);
    collector.take(&second.step().expect("the third row"));
    assert!(second.step().is_none());
    let corpus = collector.finish().corpus.expect("articles");
    assert_eq!(names(&corpus), ["rows.csv#1", "rows.csv#3"]);
}

#[test]
fn a_second_drop_joins_the_first() {
    let first = corpus(&[("rain.txt", RAIN)]);
    let other: &[u8] = b"Rain in Cuba\n\nIt rained in Havana for a day.";
    let both = collect(Some(&first), &[("rain.txt", RAIN), ("rain.txt", other), ("b.txt", other)]);
    assert_eq!(both.skipped.len(), 1, "the same again");
    assert!(both.skipped[0].reason.starts_with("already here"), "{:?}", both.skipped);
    let both = both.corpus.expect("articles");
    assert_eq!(names(&both), ["rain.txt", "rain.txt (2)", "b.txt"]);
}

#[test]
fn files_without_an_article_are_a_sentence() {
    let nothing = collect(None, &[("photo.png", b"\x89PNG\r\n")]);
    assert_eq!(nothing.corpus.expect_err("nothing"), "None of this holds an article.");
}

#[test]
fn what_is_read_here_is_what_a_builder_reads() {
    let mut builder = CorpusBuilder::new();
    builder.set_index(true);
    let text = String::from_utf8(RAIN.to_vec()).expect("a text");
    builder.add(Input::dump("rain.txt", text)).expect("an article");
    let pack = builder.build().expect("a pack");
    assert!(corpus(&[("rain.txt", RAIN)]).pack() == pack);
}

#[test]
fn articles_stand_beside_those_that_were_published() {
    let mut builder = CorpusBuilder::new();
    builder.set_title("The Harbour Post");
    builder.add(Input::dump("a.txt", "Fog\n\nThere was fog over Oslo.")).expect("an article");
    let published = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    let own = corpus(&[("rain.txt", RAIN)]);
    let both = Corpus::open(beside(&published, &own).expect("a pack")).expect("a corpus");
    assert_eq!((both.title(), both.len()), ("The Harbour Post", 2));
    for collection in [PUBLISHED, YOURS] {
        let query = format!("{COLLECTION}:{collection}");
        assert_eq!(both.select(&Selection::search(&query)).total, 1, "{query}");
    }
}

#[test]
fn a_pack_that_was_saved_comes_back() {
    let saved = corpus(&[("rain.txt", RAIN)]);
    let mut collector = Collector::new(None).expect("a beginning");
    collector.take_pack("articles.pack", saved.pack().to_vec()).expect("a pack");
    let again = collector.finish();
    assert_eq!(again.read[0].notes, ["from articles.pack"]);
    assert_eq!(names(&again.corpus.expect("articles")), ["rain.txt"]);
    let mut collector = Collector::new(None).expect("a beginning");
    let damaged = saved.pack()[..100].to_vec();
    assert!(collector.take_pack("articles.pack", damaged).is_err());
}

#[test]
fn a_description_of_a_folder_is_no_article() {
    let files: [(&str, &[u8]); 2] =
        [("a/corpus.toml", b"title = \"Rain\"\n"), ("a/rain.txt", RAIN)];
    let collected = collect(None, &files);
    assert_eq!(collected.skipped.len(), 1);
    assert!(collected.skipped[0].reason.starts_with("it describes a folder"));
    assert_eq!(names(&collected.corpus.expect("articles")), ["a/rain.txt"]);
}

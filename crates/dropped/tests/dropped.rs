//! From files as a reader has them to the articles on the page.

use dateline_corpus::{
    Article, BlockKind, COLLECTION, Corpus, CorpusBuilder, Input, PUBLISHED, Selection, YOURS,
};
use dateline_dropped::{Collected, Collector, Reader, Settings, beside, is_settings};

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

/// Reads files as the worker does where a `corpus.toml` is among them.
fn collect_as_said(files: &[(&str, &[u8])]) -> Collected {
    let mut settings = Settings::default();
    for (name, bytes) in files.iter().filter(|(name, _)| is_settings(name)) {
        let wanted = settings.add(name, bytes);
        for (name, bytes) in files.iter().filter(|(name, _)| Some(*name) == wanted.as_deref()) {
            settings.correct(name, bytes);
        }
    }
    let mut collector = Collector::new(None).expect("a beginning");
    collector.describe(&settings, files.iter().map(|(name, _)| *name));
    for (name, bytes) in files {
        let mut reader = Reader::open_as(name, bytes.to_vec(), &settings);
        while let Some(step) = reader.step() {
            collector.take(&step);
        }
    }
    collector.finish()
}

#[test]
fn a_description_of_a_folder_is_obeyed() {
    let toml = b"title = 'Two valleys'\nlanguage = 'en'\ncolumns = { text = 'Lauftext' }\n\
        corrections = 'c.json'\n[articles.'rain.txt']\ntitle = 'Sun in Chile'\ndate = '2021-08'\n\
        [articles.'rain.txt'.fields]\ndesk = 'foreign'\n[articles.'rain.txt'.blocks]\n'3' = 'caption'\n";
    let files: [(&str, &[u8]); 6] = [
        ("a/c.json", b"{\"mute\":[\"Lima\"]}"),
        ("a/corpus.toml", toml),
        ("a/rain.txt", RAIN),
        ("a/rows.csv", b"id,Lauftext\n7,It snowed in Lima and in Chile.\n"),
        ("b/corpus.toml", b"[articles.'other.txt']\nsource = 'The Courier'\n"),
        ("b/other.txt", b"Fog in Lima\n\nThere was fog over Lima for a week."),
    ];
    let collected = collect_as_said(&files);
    assert_eq!(collected.skipped, []);
    let corpus = collected.corpus.expect("articles");
    assert_eq!(names(&corpus), ["a/rain.txt", "a/rows.csv#7", "b/other.txt"]);
    let articles: Vec<_> = corpus.articles().collect();
    let rain = &articles[0];
    assert_eq!((rain.title(), rain.language()), ("Sun in Chile", Some("en")));
    assert_eq!(rain.date().map(|d| d.to_string()).as_deref(), Some("2021-08"));
    assert_eq!(rain.field("desk").collect::<Vec<_>>(), ["foreign"]);
    assert!(rain.blocks().iter().any(|b| b.kind == BlockKind::Caption));
    let surfaces = |n: usize| {
        let article: &Article<'_> = &articles[n];
        article.mentions().iter().map(|m| m.span.of(article.text())).collect::<Vec<_>>()
    };
    assert_eq!(surfaces(1), ["Chile"], "muted where it is said");
    assert_eq!(surfaces(2), ["Lima", "Lima"], "and nowhere else");
    assert_eq!((articles[2].source(), articles[2].language()), (Some("The Courier"), None));
}

#[test]
fn what_is_wrong_with_a_description_is_told_and_the_files_are_read() {
    let rain = ("a/rain.txt", RAIN);
    let cases: [(&[u8], &str); 5] = [
        (b"title = 'a'\ncolour = 'red'\n", "a/corpus.toml: line 2: unknown field `colour`"),
        (b"title = \"\xFF\"", "a/corpus.toml: not UTF-8: save it as UTF-8 text; articles are read"),
        (b"\n[articles.'sun.txt']\n", "a/corpus.toml: line 2: no file \"sun.txt\" in the folder"),
        (
            b"corrections = 'c.json'\n",
            "a/corpus.toml: its corrections are in a/c.json, which is not",
        ),
        (
            b"[articles.'rain.txt'.blocks]\n'90' = 'body'\n",
            "a/rain.txt: the text has no line 90 with words on it; correct the number (line 2 of a/corpus.toml)",
        ),
    ];
    for (toml, want) in cases {
        let collected = collect_as_said(&[("a/corpus.toml", toml), rain]);
        let told: Vec<_> =
            collected.skipped.iter().map(|s| format!("{}: {}", s.name, s.reason)).collect();
        assert!(told.len() == 1 && told[0].starts_with(want), "{told:?}");
        assert_eq!(collected.read.len(), usize::from(!want.contains("rain.txt")), "{want}");
    }
    let (toml, json): (&[u8], &[u8]) = (b"corrections = 'c.json'\n", b"{\"mute\":\"Lima\"}");
    let told = collect_as_said(&[("a/corpus.toml", toml), ("a/c.json", json), rain]).skipped;
    assert!(told.len() == 1 && told[0].name == "a/c.json", "{told:?}");
}

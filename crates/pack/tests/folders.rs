//! Folders and files as a publisher has them: what is packed, and what is refused
//! with which words.

use dateline_corpus::Corpus;
use dateline_pack::{Articles, Job, pack_dir};
use std::path::Path;

/// A folder of files; the contents are bytes.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("sub-folders");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

fn names(bytes: Vec<u8>) -> Vec<String> {
    let corpus = Corpus::open(bytes).expect("a corpus");
    corpus.articles().map(|a| a.name().to_owned()).collect()
}

/// The error without the folder's own path.
fn error(folder: &Path) -> String {
    let error = pack_dir(folder).expect_err("an error").to_string();
    error.replace(&folder.display().to_string(), "FOLDER").replace('\\', "/")
}

#[test]
fn files_are_sorted_and_hidden_ones_skipped() {
    let folder = folder(&[
        ("b.txt", b"Rain in Peru."),
        ("a.txt", b"Sun in Chile."),
        (".DS_Store", &[0, 1, 2]),
        (".git/x.txt", b"Not this."),
        ("more/c.txt", b"Snow in Norway."),
    ]);
    assert_eq!(names(pack_dir(folder.path()).expect("a pack")), ["a.txt", "b.txt", "more/c.txt"]);
}

#[test]
fn what_cannot_be_read_is_named() {
    type Files = Vec<(&'static str, &'static [u8])>;
    let good: (&str, &[u8]) = ("a.txt", b"Sun in Chile.");
    let cases: Vec<(Files, &str)> = vec![
        (vec![], "FOLDER: no article in this folder; put files with articles into it"),
        (vec![("e.txt", b"-- ?")], "FOLDER/e.txt: no word in it; remove it or fill it"),
        (
            vec![good, ("corpus.toml", b"title = 'x'\ntitel = 'y'\n")],
            "FOLDER/corpus.toml:2: unknown field `titel`, expected one of `title`, `language`, `corrections`, `columns`, `articles`",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt']\n\nsauce = 'y'\n")],
            "FOLDER/corpus.toml:3: unknown field `sauce`, expected one of `title`, `source`, `byline`, `date`, `url`, `language`, `section`, `fields`, `blocks`",
        ),
        (
            vec![good, ("corpus.toml", b"\n\n[articles.'b.txt']\ntitle = 'y'\n")],
            "FOLDER/corpus.toml:3: no file \"b.txt\" in the folder; correct the name or remove the entry",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt']\ndate = 'yesterday'\n")],
            "FOLDER/corpus.toml:2: not a date: write 2021-08-15, \"2021-08\" or \"2021\"",
        ),
        (
            vec![good, ("corpus.toml", b"title = 'x'\nlanguage = 7\n")],
            "FOLDER/corpus.toml:2: invalid type: integer `7`, expected a string",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt'.blocks]\n'1' = 'menu'\n")],
            "FOLDER/corpus.toml:2: \"menu\" is no kind of block; there are title, kicker, lead, body, heading, \
             byline, dateline, source, caption, quote, furniture, repeat, toc",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt'.blocks]\n'one' = 'body'\n")],
            "FOLDER/corpus.toml:2: \"one\" is no line: write \"12\" or \"12-14\", counted from 1",
        ),
        (
            vec![
                good,
                ("corpus.toml", b"[articles.'a.txt'.blocks]\n'3-5' = 'body'\n'1-3' = 'lead'\n"),
            ],
            "FOLDER/corpus.toml:3: lines 1-3 and 3-5 overlap: give each line one kind",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt'.blocks]\n'1' = 'body'\n'2' = 'lead'\n")],
            "FOLDER/corpus.toml:3: a.txt: the text has no line 2 with words on it; correct the number",
        ),
        (
            vec![good, ("corpus.toml", b"[articles.'a.txt'.blocks]\n'1-7' = 'body'\n")],
            "FOLDER/corpus.toml:2: a.txt: the text has no line 1-7 with words on it; correct the number",
        ),
        (vec![good, ("corpus.toml", b"title =\n")], "FOLDER/corpus.toml:1: "),
    ];
    for (files, want) in cases {
        let folder = folder(&files);
        let got = error(folder.path());
        assert!(if want.ends_with(' ') { got.starts_with(want) } else { got == *want }, "{got}");
    }
    assert!(error(Path::new("/no/such/folder")).ends_with("no such file or folder"));
}

#[test]
fn a_publisher_overrules_the_reader() {
    let config = b"title = 'Two valleys'\nlanguage = 'en'\n\n[articles.'a.txt']\ntitle = 'A road opens'\n\
        source = 'The Courier'\nbyline = 'A. Writer'\ndate = 2021-08-15\nurl = 'https://example.org/1'\n\
        language = 'fr'\nfields = { desk = ['asia', 'trade'] }\nsection = 'World'\n\n[articles.'b.txt']\n\
        date = '2021-08'\n";
    let folder = folder(&[
        ("a.txt", b"A headline here\n\nThe road to Chile is open, the ministry said on Monday."),
        ("b.txt", b"The rain has stopped."),
        ("corpus.toml", config),
    ]);
    let corpus = Corpus::open(pack_dir(folder.path()).expect("a pack")).expect("a corpus");
    assert_eq!((corpus.title(), corpus.language()), ("Two valleys", "en"));
    let articles: Vec<_> = corpus.articles().collect();
    let [a, b] = articles.as_slice() else { panic!("two articles") };
    assert_eq!(
        (a.title(), a.source(), a.byline()),
        ("A road opens", Some("The Courier"), Some("A. Writer"))
    );
    assert_eq!(a.date().map(|d| d.to_string()).as_deref(), Some("2021-08-15"));
    assert_eq!((a.url(), a.language()), (Some("https://example.org/1"), Some("fr")));
    assert_eq!(a.field("desk").collect::<Vec<_>>(), ["asia", "trade"]);
    assert_eq!(a.field("section").collect::<Vec<_>>(), ["World"]);
    let filtered = corpus.select(&dateline_corpus::Selection::search("section:world"));
    assert_eq!(filtered.ids, [a.id()], "a section is a filter and a facet");
    assert_eq!(b.date().map(|d| d.to_string()).as_deref(), Some("2021-08"));
    assert_eq!((b.language(), b.source()), (Some("en"), None));
}

fn pack_jsonl(file: &Path) -> Result<Vec<u8>, dateline_pack::Error> {
    Job::<&Path>::of(Articles::Jsonl(file)).pack()
}

fn jsonl(text: &str) -> Result<Corpus, String> {
    let folder = folder(&[("in.jsonl", text.as_bytes())]);
    let path = folder.path().join("in.jsonl");
    let bytes =
        pack_jsonl(&path).map_err(|e| e.to_string().replace(&path.display().to_string(), "F"))?;
    Corpus::open(bytes).map_err(|e| e.to_string())
}

#[test]
fn json_lines() {
    let corpus = jsonl(
        "{\"id\":\"x\",\"title\":\"Rain\",\"body\":\"Rain in Peru.\\nMore of it.\",\"date\":\"1987-02-26T15:01:01\",\"places\":[\"peru\",\"chile\"],\"desk\":\"asia\",\"n\":3}\n\
         \n\
         {\"id\":7,\"text\":\"A dump from Norway.\\n\\nIt is long.\",\"date\":\"\",\"places\":null}\n",
    )
    .expect("a corpus");
    let articles: Vec<_> = corpus.articles().collect();
    let [a, b] = articles.as_slice() else { panic!("two articles") };
    assert_eq!((a.name(), a.title(), b.name()), ("x", "Rain", "7"));
    assert_eq!(a.raw(), "Rain\n\nRain in Peru.\nMore of it.");
    assert_eq!(a.date().map(|d| d.to_string()).as_deref(), Some("1987-02-26T15:01"));
    assert_eq!(corpus.field_names().collect::<Vec<_>>(), ["desk", "n", "places"]);
    assert_eq!(a.field("places").collect::<Vec<_>>(), ["chile", "peru"]);
    assert_eq!((a.field("n").next(), b.field("places").next()), (Some("3"), None));
    assert!(a.blocks().iter().all(|b| b.is_clean()), "nothing of it is furniture");
}

#[test]
fn json_lines_that_are_refused() {
    let cases = [
        ("", "F: no article: a corpus needs at least one"),
        ("{\"id\":1}\n", "F:1: neither \"body\" nor \"text\": one is needed"),
        ("{\"id\":1,\"text\":\"a\"}\n{\"id\":2", "F:2: EOF while parsing an object (column 7)"),
        (
            "{\"id\":1,\"text\":\"a\"}\n\n[]",
            "F:3: invalid type: sequence, expected an object with \"id\" and \"body\" or \"text\"",
        ),
        (
            "{\"id\":1,\"text\":\"a\",\"date\":\"May\"}",
            "F:1: date \"May\": write 2021-08-15, 2021-08 or 2021",
        ),
        (
            "{\"id\":1,\"text\":\"a\",\"x\":{}}",
            "F:1: \"x\": a further field is a string or a list of strings",
        ),
        ("{\"id\":1,\"text\":\"\"}", "F:1: 1: no word in it; remove it or fill it"),
        (
            "{\"id\":1,\"text\":\"a\"}\n{\"id\":1,\"text\":\"b\"}",
            "F: 1: two articles have this name; rename one of them",
        ),
    ];
    for (text, want) in cases {
        assert_eq!(jsonl(text).err().as_deref(), Some(want), "{text}");
    }
}

#[test]
fn the_same_bytes_each_time() {
    let rows: String = (0..500)
        .map(|n| {
            format!(
                "{{\"id\":{n},\"title\":\"Row {n}\",\"body\":\"Peru and Chile met {n} times.\"}}\n"
            )
        })
        .collect();
    let folder = folder(&[("in.jsonl", rows.as_bytes())]);
    let path = folder.path().join("in.jsonl");
    let first = pack_jsonl(&path).expect("a pack");
    assert_eq!(first, pack_jsonl(&path).expect("a pack"));
    assert_eq!(names(first), (0..500).map(|n| n.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_publisher_corrects_mentions() {
    let file = "{\"mute\":[\"Jersey\"],\"reassign\":[{\"surface\":\"Peru\",\"country\":\"CL\"}]}";
    let table =
        "[corrections]\nmute = ['Jersey']\nreassign = [{ surface = 'Peru', country = 'CL' }]\n";
    let text: &[u8] = b"The mine in Peru sent cows to Jersey.";
    for config in ["corrections = 'c.json'\n", table] {
        let mut files = vec![("a.txt", text), ("corpus.toml", config.as_bytes())];
        if config != table {
            files.push(("c.json", file.as_bytes()));
        }
        let folder = folder(&files);
        let corpus = Corpus::open(pack_dir(folder.path()).expect("a pack")).expect("a corpus");
        assert_eq!(corpus.len(), 1, "the file of corrections is no article");
        let article = corpus.articles().next().expect("an article");
        let found: Vec<&str> = article.mentions().iter().map(|m| m.country.code()).collect();
        assert_eq!(found, ["CL"]);
    }
    let mute: &[u8] = b"title = 'x'\n[corrections]\nmute = ['-']\n";
    let nothing = self::folder(&[("a.txt", text), ("corpus.toml", mute)]);
    let says = "FOLDER/corpus.toml:2: \"-\" holds no word: write the words as the articles do";
    assert_eq!(error(nothing.path()), says);
    let folder = folder(&[("a.txt", text), ("corpus.toml", b"title = 'x'\ncorrections = 7\n")]);
    assert!(error(folder.path()).starts_with("FOLDER/corpus.toml:2: "), "{}", error(folder.path()));
}

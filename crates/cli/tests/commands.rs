//! The command as scripts see it: output, exit status, standard error.

use expect_test::{Expect, expect};
use std::path::Path;
use std::process::{Command, Output};

fn dateline(folder: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).args(line.split_whitespace());
    command.output().expect("the command runs")
}

/// A folder with made-up articles.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        (
            "news/a.txt",
            "Copper mine opens in the hills of Peru\n\nThe first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year in which rain had closed the only road to the coast for weeks at a time.\n\nThe owner expects to send forty lorries a day down the valley by the end of next year, and says that the people of the villages along the road were asked before each of them was bought.\n\nThe first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year in which rain had closed the only road to the coast for weeks at a time.",
        ),
        (
            "in.jsonl",
            "{\"id\":\"one\",\"text\":\"Peru met Chile.\"}\n\n{\"id\":2,\"text\":\"It rained. \\u00e9t\\u00e9 in Norway\"}\n",
        ),
        (
            "long.jsonl",
            "{\"id\":7,\"text\":\"Copper mine opens in the hills of Peru\\n\\nThe first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year in which rain had closed the only road to the coast for weeks at a time.\\n\\nThe owner expects to send forty lorries a day down the valley by the end of next year, and says that the people of the villages along the road were asked before each of them was bought.\"}\n",
        ),
        ("bad.jsonl", "{\"id\":1,\"text\":\"a\"}\n{\"id\":2}\n"),
        (
            "read.jsonl",
            "{\"id\":\"x\",\"title\":\"Rain in Peru\",\"body\":\"It rained.\",\"date\":\"2021-08\"}\n{\"id\":\"y\",\"title\":\"Sun\",\"body\":\"No rain in Chile.\"}\n",
        ),
        (
            "q.jsonl",
            "{\"query\":\"rain\"}\n{\"query\":\"title:rain country:PE date:2021\"}\n{\"query\":\"\\\"no rain\\\"\"}\n",
        ),
        (
            "said/a.txt",
            "\u{feff}Rain in Peru\n\nIt rained in Lima for a week, and nobody from Georgia came, said the keeper of the bridge.",
        ),
        (
            "said/corpus.toml",
            "corrections = 'c.json'\n[articles.'a.txt']\ntitle = 'Sun in Chile'\nsource = 'The Courier'\ndate = '2021-08'\n",
        ),
        ("said/c.json", "{\"mute\":[\"Lima\"]}"),
        ("said/b.csv", "id,title,text\n7,Rain in Chile,It rained in Chile for a week.\n"),
        ("empty.txt", "  "),
        ("c.json", "{\"mute\":[\"Peru\"]}"),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("sub-folders");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

fn check(line: &str, want: Expect) {
    let output = dateline(folder().path(), line);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let status = output.status.code().unwrap_or(-1);
    want.assert_eq(&format!("{}{}status {status}\n", text(&output.stdout), text(&output.stderr)));
}

#[test]
fn articles() {
    check(
        "articles news",
        expect![[r#"
            {"file":"a.txt","id":"a.txt","title":"Copper mine opens in the hills of Peru","title_from":"headline","kicker":null,"source":null,"byline":null,"published":null,"blocks":[{"kind":"title","start":0,"end":38},{"kind":"body","start":40,"end":207},{"kind":"body","start":209,"end":394},{"kind":"repeat","start":396,"end":563}]}
            status 0
        "#]],
    );
    check(
        "articles --jsonl long.jsonl",
        expect![[r#"
            {"id":7,"title":"Copper mine opens in the hills of Peru","title_from":"headline","kicker":null,"source":null,"byline":null,"published":null,"blocks":[{"kind":"title","start":0,"end":38},{"kind":"body","start":40,"end":207},{"kind":"body","start":209,"end":394}]}
            status 0
        "#]],
    );
}

#[test]
fn mentions() {
    check(
        "mentions news/a.txt",
        expect![[r#"
            {"file":"a.txt","start":34,"end":38,"surface":"Peru","country":"PE","kind":"name","in_name":false,"repeat":false}
            {"file":"a.txt","start":82,"end":86,"surface":"Lima","country":"PE","kind":"capital","in_name":false,"repeat":false}
            {"file":"a.txt","start":102,"end":109,"surface":"Chilean","country":"CL","kind":"demonym","in_name":false,"repeat":false}
            {"file":"a.txt","start":438,"end":442,"surface":"Lima","country":"PE","kind":"capital","in_name":false,"repeat":true}
            {"file":"a.txt","start":458,"end":465,"surface":"Chilean","country":"CL","kind":"demonym","in_name":false,"repeat":true}
            status 0
        "#]],
    );
    check(
        "mentions --jsonl in.jsonl",
        expect![[r#"
        {"id":"one","mentions":[{"start":0,"end":4,"surface":"Peru","country":"PE","kind":"name","in_name":false},{"start":9,"end":14,"surface":"Chile","country":"CL","kind":"name","in_name":false}]}
        {"id":2,"mentions":[{"start":20,"end":26,"surface":"Norway","country":"NO","kind":"name","in_name":false}]}
        status 0
    "#]],
    );
}

#[test]
fn files_come_through_the_door_of_a_corpus() {
    check(
        "articles said empty.txt",
        expect![[r#"
            {"file":"a.txt","id":"a.txt","title":"Sun in Chile","title_from":"headline","kicker":null,"source":"The Courier","byline":null,"published":{"printed":"","iso":"2021-08","precision":"month","evidence":"given by the publisher"},"blocks":[{"kind":"furniture","start":3,"end":15},{"kind":"body","start":17,"end":107}]}
            {"file":"b.csv","id":"b.csv#7","title":"Rain in Chile","title_from":"headline","kicker":null,"source":null,"byline":null,"published":null,"blocks":[{"kind":"body","start":0,"end":30},{"kind":"title","start":31,"end":44}],"text":"It rained in Chile for a week.\nRain in Chile"}
            dateline: empty.txt: empty: no text in its 2 bytes; remove it or fill it
            dateline: 3 files, 2 articles; not read: 1 (1 × empty)
            status 1
        "#]],
    );
    check(
        "mentions said",
        expect![[r#"
            {"file":"a.txt","start":11,"end":15,"surface":"Peru","country":"PE","kind":"name","in_name":false,"repeat":false}
            {"file":"a.txt","start":63,"end":70,"surface":"Georgia","country":"GE","kind":"name","in_name":false,"repeat":false}
            {"file":"b.csv","id":"b.csv#7","start":13,"end":18,"surface":"Chile","country":"CL","kind":"name","in_name":false,"repeat":false}
            {"file":"b.csv","id":"b.csv#7","start":39,"end":44,"surface":"Chile","country":"CL","kind":"name","in_name":false,"repeat":false}
            status 0
        "#]],
    );
    // Another encoding than UTF-8: places are in the text.
    let folder = tempfile::tempdir().expect("a folder");
    let latin =
        b"Pluie au P\xE9rou\n\nIl pleut \xE0 Lima depuis une semaine, a dit la gardienne du pont.";
    std::fs::write(folder.path().join("a.txt"), latin).expect("a file");
    let output = dateline(folder.path(), "articles a.txt");
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = line["text"].as_str().expect("the text");
    let start = line["blocks"][1]["start"].as_u64().expect("a place");
    assert!(text[start as usize..].starts_with("Il pleut à Lima"), "{line}");
}

#[test]
fn checks() {
    check(
        "check news",
        expect![[r#"
            a.txt
              title     Copper mine opens in the hills of Peru
              language  en (detected, 100 % sure)
              words     79
              blocks    body 2, repeat 1, title 1
              countries PE 2, CL 1
              look at   no date; no source
            dateline: 1 file, 1 article
            status 0
        "#]],
    );
    check(
        "check news --json",
        expect![[r#"
            {"file":"a.txt","format":"text","title":"Copper mine opens in the hills of Peru","title_from":"headline","date":null,"date_evidence":"","source":null,"byline":null,"language":"en","language_evidence":"detected, 100 % sure","words":79,"blocks":{"body":2,"repeat":1,"title":1},"countries":["PE 2","CL 1"],"ambiguous":0,"notes":[],"warnings":["no date","no source"]}
            dateline: 1 file, 1 article
            status 0
        "#]],
    );
    check(
        "check news/a.txt empty.txt",
        expect![[r#"
            a.txt
              title     Copper mine opens in the hills of Peru
              language  en (detected, 100 % sure)
              words     79
              blocks    body 2, repeat 1, title 1
              countries PE 2, CL 1
              look at   no date; no source
            dateline: empty.txt: empty: no text in its 2 bytes; remove it or fill it
            dateline: 2 files, 1 article; not read: 1 (1 × empty)
            status 1
        "#]],
    );
}

#[test]
fn init_writes_what_check_reads() {
    let folder = folder();
    let first = dateline(folder.path(), "init news");
    assert!(first.status.success(), "{first:?}");
    let config = std::fs::read_to_string(folder.path().join("news/corpus.toml")).expect("a file");
    expect![[r##"
        # What is said here overrules what was read from the articles. Lines that begin
        # with # say nothing: remove it and correct the value.

        title = "news"
        # language = "en"

        [articles."a.txt"]
        # title = "Copper mine opens in the hills of Peru"
        # source = ""
        # byline = ""
        # date = ""
        # url = ""
        # language = ""
    "##]]
    .assert_eq(&config);
    let without_marks = config.replace("\n# title", "\ntitle").replace("# language = \"en\"", "");
    std::fs::write(folder.path().join("news/corpus.toml"), without_marks).expect("a file");
    assert!(dateline(folder.path(), "check news").status.success());
    let second = dateline(folder.path(), "init news");
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert_eq!(second.status.code(), Some(1));
    assert!(said.contains("it is already there"), "{said}");
}

#[test]
fn corrections() {
    check(
        "mentions --jsonl in.jsonl --corrections c.json",
        expect![[r#"
        {"id":"one","mentions":[{"start":9,"end":14,"surface":"Chile","country":"CL","kind":"name","in_name":false}]}
        {"id":2,"mentions":[{"start":20,"end":26,"surface":"Norway","country":"NO","kind":"name","in_name":false}]}
        status 0
    "#]],
    );
    check(
        "mentions --jsonl in.jsonl --corrections q.jsonl",
        expect![[r#"
        dateline: q.jsonl:1: unknown field `query`, expected one of `alias`, `mute`, `reassign` (column 8)
        status 1
    "#]],
    );
}

#[test]
fn bad_input() {
    check(
        "articles empty.txt",
        expect![[r#"
            dateline: empty.txt: empty: no text in its 2 bytes; remove it or fill it
            dateline: 1 file, 0 articles; not read: 1 (1 × empty)
            status 1
        "#]],
    );
    check(
        "mentions nothing.txt",
        expect![[r#"
        dateline: nothing.txt: no such file or folder
        status 1
    "#]],
    );
    check(
        "mentions --jsonl bad.jsonl",
        expect![[r#"
        dateline: bad.jsonl:2: missing field `text` (column 8)
        status 1
    "#]],
    );
    check(
        "pack empty.txt --out x.pack",
        expect![[r#"
            dateline: empty.txt: empty: no text in its 2 bytes; remove it or fill it
            status 1
        "#]],
    );
    check(
        "search --jsonl read.jsonl --queries in.jsonl",
        expect![[r#"
        dateline: in.jsonl:1: missing field `query` at line 1 column 37: write {"query": "…"}
        status 1
    "#]],
    );
}

#[test]
fn bad_usage() {
    check(
        "bild",
        expect![[r#"
            error: unrecognized subcommand 'bild'

              tip: a similar subcommand exists: 'build'

            Usage: dateline <COMMAND>

            For more information, try '--help'.
            status 2
        "#]],
    );
    check(
        "pack news",
        expect![[r#"
            error: the following required arguments were not provided:
              --out <FILE>

            Usage: dateline pack --out <FILE> <PATH|--jsonl <FILE>>

            For more information, try '--help'.
            status 2
        "#]],
    );
    check(
        "check news --jsn",
        expect![[r#"
            error: unexpected argument '--jsn' found

              tip: a similar argument exists: '--json'

            Usage: dateline check --json <PATH>...

            For more information, try '--help'.
            status 2
        "#]],
    );
}

#[test]
fn help() {
    check(
        "--help",
        expect![[r#"
            Turns news articles into a searchable page, and finds the countries they mention

            Usage: dateline <COMMAND>

            Commands:
              articles     Print the title, source, date and blocks of each article as JSON lines
              mentions     Print every mention of a country as JSON lines
              pack         Write a corpus to a single file
              build        Build a static site for any web host, or a single HTML file
              serve        Preview a site on this machine
              watch        Build and preview a site, and rebuild it whenever a file changes
              check        Show how each file was read, with warnings
              init         Write a corpus.toml that lists the metadata of each article, for you to correct
              search       Measure queries against a corpus: matches, ids and time of each
              completions  Print a completion script for a shell
              man          Write the manual pages
              help         Print this message or the help of the given subcommand(s)

            Options:
              -h, --help     Print help
              -V, --version  Print version

            Dateline reads text, Markdown, HTML, PDF with a text layer, DOCX, ODS, ODT, RTF, XLSX, MHTML,
            webarchive, EML, MBOX, EMLX, MSG, EPUB, WARC, WACZ, XML (RSS, Atom, NITF, NewsML, TEI and others),
            vertical text and CoNLL-U, RIS and BibTeX, CSV and TSV, JSON, JSON lines, zip, gzip, tar; exports of
            ProQuest, LexisNexis, Factiva, NewsBank and Europresse. Files that cannot be read are reported and
            skipped.

            A PATH is a file or a folder. A folder may contain a corpus.toml, which corrects the metadata of its
            articles. Offsets are byte offsets into the file; for files in other formats or encodings than UTF-8
            text, they are byte offsets into the "text" that `dateline articles` prints.

            Exit status: 0 on success, 1 for bad input, 2 for a wrong command line.
            status 0
        "#]],
    );
    check(
        "build --help",
        expect![[r#"
            Build a static site for any web host, or a single HTML file

            Usage: dateline build [OPTIONS] --out <SITE> <PATH>...

            Arguments:
              <PATH>...  Files and folders of articles

            Options:
                  --out <SITE>               The folder to write, or the HTML file with --single
                  --single                   Write one HTML file that opens with a double click
                  --title <TITLE>            The title of the corpus, instead of the one in corpus.toml
                  --language <TAG>           The language of articles that do not state theirs, such as "en"
                  --config <FILE>            A corpus.toml to use instead of those in the folders
                  --contexts-only[=<WORDS>]  Publish no full texts, only WORDS words on either side of each mention of a country [default: 8]
                  --no-own-files             Leave out the reader for visitors' files, which makes the site about 12 MB smaller
                  --compress                 Also write .br and .gz copies of each file, for hosts that serve them
                  --quiet                    Show no progress
              -h, --help                     Print help
            status 0
        "#]],
    );
}

#[test]
fn a_command_without_the_page_says_so() {
    // Debug builds never carry it.
    check(
        "--version",
        expect![[r#"
            dateline 0.1.0 (without the page; `cargo xtask cli` builds a command that carries it)
            status 0
        "#]],
    );
    check(
        "build news --out site",
        expect![[r#"
            dateline: cannot build a site: this is dateline 0.1.0 (without the page; `cargo xtask cli` builds a command that carries it)
            status 1
        "#]],
    );
}

#[test]
fn packs_open() {
    let folder = folder();
    for line in ["pack news --out a.pack", "pack --jsonl read.jsonl --out a.pack"] {
        let output = dateline(folder.path(), line);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        let bytes = std::fs::read(folder.path().join("a.pack")).expect("a pack");
        assert!(dateline_corpus::Corpus::open(bytes).is_ok());
    }
}

#[test]
fn searches() {
    let output = dateline(folder().path(), "search --jsonl read.jsonl --queries q.jsonl");
    let lines = String::from_utf8(output.stdout).expect("text");
    let mut got = Vec::new();
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(value["micros"].is_number());
        got.push(format!("{} {} {}", value["query"], value["total"], value["ids"]));
    }
    assert_eq!(
        got,
        [
            "\"rain\" 2 [\"x\",\"y\"]",
            "\"title:rain country:PE date:2021\" 1 [\"x\"]",
            "\"\\\"no rain\\\"\" 1 [\"y\"]"
        ]
    );
}

//! Corpora larger than memory: articles that wait in spools give the same pack, the
//! outline gives the same frame, and what is too much is refused in words.

use dateline_corpus::{ContextsOnly, Corpus, CorpusBuilder, Spool};
use dateline_pack::{Articles, Job, LISTED, frame, frame_of, pack_dir};
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;

fn spooled() -> CorpusBuilder {
    let spool = || Ok(Box::new(Cursor::new(Vec::new())) as Box<dyn Spool>);
    CorpusBuilder::spooled(spool).expect("spools")
}

/// Reports with lines that recur, dates and none, ambiguous words, and no article.
fn folder(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for n in 0..count {
        let date = if n % 3 == 0 { "13 May 2023" } else { "Harbour Post" };
        let text = match n % 7 {
            6 => "News\nSport\nWeather\nJobs\nHomes\nMail\nMusic\nFilm\nBooks\nTravel\n"
                .repeat(1 + n),
            _ => format!(
                "Harbour {n} opens in Peru\n\n{date}\n\nThe harbour of town {n} was opened on Tuesday, said its keeper from \
                 Norway, who had waited for it since July 2021, and nobody from Congo came.\n\nThe boats of the northern \
                 pier were counted {n} times by the French ministry.\n\nOur reports on harbours are free for all to read."
            ),
        };
        std::fs::write(folder.path().join(format!("{n:03}.txt")), text).expect("a file");
    }
    let said = "title = \"Harbours\"\nlanguage = \"en\"\n[articles.'002.txt']\ntitle = \"Another title\"\n\
                source = \"The Courier\"\n[articles.'003.txt'.blocks]\n\"5\" = \"furniture\"\n";
    std::fs::write(folder.path().join("corpus.toml"), said).expect("corpus.toml");
    folder
}

/// Holds pack and frame of two builders of the same articles equal.
fn check(name: &str, memory: CorpusBuilder, spooled: CorpusBuilder) {
    let want = memory.build().expect(name);
    let mut out = Cursor::new(b"something else that was there".to_vec());
    let written = spooled.write(&mut out, LISTED).expect(name);
    let got = out.into_inner();
    assert_eq!(written.bytes, got.len() as u64, "{name}");
    assert!(got == want, "{name}: the same pack");
    let whole = Corpus::open(want.clone()).expect(name);
    assert_eq!(written.outline.hash(), whole.hash(), "{name}");
    assert_eq!(frame_of(&written.outline), frame(want).expect(name), "{name}");
}

#[test]
fn spools_change_nothing() {
    for count in [1, LISTED - 1, LISTED + 30] {
        let folder = folder(count.max(4));
        let paths = [folder.path()];
        for words in [None, Some(3)] {
            let contexts_only = words.map(ContextsOnly::new);
            let job = Job { contexts_only, ..Job::new(&paths) };
            let memory = job.gather_into(CorpusBuilder::new(), &mut |_| true).expect("articles");
            let spooled = job.gather_into(spooled(), &mut |_| true).expect("articles");
            check(&format!("{count} articles, {words:?}"), memory, spooled);
        }
    }
}

#[test]
fn records_before_and_after_dumps() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.jsonl");
    let line = "The keeper of the harbour counts the boats from Chile every week.";
    let record = |n: usize| {
        let key = if n % 4 == 1 { "text" } else { "body" };
        let desk = if n.is_multiple_of(2) { "\"sea\"" } else { "[\"land\",\"trade\"]" };
        format!(
            "{{\"id\":\"{n}\",\"{key}\":\"Report {n}\\n\\nIt rained {n} days in Lima.\\n\\n{line}\",\"desk\":{desk}}}\n"
        )
    };
    std::fs::write(&file, (0..12).map(record).collect::<String>()).expect("a file");
    let job = Job::<&Path>::of(Articles::Jsonl(&file));
    let gather = |builder| job.gather_into(builder, &mut |_| true).expect("articles");
    check("records", gather(CorpusBuilder::new()), gather(spooled()));
}

/// A disk that is full.
struct Full;

impl Read for Full {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }
}

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::other("no space left"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Full {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Ok(0)
    }
}

#[test]
fn a_full_disk_is_told_once() {
    let folder = folder(8);
    let full = || CorpusBuilder::spooled(|| Ok(Box::new(Full) as Box<dyn Spool>)).expect("spools");
    let paths = [folder.path()];
    let gather = || Job::new(&paths).gather_into(full(), &mut |_| true);
    let builder = gather().expect("all of it in memory yet");
    let error = builder.write(&mut Cursor::new(Vec::new()), 0).expect_err("a full disk");
    let want = "the pack, or a temporary file for it, cannot be written: no space left";
    assert_eq!(error.to_string(), want);

    // A text that does not fit the memory before the spool.
    let long = "It rained in Peru for a week.\n\n".repeat(20_000);
    std::fs::write(folder.path().join("long.txt"), long).expect("a file");
    let error = gather().err().expect("a full disk");
    assert!(error.to_string().ends_with(want), "{error}");
}

#[test]
fn more_than_a_pack_holds_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    // Files of holes: they take no room on the disk, and reading them would take minutes.
    for n in 0..70 {
        let file = std::fs::File::create(folder.path().join(format!("{n}.txt"))).expect("a file");
        file.set_len(62 << 20).expect("a long file");
    }
    let error = pack_dir(folder.path()).expect_err("too much").to_string();
    let what = "4.6 GB of text; one pack holds at most 4.3 GB: build several sites of them";
    assert_eq!(error, format!("{}: {what}", Path::new(folder.path()).display()));
}

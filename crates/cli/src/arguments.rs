//! The arguments of the command.

use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

/// What `dateline --help` prints.
pub(crate) const HELP: &str = "\
dateline: read articles, find the countries they mention, pack and search them

usage:
  dateline articles PATH…                  title, source, date and blocks, a JSON line per article
  dateline articles --jsonl FILE           the same for lines {\"id\",\"text\"}
  dateline mentions PATH…                  every country mention, a JSON line each
  dateline mentions --jsonl FILE           for lines {\"id\",\"text\"}, one line out per line in
  dateline pack PATH… --out FILE           files and folders as one corpus
  dateline pack --jsonl FILE --out FILE    lines {\"id\",\"title\",\"body\" or \"text\",\"date\",\"source\",…}
  dateline check PATH… [--json]            what the reader understood, and what to look at
  dateline init FOLDER                     a corpus.toml with what was found, to correct
  dateline search --jsonl FILE --queries FILE
                                           for measuring: totals, ids and time of each query
  dateline --version | --help

  --corrections FILE                       with mentions and pack: aliases, mutes and reassignments
                                           of mentions, as JSON

A PATH is a file or a folder; a folder may hold a corpus.toml. Offsets are bytes.
Exit status: 0 done, 1 bad input, 2 bad usage.
";

/// One call of the command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Articles(Input),
    Mentions { input: Input, corrections: Option<PathBuf> },
    Pack { input: Input, out: PathBuf, corrections: Option<PathBuf> },
    Check { paths: Vec<PathBuf>, json: bool },
    Init { folder: PathBuf },
    Search { corpus: PathBuf, queries: PathBuf },
}

/// Where articles come from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Paths(Vec<PathBuf>),
    Jsonl(PathBuf),
}

/// Why the arguments make no command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage(pub(crate) String);

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        Usage(error.to_string())
    }
}

#[derive(Default)]
struct Options {
    paths: Vec<PathBuf>,
    jsonl: Option<PathBuf>,
    out: Option<PathBuf>,
    queries: Option<PathBuf>,
    corrections: Option<PathBuf>,
    json: bool,
}

impl Command {
    /// Reads the arguments, the first being the program's name.
    pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Usage> {
        let mut parser = Parser::from_iter(args);
        let name = match parser.next()? {
            None => return Err(Usage("a command is needed".into())),
            Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help),
            Some(Arg::Long("version") | Arg::Short('V')) => return Ok(Command::Version),
            Some(Arg::Value(name)) => name.string()?,
            Some(other) => return Err(other.unexpected().into()),
        };
        if !["articles", "mentions", "pack", "check", "init", "search"].contains(&name.as_str()) {
            return Err(Usage(format!("no command {name:?}")));
        }
        let mut options = Options::default();
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
                Arg::Long("jsonl") => options.jsonl = Some(parser.value()?.into()),
                Arg::Long("out") if name == "pack" => options.out = Some(parser.value()?.into()),
                Arg::Long("json") if name == "check" => options.json = true,
                Arg::Long("queries") if name == "search" => {
                    options.queries = Some(parser.value()?.into());
                }
                Arg::Long("corrections") if ["mentions", "pack"].contains(&name.as_str()) => {
                    options.corrections = Some(parser.value()?.into());
                }
                Arg::Value(path) => options.paths.push(path.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        options.command(&name)
    }
}

impl Options {
    fn command(self, name: &str) -> Result<Command, Usage> {
        let Options { paths, jsonl, out, queries, corrections, json } = self;
        let missing = |what: &str| Usage(format!("{name} needs {what}"));
        let input = match (paths.is_empty(), jsonl) {
            (false, Some(_)) => return Err(Usage("paths or --jsonl, not both".into())),
            (false, None) => Input::Paths(paths),
            (true, Some(file)) => Input::Jsonl(file),
            (true, None) => return Err(missing("files or --jsonl FILE")),
        };
        match (name, input) {
            ("articles", input) => Ok(Command::Articles(input)),
            ("mentions", input) => Ok(Command::Mentions { input, corrections }),
            ("pack", input) => {
                let out = out.ok_or_else(|| missing("--out FILE"))?;
                Ok(Command::Pack { input, out, corrections })
            }
            ("check", Input::Paths(paths)) => Ok(Command::Check { paths, json }),
            ("init", Input::Paths(paths)) => match <[PathBuf; 1]>::try_from(paths) {
                Ok([folder]) => Ok(Command::Init { folder }),
                Err(_) => Err(missing("one folder")),
            },
            ("check" | "init", Input::Jsonl(_)) => Err(missing("paths and no --jsonl")),
            (_, Input::Paths(_)) => Err(missing("--jsonl FILE and no paths")),
            (_, Input::Jsonl(corpus)) => {
                let queries = queries.ok_or_else(|| missing("--queries FILE"))?;
                Ok(Command::Search { corpus, queries })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage() {
        let paths = |p: &[&str]| Input::Paths(p.iter().map(PathBuf::from).collect());
        let jsonl = |f: &str| Input::Jsonl(f.into());
        let cases = [
            ("articles a b", Ok(Command::Articles(paths(&["a", "b"])))),
            ("articles --jsonl=f", Ok(Command::Articles(jsonl("f")))),
            ("mentions --jsonl f", Ok(Command::Mentions { input: jsonl("f"), corrections: None })),
            (
                "pack a --out o",
                Ok(Command::Pack { input: paths(&["a"]), out: "o".into(), corrections: None }),
            ),
            (
                "mentions f --corrections c",
                Ok(Command::Mentions { input: paths(&["f"]), corrections: Some("c".into()) }),
            ),
            ("articles f --corrections c", Err("invalid option '--corrections'")),
            (
                "search --jsonl f --queries q",
                Ok(Command::Search { corpus: "f".into(), queries: "q".into() }),
            ),
            ("check a --json", Ok(Command::Check { paths: vec!["a".into()], json: true })),
            ("init a", Ok(Command::Init { folder: "a".into() })),
            ("init a b", Err("init needs one folder")),
            ("check --jsonl f", Err("check needs paths and no --jsonl")),
            ("--help", Ok(Command::Help)),
            ("pack -h", Ok(Command::Help)),
            ("--version", Ok(Command::Version)),
            ("", Err("a command is needed")),
            ("dance", Err("no command \"dance\"")),
            ("articles", Err("articles needs files or --jsonl FILE")),
            ("articles a --jsonl f", Err("paths or --jsonl, not both")),
            ("articles a --out o", Err("invalid option '--out'")),
            ("pack a", Err("pack needs --out FILE")),
            ("search --jsonl f", Err("search needs --queries FILE")),
            ("mentions --jsonl", Err("missing argument for option '--jsonl'")),
        ];
        for (line, want) in cases {
            let args = ["dateline"].into_iter().chain(line.split_whitespace());
            let got = Command::parse(args.map(OsString::from)).map_err(|u| u.0);
            assert_eq!(got, want.map_err(str::to_owned), "{line}");
        }
    }
}

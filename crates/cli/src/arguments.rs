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
  dateline build PATH… --out SITE          a static site of the articles, for any host
  dateline serve SITE [--port N]           a look at it, on this machine only
  dateline watch PATH… --out SITE          builds again when a file changes, and serves
  dateline check PATH… [--json | --html]   what the reader understood, and what to look at
  dateline init FOLDER                     a corpus.toml with what was found, to correct
  dateline search --jsonl FILE --queries FILE
                                           for measuring: totals, ids and time of each query
  dateline --version | --help

  --corrections FILE                       with mentions and pack: aliases, mutes and reassignments
                                           of mentions, as JSON

building:
  --single                                 one .html that opens by a double click; SITE is its name
  --title TITLE, --language TAG            over those in corpus.toml
  --config FILE                            a corpus.toml from elsewhere
  --contexts-only[=WORDS]                  no texts but WORDS (8) words on either side of a country
  --no-own-files                           a page 6 MB smaller, to which readers can add no files
  --compress                               .br and .gz copies beside each file, for hosts that use them
  --quiet                                  no progress

Text, Markdown, HTML, PDF with text, DOCX, EML, MBOX, EPUB, WARC, CSV, TSV, JSON, JSON lines, zips of
these, and exports of LexisNexis, Factiva and NewsBank are read; what cannot be read is told, and the
rest goes on.

A PATH is a file or a folder; a folder may hold a corpus.toml. Offsets are bytes of the file; where a
file is not its text as it stands (another format or encoding), of the \"text\" that articles prints.
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
    Build(Build),
    Serve { site: PathBuf, port: u16 },
    Watch { build: Build, port: u16 },
    Check { paths: Vec<PathBuf>, form: Form },
    Init { folder: PathBuf },
    Search { corpus: PathBuf, queries: PathBuf },
}

/// How something is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines for a person.
    #[default]
    Text,
    /// A JSON line each.
    Json,
    /// A page.
    Html,
}

/// What a site is built from, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Build {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) out: PathBuf,
    pub(crate) single: bool,
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) contexts_only: Option<usize>,
    pub(crate) no_own_files: bool,
    pub(crate) compress: bool,
    pub(crate) quiet: bool,
}

/// The port that is served on when none is said.
pub(crate) const PORT: u16 = 8080;

/// Words on either side of a mention when no number is said.
const CONTEXT: usize = 8;

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

const COMMANDS: [&str; 9] =
    ["articles", "mentions", "pack", "build", "serve", "watch", "check", "init", "search"];

#[derive(Default)]
struct Options {
    paths: Vec<PathBuf>,
    jsonl: Option<PathBuf>,
    out: Option<PathBuf>,
    queries: Option<PathBuf>,
    corrections: Option<PathBuf>,
    form: Form,
    build: Build,
    port: Option<u16>,
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
        if !COMMANDS.contains(&name.as_str()) {
            return Err(Usage(format!("no command {name:?}")));
        }
        let builds = ["build", "watch"].contains(&name.as_str());
        let mut options = Options::default();
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
                Arg::Long("jsonl") => options.jsonl = Some(parser.value()?.into()),
                Arg::Long(option) if builds && options.build.is_of(option) => {
                    let option = option.to_owned();
                    options.build.take(&option, &mut parser)?;
                }
                Arg::Long("port") if ["serve", "watch"].contains(&name.as_str()) => {
                    options.port = Some(parser.value()?.parse()?);
                }
                Arg::Long("out") if name == "pack" || builds => {
                    options.out = Some(parser.value()?.into())
                }
                Arg::Long("json") if name == "check" => options.form = Form::Json,
                Arg::Long("html") if name == "check" => options.form = Form::Html,
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

impl Build {
    /// Whether this is an option of its own.
    fn is_of(&self, option: &str) -> bool {
        const OPTIONS: [&str; 8] = [
            "single",
            "title",
            "language",
            "config",
            "contexts-only",
            "no-own-files",
            "compress",
            "quiet",
        ];
        OPTIONS.contains(&option)
    }

    fn take(&mut self, option: &str, parser: &mut Parser) -> Result<(), Usage> {
        match option {
            "single" => self.single = true,
            "no-own-files" => self.no_own_files = true,
            "compress" => self.compress = true,
            "quiet" => self.quiet = true,
            "title" => self.title = Some(parser.value()?.string()?),
            "language" => self.language = Some(parser.value()?.string()?),
            "config" => self.config = Some(parser.value()?.into()),
            _ => {
                // The number belongs to the option only with `=`: what follows may be a path.
                let words = parser.optional_value().map(|v| v.parse()).transpose()?;
                let words = words.unwrap_or(CONTEXT);
                let range = dateline_corpus::ContextsOnly::WORDS;
                if !range.contains(&words) {
                    let (least, most) = (range.start(), range.end());
                    let what = format!("--contexts-only={words}: write {least} to {most} words");
                    return Err(Usage(what));
                }
                self.contexts_only = Some(words);
            }
        }
        Ok(())
    }
}

impl Options {
    fn command(self, name: &str) -> Result<Command, Usage> {
        let Options { paths, jsonl, out, queries, corrections, form, build, port } = self;
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
            ("serve", Input::Paths(paths)) => match <[PathBuf; 1]>::try_from(paths) {
                Ok([site]) => Ok(Command::Serve { site, port: port.unwrap_or(PORT) }),
                Err(_) => Err(missing("one site")),
            },
            ("build" | "watch", Input::Paths(paths)) => {
                let out = out.ok_or_else(|| missing("--out SITE"))?;
                let build = Build { paths, out, ..build };
                Ok(match name {
                    "build" => Command::Build(build),
                    _ => Command::Watch { build, port: port.unwrap_or(PORT) },
                })
            }
            ("check", Input::Paths(paths)) => Ok(Command::Check { paths, form }),
            ("init", Input::Paths(paths)) => match <[PathBuf; 1]>::try_from(paths) {
                Ok([folder]) => Ok(Command::Init { folder }),
                Err(_) => Err(missing("one folder")),
            },
            ("check" | "init" | "build" | "serve" | "watch", Input::Jsonl(_)) => {
                Err(missing("paths and no --jsonl"))
            }
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
            (
                "build a b --out s --single --no-own-files --title T",
                Ok(Command::Build(Build {
                    paths: vec!["a".into(), "b".into()],
                    out: "s".into(),
                    single: true,
                    no_own_files: true,
                    title: Some("T".into()),
                    ..Build::default()
                })),
            ),
            (
                "watch a --out s --contexts-only --port 1",
                Ok(Command::Watch {
                    build: Build {
                        paths: vec!["a".into()],
                        out: "s".into(),
                        contexts_only: Some(CONTEXT),
                        ..Build::default()
                    },
                    port: 1,
                }),
            ),
            ("build a --out s --contexts-only=99", Err("--contexts-only=99: write 3 to 15 words")),
            ("build a", Err("build needs --out SITE")),
            ("serve s", Ok(Command::Serve { site: "s".into(), port: PORT })),
            ("serve s --single", Err("invalid option '--single'")),
            ("check a --json", Ok(Command::Check { paths: vec!["a".into()], form: Form::Json })),
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

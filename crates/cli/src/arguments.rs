//! The command line. `clap` reads the arguments, writes the help and the errors, and generates the
//! shell completions and the manual pages from this one description.

use clap::{ArgAction, Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use dateline_corpus::ContextsOnly;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The version, and whether the command carries the page (see `build.rs`).
pub(crate) const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), env!("DATELINE_WITHOUT_THE_PAGE"));

/// Turns news articles into a searchable page, and finds the countries they mention
#[derive(Debug, Parser, PartialEq, Eq)]
#[command(name = "dateline", version = VERSION, after_help = NOTES)]
#[command(args_override_self = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Printed below the help of the whole command.
const NOTES: &str = "\
Dateline reads text, Markdown, HTML, PDF with a text layer, DOCX, ODS, ODT, RTF, XLSX, MHTML,
webarchive, EML, MBOX, EMLX, MSG, EPUB, WARC, WACZ, XML (RSS, Atom, NITF, NewsML, TEI and others),
vertical text and CoNLL-U, RIS and BibTeX, CSV and TSV, JSON, JSON lines, zip, gzip, tar; exports of
ProQuest, LexisNexis, Factiva, NewsBank and Europresse. Files that cannot be read are reported and
skipped.

A PATH is a file or a folder. A folder may contain a corpus.toml, which corrects the metadata of its
articles. Offsets are byte offsets into the file; for files in other formats or encodings than UTF-8
text, they are byte offsets into the \"text\" that `dateline articles` prints.

Exit status: 0 on success, 1 for bad input, 2 for a wrong command line.";

/// One call of the command.
#[derive(Debug, Subcommand, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print the title, source, date and blocks of each article as JSON lines
    #[command(after_help = "With --jsonl, each line is {\"id\": …, \"text\": …}.")]
    Articles(Input),
    /// Print every mention of a country as JSON lines
    #[command(after_help = "With --jsonl, each line is {\"id\": …, \"text\": …}, \
                            and each line of the output holds the mentions of one line of input.")]
    Mentions {
        #[command(flatten)]
        input: Input,
        /// A JSON file of aliases, mutes and reassignments to apply to the mentions
        #[arg(long, value_name = "FILE")]
        corrections: Option<PathBuf>,
    },
    /// Write a corpus to a single file
    #[command(after_help = "With --jsonl, each line is {\"id\": …, \"title\": …, \
                            \"body\" or \"text\": …, \"date\": …, \"source\": …}; \
                            any other key becomes a metadata field.")]
    Pack {
        #[command(flatten)]
        input: Input,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// A JSON file of aliases, mutes and reassignments to apply to the mentions
        #[arg(long, value_name = "FILE")]
        corrections: Option<PathBuf>,
    },
    /// Build a static site for any web host, or a single HTML file
    Build(Build),
    /// Preview a site on this machine
    Serve {
        /// The folder or HTML file that `dateline build` wrote
        site: PathBuf,
        #[command(flatten)]
        port: Port,
    },
    /// Build and preview a site, and rebuild it whenever a file changes
    Watch {
        #[command(flatten)]
        build: Build,
        #[command(flatten)]
        port: Port,
    },
    /// Show how each file was read, with warnings
    Check {
        /// Files and folders of articles
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        /// Print JSON lines
        #[arg(long, overrides_with = "html")]
        json: bool,
        /// Print an HTML page
        #[arg(long, overrides_with = "json")]
        html: bool,
    },
    /// Write a corpus.toml that lists the metadata of each article, for you to correct
    Init {
        /// The folder of articles
        folder: PathBuf,
    },
    /// Measure queries against a corpus: matches, ids and time of each
    Search {
        /// The articles, as JSON lines
        #[arg(long = "jsonl", value_name = "FILE")]
        corpus: PathBuf,
        /// The queries, as lines of {"query": …}
        #[arg(long, value_name = "FILE")]
        queries: PathBuf,
    },
    /// Read files for another process of this command
    #[command(hide = true)]
    ReadForAnother {
        /// Bytes of memory that it may take
        memory: u64,
        /// Seconds of processor time that one document may take
        seconds: u64,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the manual pages
    Man {
        /// The folder to write them to
        folder: PathBuf,
    },
}

/// Where articles come from: files and folders, or one file of JSON lines.
#[derive(Args, Debug, PartialEq, Eq)]
#[group(required = true, multiple = false)]
pub(crate) struct Input {
    /// Files and folders of articles
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A file of JSON lines to read instead
    #[arg(long, value_name = "FILE")]
    pub(crate) jsonl: Option<PathBuf>,
}

/// The sources of a site, and how it is built.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Build {
    /// Files and folders of articles
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The folder to write, or the HTML file with --single
    #[arg(long, value_name = "SITE")]
    pub(crate) out: PathBuf,
    /// Write one HTML file that opens with a double click
    #[arg(long)]
    pub(crate) single: bool,
    /// The title of the corpus, instead of the one in corpus.toml
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// The language of articles that do not state theirs, such as "en"
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,
    /// A corpus.toml to use instead of those in the folders
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Publish no full texts, only WORDS words on either side of each mention of a country [default: 8]
    // The number belongs to the option only with `=`: what follows may be a path.
    #[arg(long, value_name = "WORDS", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "8", value_parser = context_words)]
    pub(crate) contexts_only: Option<usize>,
    /// Leave out the reader for visitors' files, which makes the site about 12 MB smaller
    #[arg(long)]
    pub(crate) no_own_files: bool,
    /// Also write .br and .gz copies of each file, for hosts that serve them
    #[arg(long)]
    pub(crate) compress: bool,
    /// Show no progress
    #[arg(long, action = ArgAction::SetTrue)]
    pub(crate) quiet: bool,
}

/// The port of a preview.
#[derive(Args, Debug, PartialEq, Eq)]
pub(crate) struct Port {
    /// The port to listen on
    #[arg(long = "port", value_name = "PORT", default_value_t = 8080)]
    pub(crate) number: u16,
}

/// Reads the number of words of `--contexts-only`.
fn context_words(value: &str) -> Result<usize, String> {
    let range = ContextsOnly::WORDS;
    let number = value.parse().ok().filter(|words| range.contains(words));
    number.ok_or_else(|| format!("write a number from {} to {}", range.start(), range.end()))
}

impl Arguments {
    /// Reads the arguments, the first being the program's name.
    ///
    /// # Errors
    /// When they make no command, or ask for help or the version: what to print, and where.
    pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(args)
    }
}

/// The completion script of a shell.
pub(crate) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "dateline", &mut script);
    script
}

/// Writes `dateline.1` and a page for each subcommand into a folder.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write_manual(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command().disable_help_subcommand(true), folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    fn read(line: &str) -> Result<Command, clap::Error> {
        let args = ["dateline"].into_iter().chain(line.split_whitespace());
        Arguments::read(args.map(OsString::from)).map(|arguments| arguments.command)
    }

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn the_description_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn calls() {
        let files = |names: &[&str]| Input { paths: paths(names), jsonl: None };
        let jsonl = |file: &str| Input { paths: Vec::new(), jsonl: Some(file.into()) };
        let site = || Build { paths: paths(&["a"]), out: "s".into(), ..Build::default() };
        let check = |json, html| Command::Check { paths: paths(&["a"]), json, html };
        let cases = [
            ("articles a b", Command::Articles(files(&["a", "b"]))),
            ("articles --jsonl=f", Command::Articles(jsonl("f"))),
            ("mentions --jsonl f", Command::Mentions { input: jsonl("f"), corrections: None }),
            (
                "pack a --out o",
                Command::Pack { input: files(&["a"]), out: "o".into(), corrections: None },
            ),
            (
                "mentions f --corrections c",
                Command::Mentions { input: files(&["f"]), corrections: Some("c".into()) },
            ),
            (
                "search --jsonl f --queries q",
                Command::Search { corpus: "f".into(), queries: "q".into() },
            ),
            (
                "build a b --out s --single --no-own-files --title T --title U",
                Command::Build(Build {
                    paths: paths(&["a", "b"]),
                    single: true,
                    no_own_files: true,
                    title: Some("U".into()),
                    ..site()
                }),
            ),
            (
                "watch --contexts-only a --out s --port 1",
                Command::Watch {
                    build: Build { contexts_only: Some(8), ..site() },
                    port: Port { number: 1 },
                },
            ),
            (
                "build a --out s --contexts-only=15",
                Command::Build(Build { contexts_only: Some(15), ..site() }),
            ),
            ("serve s", Command::Serve { site: "s".into(), port: Port { number: 8080 } }),
            ("check a --json", check(true, false)),
            ("check a --json --html", check(false, true)),
            ("init a", Command::Init { folder: "a".into() }),
            ("completions fish", Command::Completions { shell: Shell::Fish }),
        ];
        for (line, want) in cases {
            assert_eq!(read(line).ok(), Some(want), "{line}");
        }
    }

    #[test]
    fn wrong_calls() {
        let cases = [
            ("", ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, "Commands:"),
            ("dance", ErrorKind::InvalidSubcommand, "'dance'"),
            ("bild", ErrorKind::InvalidSubcommand, "'build'"),
            ("articles", ErrorKind::MissingRequiredArgument, "--jsonl <FILE>"),
            ("articles a --jsonl f", ErrorKind::ArgumentConflict, "--jsonl"),
            ("articles a --out o", ErrorKind::UnknownArgument, "--out"),
            ("articles f --corrections c", ErrorKind::UnknownArgument, "--corrections"),
            ("build a", ErrorKind::MissingRequiredArgument, "--out <SITE>"),
            ("build a --ouy s", ErrorKind::UnknownArgument, "--out"),
            ("build a --out s --contexts-only=99", ErrorKind::ValueValidation, "from 3 to 15"),
            ("build --jsonl f --out s", ErrorKind::UnknownArgument, "--jsonl"),
            ("check --jsonl f", ErrorKind::UnknownArgument, "--jsonl"),
            ("serve s --single", ErrorKind::UnknownArgument, "--single"),
            ("serve s --port x", ErrorKind::ValueValidation, "--port"),
            ("init a b", ErrorKind::UnknownArgument, "'b'"),
            ("pack a", ErrorKind::MissingRequiredArgument, "--out <FILE>"),
            ("search --jsonl f", ErrorKind::MissingRequiredArgument, "--queries <FILE>"),
            ("mentions --jsonl", ErrorKind::InvalidValue, "--jsonl"),
            ("completions tcsh", ErrorKind::InvalidValue, "fish"),
        ];
        for (line, kind, part) in cases {
            let error = read(line).expect_err(line);
            assert_eq!(error.kind(), kind, "{line}");
            assert_eq!(error.exit_code(), 2, "{line}");
            let text = error.to_string();
            assert!(text.contains(part), "{line}: {text}");
        }
    }

    #[test]
    fn help_and_version_are_no_errors() {
        for line in ["--help", "-h", "pack -h", "help build", "--version", "-V"] {
            assert_eq!(read(line).expect_err(line).exit_code(), 0, "{line}");
        }
    }

    #[test]
    fn every_subcommand_has_a_manual_page_and_every_shell_a_script() {
        let folder = tempfile::tempdir().expect("a folder");
        write_manual(folder.path()).expect("the manual");
        for command in Arguments::command().get_subcommands().filter(|c| !c.is_hide_set()) {
            let page = folder.path().join(format!("dateline-{}.1", command.get_name()));
            assert!(page.is_file(), "{}", page.display());
        }
        for shell in <Shell as clap::ValueEnum>::value_variants() {
            let script = String::from_utf8(completions(*shell)).expect("text");
            assert!(script.contains("contexts-only"), "{shell}");
        }
    }
}

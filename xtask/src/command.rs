//! The command line of `cargo xtask`.

use crate::bench::{countries, search};
use crate::test::STEP_NAMES;

/// The text of `--help`, and of a wrong call.
pub const USAGE: &str = "\
cargo xtask COMMAND

  serve [--dev] [--port N]   build the page and serve it on 127.0.0.1
                             (--dev: Trunk's server, which rebuilds on every change)
  dist                       build dist/: the hosted page and the one-file dateline.html
  cli                        build target/release/dateline, the command with the page inside
  test [--only STEP...]      run every test there is, or only these steps
  bench                      print sizes, speeds and timings of the page
  bench lighthouse           Lighthouse's scores of the hosted page
  bench search --harness FOLDER [--corpus A,B] [--peers A,B|none] [--as-built] [-- ARG...]
                             measure the page beside other search libraries in one browser
                             (--as-built: dist/ as it is; ARG: for the harness's runner)
  bench countries [--texts FILE] [--peers]
                             measure the annotator natively, as WebAssembly, beside a plain
                             Aho-Corasick pass and (--peers) other taggers from PyPI
  screenshots [--all]        take the README's screenshots
                             (--all: of every view in every engine, for looking at)
  tools                      install every tool and stop
  bare COMMAND...            run a command as a machine without our tools would, and time it

Each step prints a line with its time, and its output when it fails. `--verbose`, before or
after any of these commands, prints all output.

Tools are kept in the user's cache directory, or in DATELINE_TOOLS if that is set.";

/// One call of `cargo xtask`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Build and serve the page.
    Serve(Serve),
    /// Build `dist/`.
    Dist,
    /// Build the command with the page inside.
    Cli,
    /// Run the tests; all steps when `only` is empty.
    Test {
        /// Names out of [`STEP_NAMES`].
        only: Vec<String>,
    },
    /// Print sizes and timings.
    Bench,
    /// Print Lighthouse's scores.
    BenchLighthouse,
    /// Measure the page beside other search libraries.
    BenchSearch(search::Options),
    /// Measure the annotator of country mentions.
    BenchCountries(countries::Options),
    /// Take the README's screenshots.
    Screenshots {
        /// And those of every view in every engine.
        all: bool,
    },
    /// Install all tools.
    Tools,
    /// Run `command` in a fresh clone with empty caches.
    Bare {
        /// The arguments of the inner `cargo xtask`.
        command: Vec<String>,
    },
}

/// Options of `serve`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Serve {
    /// Trunk's watching server instead of the release page.
    pub dev: bool,
    /// The port asked for; otherwise 8080, or any free one when that is taken.
    pub port: Option<u16>,
    /// Stop after the page has been fetched once (for measuring).
    pub once: bool,
}

/// Takes `--verbose` out of the arguments: whether it was there, and the others. What follows `--`
/// belongs to another program.
#[must_use]
pub fn verbose(arguments: Vec<String>) -> (bool, Vec<String>) {
    let own = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let is_verbose = |at: usize, argument: &str| at < own && argument == "--verbose";
    let (count, mut at) = (arguments.len(), 0);
    let mut others = arguments;
    others.retain(|argument| {
        at += 1;
        !is_verbose(at - 1, argument)
    });
    (others.len() < count, others)
}

/// Reads the arguments after `cargo xtask`, without `--verbose`.
///
/// # Errors
/// A sentence that says which argument is wrong and what is possible.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = arguments.split_first() else { return Ok(Command::Help) };
    match name.as_str() {
        "help" | "-h" | "--help" => Ok(Command::Help),
        "serve" => serve(rest).map(Command::Serve),
        "test" => only(rest).map(|only| Command::Test { only }),
        "dist" => alone(name, rest, Command::Dist),
        "cli" => alone(name, rest, Command::Cli),
        "bench" => match rest.split_first() {
            Some((what, rest)) if what == "search" => bench_search(rest).map(Command::BenchSearch),
            Some((what, rest)) if what == "lighthouse" => {
                alone("bench lighthouse", rest, Command::BenchLighthouse)
            }
            Some((what, rest)) if what == "countries" => {
                bench_countries(rest).map(Command::BenchCountries)
            }
            _ => alone(name, rest, Command::Bench),
        },
        "screenshots" if rest == ["--all"] => Ok(Command::Screenshots { all: true }),
        "screenshots" => alone(name, rest, Command::Screenshots { all: false }),
        "tools" => alone(name, rest, Command::Tools),
        "bare" if rest.is_empty() => Err("`bare` needs a command, such as `bare dist`".to_owned()),
        "bare" => Ok(Command::Bare { command: rest.to_vec() }),
        other => Err(format!("there is no command `{other}`")),
    }
}

fn alone(name: &str, rest: &[String], command: Command) -> Result<Command, String> {
    match rest.first() {
        None => Ok(command),
        Some(extra) => Err(format!("`{name}` takes no argument, but got `{extra}`")),
    }
}

fn serve(arguments: &[String]) -> Result<Serve, String> {
    let mut options = Serve::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dev" => options.dev = true,
            "--once" => options.once = true,
            "--port" => {
                let value = rest.next().ok_or("`--port` needs a number")?;
                let port = value.parse().map_err(|_| format!("`{value}` is not a port"))?;
                options.port = Some(port);
            }
            other => return Err(format!("`serve` knows no `{other}`")),
        }
    }
    Ok(options)
}

fn bench_search(arguments: &[String]) -> Result<search::Options, String> {
    let mut options = search::Options::default();
    let list = |value: &str| value.split(',').map(str::to_owned).collect::<Vec<_>>();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value =
            || rest.next().cloned().ok_or_else(|| format!("`{argument}` needs a value"));
        match argument.as_str() {
            "--harness" => options.harness = value()?.into(),
            "--corpus" => options.corpora = list(&value()?),
            "--peers" => options.peers = list(&value()?),
            "--as-built" => options.as_built = true,
            "--" => {
                options.runner = rest.cloned().collect();
                break;
            }
            other => return Err(format!("`bench search` knows no `{other}`")),
        }
    }
    options.peers.retain(|peer| peer != "none");
    if options.harness.as_os_str().is_empty() {
        return Err("`bench search` needs `--harness FOLDER`".to_owned());
    }
    Ok(options)
}

fn bench_countries(arguments: &[String]) -> Result<countries::Options, String> {
    let mut options = countries::Options::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--peers" => options.peers = true,
            "--texts" => {
                options.texts = Some(rest.next().ok_or("`--texts` needs a value")?.into());
            }
            other => return Err(format!("`bench countries` knows no `{other}`")),
        }
    }
    Ok(options)
}

fn only(arguments: &[String]) -> Result<Vec<String>, String> {
    let names = match arguments.split_first() {
        None => return Ok(Vec::new()),
        Some((flag, names)) if flag == "--only" && !names.is_empty() => names,
        Some((flag, _)) if flag == "--only" => {
            return Err(format!("`--only` needs steps: {}", STEP_NAMES.join(", ")));
        }
        Some((other, _)) => return Err(format!("`test` knows no `{other}`")),
    };
    let mut chosen = Vec::new();
    for name in names.iter().flat_map(|names| names.split(',')).filter(|name| !name.is_empty()) {
        if !STEP_NAMES.contains(&name) {
            return Err(format!("no step `{name}`; there are {}", STEP_NAMES.join(", ")));
        }
        chosen.push(name.to_owned());
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn reads_what_the_usage_says() {
        let serve = |dev, port, once| Command::Serve(Serve { dev, port, once });
        let cases = [
            ("", Command::Help),
            ("--help", Command::Help),
            ("serve", serve(false, None, false)),
            ("bench lighthouse", Command::BenchLighthouse),
            ("serve --dev", serve(true, None, false)),
            ("serve --port 8123 --once", serve(false, Some(8123), true)),
            ("dist", Command::Dist),
            ("bench", Command::Bench),
            ("screenshots", Command::Screenshots { all: false }),
            ("screenshots --all", Command::Screenshots { all: true }),
            (
                "bench search --harness h --corpus a,b --peers none --as-built -- --starts 2",
                Command::BenchSearch(search::Options {
                    harness: "h".into(),
                    corpora: words("a b"),
                    peers: vec![],
                    as_built: true,
                    runner: words("--starts 2"),
                }),
            ),
            (
                "bench countries --texts t.jsonl --peers",
                Command::BenchCountries(countries::Options {
                    texts: Some("t.jsonl".into()),
                    peers: true,
                }),
            ),
            ("test", Command::Test { only: vec![] }),
            ("test --only fmt,docs e2e", Command::Test { only: words("fmt docs e2e") }),
            ("bare serve --once", Command::Bare { command: words("serve --once") }),
        ];
        for (line, expected) in cases {
            assert_eq!(parse(&words(line)), Ok(expected), "{line}");
        }
    }

    #[test]
    fn verbose_may_stand_anywhere_before_the_arguments_of_others() {
        let cases = [
            ("--verbose test", true, "test"),
            ("test --only fmt --verbose", true, "test --only fmt"),
            ("test", false, "test"),
            ("bench search -- --verbose", false, "bench search -- --verbose"),
        ];
        for (line, expected, others) in cases {
            assert_eq!(verbose(words(line)), (expected, words(others)), "{line}");
        }
    }

    #[test]
    fn refuses_the_rest_in_words() {
        let cases = [
            ("serv", "there is no command `serv`"),
            ("serve --port", "needs a number"),
            ("serve --port x", "`x` is not a port"),
            ("dist now", "takes no argument"),
            ("test --only", "needs steps"),
            ("test --only everything", "no step `everything`"),
            ("bare", "needs a command"),
            ("bench fast", "takes no argument"),
            ("bench countries --all", "knows no `--all`"),
            ("bench search", "needs `--harness FOLDER`"),
            ("bench search --harness", "needs a value"),
            ("bench search --harness h --all", "knows no `--all`"),
        ];
        for (line, part) in cases {
            let problem = parse(&words(line)).expect_err(line);
            assert!(problem.contains(part), "{line}: {problem}");
        }
    }
}

//! The `dateline` command. Exit status 1 for bad input, 2 for bad usage; errors go
//! to standard error with file and reason.

mod arguments;
mod articles;
mod build;
mod check;
mod init;
mod mentions;
mod output;
mod pack;
mod progress;
mod search;
mod serve;
mod singles;
mod site;
mod spool;
mod watch;

use arguments::{Command, HELP, Usage};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match Command::parse(std::env::args_os()) {
        Ok(command) => command,
        Err(Usage(problem)) => {
            eprintln!("dateline: {problem}\nTry `dateline --help`.");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => output::print(HELP),
        Command::Version => output::print(&format!("dateline {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Articles(input) => articles::run(&input),
        Command::Mentions { input, corrections } => mentions::run(&input, corrections.as_deref()),
        Command::Pack { input, out, corrections } => {
            pack::run(&input, &out, corrections.as_deref())
        }
        Command::Build(options) => build::run(&options),
        Command::Serve { site, port } => serve::run(&site, port),
        Command::Watch { build, port } => watch::run(&build, port),
        Command::Check { paths, form } => check::run(&paths, form),
        Command::Init { folder } => init::run(&folder),
        Command::Search { corpus, queries } => search::run(&corpus, &queries),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}

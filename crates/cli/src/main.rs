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
mod readers;
mod search;
mod serve;
mod singles;
mod site;
mod spool;
mod watch;

use arguments::{Arguments, Command};
use output::Stop;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A closed pipe, as of `dateline --help | head`: there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(Stop::Told) => ExitCode::FAILURE,
        Err(error) => {
            output::complain(&format!("dateline: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Stop> {
    match command {
        Command::Articles(input) => articles::run(&input),
        Command::Mentions { input, corrections } => mentions::run(&input, corrections.as_deref()),
        Command::Pack { input, out, corrections } => {
            pack::run(&input, &out, corrections.as_deref())
        }
        Command::Build(options) => build::run(&options),
        Command::Serve { site, port } => serve::run(&site, port.number),
        Command::Watch { build, port } => watch::run(&build, port.number),
        Command::Check { paths, json, html } => check::run(&paths, check::Form::of(json, html)),
        Command::Init { folder } => init::run(&folder),
        Command::Search { corpus, queries } => search::run(&corpus, &queries),
        Command::ReadForAnother { memory, seconds } => readers::serve(memory, seconds),
        Command::Completions { shell } => output::print_bytes(&arguments::completions(shell)),
        Command::Man { folder } => Ok(arguments::write_manual(&folder)
            .map_err(|e| dateline_pack::Error::new(&folder, format!("cannot be written: {e}")))?),
    }
}

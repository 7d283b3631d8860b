//! Tasks beyond cargo: installing tools, building the page, running every test.
//!
//! This file turns arguments into one call; the work is in the library beside it.

use std::process::ExitCode;

use xtask::command::{self, Command};

fn main() -> ExitCode {
    let (verbose, arguments) = command::verbose(std::env::args().skip(1).collect());
    if verbose {
        xtask::process::be_verbose();
    }
    let command = match command::parse(&arguments) {
        Ok(Command::Help) => {
            println!("{}", command::USAGE);
            return ExitCode::SUCCESS;
        }
        Ok(command) => command,
        Err(problem) => {
            eprintln!("error: {problem}\n\n{}", command::USAGE);
            return ExitCode::from(2);
        }
    };
    match xtask::run(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

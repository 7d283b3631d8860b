//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! | Module | Holds |
//! |---|---|
//! | `command` | arguments to a [`command::Command`] |
//! | `paths`, `process`, `steps` | where things are, how programs are run, how long steps take |
//! | `tools` | finding and installing Trunk, wasm-bindgen, wasm-opt, browsers, drivers |
//! | `page` | from the sources to `dist/`: parts, hashes, CSP, frame, one-file page, compression |
//! | `server` | the static file server of `serve` and of the end-to-end tests |
//! | `test`, `bench`, `screenshots`, `bare` | the commands of those names |

pub mod bare;
pub mod bench;
pub mod cli;
pub mod command;
pub mod page;
pub mod paths;
pub mod process;
pub mod screenshots;
pub mod serve;
pub mod steps;
pub mod test;
pub mod tools;

pub use dateline_serve as server;

use command::Command;

/// Runs one command to its end.
///
/// # Errors
/// A failure, with the step it happened in.
pub fn run(command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Help => Ok(()),
        Command::Serve(options) => serve::serve(options),
        Command::Cli => cli::cli(),
        Command::Dist => page::dist().map(|_| ()),
        Command::Test { only } => test::test(only),
        Command::Bench => bench::bench(),
        Command::BenchLighthouse => bench::lighthouse::lighthouse(),
        Command::BenchSearch(options) => bench::search::search(options),
        Command::BenchCountries(options) => bench::countries::countries(options),
        Command::Screenshots { all } => screenshots::screenshots(*all),
        Command::Tools => tools::install_everything(),
        Command::Bare { command } => bare::bare(command),
    }
}

//! Running other programs, with errors that say which and how.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};

use crate::{paths, steps};

/// A command that runs in the project's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::project()).stdin(Stdio::null());
    command
}

/// The cargo that runs us, so that `+toolchain` and `CARGO` are honoured.
#[must_use]
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Whether programs write to the terminal as they run, instead of only when they fail.
static VERBOSE: AtomicBool = AtomicBool::new(false);

/// Shows all output of the programs that run from now on.
pub fn be_verbose() {
    VERBOSE.store(true, Ordering::Relaxed);
}

/// Runs to the end. Of the output only the compiler's warnings are shown, and all of it when the
/// program fails.
///
/// # Errors
/// The program could not be started or ended with a failure.
pub fn run(command: &mut Command) -> Result<()> {
    if VERBOSE.load(Ordering::Relaxed) {
        return run_aloud(command);
    }
    let shown = show(command);
    // One pipe for both, so that the lines keep their order.
    let (mut output, end) = std::io::pipe().context("cannot make a pipe")?;
    command.stdout(end.try_clone().context("cannot make a pipe")?).stderr(end);
    let started = command.spawn();
    // The command holds the ends of the pipe that would otherwise keep it open.
    command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
    let mut child = started.with_context(|| format!("cannot start `{shown}`"))?;
    let mut bytes = Vec::new();
    output.read_to_end(&mut bytes).with_context(|| format!("cannot read from `{shown}`"))?;
    let status = child.wait().with_context(|| format!("cannot wait for `{shown}`"))?;
    report(&shown, &String::from_utf8_lossy(&bytes), status)
}

/// Runs to the end with the terminal's output, for programs whose output is what was asked for.
///
/// # Errors
/// The program could not be started or ended with a failure.
pub fn run_aloud(command: &mut Command) -> Result<()> {
    let shown = show(command);
    steps::note(&format!("$ {shown}"));
    let status = command.status().with_context(|| format!("cannot start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs to the end and hands back standard output. Standard error is shown as by [`run`].
///
/// # Errors
/// The program could not be started, failed, or printed something that is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    if VERBOSE.load(Ordering::Relaxed) {
        command.stderr(Stdio::inherit());
    }
    let output = command.output().with_context(|| format!("cannot start `{shown}`"))?;
    report(&shown, &String::from_utf8_lossy(&output.stderr), output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` did not print text"))
}

/// Shows what matters of the output of a program that has ended.
fn report(shown: &str, output: &str, status: ExitStatus) -> Result<()> {
    if status.success() {
        warnings(output).into_iter().for_each(steps::note);
        return Ok(());
    }
    steps::note(output.trim_end());
    bail!("`{shown}` failed ({status})")
}

/// The compiler's warnings in the output of cargo, which shows none of other people's packages.
fn warnings(output: &str) -> Vec<&str> {
    let blocks = output.split("\n\n").map(|block| match block.find("warning: ") {
        // Lines about progress stand before the first warning.
        Some(at) if at == 0 || block[..at].ends_with('\n') => &block[at..],
        _ => "",
    });
    // The compiler points at a line; tools such as wasm-opt do not.
    blocks.filter(|block| block.lines().any(|line| line.trim_start().starts_with("--> "))).collect()
}

/// The output of `PROGRAM --version`, or nothing if it cannot be run.
#[must_use]
pub fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first file called `name` on `PATH`.
#[must_use]
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// `PATH` with `folders` before everything else.
#[must_use]
pub fn path_with(folders: &[PathBuf]) -> std::ffi::OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).unwrap_or(old)
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_warnings_of_the_compiler_alone() {
        let output = "   Compiling a v0.1.0\nwarning: unused variable: `x`\n --> src/a.rs:1:9\n  |\n\n\
                      warning: unused import\n  --> src/b.rs:1:5\n   |\n1  | use x;\n\n\
                      warning: no passes specified, not doing any work\n\n    Finished\n";
        let shown: Vec<_> = warnings(output).iter().map(|w| w.lines().next()).collect();
        assert_eq!(shown, [Some("warning: unused variable: `x`"), Some("warning: unused import")]);
    }

    #[test]
    fn a_failure_says_what_failed_and_how() {
        let mut cargo = cargo();
        let error = run(cargo.args(["no-such-command"])).expect_err("there is none").to_string();
        assert!(error.contains("no-such-command` failed (exit status: 101)"), "{error}");
        assert!(output(command("cargo").arg("--version")).expect("a version").contains("cargo"));
    }
}

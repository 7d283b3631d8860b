//! Named steps with their times, one line each, and what failed at the end.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The steps of one run, in order.
#[derive(Debug)]
pub struct Steps {
    started: Instant,
    done: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    problem: Option<String>,
}

thread_local! {
    /// How many steps of this thread are running inside one another.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Runs one step and prints its name and time when it ends; a terminal shows the name before, too.
///
/// # Errors
/// Those of `work`.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let indent = "  ".repeat(DEPTH.replace(DEPTH.get() + 1));
    show_current(&format!("{indent}{name} …"));
    let start = Instant::now();
    let result = work();
    DEPTH.set(DEPTH.get() - 1);
    let time = seconds(start.elapsed());
    let mark = if result.is_ok() { "" } else { "  FAILED" };
    note(&format!("{:<34} {time:>12}{mark}", format!("{indent}{name}")));
    result
}

/// Prints a line (or several) to standard error, in the place of the name of the current step.
pub fn note(text: &str) {
    show_current("");
    eprintln!("{text}");
}

/// Shows the name of the running step on a terminal, where the next line replaces it.
fn show_current(name: &str) {
    let mut terminal = std::io::stderr();
    if terminal.is_terminal() {
        // A terminal that is gone shows nothing.
        let _ = write!(terminal, "\r\x1b[K{name}");
        let _ = terminal.flush();
    }
}

impl Default for Steps {
    fn default() -> Self {
        Self { started: Instant::now(), done: Vec::new() }
    }
}

impl Steps {
    /// Runs one step as [`step`] does and keeps going when it fails; [`Steps::finish`] reports the
    /// failure. Returns the value of a step that succeeded.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let result = step(name, work);
        let (value, problem) = match result {
            Ok(value) => (Some(value), None),
            Err(error) => {
                note(&format!("{name}: {error:#}"));
                (None, Some(format!("{error:#}")))
            }
        };
        self.done.push(Step { name: name.to_owned(), problem });
        value
    }

    /// Notes a step that could not run because an earlier one failed.
    pub fn skip(&mut self, name: &str, because: &str) {
        let problem = Some(format!("not run: {because}"));
        note(&format!("{name:<34} {:>12}  NOT RUN: {because}", ""));
        self.done.push(Step { name: name.to_owned(), problem });
    }

    /// Adds the steps that ran beside these.
    pub fn extend(&mut self, beside: Self) {
        self.done.extend(beside.done);
    }

    /// Prints the time since the first of these steps began.
    ///
    /// # Errors
    /// When any step failed or could not run, naming all of them.
    pub fn finish(self) -> Result<()> {
        note(&format!("{:<34} {:>12}", "together", seconds(self.started.elapsed())));
        let failed: Vec<String> = self
            .done
            .iter()
            .filter_map(|step| Some(format!("{} ({})", step.name, step.problem.as_ref()?)))
            .collect();
        if !failed.is_empty() {
            bail!("{} of {} steps failed: {}", failed.len(), self.done.len(), failed.join("; "));
        }
        println!("test result: ok. {} steps passed; 0 failed", self.done.len());
        Ok(())
    }
}

/// A time as people read it: `0.4 s`, `2 min 03 s`.
#[must_use]
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_reported_at_the_end_and_later_steps_still_run() {
        let mut steps = Steps::default();
        assert_eq!(steps.run("first", || Ok(1)), Some(1));
        assert_eq!(steps.run("second", || -> Result<()> { bail!("broken") }), None);
        steps.skip("third", "second failed");
        let mut beside = Steps::default();
        assert_eq!(beside.run("fourth", || Ok("still here")), Some("still here"));
        steps.extend(beside);
        let error = steps.finish().expect_err("one step failed").to_string();
        assert_eq!(error, "2 of 4 steps failed: second (broken); third (not run: second failed)");
    }

    #[test]
    fn times_read_well() {
        let cases =
            [(400, "0.4 s"), (59_000, "59.0 s"), (60_000, "1 min 00 s"), (123_900, "2 min 03 s")];
        for (millis, expected) in cases {
            assert_eq!(seconds(Duration::from_millis(millis)), expected);
        }
    }
}

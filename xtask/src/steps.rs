//! Named steps with their times, and the table of them at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The steps of one run, in order.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    took: Duration,
    problem: Option<String>,
}

impl Steps {
    /// Runs one step, prints its name before and its time after, and keeps going when it fails;
    /// [`Steps::finish`] reports the failure. Returns the value of a step that succeeded.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let (value, problem) = match result {
            Ok(value) => (Some(value), None),
            Err(error) => (None, Some(format!("{error:#}"))),
        };
        match &problem {
            None => eprintln!("== {name}: {}", seconds(took)),
            Some(problem) => eprintln!("== {name}: FAILED after {}: {problem}", seconds(took)),
        }
        self.done.push(Step { name: name.to_owned(), took, problem });
        value
    }

    /// Notes a step that could not run because an earlier one failed.
    pub fn skip(&mut self, name: &str, because: &str) {
        let problem = Some(format!("not run: {because}"));
        self.done.push(Step { name: name.to_owned(), took: Duration::ZERO, problem });
    }

    /// Prints every step with its time.
    ///
    /// # Errors
    /// When any step failed or could not run, naming all of them.
    pub fn finish(self, what: &str) -> Result<()> {
        let total: Duration = self.done.iter().map(|step| step.took).sum();
        println!("\n{what}:");
        for step in &self.done {
            let mark = if step.problem.is_none() { "ok" } else { "FAILED" };
            println!("  {:<24} {:>9}  {mark}", step.name, seconds(step.took));
        }
        println!("  {:<24} {:>9}", "together", seconds(total));
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
        assert_eq!(steps.run("fourth", || Ok("still here")), Some("still here"));
        let error = steps.finish("test").expect_err("one step failed").to_string();
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

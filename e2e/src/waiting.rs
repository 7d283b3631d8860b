//! How long a test waits: as long as there is progress. A slow or loaded machine is not a broken
//! page, and a page where nothing happens any more is not a slow machine.

use std::collections::HashMap;
use std::fs;
use std::time::{Duration, Instant};

/// How long nothing may happen.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The end of all patience: a page that changes for ever does not do what it should.
const MAX_WAIT: Duration = Duration::from_secs(5 * 60);

/// Processor time of the browser that counts as progress. Asking an idle page whether something has
/// come true takes less in [`PATIENCE`].
const BUSY: Duration = Duration::from_secs(2);

/// Decides whether to go on waiting.
#[derive(Debug)]
pub struct Waiting {
    started: Instant,
    progress: Instant,
    seen: String,
    cpu: Duration,
}

impl Waiting {
    /// Starts to wait, with the processor time that the browser has used so far.
    #[must_use]
    pub fn start(cpu: Duration) -> Self {
        let now = Instant::now();
        Self { started: now, progress: now, seen: String::new(), cpu }
    }

    /// Notes what is seen of the page, which is progress when it differs from the last time, and
    /// the processor time that the browser has used.
    pub fn note(&mut self, seen: &str, cpu: Duration) {
        let is_busy = cpu.saturating_sub(self.cpu) >= BUSY;
        if seen != self.seen || is_busy {
            self.progress = Instant::now();
            self.cpu = cpu;
            seen.clone_into(&mut self.seen);
        }
    }

    /// Why to stop, in words; nothing while there is progress.
    #[must_use]
    pub fn is_over(&self) -> Option<String> {
        let (all, still) = (self.started.elapsed(), self.progress.elapsed());
        let seconds = |time: Duration| time.as_secs();
        if still >= PATIENCE {
            let (all, still) = (seconds(all), seconds(still));
            return Some(format!("{all} s; nothing has happened on the page for {still} s"));
        }
        let all_over = all >= MAX_WAIT;
        all_over.then(|| format!("{} s, though the page is still changing", seconds(all)))
    }
}

/// Processor time of a process and everything it started, as far as it is still running. Zero where
/// the system does not tell (other than Linux).
#[must_use]
pub fn cpu_time(process: u32) -> Duration {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let stat = fs::read_to_string(entry.path().join("stat"));
        if let Some((parent, ticks)) = stat.ok().and_then(|stat| parse(&stat)) {
            parents.insert(id, (parent, ticks));
        }
    }
    let descends = |mut id: u32| {
        // No chain of parents is longer than the list of processes.
        for _ in 0..parents.len() {
            if id == process {
                return true;
            }
            match parents.get(&id) {
                Some((parent, _)) => id = *parent,
                None => return false,
            }
        }
        false
    };
    let ticks = parents.iter().filter(|(id, _)| descends(**id)).map(|(_, (_, ticks))| ticks);
    // Linux counts in hundredths of a second on every architecture (`USER_HZ`).
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// The parent of a process, and user and system time in ticks, out of `/proc/ID/stat`. The name of
/// the program stands in parentheses and may contain anything.
fn parse(stat: &str) -> Option<(u32, u64)> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_ascii_whitespace();
    let parent = fields.nth(1)?.parse().ok()?;
    let user: u64 = fields.nth(9)?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some((parent, user + system))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_of_processes() {
        let stat = "12 (a) b) S 7 12 12 0 -1 4194560 99 0 0 0 250 50 0 0 20 0 1 0 5 6 7";
        assert_eq!(parse(stat), Some((7, 300)));
        assert_eq!(parse("12 (a"), None);
    }

    #[test]
    fn waits_while_something_changes_or_works() {
        let ago = |waiting: &mut Waiting, time: Duration| {
            waiting.progress = waiting.progress.checked_sub(time).expect("a running clock");
        };
        let cases = [
            ("nothing", "a", Duration::ZERO, true),
            ("a little work, as of asking", "a", Duration::from_millis(300), true),
            ("a change", "b", Duration::ZERO, false),
            ("work", "a", Duration::from_secs(3), false),
        ];
        for (name, seen, cpu, over) in cases {
            let mut waiting = Waiting::start(Duration::ZERO);
            waiting.note("a", Duration::ZERO);
            ago(&mut waiting, PATIENCE);
            waiting.note(seen, cpu);
            assert_eq!(waiting.is_over().is_some(), over, "{name}");
        }
    }
}

//! Copies: lines whose words stand elsewhere on the page, whole or nearly so. One
//! index of runs of four words finds repeated paragraphs, doubled captions and
//! pull quotes (even with a word dropped) in linear time.

use crate::page::Page;
use crate::word::join;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Length of the runs that are compared, in words.
const RUN_WORDS: usize = 4;
/// Lines of fewer words are compared as a whole only.
const MIN_COMPARED_WORDS: usize = 5;
/// Share of a line's runs that must stand in the other line.
const MIN_SHARED_RUNS: f32 = 0.55;

/// How a line stands to another one of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Copy {
    /// Word by word the same as an earlier line.
    Same(usize),
    /// Nearly all of its words, in runs, are those of an earlier line of much the same length.
    Near(usize),
    /// Its words are part of a longer line, before or after it.
    Part(usize),
}

/// For each line, which line it copies, if any.
pub(crate) fn copies(page: &Page<'_>) -> Vec<Option<Copy>> {
    let mut first: HashMap<u64, usize, Keyed> = HashMap::default();
    let runs = index_runs(page);
    let mut votes = Votes::default();
    (0..page.len())
        .map(|line| {
            if page.shapes[line].words == 0 {
                return None;
            }
            let earlier = *first.entry(page.shapes[line].hash).or_insert(line);
            if earlier != line {
                return Some(Copy::Same(earlier));
            }
            votes.elect(page, &runs, line)
        })
        .collect()
}

/// Where a run stands: the first such line and the longest.
#[derive(Clone, Copy)]
struct Places {
    first: u32,
    longest: u32,
}

type Runs = HashMap<u64, Places, Keyed>;

/// Where each run of words stands, lines of some length only.
fn index_runs(page: &Page<'_>) -> Runs {
    let mut runs = Runs::default();
    for line in 0..page.len() {
        let words = page.words(line);
        if words.len() > MIN_COMPARED_WORDS {
            for run in words.windows(RUN_WORDS) {
                let here = line as u32;
                let places = runs.entry(key(run)).or_insert(Places { first: here, longest: here });
                if page.words(places.longest as usize).len() < words.len() {
                    places.longest = here;
                }
            }
        }
    }
    runs
}

fn key(run: &[u64]) -> u64 {
    run.iter().fold(0, |key, word| join(key, *word))
}

/// Votes of a line's runs for the lines that they stand in.
#[derive(Default)]
struct Votes {
    lines: Vec<(u32, u32)>,
}

impl Votes {
    fn elect(&mut self, page: &Page<'_>, runs: &Runs, line: usize) -> Option<Copy> {
        let words = page.words(line);
        if words.len() < MIN_COMPARED_WORDS {
            return None;
        }
        self.lines.clear();
        for run in words.windows(RUN_WORDS) {
            let Some(places) = runs.get(&key(run)) else {
                continue;
            };
            self.vote(places.first, line);
            if places.longest != places.first {
                self.vote(places.longest, line);
            }
        }
        let &(other, count) = self.lines.iter().max_by_key(|(_, count)| *count)?;
        let other = other as usize;
        let runs_here = words.len() - RUN_WORDS + 1;
        let share = count as f32 / runs_here as f32;
        let there = page.words(other).len();
        let alike = words.len() <= there + there / 4 && there <= words.len() + words.len() / 4;
        // One word changed breaks four runs.
        let spared = runs_here as u32 <= count + 2 * RUN_WORDS as u32;
        if alike && other < line && (share >= 0.8 || share >= MIN_SHARED_RUNS && spared) {
            Some(Copy::Near(other))
        } else if share >= MIN_SHARED_RUNS && there > words.len() {
            Some(Copy::Part(other))
        } else {
            None
        }
    }
}

impl Votes {
    fn vote(&mut self, other: u32, line: usize) {
        if other as usize == line {
            return;
        }
        match self.lines.iter().position(|(voted, _)| *voted == other) {
            Some(at) => self.lines[at].1 += 1,
            // A line that shares runs with very many others is no copy of one.
            None if self.lines.len() < 8 => self.lines.push((other, 1)),
            None => {}
        }
    }
}

/// The keys are hashes already.
type Keyed = BuildHasherDefault<Identity>;

#[derive(Default)]
pub(crate) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = join(self.0, u64::from(*byte));
        }
    }
    fn write_u64(&mut self, value: u64) {
        // The table takes its place from the low bits and its tag from the high ones.
        self.0 = value ^ value >> 32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_copies() {
        let long = "The harbour master closed the northern pier on Tuesday after divers found cracks in three of its pillars.";
        let cases = [
            ("same", format!("{long}\nx\n{long}"), 2, Some(Copy::Same(0))),
            (
                "same but for case and marks",
                format!("{long}\n{}", long.to_uppercase()),
                1,
                Some(Copy::Same(0)),
            ),
            (
                "a word changed",
                format!("{long}\n{}", long.replace("three", "four")),
                1,
                Some(Copy::Near(0)),
            ),
            (
                "part",
                format!("{long}\nThe harbour master closed the northern pier on Tuesday"),
                1,
                Some(Copy::Part(0)),
            ),
            (
                "part before the whole, a word dropped",
                format!(
                    "The harbour master closed the pier on Tuesday after divers found cracks\n{long}"
                ),
                0,
                Some(Copy::Part(1)),
            ),
            (
                "other words",
                format!("{long}\nThe harbour master likes his tea strong and hot."),
                1,
                None,
            ),
            ("short", format!("{long}\non Tuesday"), 1, None),
        ];
        for (name, text, line, want) in cases {
            assert_eq!(copies(&Page::new(&text))[line], want, "{name}");
        }
    }
}

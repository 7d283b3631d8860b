//! How far a long work is, on standard error; nothing where nobody looks.

use dateline_pack::Event;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A bar over the bytes that are read.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    documents: u64,
}

impl Progress {
    /// A bar; a `quiet` one shows nothing.
    pub(crate) fn new(quiet: bool) -> Progress {
        let bar = ProgressBar::no_length();
        if quiet {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        bar.set_length(0);
        let look = "{bar:28} {bytes} of {total_bytes}, {msg} · {eta} left";
        // The pattern is a constant; a wrong one would show the default bar.
        if let Ok(style) = ProgressStyle::with_template(look) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, documents: 0 }
    }

    /// Shows what happened.
    pub(crate) fn tell(&mut self, event: &Event) {
        match event {
            Event::Found { bytes, .. } => self.bar.inc_length(*bytes),
            Event::Read { bytes } => {
                self.documents += 1;
                self.bar.inc(*bytes);
                self.bar.set_message(format!("{} documents", self.documents));
            }
            Event::Noted { .. } | Event::Failed(_) | Event::LeftOut(_) => {}
        }
    }

    /// Prints a line above the bar.
    pub(crate) fn say(&self, line: &str) {
        self.bar.suspend(|| crate::output::complain(line));
    }

    /// Takes the bar away.
    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

//! Standard output, and what can go wrong with it.

use serde::Serialize;
use std::fmt;
use std::io::{self, Write};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Bad input.
    Input(dateline_pack::Error),
    /// Output could not be written.
    Output(io::Error),
    /// Bad input that was told already.
    Told,
}

impl Stop {
    /// Whether the reader of the output has left, as `head` does.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Stop::Output(e) if e.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<dateline_pack::Error> for Stop {
    fn from(error: dateline_pack::Error) -> Self {
        Stop::Input(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Input(error) => error.fmt(f),
            Stop::Output(error) => write!(f, "output: {error}"),
            Stop::Told => Ok(()),
        }
    }
}

/// A text of somebody else as a terminal may show it: without characters that move its cursor or
/// change its colours.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c }).collect()
}

/// Prints a line to standard error.
pub(crate) fn complain(line: &str) {
    eprintln!("{}", printable(line));
}

/// Prints a text.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    print_bytes(text.as_bytes())
}

/// Prints bytes as they are.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Stop> {
    Ok(io::stdout().lock().write_all(bytes)?)
}

/// Appends a value as one line of JSON.
pub(crate) fn json_line(out: &mut Vec<u8>, value: &impl Serialize) {
    // Writing plain values into memory cannot fail.
    serde_json::to_writer(&mut *out, value).expect("JSON into memory");
    out.push(b'\n');
}

/// Works on the lines `{"id","text"}` of a file on all cores and prints what comes
/// out, in order.
pub(crate) fn jsonl(
    file: &std::path::Path,
    work: impl Fn(&dateline_pack::Texts<'_>, &mut Vec<u8>) + Sync,
) -> Result<(), Stop> {
    let mut stdout = io::stdout().lock();
    let mut output = Ok(());
    dateline_pack::for_each_line(
        file,
        |line, out| {
            work(&dateline_pack::Texts::parse(line)?, out);
            Ok(())
        },
        |bytes| {
            output = stdout.write_all(bytes);
            output.is_ok()
        },
    )?;
    Ok(output?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_controls_the_terminal() {
        let cases = [
            ("Rain in Per\u{fa}\n", "Rain in Per\u{fa}\n"),
            ("\x1b[31mRain\x07", "\u{FFFD}[31mRain\u{FFFD}"),
            ("a\rb\tc\u{9b}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        ];
        for (text, want) in cases {
            assert_eq!(printable(text), want);
        }
    }
}

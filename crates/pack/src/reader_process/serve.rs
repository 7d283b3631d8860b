//! The process that reads files for another one.

use super::ReaderLimits;
use super::wire::{Answer, Request, receive, send};
use dateline_formats::{Limits, split};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};

/// Answers requests from standard input on standard output until the input ends, within these
/// limits: call it as the first and only thing that a process does.
///
/// # Errors
/// When the system refuses the limits or the other process is gone.
pub fn serve(limits: ReaderLimits) -> io::Result<()> {
    // Readers that give up by a panic are reported as such by the process that asked.
    std::panic::set_hook(Box::new(|_| ()));
    limits.bound_memory()?;
    let mut requests = BufReader::new(io::stdin().lock());
    let mut answers = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    while let Some(request) = receive(&mut requests)? {
        limits.restart_clock()?;
        answer(request, limits, &mut answers)?;
    }
    Ok(())
}

fn answer(request: Request, limits: ReaderLimits, to: &mut impl Write) -> io::Result<()> {
    match request {
        Request::Read(document) => send(to, &Answer::Reading(document.read())),
        Request::Split { path, name, columns } => {
            let file = match File::open(&path) {
                Ok(file) => file,
                Err(error) => {
                    return send(to, &Answer::Unreadable(crate::files::reason(&error)));
                }
            };
            for document in split(&name, file, Limits { columns, ..Limits::default() }) {
                let answer = match document {
                    Ok(document) => Answer::Document(Box::new(document)),
                    Err(skipped) => Answer::Skipped(skipped),
                };
                send(to, &answer)?;
                limits.restart_clock()?;
            }
            send(to, &Answer::End)
        }
    }
}

//! The processes that read files, from the side of the one that asks.

use super::ReaderLimits;
use super::wire::{Answer, Request, receive, send};
use dateline_config::Columns;
use dateline_formats::{Document, Reading, Skipped};
use std::io::{self, BufReader, BufWriter, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};

/// Processes that read files. As many run as are asked at once; they end with the pool.
#[derive(Debug)]
pub struct ReaderPool {
    program: PathBuf,
    arguments: Vec<String>,
    limits: ReaderLimits,
    idle: Mutex<Vec<Reader>>,
}

impl ReaderPool {
    /// A pool of processes of a program, each called with these arguments: they must make it call
    /// [`super::serve()`] with the same limits.
    pub fn new(program: PathBuf, arguments: Vec<String>, limits: ReaderLimits) -> ReaderPool {
        ReaderPool { program, arguments, limits, idle: Mutex::default() }
    }

    /// The articles of a document. A process that ends instead makes it something that is no
    /// article, with the reason.
    pub(crate) fn read(&self, document: Document) -> Reading {
        let name = document.name.clone();
        let request = Request::Read(document);
        let failed = |reason| Err(Skipped::new(&name, reason)).into();
        // What a process holds of documents before this one shall not count against it.
        for is_fresh in [false, true] {
            let mut reader = match self.reader(is_fresh) {
                Ok(reader) => reader,
                Err(reason) => return failed(reason),
            };
            let is_fresh = !reader.is_used;
            match reader.ask(&request).and_then(|()| reader.answer()) {
                Ok(Some(Answer::Reading(reading))) => {
                    self.put_back(reader);
                    return reading;
                }
                Ok(_) | Err(_) => {
                    let end = reader.end();
                    if is_fresh || end.is_by_time {
                        return failed(end.reason(self.limits));
                    }
                }
            }
        }
        failed("its reader ended twice".to_owned())
    }

    /// The documents of a file, as [`dateline_formats::split`] gives them. A process that ends
    /// before all of them are there makes the rest something that is no article, with the reason.
    pub(crate) fn split(&self, path: &str, name: &str, columns: &Columns) -> Split<'_> {
        let (path, columns) = (path.to_owned(), columns.clone());
        let request = Request::Split { path, name: name.to_owned(), columns };
        let started = self.reader(true).and_then(|mut reader| match reader.ask(&request) {
            Ok(()) => Ok(reader),
            Err(_) => Err(reader.end().reason(self.limits)),
        });
        let (reader, failure) = match started {
            Ok(reader) => (Some(reader), None),
            Err(reason) => (None, Some(reason)),
        };
        Split { pool: self, name: name.to_owned(), reader, failure, count: 0 }
    }

    /// A process that waits for a request: one that nobody uses, or a fresh one.
    ///
    /// # Errors
    /// Why none can be started.
    fn reader(&self, is_fresh: bool) -> Result<Reader, String> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reader) = idle.pop().filter(|_| !is_fresh) {
            return Ok(reader);
        }
        drop(idle);
        Reader::start(&self.program, &self.arguments)
            .map_err(|error| format!("its reader cannot be started: {error}"))
    }

    fn put_back(&self, mut reader: Reader) {
        reader.is_used = true;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
    }
}

/// The documents of a file, from another process.
pub(crate) struct Split<'a> {
    pool: &'a ReaderPool,
    name: String,
    reader: Option<Reader>,
    failure: Option<String>,
    count: usize,
}

impl Iterator for Split<'_> {
    type Item = Result<Document, Skipped>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(reason) = self.failure.take() {
            return Some(Err(Skipped::new(&self.name, reason)));
        }
        let mut reader = self.reader.take()?;
        match reader.answer() {
            Ok(Some(Answer::Document(document))) => {
                self.reader = Some(reader);
                self.count += 1;
                Some(Ok(*document))
            }
            Ok(Some(Answer::Skipped(skipped))) => {
                self.reader = Some(reader);
                Some(Err(skipped))
            }
            Ok(Some(Answer::End)) => {
                self.pool.put_back(reader);
                None
            }
            Ok(Some(Answer::Unreadable(reason))) => {
                self.pool.put_back(reader);
                Some(Err(Skipped::new(&self.name, reason)))
            }
            Ok(Some(Answer::Reading(_)) | None) | Err(_) => {
                let mut reason = reader.end().reason(self.pool.limits);
                if self.count > 0 {
                    reason = format!("only the first {} of its documents: {reason}", self.count);
                }
                Some(Err(Skipped::new(&self.name, reason)))
            }
        }
    }
}

/// One process.
#[derive(Debug)]
struct Reader {
    child: Child,
    requests: BufWriter<ChildStdin>,
    answers: BufReader<ChildStdout>,
    is_used: bool,
}

impl Reader {
    fn start(program: &PathBuf, arguments: &[String]) -> io::Result<Reader> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let closed = || io::Error::from(io::ErrorKind::BrokenPipe);
        let requests = BufWriter::new(child.stdin.take().ok_or_else(closed)?);
        let answers = BufReader::new(child.stdout.take().ok_or_else(closed)?);
        Ok(Reader { child, requests, answers, is_used: false })
    }

    fn ask(&mut self, request: &Request) -> io::Result<()> {
        send(&mut self.requests, request)
    }

    fn answer(&mut self) -> io::Result<Option<Answer>> {
        receive(&mut self.answers)
    }

    /// How a process ended that does not answer.
    fn end(mut self) -> End {
        let _ = self.child.kill();
        let mut said = String::new();
        // At most a few lines: what a program of Rust says of its end.
        if let Some(errors) = self.child.stderr.take() {
            let _ = errors.take(4096).read_to_string(&mut said);
        }
        End::of(self.child.wait(), &said)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It holds nothing that could be lost, and may be in the middle of a file.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a process ended.
struct End {
    is_by_time: bool,
    is_by_memory: bool,
    is_by_depth: bool,
}

impl End {
    fn of(status: io::Result<ExitStatus>, said: &str) -> End {
        End {
            is_by_time: status.is_ok_and(is_by_time),
            is_by_memory: said.contains("memory allocation of"),
            is_by_depth: said.contains("has overflowed its stack"),
        }
    }

    /// Why a file is no article, and what to do.
    fn reason(&self, limits: ReaderLimits) -> String {
        let advice = "save it again with the program that made it, or cut it into several";
        if self.is_by_time {
            return format!("not read within {} seconds; {advice}", limits.seconds);
        }
        if self.is_by_memory {
            let megabytes = limits.memory / 1_000_000;
            return format!("needs more than {megabytes} MB of memory; {advice}");
        }
        if self.is_by_depth {
            return format!("nested too deeply; {advice}");
        }
        format!("its reader gave up: it is damaged, or holds something unforeseen; {advice}")
    }
}

#[cfg(unix)]
fn is_by_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_by_time(_: ExitStatus) -> bool {
    false
}

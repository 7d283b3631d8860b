//! `dateline watch`: builds again when a file changes.

use crate::arguments::Build;
use crate::output::{Stop, print};
use crate::{build, serve};
use dateline_pack::Error;
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Editors and copies write in bursts: a build waits for so long a silence.
const SILENCE: Duration = Duration::from_millis(300);

/// Builds, serves, and builds again at every change, until the command is stopped.
pub(crate) fn run(options: &Build, port: u16) -> Result<(), Stop> {
    // Watched from before the first build, so that no change is missed.
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the command ends.
        let _ = sender.send(event);
    })
    .map_err(|e| failed(Path::new("."), &e))?;
    for path in &options.paths {
        watcher.watch(path, RecursiveMode::Recursive).map_err(|e| failed(path, &e))?;
    }
    build::run(options)?;
    let (server, page) = serve::start(&options.out, port)?;
    print(&format!(
        "{}{page}\nBuilds again when a file changes. Stop with Ctrl+C.\n",
        server.address()
    ))?;
    let out = options.out.canonicalize().unwrap_or_else(|_| options.out.clone());
    while wait(&changes, &out) {
        match build::run(options) {
            Ok(()) => {}
            // A file that is being written may be wrong now and right soon.
            Err(error) => crate::output::complain(&format!("dateline: {error}")),
        }
    }
    Ok(())
}

/// Waits for a change outside of the output, and then for silence. `false` when there
/// is nothing to wait for any more.
fn wait(changes: &Receiver<notify::Result<notify::Event>>, out: &Path) -> bool {
    loop {
        match changes.recv() {
            Ok(Ok(event)) if is_change(&event, out) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    loop {
        match changes.recv_timeout(SILENCE) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

fn is_change(event: &notify::Event, out: &Path) -> bool {
    // Hidden files are no articles; temporary files of a build are among them.
    let hidden = |path: &Path| {
        let is_hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
        path.file_name().is_some_and(is_hidden) || path.iter().any(is_temporary)
    };
    let outside = |path: &PathBuf| !path.starts_with(out) && !hidden(path.as_path());
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(outside)
}

/// Whether a folder has a name of those in which builds put temporary files.
fn is_temporary(name: &std::ffi::OsStr) -> bool {
    dateline_site::workplace::is_temporary(&name.to_string_lossy())
}

fn failed(path: &Path, error: &notify::Error) -> Stop {
    Error::new(path, format!("cannot be watched: {error}")).into()
}

//! Connections: one thread and one request each, no more than [`MAX_CONNECTIONS`] at once, and none
//! that is silent for long.

use std::collections::VecDeque;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Shared;
use crate::answer::{Answer, answer};
use crate::request::Request;

/// The most connections at once; a browser opens six to one host. Of more, the oldest that have not
/// asked for anything are closed.
pub(crate) const MAX_CONNECTIONS: usize = 64;

/// How long a browser may take to ask, or to read a part of the answer. Browsers open connections
/// ahead and leave them idle.
const PATIENCE: Duration = Duration::from_secs(30);

/// Connections that have not asked for anything yet, the oldest first.
type Silent = Arc<Mutex<VecDeque<(u64, TcpStream)>>>;

/// Accepts connections until the server is stopped. One request a connection: slower than keeping
/// connections open, and impossible to block by a browser that keeps many.
pub(crate) fn listen(socket: &TcpListener, shared: &Arc<Shared>) {
    let silent = Silent::default();
    let running = Arc::new(());
    for (number, connection) in socket.incoming().enumerate() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let Ok(handle) = connection.try_clone() else { continue };
        if Arc::strong_count(&running) > MAX_CONNECTIONS && !close_oldest(&silent) {
            // All of them are being answered: this one is closed, and a browser asks again.
            continue;
        }
        let number = number as u64;
        lock(&silent).push_back((number, handle));
        let (shared, waiting, running) = (shared.clone(), silent.clone(), running.clone());
        let started = std::thread::Builder::new().spawn(move || {
            // The browser may have closed the connection; there is nobody to tell.
            drop(converse(connection, &shared, || forget(&waiting, number)));
            forget(&waiting, number);
            drop(running);
        });
        if started.is_err() {
            // No more threads: this connection is closed, and the next may find one.
            forget(&silent, number);
        }
    }
}

/// Closes the connection that has been silent for longest, if there is one.
fn close_oldest(silent: &Silent) -> bool {
    let oldest = lock(silent).pop_front();
    // Its thread, which waits for a request, ends with this.
    oldest.is_some_and(|(_, connection)| connection.shutdown(Shutdown::Both).is_ok())
}

fn forget(silent: &Silent, number: u64) {
    lock(silent).retain(|(other, _)| *other != number);
}

fn lock(silent: &Silent) -> std::sync::MutexGuard<'_, VecDeque<(u64, TcpStream)>> {
    silent.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads one request and answers it. `asked` is called in between.
fn converse(
    mut connection: TcpStream,
    shared: &Shared,
    asked: impl FnOnce(),
) -> std::io::Result<()> {
    connection.set_write_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let Some(request) = Request::read(&mut connection, PATIENCE)? else { return Ok(()) };
    asked();
    let answer = if !request.is_for_this_machine() {
        Answer::text(421, "only names of this machine are answered here\n")
    } else if shared.forget && request.path.ends_with(WORKER) {
        Answer::script(FORGETTING)
    } else {
        answer(&request, &shared.mounts)
    };
    shared.note(format!("{} {}", answer.status, request.path));
    answer.write(&mut connection, request.method == "HEAD")
}

/// The service worker of a site, and what is sent in its place where browsers are to keep
/// nothing.
const WORKER: &str = "/sw.js";
const FORGETTING: &str = include_str!("../assets/forgetting.js");

//! Browsers that have passed one test and take the next: starting Firefox costs more than most
//! tests.

use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::engine::Engine;
use crate::session::Session;

/// Browsers that are waiting for a test. All are closed when this is dropped.
#[derive(Debug, Default)]
pub struct Pool {
    waiting: Mutex<Vec<Session>>,
}

impl Pool {
    /// A browser that waits, or a new one. Those of other engines are closed: tests run engine by
    /// engine.
    ///
    /// # Errors
    /// When a new one is missing or does not start.
    pub fn take(&self, engine: Engine) -> Result<Session> {
        let (known, others) = {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let others = waiting.extract_if(.., |session| session.engine() != engine);
            let others: Vec<_> = others.collect();
            (waiting.pop(), others)
        };
        drop(others);
        known.map_or_else(|| Session::start(engine), Ok)
    }

    /// Takes a browser for the next test, or closes it when the next test could tell that it is not
    /// the first.
    pub fn give_back(&self, session: Session) {
        if session.is_as_started() {
            self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(session);
        }
    }
}

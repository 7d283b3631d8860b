//! Work on all cores, results in order, memory bounded.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many items wait for each worker.
const DEPTH: usize = 4;

/// Hands each item to a worker and the results to `sink`, in the order of the
/// items. Stops early when `sink` says `false`. Items in flight are bounded, so a
/// slow sink holds back the reading.
pub fn ordered<T: Send, R: Send>(
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> bool,
) {
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if workers == 1 {
        let _ = items.map(work).all(sink);
        return;
    }
    thread::scope(|scope| {
        let lanes: Vec<Lane<T, R>> = (0..workers).map(|_| Lane::start(scope, &work)).collect();
        let (mut sent, mut received) = (0, 0);
        for item in items {
            if sent - received == workers * DEPTH {
                let Ok(result) = lanes[received % workers].results.recv() else { return };
                received += 1;
                if !sink(result) {
                    return;
                }
            }
            if lanes[sent % workers].items.send(item).is_err() {
                return;
            }
            sent += 1;
        }
        while received < sent {
            let Ok(result) = lanes[received % workers].results.recv() else { return };
            received += 1;
            if !sink(result) {
                return;
            }
        }
    });
}

/// One worker with its queues. Items go round the lanes in turn, so that taking
/// results in turn gives them in order.
struct Lane<T, R> {
    items: SyncSender<T>,
    results: Receiver<R>,
}

impl<T: Send, R: Send> Lane<T, R> {
    fn start<'scope, 'env>(
        scope: &'scope thread::Scope<'scope, 'env>,
        work: &'scope (impl Fn(T) -> R + Sync),
    ) -> Lane<T, R>
    where
        T: 'scope,
        R: 'scope,
    {
        let (items, inbox) = sync_channel::<T>(DEPTH);
        let (outbox, results) = sync_channel::<R>(DEPTH);
        scope.spawn(move || {
            for item in inbox {
                if outbox.send(work(item)).is_err() {
                    break;
                }
            }
        });
        Lane { items, results }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order() {
        for count in [0, 1, 7, 1000] {
            let mut got = Vec::new();
            ordered(
                0..count,
                |n| n * n,
                |r| {
                    got.push(r);
                    true
                },
            );
            assert_eq!(got, (0..count).map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_sink_can_stop() {
        let mut got = 0;
        ordered(
            0..,
            |n: u32| n,
            |_| {
                got += 1;
                got < 5
            },
        );
        assert_eq!(got, 5);
    }
}

//! Files read in processes of their own: whatever a damaged or hostile file does to its reader
//! (a stack that overflows, memory or time without end), it costs that file and nothing else.
//!
//! - [`ReaderPool`] starts the processes and asks them, from any thread;
//! - [`serve()`] is such a process: the same program, called with a hidden subcommand;
//! - `wire` is how the two talk;
//! - `limits` is what the system lets a process take.

mod limits;
mod pool;
mod serve;
mod wire;

pub use limits::ReaderLimits;
pub use pool::ReaderPool;
pub use serve::serve;

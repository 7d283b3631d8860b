//! Limits of a process that reads files, set by the system.

use std::io;

/// Limits on reading one file. The system ends a process that takes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderLimits {
    /// Memory, in bytes of address space. Held on Linux and other Unix systems.
    pub memory: u64,
    /// Processor time of one document, and of what lies between two documents of an archive, in
    /// seconds. Held on Linux and other Unix systems.
    pub seconds: u64,
}

impl Default for ReaderLimits {
    /// 1 GB and 60 seconds.
    fn default() -> Self {
        ReaderLimits { memory: 1_000_000_000, seconds: 60 }
    }
}

impl ReaderLimits {
    /// Bounds the memory of this process for good, and has the system write no image of it when it
    /// is ended.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn bound_memory(self) -> io::Result<()> {
        system::bound_memory(self.memory)
    }

    /// Gives this process its processor time anew: for the next document.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn restart_clock(self) -> io::Result<()> {
        system::bound_time(self.seconds)
    }
}

#[cfg(unix)]
mod system {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    use std::io;

    pub(super) fn bound_memory(bytes: u64) -> io::Result<()> {
        let none = Rlimit { current: Some(0), maximum: getrlimit(Resource::Core).maximum };
        setrlimit(Resource::Core, none)?;
        let most = getrlimit(Resource::As).maximum;
        let current = most.map_or(bytes, |most| most.min(bytes));
        Ok(setrlimit(Resource::As, Rlimit { current: Some(current), maximum: most })?)
    }

    pub(super) fn bound_time(seconds: u64) -> io::Result<()> {
        let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
        let most = getrlimit(Resource::Cpu).maximum;
        let end = used.saturating_add(seconds).max(1);
        let current = most.map_or(end, |most| most.min(end));
        Ok(setrlimit(Resource::Cpu, Rlimit { current: Some(current), maximum: most })?)
    }
}

#[cfg(not(unix))]
mod system {
    //! Without such limits a process that ends by itself still costs one file alone.
    use std::io;

    pub(super) fn bound_memory(_: u64) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn bound_time(_: u64) -> io::Result<()> {
        Ok(())
    }
}

//! Where a build works until its site is finished: a folder of temporary files under a lock.
//!
//! Nothing that anybody else wrote is touched. Temporary files stand in a folder of their own with a
//! name that nobody else has, and which says what it is; what builds that were killed left is
//! removed by the next one. A lock names the build that holds it, so that two never write one site.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

/// How the names of all temporary folders begin.
const PREFIX: &str = ".dateline-build-";

/// The file in a temporary folder that its build keeps locked.
const MARK: &str = "temporary-files-of-a-build";

/// The lock of a site, in its folder. For a page as one file the name of the page stands before it.
const LOCK: &str = ".dateline-lock";

/// The place of one build. Its temporary files go when it is dropped.
#[derive(Debug)]
pub struct Workplace {
    target: PathBuf,
    /// The folder of the target, when this build made it.
    made: Option<PathBuf>,
    folder: PathBuf,
    // Dropped, and unlocked, after the folder was removed.
    _mark: File,
    lock: Lock,
}

impl Workplace {
    /// A place to build a site that is a folder, which is made unless it is there.
    ///
    /// # Errors
    /// When another build writes there, or the folder cannot be written.
    pub fn for_folder(site: &Path) -> Result<Self> {
        let made = (!site.exists()).then(|| site.to_owned());
        fs::create_dir_all(site).with_context(|| format!("cannot create {}", site.display()))?;
        Self::in_folder(site, site, site.join(LOCK), made)
    }

    /// A place to build a site that is one file.
    ///
    /// # Errors
    /// When another build writes it, or its folder cannot be written.
    pub fn for_file(page: &Path) -> Result<Self> {
        let folder = page.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let name = page.file_name().unwrap_or_default().to_string_lossy();
        Self::in_folder(folder, page, folder.join(format!(".{name}{LOCK}")), None)
    }

    fn in_folder(
        place: &Path,
        target: &Path,
        lock: PathBuf,
        made: Option<PathBuf>,
    ) -> Result<Self> {
        let lock = Lock::take(lock)?;
        remove_leftovers(place);
        let folder = temporary_folder(place)
            .with_context(|| format!("cannot write into {}", place.display()))?;
        let mark = File::create_new(folder.join(MARK)).context("cannot write temporary files")?;
        // A file system without locks: leftovers are then told by their age alone, by nobody.
        let _ = mark.try_lock();
        Ok(Self { target: target.to_owned(), made, folder, _mark: mark, lock })
    }

    /// The path of a temporary file with this name.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Where the site is written in the end.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Puts a finished temporary file in the place of the target, in one step.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn put_file(self, name: &str) -> Result<()> {
        fs::rename(self.file(name), &self.target)
            .with_context(|| format!("cannot write {}", self.target.display()))
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next build.
        let _ = fs::remove_dir_all(&self.folder);
        self.lock.release();
        if let Some(made) = &self.made {
            // Only when nothing was put into it.
            let _ = fs::remove_dir(made);
        }
    }
}

/// A new folder that nobody else has.
fn temporary_folder(place: &Path) -> std::io::Result<PathBuf> {
    static NUMBERS: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let folder = place.join(format!("{PREFIX}{}-{now:x}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
}

/// Removes temporary folders of builds that have ended: those whose mark nobody has locked.
fn remove_leftovers(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let is_ours = is_temporary(&entry.file_name().to_string_lossy());
        let Some(mark) = is_ours.then(|| File::open(entry.path().join(MARK)).ok()).flatten() else {
            continue;
        };
        if mark.try_lock().is_ok() {
            // What cannot be removed harms nobody.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a name in a folder is one of a build's own temporary files or locks.
#[must_use]
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(PREFIX) || name.ends_with(LOCK)
}

/// A file that one build has locked and that names it.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    file: File,
    is_held: bool,
}

impl Lock {
    fn take(path: PathBuf) -> Result<Self> {
        let failed = || format!("cannot write {}", path.display());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let name = format!("{} {}", std::process::id(), now.as_nanos());
        loop {
            let mut options = File::options();
            options.read(true).write(true).create(true).truncate(false);
            let mut file = options.open(&path).with_context(failed)?;
            let is_held = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => bail!("{}", held(&path)),
                // A file system without locks: two builds at once are then the user's to avoid.
                Err(TryLockError::Error(_)) => false,
            };
            file.set_len(0).and_then(|()| file.write_all(name.as_bytes())).with_context(failed)?;
            // The build before this one may have removed the file between opening and locking it.
            if fs::read_to_string(&path).is_ok_and(|there| there == name) || !is_held {
                return Ok(Self { path, file, is_held });
            }
        }
    }

    fn release(&mut self) {
        // Removed while it is locked: nobody else has it open and locked.
        let _ = fs::remove_file(&self.path);
        if self.is_held {
            let _ = self.file.unlock();
        }
    }
}

/// Who holds a lock, in words.
fn held(path: &Path) -> String {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_string(&mut text));
    let process = read.ok().and_then(|_| text.split_whitespace().next()?.parse::<u32>().ok());
    let who = process.map_or("another process".into(), |id| format!("process {id}"));
    format!("{who} is building this site now; wait until it has ended, or stop it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_build_is_told_who_is_building() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        let first = Workplace::for_folder(&site).expect("a place");
        let error = Workplace::for_folder(&site).expect_err("it is taken").to_string();
        assert!(error.contains(&format!("process {}", std::process::id())), "{error}");
        drop(first);
        assert!(!site.exists(), "nothing was written");
        Workplace::for_folder(&site).expect("it is free again");
    }

    #[test]
    fn leftovers_go_and_what_belongs_to_others_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let page = folder.path().join("a.html");
        let other = Workplace::for_file(&folder.path().join("b.html")).expect("a place");
        let leftover = folder.path().join(format!("{PREFIX}1-2-3"));
        fs::create_dir(&leftover).expect("a folder");
        fs::write(leftover.join(MARK), "").expect("a mark");
        let theirs = folder.path().join(format!("{PREFIX}articles"));
        fs::create_dir(&theirs).expect("a folder");
        let place = Workplace::for_file(&page).expect("a place");
        assert!(!leftover.exists() && theirs.exists() && other.folder.exists());
        fs::write(place.file("page"), "page").expect("a page");
        place.put_file("page").expect("renamed");
        assert_eq!(fs::read_to_string(&page).expect("a page"), "page");
        drop(other);
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 2, "the page, and the folder of somebody else");
    }
}

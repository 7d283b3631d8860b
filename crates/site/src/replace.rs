//! Putting a finished site in the place of an older one, such that there is a whole site at every
//! moment, and nothing goes that Dateline did not write.
//!
//! A list in the site, [`LIST`], names its files. New names come first, names that both sites have
//! are replaced one by one with the page last, and what only the old site had goes at the end. Old
//! and new files may stand side by side, since their names tell what is in them.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::compress::files_below;
use crate::workplace::{Workplace, is_temporary};
use crate::{boot, hash, offline};

/// The file of a site that lists all others, a path with `/` a line.
pub const LIST: &str = ".dateline-files";

/// The page, and its compressed copies: replaced after everything that it needs.
const PAGE: &str = "index.html";

/// Fills a new site with `fill` and puts it in the place of an older one at `site`.
///
/// # Errors
/// Those of `fill`; when another build writes there; when a file is in the way that Dateline did
/// not write; when something cannot be written. The older site is there then as it was.
pub fn replace(site: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    Workplace::for_folder(site)?.put_folder(fill, &mut || {})
}

/// Whether a folder is a site that Dateline wrote.
#[must_use]
pub fn is_site(folder: &Path) -> bool {
    folder.join(PAGE).is_file() && (folder.join(LIST).is_file() || has_pack(folder))
}

/// Whether a site may be written into a folder: one that is a site, or is empty.
#[must_use]
pub fn is_free(folder: &Path) -> bool {
    // A build that was killed before it had a whole site leaves a list, or files of its own.
    let is_ours = |entry: fs::DirEntry| {
        let name = entry.file_name();
        name == LIST || is_temporary(&name.to_string_lossy())
    };
    let Ok(mut entries) = fs::read_dir(folder) else { return false };
    is_site(folder) || folder.join(LIST).is_file() || entries.all(|entry| entry.is_ok_and(is_ours))
}

impl Workplace {
    /// As [`replace`], for a build that has its place already. `at` is called before every change
    /// outside of the temporary files.
    ///
    /// # Errors
    /// As [`replace`].
    pub fn put_folder(
        self,
        fill: impl FnOnce(&Path) -> Result<()>,
        at: &mut dyn FnMut(),
    ) -> Result<()> {
        let new = self.file("site");
        fs::create_dir(&new).with_context(|| format!("cannot create {}", new.display()))?;
        fill(&new)?;
        let site = self.target();
        let files = names(&new)?;
        let old = written(site)?;
        refuse_to_overwrite(site, &new, &files, &old)?;
        let all: BTreeSet<String> = files.union(&old).cloned().collect();
        // Before the first file: what a killed build leaves is known to the next one.
        self.put_list(&all, at)?;
        let mut undo = Undo { site, aside: self.file("aside"), done: Vec::new() };
        let moved = in_order(&files, &old).try_for_each(|name| {
            at();
            undo.put(&new, name)
        });
        if let Err(error) = moved {
            undo.back();
            return Err(error);
        }
        for name in old.difference(&files) {
            at();
            remove(&site.join(name))?;
        }
        remove_empty_folders(site, &old);
        self.put_list(&files, at)
    }

    /// Writes the list of a site, in one step.
    fn put_list(&self, files: &BTreeSet<String>, at: &mut dyn FnMut()) -> Result<()> {
        let (new, list) = (self.file("list"), self.target().join(LIST));
        let lines: String = files.iter().map(|name| format!("{name}\n")).collect();
        fs::write(&new, lines).with_context(|| format!("cannot write {}", new.display()))?;
        at();
        fs::rename(&new, &list).with_context(|| format!("cannot write {}", list.display()))
    }
}

/// New files first, then those that are replaced, and the page at the very end.
fn in_order<'a>(
    files: &'a BTreeSet<String>,
    old: &'a BTreeSet<String>,
) -> impl Iterator<Item = &'a String> {
    let is_page = |name: &&String| name.starts_with(PAGE);
    let new = files.iter().filter(move |name| !is_page(name) && !old.contains(*name));
    let replaced = files.iter().filter(move |name| !is_page(name) && old.contains(*name));
    new.chain(replaced).chain(files.iter().filter(is_page).rev())
}

/// The files put into the site so far, to take them back when something fails.
struct Undo<'a> {
    site: &'a Path,
    /// Where copies of the replaced files are.
    aside: PathBuf,
    /// Files that were put, and whether there was an older one.
    done: Vec<(String, bool)>,
}

impl Undo<'_> {
    /// Moves a file into the site. There is the old or the new one at every moment.
    fn put(&mut self, new: &Path, name: &str) -> Result<()> {
        let (from, to) = (new.join(name), self.site.join(name));
        let failed = || format!("cannot write {}", to.display());
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).with_context(failed)?;
        }
        let replaced = to.is_file();
        if replaced {
            let copy = self.aside.join(name);
            if let Some(folder) = copy.parent() {
                fs::create_dir_all(folder).with_context(failed)?;
            }
            // A second name is enough; some file systems have none.
            fs::hard_link(&to, &copy)
                .or_else(|_| fs::copy(&to, &copy).map(drop))
                .with_context(failed)?;
        }
        fs::rename(&from, &to).with_context(failed)?;
        self.done.push((name.to_owned(), replaced));
        Ok(())
    }

    /// Puts everything back as it was, the last first.
    fn back(&self) {
        for (name, replaced) in self.done.iter().rev() {
            let there = self.site.join(name);
            // The failure that led here is reported; a second one cannot be helped.
            let _ = match replaced {
                true => fs::rename(self.aside.join(name), there),
                false => fs::remove_file(there),
            };
        }
    }
}

/// The files below a folder, with `/`.
fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let name = |file: PathBuf| {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        if cfg!(windows) { name.replace('\\', "/") } else { name }
    };
    Ok(files_below(folder)?.into_iter().map(name).collect())
}

/// The files of a site that Dateline wrote.
fn written(site: &Path) -> Result<BTreeSet<String>> {
    let list = site.join(LIST);
    match fs::read_to_string(&list) {
        Ok(text) => Ok(text.lines().filter(|name| is_inside(name)).map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => of_older_version(site),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", list.display())),
    }
}

/// Whether a line of a list names a file in the site and nothing else.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && parts.all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// The files of a site of a version that wrote no list: those with the names that it gave.
fn of_older_version(site: &Path) -> Result<BTreeSet<String>> {
    const NAMES: [&str; 5] =
        [PAGE, offline::NAME, boot::ENGINE_NAME, "dateline.d.ts", "dateline.html"];
    if !is_site(site) {
        return Ok(BTreeSet::new());
    }
    let is_ours = |name: &str| {
        let bare = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
        let is_icon = bare.starts_with("icon-") && bare.ends_with(".png");
        NAMES.contains(&bare) || is_icon || hash::is_in_name(bare)
    };
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(site).with_context(|| format!("cannot read {}", site.display()))? {
        let entry = entry.with_context(|| format!("cannot read {}", site.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && is_ours(&name) {
            found.insert(name);
        }
    }
    Ok(found)
}

/// Whether a pack with the hash of its bytes in its name is in a folder.
fn has_pack(folder: &Path) -> bool {
    let is_pack = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("corpus-") && name.ends_with(".pack") && hash::is_in_name(&name)
    };
    fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(is_pack))
}

/// Refuses before anything is changed when a file of somebody else has a name of the new site.
fn refuse_to_overwrite(
    site: &Path,
    new: &Path,
    files: &BTreeSet<String>,
    old: &BTreeSet<String>,
) -> Result<()> {
    for name in files.difference(old) {
        let there = site.join(name);
        let is_taken = match fs::symlink_metadata(&there) {
            Err(_) => false,
            Ok(meta) if meta.is_file() => fs::read(&there).ok() != fs::read(new.join(name)).ok(),
            Ok(_) => true,
        };
        if is_taken {
            bail!(
                "{} was not written by Dateline and would be overwritten; move it away, or choose \
                 another folder",
                there.display()
            );
        }
    }
    Ok(())
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

/// Removes folders of the old site that nothing is left in.
fn remove_empty_folders(site: &Path, old: &BTreeSet<String>) {
    let folders: BTreeSet<&Path> = old.iter().filter_map(|name| Path::new(name).parent()).collect();
    for folder in folders.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        // Not when somebody's files are in it.
        let _ = fs::remove_dir(site.join(folder));
    }
}

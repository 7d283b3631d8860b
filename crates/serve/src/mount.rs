//! The mount point: the file that a path of a URL means.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// A folder or a file shown below one path, such as `/` or `/some/folder/`.
#[derive(Debug, Clone)]
pub struct Mount {
    /// Starts and ends with a slash.
    at: String,
    folder: PathBuf,
    /// The only file of the folder that is served.
    only: Option<PathBuf>,
}

impl Mount {
    /// A folder with everything in it but hidden files, and links that lead out of it.
    #[must_use]
    pub fn folder(at: &str, folder: &Path) -> Self {
        Self { at: at.into(), folder: folder.to_owned(), only: None }
    }

    /// One file under its name, and nothing beside it.
    #[must_use]
    pub fn file(at: &str, file: &Path) -> Self {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let only = file.file_name().map(PathBuf::from);
        Self { at: at.into(), folder: folder.unwrap_or(Path::new(".")).to_owned(), only }
    }

    fn find(&self, inside: &Path) -> Option<PathBuf> {
        if let Some(only) = &self.only {
            let file = self.folder.join(only);
            return (inside == only && file.is_file()).then_some(file);
        }
        let is_shown = |part: Component<'_>| match part {
            Component::Normal(name) => !name.as_encoded_bytes().starts_with(b"."),
            _ => false,
        };
        if !inside.components().all(is_shown) {
            return None;
        }
        let file = self.folder.join(inside);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        let (real, folder) = (file.canonicalize().ok()?, self.folder.canonicalize().ok()?);
        (real.starts_with(folder) && real.is_file()).then_some(file)
    }
}

/// The file that a path of a URL means, if a mount shows it.
pub(crate) fn locate(path: &str, mounts: &[Mount]) -> Option<PathBuf> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mount = mounts.iter().find(|mount| path.starts_with(&mount.at))?;
    mount.find(Path::new(&path[mount.at.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_files_below_the_mount_and_nothing_else() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mounts = [Mount::folder("/a b/", root)];
        let cases = [
            ("/a%20b/Cargo.toml", Some("Cargo.toml")),
            ("/a%20b/src/lib.rs", Some("src/lib.rs")),
            ("/a%20b/src/", None),
            ("/a%20b/../README.md", None),
            ("/a%20b/%2e%2e/README.md", None),
            ("/a%20b//etc/passwd", None),
            ("/a%20b/absent", None),
            ("/a%20b/%FF", None),
            ("/Cargo.toml", None),
            ("/a%2", None),
        ];
        for (path, expected) in cases {
            assert_eq!(locate(path, &mounts), expected.map(|file| root.join(file)), "{path}");
        }
    }

    #[test]
    fn hidden_files_and_links_that_lead_out_are_not_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        let write = |name: &str| {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
            std::fs::write(file, name).expect("a file");
        };
        for name in
            ["private.txt", "site/a.txt", "site/.env", "site/.git/config", "site/b/index.html"]
        {
            write(name);
        }
        #[cfg(unix)]
        for (target, link) in [("../private.txt", "out.txt"), ("..", "up"), ("a.txt", "in.txt")] {
            std::os::unix::fs::symlink(target, site.join(link)).expect("a link");
        }
        let mounts = [Mount::folder("/", &site)];
        let cases = [
            ("/a.txt", true),
            ("/b/", true),
            ("/b", true),
            ("/in.txt", cfg!(unix)),
            ("/.env", false),
            ("/.git/config", false),
            ("/out.txt", false),
            ("/up/private.txt", false),
        ];
        for (path, expected) in cases {
            assert_eq!(locate(path, &mounts).is_some(), expected, "{path}");
        }
    }
}

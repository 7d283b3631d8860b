//! Keeping the site for when there is no network: a service worker that knows every file of
//! one version. Its name is fixed, since browsers ask for it by name to learn of a new version.

use anyhow::Result;

use crate::hash;

const WORKER: &str = include_str!("../assets/sw.js");

/// What the worker is called beside the page. A host must not let browsers keep it.
pub const NAME: &str = "sw.js";

/// The files of one version of a site.
#[derive(Debug, Clone, Default)]
pub struct Version {
    files: Vec<File>,
    bytes: u64,
}

/// A file with the SHA-256 that its bytes must have, where its name does not say it.
#[derive(Debug, Clone)]
struct File {
    name: String,
    hash: Option<String>,
}

impl Version {
    /// Adds a file: path with `/` beside the page, and bytes.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let hash = (!hash::is_in_name(name)).then(|| hash::hex(bytes));
        self.files.push(File { name: name.to_owned(), hash });
        self.bytes += bytes.len() as u64;
    }

    /// Adds a file whose name tells what is in it, and how many bytes that are.
    pub fn add_named(&mut self, name: &str, bytes: u64) {
        self.files.push(File { name: name.to_owned(), hash: None });
        self.bytes += bytes;
    }

    /// A name for exactly these files: it changes with any byte of any of them.
    #[must_use]
    pub fn name(&self) -> String {
        let line = |file: &File| format!("{} {}\n", file.name, file.hash.as_deref().unwrap_or(""));
        let all: String = self.files.iter().map(line).collect();
        hash::hex(all.as_bytes())[..16].to_owned()
    }

    /// The worker that keeps them.
    ///
    /// # Errors
    /// Never in practice: when the names cannot be written as JSON.
    pub fn worker(&self) -> Result<String> {
        // First those that a host could give of another version, before anything long is fetched.
        let (checked, named): (Vec<&File>, _) = self.files.iter().partition(|f| f.hash.is_some());
        let all = checked.into_iter().chain(named);
        let pairs = all.map(|f| (&f.name, f.hash.as_deref().unwrap_or("")));
        let files = serde_json::to_string(&pairs.collect::<Vec<_>>())?;
        let worker = WORKER.replace("VERSION-OF-SITE", &self.name());
        let worker = worker.replace("\"BYTES-OF-SITE\"", &self.bytes.to_string());
        Ok(worker.replace("\"FILES-OF-SITE\"", &files))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASHED: &str = "page-0123456789abcdef.js";

    fn version(files: &[(&str, &str)]) -> Version {
        let mut version = Version::default();
        files.iter().for_each(|(name, bytes)| version.add(name, bytes.as_bytes()));
        version
    }

    #[test]
    fn the_worker_lists_every_file_and_checks_those_whose_names_say_nothing() {
        let worker = version(&[(HASHED, "run()"), ("index.html", "")]).worker().expect("a worker");
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let list = format!("new Map([[\"index.html\",\"{nothing}\"],[\"{HASHED}\",\"\"]].map(");
        for part in [list.as_str(), "const BYTES = 5;"] {
            assert!(worker.contains(part), "{part} in {worker}");
        }
        assert!(!worker.contains("-OF-SITE"), "{worker}");
    }

    #[test]
    fn a_version_is_named_after_all_its_bytes() {
        let files = [("index.html", "a"), (HASHED, "b"), ("more/types.d.ts", "c")];
        let name = version(&files).name();
        assert_eq!(version(&files).name(), name);
        let others: [[(&str, &str); 3]; 4] = [
            [("index.html", "A"), files[1], files[2]],
            [files[0], ("page-0123456789abcdee.js", "b"), files[2]],
            [files[0], files[1], ("more/types.d.ts", "C")],
            [files[0], files[1], ("more/types.ts", "c")],
        ];
        for other in others {
            assert_ne!(version(&other).name(), name, "{other:?}");
        }
    }
}

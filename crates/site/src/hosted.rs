//! The site as a folder. Names carry a hash of what is in the files, so that a browser
//! may keep them for ever and never mixes two versions.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::offline::{self, Version};
use crate::program::write;
use crate::{Articles, Contents, Program, boot, hash, html, manifest, policy};

/// Gives each file of the site to `put`: path with `/`, and what it holds. The same program and
/// articles give the same files.
///
/// # Errors
/// When the page has no head, or no place for a frame; those of `put`.
pub fn files(
    program: &Program,
    articles: &Articles<'_>,
    put: &mut dyn FnMut(&str, Contents<'_>) -> Result<()>,
) -> Result<()> {
    let mut site = Site { put, version: Version::default() };
    let mut later = BTreeMap::new();
    for (name, bytes) in program.files() {
        let (stem, ending) = match name.rsplit_once('.') {
            Some(("page", "html")) => ("page", "txt"),
            Some(("page", ending)) => ("dateline", ending),
            Some(named) => named,
            None => (name, "wasm"),
        };
        later.insert(name, site.hashed(stem, bytes, ending)?);
    }
    let of = |name| later.get(name).cloned().context("a program with all its files");
    let (css, glue, wasm) = (of("page.css")?, of("page.js")?, of("page.wasm")?);
    let offline = site.hashed("offline", boot::OFFLINE.as_bytes(), "js")?;
    for (name, bytes) in manifest::icons() {
        site.named(&name, bytes)?;
    }
    let manifest = site.hashed("manifest", manifest::manifest(articles)?.as_bytes(), "json")?;
    for (name, bytes) in &program.others {
        site.named(name, bytes)?;
    }
    let pack = site.pack(articles.pack)?;
    let names =
        boot::Files { glue: &glue, wasm: &wasm, pack: &pack, offline: &offline, later: &later };
    let boot = site.hashed("boot", boot::hosted(&names)?.as_bytes(), "js")?;
    site.named(boot::ENGINE_NAME, boot::engine(&names)?.as_bytes())?;
    let head = format!(
        "{}\n<link rel=\"stylesheet\" href=\"./{css}\">\n\
         <script defer src=\"./{boot}\"></script>\n{}",
        policy::meta(&policy::hosted()),
        manifest::head(&manifest)
    );
    let page = html::into_head(&program.page(articles)?, &head)?;
    site.named("index.html", page.as_bytes())?;
    let worker = site.version.worker()?;
    put(offline::NAME, worker.as_bytes().into())
}

/// A site while its files are made: each is written and noted.
struct Site<'put> {
    put: &'put mut dyn FnMut(&str, Contents<'_>) -> Result<()>,
    version: Version,
}

impl Site<'_> {
    fn named(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.version.add(name, bytes);
        (self.put)(name, bytes.into())
    }

    /// The pack, which may be a file: it is named and noted before it is put, and moved then.
    fn pack(&mut self, pack: Contents<'_>) -> Result<String> {
        let name = hash::name_of("corpus", pack, "pack")?;
        self.version.add_named(&name, pack.bytes()?);
        (self.put)(&name, pack)?;
        Ok(name)
    }

    /// A file whose name tells its bytes; hands the name back.
    fn hashed(&mut self, stem: &str, bytes: &[u8], ending: &str) -> Result<String> {
        let name = hash::name(stem, bytes, ending);
        self.named(&name, bytes)?;
        Ok(name)
    }
}

/// Writes the site into a folder.
///
/// # Errors
/// As [`files`]; when a file cannot be written.
pub fn write_into(program: &Program, articles: &Articles<'_>, folder: &Path) -> Result<()> {
    files(program, articles, &mut |name, contents| write(&folder.join(name), contents))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn made(program: &Program, title: &str, pack: &[u8]) -> BTreeMap<String, Vec<u8>> {
        let articles = Articles { pack: pack.into(), frame: "<ol></ol>", title, language: "" };
        let mut made = BTreeMap::new();
        let mut put = |name: &str, contents: Contents<'_>| {
            let mut bytes = Vec::new();
            contents.reader()?.read_to_end(&mut bytes)?;
            assert!(made.insert(name.to_owned(), bytes).is_none(), "{name} twice");
            Ok(())
        };
        files(program, &articles, &mut put).expect("a site");
        made
    }

    fn program() -> Program {
        Program {
            html: "<head><meta charset=\"utf-8\"><title>Dateline</title></head><!-- frame -->"
                .into(),
            css: "p{}".into(),
            glue: "run()".into(),
            wasm: vec![0, 1],
            later: vec![("rest".into(), vec![2])],
            worker: vec![("worker.js".into(), vec![3]), ("worker.wasm".into(), vec![6])],
            others: vec![("types.d.ts".into(), vec![4])],
        }
    }

    #[test]
    fn the_worker_keeps_every_file_but_itself() {
        let site = made(&program(), "", b"pack");
        let worker = String::from_utf8(site[offline::NAME].clone()).expect("UTF-8");
        for name in site.keys().filter(|name| *name != offline::NAME) {
            assert_eq!(worker.matches(&format!("[\"{name}\",")).count(), 1, "{name}");
        }
        let page = String::from_utf8(site["index.html"].clone()).expect("UTF-8");
        let manifest = site.keys().find(|name| name.starts_with("manifest-")).expect("a manifest");
        assert!(page.contains(&format!("<link rel=\"manifest\" href=\"./{manifest}\">")), "{page}");
    }

    #[test]
    fn a_site_is_the_same_until_something_of_it_changes() {
        let (site, other) = (made(&program(), "", b"pack"), &made(&program(), "", b"pack"));
        assert_eq!(site, *other);
        let css = Program { css: "p{color:red}".into(), ..program() };
        let types = Program { others: vec![("types.d.ts".into(), vec![5])], ..program() };
        let changed = [
            made(&program(), "Rain", b"pack"),
            made(&program(), "", b"Pack"),
            made(&css, "", b"pack"),
            made(&types, "", b"pack"),
        ];
        for other in changed {
            assert_ne!(site[offline::NAME], other[offline::NAME]);
        }
    }

    #[test]
    fn a_pack_in_a_file_is_moved() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, site) = (folder.path().join("a.pack"), folder.path().join("site"));
        std::fs::write(&file, b"pack").expect("a pack");
        let pack = Contents::File(&file);
        let articles = Articles { pack, frame: "<ol></ol>", title: "", language: "" };
        write_into(&program(), &articles, &site).expect("a site");
        assert!(!file.exists());
        for (name, bytes) in made(&program(), "", b"pack") {
            assert_eq!(std::fs::read(site.join(&name)).expect("a file"), bytes, "{name}");
        }
    }
}

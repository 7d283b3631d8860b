//! Files that nobody would expect an article of: what systems, browsers and programs put
//! beside articles.

/// Names of files that systems write.
const SYSTEM: &[&str] = &["thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "icon\r"];

/// Endings of shortcuts, locks and of what web pages are made of.
const ENDINGS: &[(&str, &[&str])] = &[
    ("a shortcut", &["url", "lnk", "webloc", "desktop"]),
    (
        "a style sheet, script or font",
        &["css", "js", "mjs", "map", "woff", "woff2", "ttf", "otf", "eot"],
    ),
    ("an unfinished download", &["crdownload", "part", "partial"]),
];

/// Endings of folders in which browsers put what a saved page is made of.
const PAGE_FOLDERS: &[&str] =
    &["_files", "-dateien", "_fichiers", "_archivos", "_file", "_bestanden"];

/// Endings of files in such a folder that may not be articles of their own.
const PAGE_PARTS: &[&str] = &[
    "html", "htm", "gif", "png", "jpg", "jpeg", "webp", "svg", "ico", "avif", "json", "php", "xml",
    "download", "mp4", "webm", "bin", "",
];

/// What a file is that holds no article, by its path with `/`; `None` for others.
pub fn junk(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    if SYSTEM.contains(&name.as_str()) {
        return Some("a file of the system");
    }
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Some("a lock of an office program");
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if let Some((what, _)) = ENDINGS.iter().find(|(_, endings)| endings.contains(&ending)) {
        return Some(what);
    }
    let mut folders = path.rsplit('/').skip(1).map(str::to_lowercase);
    let is_part = folders.any(|folder| {
        PAGE_FOLDERS.iter().any(|ending| folder.len() > ending.len() && folder.ends_with(ending))
    });
    (is_part && PAGE_PARTS.contains(&ending)).then_some("a part of a saved page")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_article() {
        let cases = [
            ("Thumbs.db", true),
            ("a/desktop.ini", true),
            ("Home.url", true),
            ("~$story.docx", true),
            ("Rain in Peru_files/frame.html", true),
            ("Rain in Peru_files/a/b.png", true),
            ("Regen-Dateien/x.js", true),
            ("Rain in Peru_files/story.txt", false),
            ("my files/story.html", false),
            ("_files/story.html", false),
            ("story.html", false),
            ("url", false),
        ];
        for (path, want) in cases {
            assert_eq!(junk(path).is_some(), want, "{path}");
        }
    }
}

//! `dateline.html`: the page as one file that opens from a folder by a double click.
//!
//! Browsers load no modules and fetch no files for a page from a folder, so everything is inside:
//! the stylesheet, wasm-bindgen's module turned into an inline script, and the parts of the
//! program and the articles, gzipped and in base64, as data that the policy does not have to allow. `DecompressionStream` unpacks
//! it; every browser since May 2023 has it.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;

use crate::{Articles, Contents, Program, boot, compress, html, policy};

/// The name of the block with the articles.
const PACK: &str = "dateline-pack";

/// The finished page.
///
/// # Errors
/// As [`write()`].
pub fn page(program: &Program, articles: &Articles<'_>) -> Result<String> {
    let mut page = Vec::new();
    write(program, articles, &mut page)?;
    Ok(String::from_utf8(page)?)
}

/// Writes the finished page, with no more of the articles in memory than goes through.
///
/// # Errors
/// When wasm-bindgen wrote something that cannot stand in one script, the page has no head or
/// body, or something cannot be read or written.
pub fn write(program: &Program, articles: &Articles<'_>, out: &mut dyn Write) -> Result<()> {
    let script = script(&program.glue)?;
    let style = style(&program.css)?;
    let head =
        format!("{}\n<style>{style}</style>", policy::meta(&policy::one_file(&script, &style)));
    let page = html::into_head(&program.page(articles)?, &head)?;
    let Some(at) = page.rfind("</body>") else { bail!("index.html has no </body>") };
    out.write_all(&page.as_bytes()[..at])?;
    data(PACK, articles.pack, out)?;
    for (name, bytes) in program.files() {
        data(&format!("dateline-part-{name}"), bytes.into(), out)?;
    }
    write!(out, "<script type=\"module\">{script}</script>\n{}", &page[at..])?;
    Ok(out.flush()?)
}

/// Whether a file is a page that [`write()`] wrote.
#[must_use]
pub fn is_page(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default();
    let mark = format!("id=\"{PACK}\"");
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}

/// Bytes as a block that no browser runs.
fn data(id: &str, contents: Contents<'_>, out: &mut dyn Write) -> Result<()> {
    write!(out, "<script type=\"application/gzip\" id=\"{id}\">")?;
    let mut letters = EncoderWriter::new(&mut *out, &STANDARD);
    compress::gzip_of(&mut contents.reader()?, &mut letters)?;
    letters.finish()?;
    drop(letters);
    Ok(writeln!(out, "</script>")?)
}

/// wasm-bindgen's module (target `web`) without exports, and the start after it.
fn script(glue: &str) -> Result<String> {
    let mut inner = String::with_capacity(glue.len());
    for line in glue.lines() {
        if line.starts_with("import ") || line.starts_with("import{") {
            bail!(
                "wasm-bindgen's module imports another file, which one file cannot carry: {line}"
            );
        }
        if line.starts_with("export {") || line.starts_with("export default") {
            continue;
        }
        inner.push_str(line.strip_prefix("export ").unwrap_or(line));
        inner.push('\n');
    }
    if !inner.contains("function __wbg_init(") {
        bail!("wasm-bindgen's module has no __wbg_init; did its output change?");
    }
    inner.push_str(boot::ONE_FILE);
    // Inside a script element only these two end or nest it, wherever they stand.
    Ok(inner.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
}

fn style(css: &str) -> Result<String> {
    if css.contains("</style") {
        bail!("a stylesheet contains `</style`");
    }
    Ok(css.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm;\nexport function open() { return '</script>'; }\n\
        async function __wbg_init(module_or_path) {\n    return wasm;\n}\n\n\
        export { initSync, __wbg_init as default };\n";

    fn made() -> String {
        let program = Program {
            html: "<html><head><meta charset=\"utf-8\"></head><body><!-- frame --></body></html>"
                .into(),
            css: "p{color:red}\n".into(),
            glue: GLUE.into(),
            wasm: b"\0asm\x01\0\0\0".to_vec(),
            later: vec![("rest".into(), b"\0asm\x02".to_vec())],
            worker: vec![("worker.js".into(), b"read()".to_vec())],
            others: Vec::new(),
        };
        let articles = Articles {
            pack: b"articles"[..].into(),
            frame: "<p>frame</p>",
            title: "",
            language: "",
        };
        page(&program, &articles).expect("a page")
    }

    #[test]
    fn holds_everything_and_names_no_file() {
        let page = made();
        let held = ["<style>p{color:red}", "connect-src 'none'", "<p>frame</p>", "H4sI"];
        let parts = ["pack", "part-rest", "part-page.wasm", "part-worker.js"];
        let ids = parts.map(|part| format!("id=\"dateline-{part}\""));
        for part in held.into_iter().chain(ids.iter().map(String::as_str)) {
            assert!(page.contains(part), "{part}");
        }
        for part in ["src=", "href=", "export ", "return '</script>'"] {
            assert!(!page.contains(part), "{part}");
        }
    }

    #[test]
    fn the_policy_holds_the_hash_of_the_script_as_it_stands() {
        let page = made();
        let scripts = html::elements(&page, "script");
        let whole = &page[scripts.last().expect("a script").range.clone()];
        let inside = &whole["<script type=\"module\">".len()..whole.len() - "</script>".len()];
        assert!(page.contains(&crate::hash::source(inside)));
    }

    #[test]
    fn refuses_modules_in_several_files() {
        for (glue, part) in
            [("import { a } from './b.js';\n", "imports another"), ("let a;", "__wbg_init")]
        {
            let problem = script(glue).expect_err(part).to_string();
            assert!(problem.contains(part), "{problem}");
        }
    }
}

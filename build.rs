//! Reads the articles in `seeds/` and packs them, with the code that the command
//! line runs; the page embeds the bytes, and shows the frame before its program runs.

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=seeds");
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or("OUT_DIR is not set")?;
    let pack = dateline_pack::pack_dir("seeds")?;
    std::fs::write(out.join("corpus.pack"), &pack)?;
    Ok(std::fs::write(out.join("frame.html"), dateline_pack::frame(pack)?)?)
}

//! Mounts the app.

/// The articles of the project are in the program itself.
#[cfg(not(feature = "parts"))]
fn main() {
    dateline::start(dateline::app::Opened::of(dateline::shared::EMBEDDED));
}

/// The page brings the articles later (`src/browser/entry.rs`).
#[cfg(feature = "parts")]
fn main() {
    dateline::browser::panic::install();
}

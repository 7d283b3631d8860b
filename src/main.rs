//! Mounts the app.

/// The articles of the project are in the program itself.
#[cfg(not(feature = "parts"))]
fn main() {
    dateline::start(dateline::shell::app::Opened::of(dateline::model::shared::EMBEDDED));
}

/// The page brings the articles later (`src/scripting/entry.rs`).
#[cfg(feature = "parts")]
fn main() {
    dateline::browser::panic::install();
}

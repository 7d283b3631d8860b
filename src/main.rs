//! Mounts the app.

fn main() {
    dateline::start();
}

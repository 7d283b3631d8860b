//! `dateline serve`: a site as a browser sees it, on this machine only.

use crate::output::{Stop, print};
use dateline_pack::Error;
use dateline_serve::Server;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::Path;

/// Serves `site`, a folder or a page as one file, until the command is stopped.
pub(crate) fn run(site: &Path, port: u16) -> Result<(), Stop> {
    let (server, page) = start(site, port)?;
    print(&format!("{}{page}\nStop with Ctrl+C.\n", server.address()))?;
    server.wait();
    Ok(())
}

/// Starts to serve a site and nothing beside it; hands back the server and the name of the page in
/// it.
///
/// # Errors
/// When there is no such site, or the port is taken.
pub(crate) fn start(site: &Path, port: u16) -> Result<(Server, String), Stop> {
    let failed = |what: String| Stop::from(Error::new(site, what));
    let (started, page) = if site.is_dir() {
        if !site.join("index.html").is_file() {
            let what = "no index.html in this folder; build a site with `dateline build`";
            return Err(failed(what.into()));
        }
        (Server::start(site, port), String::new())
    } else if site.is_file() {
        let name = site.file_name().unwrap_or_default().to_string_lossy();
        (Server::start_with_file(site, port), encoded(&name))
    } else {
        return Err(failed("no such site; build one with `dateline build`".into()));
    };
    let server = started.map_err(|e| failed(format!("{e:#}; choose another with --port")))?;
    Ok((server, page))
}

/// A name as it stands in an address.
fn encoded(name: &str) -> String {
    utf8_percent_encode(name, NON_ALPHANUMERIC).to_string().replace("%2E", ".").replace("%2D", "-")
}

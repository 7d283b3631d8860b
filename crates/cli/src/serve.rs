//! `dateline serve`: a site as a browser sees it, on this machine only.

use crate::output::{Stop, print};
use dateline_pack::Error;
use dateline_serve::Server;
use std::path::Path;

/// Serves `site`, a folder or a page as one file, until the command is stopped.
pub(crate) fn run(site: &Path, port: u16) -> Result<(), Stop> {
    let (server, page) = start(site, port)?;
    print(&format!("{}{page}\nStop with Ctrl+C.\n", server.address()))?;
    server.wait();
    Ok(())
}

/// Starts to serve; hands back the server and the name of the page in it.
pub(crate) fn start(site: &Path, port: u16) -> Result<(Server, String), Stop> {
    let failed = |what: String| Stop::from(Error::new(site, what));
    let (folder, page) = if site.is_dir() {
        if !site.join("index.html").is_file() {
            return Err(failed(
                "no index.html in this folder; build it with `dateline build`".into(),
            ));
        }
        (site, String::new())
    } else if site.is_file() {
        let name = site.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = site.parent().filter(|f| !f.as_os_str().is_empty());
        (folder.unwrap_or(Path::new(".")), name)
    } else {
        return Err(failed("no such site; build it with `dateline build`".into()));
    };
    let server = Server::start(folder, port).map_err(|e| failed(format!("{e:#}; try --port")))?;
    Ok((server, page))
}

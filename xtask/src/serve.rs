//! `cargo xtask serve`: the release page, or Trunk's own server with `--dev`.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::command::Serve;
use crate::server::Server;
use crate::{page, paths, process, steps, tools};

const USUAL_PORT: u16 = 8080;

/// Builds the page, serves it on 127.0.0.1 and prints the address.
///
/// # Errors
/// When a tool cannot be installed, the page does not build, or the chosen port is taken.
pub fn serve(options: &Serve) -> Result<()> {
    if options.dev {
        return serve_with_trunk(options.port.unwrap_or(USUAL_PORT));
    }
    let start = Instant::now();
    page::hosted()?;
    let server = listen(options.port)?;
    println!("\nReady in {}: {}", steps::seconds(start.elapsed()), server.address());
    if options.once {
        return fetch_once(&server);
    }
    println!("Press Ctrl+C to stop.");
    server.wait();
    Ok(())
}

/// The asked-for port or none; without a wish the usual one, or any free one.
fn listen(port: Option<u16>) -> Result<Server> {
    let folder = paths::dist();
    match port {
        Some(port) => Server::start(&folder, port),
        None => Server::start(&folder, USUAL_PORT).or_else(|_| Server::start(&folder, 0)),
    }
}

fn serve_with_trunk(port: u16) -> Result<()> {
    let mut trunk = process::command("trunk");
    trunk.args(["serve", "--offline", "--skip-version-check", "--address", "127.0.0.1", "--port"]);
    trunk.arg(port.to_string()).arg("--dist").arg(paths::scratch("dev"));
    trunk.env("PATH", tools::for_trunk()?).env_remove("NO_COLOR");
    process::run(&mut trunk)
}

/// Asks the server for its page, as a check that it answers.
fn fetch_once(server: &Server) -> Result<()> {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port()))
        .context("the server does not answer")?;
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let first = answer.lines().next().unwrap_or_default();
    anyhow::ensure!(first.contains("200"), "the server answered `{first}`");
    Ok(())
}

//! `cargo xtask serve`: the release page, or Trunk's own server with `--dev`.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::command::Serve;
use crate::server::{Port, Server};
use crate::{page, paths, process, steps, tools};

const USUAL_PORT: u16 = 8080;

/// Builds the page, serves it on 127.0.0.1 and prints the address. The port is taken before the
/// build, which takes minutes the first time.
///
/// # Errors
/// When a tool cannot be installed, the page does not build, or the chosen port is taken.
pub fn serve(options: &Serve) -> Result<()> {
    let port = take(options.port)?;
    if options.dev {
        return serve_with_trunk(port);
    }
    let start = Instant::now();
    page::preview()?;
    let server = port.serve(&paths::dist())?;
    println!("\nReady in {}: {}", steps::seconds(start.elapsed()), server.address());
    if options.once {
        return fetch_once(&server);
    }
    println!("Press Ctrl+C to stop.");
    server.wait();
    Ok(())
}

/// The port that was asked for, or none; without a wish the usual one, or any free one.
fn take(wish: Option<u16>) -> Result<Port> {
    let port = match wish {
        Some(number) => Port::take(number).context("choose another port with --port")?,
        None => Port::take(USUAL_PORT).or_else(|_| Port::take(0))?,
    };
    let taken = if wish.is_none() && port.number() != USUAL_PORT {
        format!(" ({USUAL_PORT} is taken)")
    } else {
        String::new()
    };
    steps::note(&format!("The page will be at {}{taken}", port.address()));
    Ok(port)
}

fn serve_with_trunk(port: Port) -> Result<()> {
    let number = port.number();
    let mut trunk = process::command("trunk");
    trunk.args(["serve", "--offline", "--skip-version-check", "--address", "127.0.0.1", "--port"]);
    trunk.arg(number.to_string()).arg("--dist").arg(paths::scratch("dev"));
    trunk.env("PATH", tools::for_trunk()?).env_remove("NO_COLOR");
    // Trunk opens the port itself.
    drop(port);
    process::run_aloud(&mut trunk)
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

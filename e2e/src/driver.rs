//! A WebDriver process on a free port, ended when dropped.

use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use xtask::tools::browsers::{Browsers, WebKit};

use crate::engine::Engine;
use crate::waiting::cpu_time;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    process: Process,
    /// WebKit's display; ended after the driver.
    _display: Option<Process>,
    port: u16,
}

impl Driver {
    /// Starts the driver of an engine and waits until it answers.
    ///
    /// # Errors
    /// When it is not installed or does not start.
    pub fn start(engine: Engine, browsers: &Browsers) -> Result<Self> {
        match engine {
            Engine::Chromium => {
                let mut command = Command::new(&browsers.chromedriver);
                Self::announced(command.arg("--port=0"), "successfully on port ")
            }
            Engine::Firefox => {
                let mut command = Command::new(&browsers.geckodriver);
                Self::announced(command.args(["--port", "0"]), "Listening on 127.0.0.1:")
            }
            Engine::WebKit => {
                let webkit = browsers.webkit.as_ref();
                Self::webkit(webkit.context("WebKit is not installed")?)
            }
        }
    }

    /// The address that commands go to.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Processor time of the driver and its browser so far.
    #[must_use]
    pub fn cpu_time(&self) -> Duration {
        cpu_time(self.process.0.id())
    }

    /// A driver that picks a port itself and prints it after `mark`.
    fn announced(command: &mut Command, mark: &str) -> Result<Self> {
        let mut process = Process::start(command.stdout(Stdio::piped()))?;
        let output = process.0.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output);
        let port = loop {
            let mut line = String::new();
            if lines.read_line(&mut line)? == 0 {
                bail!("{:?} ended before it listened", command.get_program());
            }
            if let Some((_, rest)) = line.split_once(mark) {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                break digits.parse().with_context(|| format!("no port in {line:?}"))?;
            }
        };
        // A driver whose output nobody reads stops once the pipe is full.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Ok(Self { process, _display: None, port })
    }

    /// WebKit's driver prints nothing and its browser needs a display.
    fn webkit(webkit: &WebKit) -> Result<Self> {
        let (display, number) = display(webkit)?;
        let port = free_port()?;
        let mut command = Command::new(&webkit.driver);
        command.args(["--host=127.0.0.1", &format!("--port={port}")]);
        command.env("DISPLAY", format!(":{number}")).env("GDK_BACKEND", "x11");
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("NO_AT_BRIDGE", "1");
        // Layers put together by a graphics driver in software take a third of the time of a test.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        let process = Process::start(command.stdout(Stdio::null()))?;
        let driver = Self { process, _display: Some(display), port };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    fn wait_until_it_listens(&self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if start.elapsed() > PATIENCE {
                bail!("driver {} does not listen on port {}", self.process.0.id(), self.port);
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        Ok(())
    }
}

/// A virtual display; Xvfb picks its number and prints it when it is ready.
fn display(webkit: &WebKit) -> Result<(Process, u32)> {
    let mut command = Command::new(&webkit.xvfb);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"]);
    let mut process = Process::start(command.stdout(Stdio::piped()))?;
    let output = process.0.stdout.take().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(output).take(16).read_line(&mut number)?;
    let number = number.trim().parse().context("Xvfb printed no display number")?;
    Ok((process, number))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// A child that does not outlive us.
#[derive(Debug)]
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self> {
        command.stdin(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn();
        Ok(Self(child.with_context(|| format!("cannot start {:?}", command.get_program()))?))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

//! The WebDriver protocol: one session in one browser, closed when dropped.
//!
//! <https://www.w3.org/TR/webdriver2/> defines the commands; only those that the tests use are here.

use std::cell::Cell;
use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use xtask::tools::browsers::{self, Browsers};

use crate::driver::Driver;
use crate::engine::Engine;

/// The key under which WebDriver hands out references to elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Long enough for any command on a loaded machine; a hung browser must not hang the tests.
const PATIENCE: Duration = Duration::from_secs(180);

/// One browser.
pub struct Session {
    engine: Engine,
    address: String,
    agent: ureq::Agent,
    driver: Driver,
    /// Whether something was done that outlives the page it was done to.
    is_changed: Cell<bool>,
}

/// A reference to an element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Session({})", self.engine.name())
    }
}

impl Session {
    /// Starts a driver and a browser, a second time when they do not come up.
    ///
    /// # Errors
    /// When either is missing or does not start.
    pub fn start(engine: Engine) -> Result<Self> {
        let browsers = browsers::find()?;
        // Under load a browser may not come up in time, which is none of what is tested.
        Self::start_with(engine, &browsers).or_else(|error| {
            eprintln!("{} did not start and is started again: {error:#}", engine.name());
            Self::start_with(engine, &browsers)
        })
    }

    fn start_with(engine: Engine, browsers: &Browsers) -> Result<Self> {
        let driver = Driver::start(engine, browsers)?;
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build()
            .new_agent();
        let base = driver.address();
        let mut session =
            Self { engine, address: base.clone(), agent, driver, is_changed: Cell::new(false) };
        let started = session.post("/session", &engine.capabilities(browsers))?;
        let id = started["sessionId"].as_str().context("the driver gave no session")?;
        session.address = format!("{base}/session/{id}");
        Ok(session)
    }

    /// The engine of this session.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Processor time of the browser so far; zero where the system does not tell.
    #[must_use]
    pub fn cpu_time(&self) -> Duration {
        self.driver.cpu_time()
    }

    /// Whether a page of another host, in this browser, would find it as it was started. Leaves the
    /// present page, and empties Chromium's logs.
    #[must_use]
    pub fn is_as_started(&self) -> bool {
        if self.is_changed.get() || self.open("about:blank").is_err() {
            return false;
        }
        let logs: &[&str] = match self.engine {
            Engine::Chromium => &["browser", "performance"],
            Engine::Firefox | Engine::WebKit => &[],
        };
        let windows = self.get("/window/handles").ok();
        let has_one_window = windows.is_some_and(|all| all.as_array().map(Vec::len) == Some(1));
        has_one_window && logs.iter().all(|log| self.log(log).is_ok())
    }

    /// Opens an address and waits until it is loaded.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn open(&self, url: &str) -> Result<()> {
        // All pages in files share what they store.
        if url.starts_with("file:") {
            self.is_changed.set(true);
        }
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// The address in the address bar.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn url(&self) -> Result<String> {
        let url = self.get("/url")?;
        Ok(url.as_str().unwrap_or_default().to_owned())
    }

    /// The browser's back button.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn back(&self) -> Result<()> {
        self.post("/back", &json!({})).map(drop)
    }

    /// The browser's forward button.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn forward(&self) -> Result<()> {
        self.post("/forward", &json!({})).map(drop)
    }

    /// The browser's reload button.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn reload(&self) -> Result<()> {
        self.post("/refresh", &json!({})).map(drop)
    }

    /// Sets the size of the window so that the page gets these CSS pixels.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let rect = |width, height| json!({ "width": width, "height": height });
        self.post("/window/rect", &rect(width, height))?;
        let inner = self.run("return [innerWidth, innerHeight]", json!([]))?;
        let missing = |index: usize, wanted: u32| {
            let got =
                inner[index].as_u64().and_then(|got| u32::try_from(got).ok()).unwrap_or(wanted);
            wanted.saturating_sub(got)
        };
        let (more_width, more_height) = (missing(0, width), missing(1, height));
        self.post("/window/rect", &rect(width + more_width, height + more_height)).map(drop)
    }

    /// Runs the body of a function in the page and hands back what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs the body of an async function in the page and hands back what it resolves to.
    ///
    /// # Errors
    /// When the script throws or takes longer than two minutes.
    pub fn run_async(&self, script: &str, arguments: Value) -> Result<Value> {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1]; \
             const given = Array.prototype.slice.call(arguments, 0, -1); \
             (async function () {{ {script} }}).apply(null, given) \
             .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let body = json!({ "script": wrapped, "args": arguments });
        let mut answer = self.post("/execute/async", &body)?;
        match answer["error"].as_str() {
            Some(error) => bail!("the script failed: {error}"),
            None => Ok(answer["value"].take()),
        }
    }

    /// The first element that a CSS selector fits.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, css: &str) -> Result<Element> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": css }))?;
        Element::from(&found).with_context(|| format!("nothing fits `{css}`"))
    }

    /// Clicks as a pointer would: the element must be visible and on top.
    ///
    /// # Errors
    /// When it cannot be clicked.
    pub fn click(&self, element: &Element) -> Result<()> {
        // What is drawn meanwhile may move it from under the pointer. One that is gone fails below.
        let still = "let last; for (let frame = 0; frame < 30; frame++) { \
               const { x, y } = arguments[0].getBoundingClientRect(); \
               if (last === `${x} ${y}`) return; \
               last = `${x} ${y}`; \
               await new Promise((next) => requestAnimationFrame(() => setTimeout(next))); \
             }";
        let _ = self.run_async(still, json!([element.argument()]));
        let press = || self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop);
        press().or_else(|error| {
            if !format!("{error:#}").contains("intercepted") {
                return Err(error);
            }
            // A driver brings an element just into the window, be it under the head of the page;
            // a reader scrolls on.
            let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
            self.run(scroll, json!([element.argument()]))?;
            press()
        })
    }

    /// Types into an element.
    ///
    /// # Errors
    /// When it takes no text.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        let path = format!("/element/{}/value", element.0);
        self.post(&path, &json!({ "text": text })).map(drop)
    }

    /// Presses and releases keys one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let mut actions = Vec::new();
        for key in keys {
            actions.push(json!({ "type": "keyDown", "value": key }));
            actions.push(json!({ "type": "keyUp", "value": key }));
        }
        self.keys(actions)
    }

    /// Presses `key` while `modifier` is down.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn chord(&self, modifier: &str, key: &str) -> Result<()> {
        let step = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        self.keys(vec![
            step("keyDown", modifier),
            step("keyDown", key),
            step("keyUp", key),
            step("keyUp", modifier),
        ])
    }

    fn keys(&self, actions: Vec<Value>) -> Result<()> {
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [source] })).map(drop)
    }

    /// A PNG of what the window shows, in base64.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn screenshot(&self) -> Result<String> {
        let picture = self.get("/screenshot")?;
        Ok(picture.as_str().unwrap_or_default().to_owned())
    }

    /// The page on paper: a PDF in base64. WebKit's driver cannot print.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn print(&self) -> Result<String> {
        let pdf = self.post("/print", &json!({ "page": { "width": 21.0, "height": 29.7 } }))?;
        Ok(pdf.as_str().unwrap_or_default().to_owned())
    }

    /// Chromium's log of this type (`browser`, `performance`) since it was last read.
    ///
    /// # Errors
    /// In the other engines, which have no such log.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>> {
        match self.post("/se/log", &json!({ "type": kind }))? {
            Value::Array(entries) => Ok(entries),
            other => bail!("expected a list of log entries, got {other}"),
        }
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// In the other engines, or when the command fails.
    pub fn chromium(&self, command: &str, parameters: Value) -> Result<Value> {
        self.is_changed.set(true);
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let sent = self.agent.post(format!("{}{path}", self.address)).send_json(body);
        self.answer(path, sent)
    }

    fn get(&self, path: &str) -> Result<Value> {
        let sent = self.agent.get(format!("{}{path}", self.address)).call();
        self.answer(path, sent)
    }

    fn answer(&self, path: &str, sent: Result<Answer, ureq::Error>) -> Result<Value> {
        let place = || format!("{} does not answer {path}", self.engine.name());
        let mut answer: Value =
            sent.with_context(place)?.body_mut().read_json().with_context(place)?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            None => Ok(value),
            Some(error) => Err(anyhow!("{error}: {}", first_line(&value["message"]))),
        }
    }
}

type Answer = ureq::http::Response<ureq::Body>;

fn first_line(message: &Value) -> &str {
    message.as_str().unwrap_or_default().lines().next().unwrap_or_default()
}

impl Element {
    fn from(value: &Value) -> Option<Self> {
        Some(Self(value[ELEMENT].as_str()?.to_owned()))
    }

    /// The element as an argument of a script.
    #[must_use]
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// An element that a script returned.
///
/// # Errors
/// When it returned something else.
pub fn element(value: &Value) -> Result<Element> {
    Element::from(value).with_context(|| format!("expected an element, got {value}"))
}

impl Drop for Session {
    fn drop(&mut self) {
        // Closes the browser; the driver is ended after this.
        let _ = self.agent.delete(&self.address).call();
    }
}

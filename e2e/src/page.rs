//! A reader's actions on the page, as functions for the tests.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};
use xtask::paths;

use crate::engine::Engine;
use crate::session::{Element, Session, element};
use crate::waiting::Waiting;

/// How long one script waits in the page before the test looks whether there is progress.
const SLICE: Duration = Duration::from_secs(2);

/// WebDriver's codes of keys that have no character.
pub mod key {
    /// Enter.
    pub const ENTER: &str = "\u{e007}";
    /// Backspace.
    pub const BACKSPACE: &str = "\u{e003}";
    /// Escape.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Tab.
    pub const TAB: &str = "\u{e004}";
    /// Shift, as a modifier.
    pub const SHIFT: &str = "\u{e008}";
    /// Control, as a modifier.
    pub const CONTROL: &str = "\u{e009}";
    /// Arrow down.
    pub const DOWN: &str = "\u{e015}";
    /// Arrow right.
    pub const RIGHT: &str = "\u{e014}";
    /// F3.
    pub const F3: &str = "\u{e033}";
}

/// A browser with the page in it.
#[derive(Debug)]
pub struct Page {
    /// The session, for what has no word here.
    pub session: Session,
    test: String,
}

impl Page {
    /// Starts a browser of reading size. `test` names the picture that a failure leaves behind.
    ///
    /// # Errors
    /// When the browser is missing or does not start.
    pub fn start(engine: Engine, test: &str) -> Result<Self> {
        Self::of(Session::start(engine)?, test)
    }

    /// As [`Page::start`], in a browser that is there.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn of(session: Session, test: &str) -> Result<Self> {
        session.resize(1440, 900)?;
        let test = format!("{}-{test}", session.engine().name());
        Ok(Self { session, test })
    }

    /// Gives the page this much room, in CSS pixels. Chromium's windows stop at 500, its emulated
    /// screens do not.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.session.engine() != Engine::Chromium {
            return self.session.resize(width, height);
        }
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.chromium("Emulation.setDeviceMetricsOverride", size).map(drop)
    }

    /// Opens an address and waits until the app has taken the place of the frame.
    ///
    /// # Errors
    /// When it does not while there is progress.
    pub fn open(&self, url: &str) -> Result<()> {
        // From another page first: the same address with a new fragment would not load again.
        self.session.open("about:blank")?;
        self.session.open(url)?;
        self.wait("the app to start", STARTED)
    }

    /// Does what loads the page anew and waits until that is there.
    ///
    /// # Errors
    /// Those of `act`, or when the old page stays.
    pub fn reloaded_by(&self, act: impl FnOnce(&Self) -> Result<()>) -> Result<()> {
        self.session.run("window.isOld = true", json!([]))?;
        act(self)?;
        // A script that waited in the old page would end with it.
        let mut waiting = self.waiting();
        let loaded = "return !window.isOld && document.readyState === 'complete'";
        while !self.session.run(loaded, json!([])).is_ok_and(|loaded| loaded == true) {
            waiting.note("", self.session.cpu_time());
            if let Some(why) = waiting.is_over() {
                bail!("waited for the page to load anew, {why}");
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        Ok(())
    }

    fn waiting(&self) -> Waiting {
        Waiting::start(self.session.cpu_time())
    }

    /// Changes the fragment of the address, as following a link on the page does.
    ///
    /// # Errors
    /// When the driver reports one.
    pub fn follow(&self, fragment: &str) -> Result<()> {
        self.session.run("location.hash = arguments[0]", json!([fragment])).map(drop)
    }

    /// Waits until an expression of the page is true.
    ///
    /// # Errors
    /// When it does not come true while there is progress: what was waited for, for how long, and
    /// what the page shows.
    pub fn wait(&self, what: &str, expression: &str) -> Result<()> {
        // An element would be handed over, and may be gone by then.
        self.wait_for(what, &format!("!!({expression})"), json!([])).map(drop)
    }

    /// Waits until an expression of `arguments` is neither false, zero, empty nor missing, and
    /// hands back its value.
    ///
    /// # Errors
    /// As [`Page::wait`].
    pub fn wait_for(&self, what: &str, expression: &str, arguments: Value) -> Result<Value> {
        let script = format!(
            "{COUNT_CHANGES} const end = performance.now() + {slice}; \
             for (let pause = 5; ; pause = Math.min(2 * pause, 50)) {{ \
               const value = (function () {{ {HELPERS} return {expression}; }}).apply(null, arguments); \
               if (value) return {{ value }}; \
               if (performance.now() > end) return {{ seen: seenByWaiting() }}; \
               await new Promise((resolve) => setTimeout(resolve, pause)); \
             }}",
            slice = SLICE.as_millis()
        );
        let mut waiting = self.waiting();
        let failed = loop {
            let mut answer = match self.session.run_async(&script, arguments.clone()) {
                Ok(answer) => answer,
                Err(error) => break format!("{error:#}"),
            };
            if answer.get("value").is_some() {
                return Ok(answer["value"].take());
            }
            waiting.note(answer["seen"].as_str().unwrap_or_default(), self.session.cpu_time());
            if let Some(why) = waiting.is_over() {
                break why;
            }
        };
        let picture = self.picture();
        bail!("waited for {what}, {failed}\n{expression}\n{}{picture}", self.state())
    }

    /// Waits until two frames were painted and nothing is to come later: what was asked for is on
    /// the screen.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn settled(&self) -> Result<()> {
        let frame =
            "await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));";
        self.session.run_async(&format!("{frame} {frame}"), json!([]))?;
        self.wait("what comes later", "!document.querySelector('.later, #app [aria-busy=true]')")
    }

    /// The value of an expression of the page.
    ///
    /// # Errors
    /// When it throws.
    pub fn value(&self, expression: &str) -> Result<Value> {
        self.session.run(&format!("{HELPERS} return {expression};"), json!([]))
    }

    /// The visible text of the first element that fits, once there is one.
    ///
    /// # Errors
    /// When there is none.
    pub fn text(&self, css: &str) -> Result<String> {
        let text =
            self.wait_for(css, "document.querySelector(arguments[0])?.innerText", json!([css]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The element with this role and accessible name (or one that contains it), once there is one.
    ///
    /// # Errors
    /// When there is none.
    pub fn role(&self, role: &str, name: &str) -> Result<Element> {
        let what = format!("{role} “{name}”");
        element(&self.wait_for(&what, "byRole(arguments[0], arguments[1])", json!([role, name]))?)
    }

    /// Clicks the element with this role and name.
    ///
    /// # Errors
    /// When there is none or it cannot be clicked.
    pub fn click(&self, role: &str, name: &str) -> Result<()> {
        let found = self.role(role, name)?;
        self.session.click(&found).with_context(|| format!("cannot click the {role} “{name}”"))
    }

    /// Clicks the first element that fits.
    ///
    /// # Errors
    /// When there is none or it cannot be clicked.
    pub fn click_css(&self, css: &str) -> Result<()> {
        self.wait_for(css, "document.querySelector(arguments[0])", json!([css]))?;
        let found = self.session.find(css)?;
        self.session.click(&found).with_context(|| format!("cannot click `{css}`"))
    }

    /// Empties the search box and types into it.
    ///
    /// # Errors
    /// When there is no search box.
    pub fn search(&self, query: &str) -> Result<()> {
        let field = self.role("searchbox", "")?;
        self.session
            .run("arguments[0].focus(); arguments[0].select()", json!([field.argument()]))?;
        self.session.type_into(&field, query)
    }

    /// Saves a picture of the page below `target/` and says where.
    #[must_use]
    pub fn picture(&self) -> String {
        let folder = paths::scratch("e2e-failures");
        let file = folder.join(format!("{}.png", self.test));
        let saved = self.session.screenshot().and_then(|picture| {
            fs::create_dir_all(&folder)?;
            Ok(fs::write(&file, base64::engine::general_purpose::STANDARD.decode(picture)?)?)
        });
        match saved {
            Ok(()) => format!("picture: {}", file.display()),
            Err(error) => format!("no picture: {error:#}"),
        }
    }

    /// Where the page is and how its text begins, for messages.
    fn state(&self) -> String {
        let url = self.session.url().unwrap_or_default();
        let text = self.value("document.body.innerText.slice(0, 600)").unwrap_or_default();
        let seen = crate::watch::seen(&self.session).unwrap_or_default();
        format!("at {url}\n{}\n{}\n", text.as_str().unwrap_or_default(), seen.join("\n"))
    }
}

/// True once the app has replaced what was painted before it.
const STARTED: &str =
    "!document.getElementById('boot-note') && document.querySelector('#app main')";

/// Counts what changes in the document and what is fetched, from the first time on that it is asked.
const COUNT_CHANGES: &str = "\
    if (!window.changesSeenByTests) { \
      window.changesSeenByTests = { count: 0 }; \
      new MutationObserver((changes) => { window.changesSeenByTests.count += changes.length; }) \
        .observe(document, { subtree: true, childList: true, characterData: true, attributes: true }); \
    } \
    const seenByWaiting = () => `${window.changesSeenByTests.count} ${location} \
      ${performance.getEntriesByType('resource').length}`;";

/// Functions for expressions. Accessible names by the common rules: label, labelled-by, text.
const HELPERS: &str = r##"
const all = (css) => [...document.querySelectorAll(css)];
const seen = (element) => element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;
const nameOf = (element) => {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return labelled.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return element.getAttribute("aria-label")
    ?? (element.labels?.length ? [...element.labels].map((label) => label.textContent).join(" ") : null)
    ?? (element.innerText?.trim() || element.textContent.trim() || element.title || "");
};
const ROLES = {
  button: "button, [role=button], input[type=button], summary", link: "a[href], [role=link]",
  searchbox: "input[type=search], [role=searchbox]", checkbox: "input[type=checkbox], [role=checkbox]",
  heading: "h1, h2, h3, h4", table: "table", dialog: "dialog, [role=dialog]", radio: "input[type=radio], [role=radio]",
  combobox: "select, [role=combobox]", textbox: "input:not([type]), input[type=text], textarea", row: "tr",
};
const byRole = (role, name) => {
  const found = all(ROLES[role] ?? `[role=${role}]`).filter(seen);
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  return found.find((element) => plain(nameOf(element)) === name) ?? found.find((element) => plain(nameOf(element)).includes(name));
};
"##;

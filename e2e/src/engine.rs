//! The three engines, and what each is told when a session starts.

use serde_json::{Value, json};
use xtask::tools::browsers::Browsers;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, and most others.
    Chromium,
    /// Firefox's Gecko.
    Firefox,
    /// Safari's engine, as WebKitGTK.
    WebKit,
}

impl Engine {
    /// All of them, those first that start soonest.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::WebKit, Self::Firefox];

    /// What the engine is called in messages and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The body of a new session.
    #[must_use]
    pub fn capabilities(self, browsers: &Browsers) -> Value {
        let mut wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "binary": browsers.chromium, "args": CHROMIUM_ARGUMENTS },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "binary": browsers.firefox, "args": ["-headless"] },
            }),
            Self::WebKit => {
                let binary = browsers.webkit.as_ref().map(|webkit| &webkit.mini_browser);
                json!({
                    "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] },
                })
            }
        };
        // A test that waits for something that never comes ends with that sentence, not with this.
        wanted["timeouts"] = json!({ "script": 120_000, "pageLoad": 120_000 });
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

/// No sandbox, since containers run as root; and none of Chromium's own requests, which would
/// stand between those of the page.
const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--force-color-profile=srgb",
];

//! What must not happen while a reader uses the page: errors, warnings, policy violations, and
//! requests to other hosts.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::session::Session;
use crate::site;

const SCRIPT: &str = include_str!("../assets/watch.js");
const NAME: &str = "watch.js";

/// Adds the watching script to a copy of the page. It comes from the same host, so the page's own
/// policy lets it run.
///
/// # Errors
/// When the copy cannot be written.
pub fn install(folder: &Path) -> Result<()> {
    fs::write(folder.join(NAME), SCRIPT)?;
    site::edit_index(folder, |page| site::first_script(&page, NAME))
}

/// Everything bad that was noted since the page was loaded.
///
/// # Errors
/// When the browser does not answer.
pub fn seen(session: &Session) -> Result<Vec<String>> {
    let noted = session.run("return window.seenByTests ?? []", json!([]))?;
    let mut seen = strings(&noted);
    if session.engine() == Engine::Chromium {
        let log = session.log("browser")?;
        let bad =
            log.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        seen.extend(bad.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()));
    }
    Ok(seen)
}

/// Addresses of other hosts that the page asked for. `origin` is the start of its own addresses.
///
/// # Errors
/// When the browser does not answer.
pub fn foreign(session: &Session, origin: &str) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let mut asked = strings(&session.run(script, json!([]))?);
    if session.engine() == Engine::Chromium {
        asked.extend(requested(&session.log("performance")?));
    }
    let own = |url: &String| {
        url.starts_with(origin) || url.starts_with("data:") || url.starts_with("blob:")
    };
    Ok(asked.into_iter().filter(|url| !own(url)).collect())
}

/// The requests in Chromium's log of its own protocol.
fn requested(log: &[Value]) -> Vec<String> {
    let messages = log.iter().filter_map(|entry| {
        let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &message["message"];
        let sent = event["method"] == "Network.requestWillBeSent";
        sent.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned)).flatten()
    });
    messages.collect()
}

fn strings(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

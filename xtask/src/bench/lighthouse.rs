//! `cargo xtask bench lighthouse`: Lighthouse's scores of the hosted page, as `cargo xtask serve`
//! serves it (with compression), on its emulated telephone and on its desk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::server::Server;
use crate::{page, paths, process, tools};

/// Views that are measured; the first is what the address of the page opens.
const VIEWS: [(&str, &str); 2] = [("overview", ""), ("articles", "#view=articles&q=china")];

/// The presets, with the arguments that choose them.
const PRESETS: [(&str, &[&str]); 2] = [("telephone", &[]), ("desk", &["--preset=desktop"])];

/// The least score of a category.
const GOAL: f64 = 95.0;

/// Builds the page, runs Lighthouse on it, and prints scores and what lowers them.
///
/// # Errors
/// When the page does not build, npm or Chromium is missing, or Lighthouse fails.
pub fn lighthouse() -> Result<()> {
    let browsers = tools::browsers::find()?;
    let program = tools::node::lighthouse()?;
    // Compressed copies included, as a host sends them.
    page::dist()?;
    let server = Server::start(&paths::dist(), 0)?;
    let folder = paths::scratch("lighthouse");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    println!("Lighthouse (goal: {GOAL} in each category; reports in {})", folder.display());
    for (view, fragment) in VIEWS {
        for (preset, arguments) in PRESETS {
            let report = folder.join(format!("{view}-{preset}.json"));
            let mut run = process::command("node");
            run.arg(&program).arg(format!("{}{fragment}", server.address()));
            run.args(["--quiet", "--output=json", "--output=html", "--output-path"]);
            run.arg(report.with_extension("")).args(arguments);
            run.arg(format!("--chrome-flags={}", chrome_flags()));
            process::run_aloud(run.env("CHROME_PATH", &browsers.chromium))?;
            let name = report.with_extension("report.json");
            println!("{}", scores(&format!("{view}, {preset}"), &read(&name)?)?);
        }
    }
    Ok(())
}

/// As the end-to-end tests start Chromium: no sandbox in containers, and no requests of its own.
fn chrome_flags() -> String {
    let flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
    flags.join(" ")
}

fn read(report: &Path) -> Result<Value> {
    let text = fs::read_to_string(report)
        .with_context(|| format!("Lighthouse wrote no {}", report.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", report.display()))
}

/// One line of scores, and below it each audit that costs points.
fn scores(name: &str, report: &Value) -> Result<String> {
    let categories = report["categories"].as_object().context("a report without categories")?;
    if let Some(error) = report["runtimeError"]["message"].as_str() {
        bail!("Lighthouse could not measure {name}: {error}");
    }
    let mut line = format!("{name:<20}");
    let mut faults = String::new();
    for (key, category) in categories {
        let score = category["score"].as_f64().unwrap_or_default() * 100.0;
        let missed = if score < GOAL { " (missed)" } else { "" };
        line.push_str(&format!("  {key} {score:.0}{missed}"));
        for reference in category["auditRefs"].as_array().into_iter().flatten() {
            let weight = reference["weight"].as_f64().unwrap_or_default();
            let audit = &report["audits"][reference["id"].as_str().unwrap_or_default()];
            let Some(score) = audit["score"].as_f64().filter(|s| weight > 0.0 && *s < 0.9) else {
                continue;
            };
            let title = audit["title"].as_str().unwrap_or_default();
            let shown = audit["displayValue"].as_str().unwrap_or_default();
            faults.push_str(&format!("\n    {:>3.0}  {title} {shown}", score * 100.0));
        }
    }
    Ok(line + &faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn faults_stand_below_the_scores() {
        let audit =
            |score: f64| json!({ "score": score, "title": "Paints", "displayValue": "2 s" });
        let report = |score: f64| {
            json!({
                "categories": { "performance": { "score": score, "auditRefs": [
                    { "id": "a", "weight": 10 }, { "id": "b", "weight": 0 } ] } },
                "audits": { "a": audit(score), "b": audit(0.0) },
            })
        };
        for (score, says) in [
            (1.0, "view                  performance 100"),
            (0.5, "view                  performance 50 (missed)\n     50  Paints 2 s"),
        ] {
            assert_eq!(scores("view", &report(score)).expect("scores"), says);
        }
    }

    #[test]
    fn a_page_that_did_not_load_has_no_scores() {
        let report = json!({ "categories": {}, "runtimeError": { "message": "no paint" } });
        let error = scores("view", &report).expect_err("an error").to_string();
        assert!(error.contains("no paint"), "{error}");
    }
}

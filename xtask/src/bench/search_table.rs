//! Where the page stands among the peers of one run of the search harness.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// One line of the table.
struct Figure {
    name: &'static str,
    /// The target of the page.
    goal: &'static str,
    value: fn(&Run<'_>) -> Option<f64>,
    digits: usize,
}

/// A contestant in the results, with what its bytes and memory are held against.
struct Run<'r> {
    of: &'r Value,
    /// Private bytes of a blank page.
    blank: f64,
    /// Bytes of the stored text after brotli.
    text: Option<f64>,
}

impl Run<'_> {
    fn number(&self, pointer: &str) -> Option<f64> {
        self.of.pointer(pointer)?.as_f64()
    }

    /// Bytes after brotli of everything asked for up to the first answer; known for the page.
    fn bytes(&self) -> Option<f64> {
        let sizes = self.of.get("file_sizes")?.as_object()?;
        let asked = self.of.get("files")?.as_array()?;
        let size = |file: &Value| sizes.get(file["path"].as_str()?)?.get("br")?.as_f64();
        Some(asked.iter().filter_map(size).sum())
    }
}

const FIGURES: &[Figure] = &[
    Figure {
        name: "counts that are right, share",
        goal: "1.000",
        value: |run| {
            let all = run.number("/latency/all/compared")?;
            Some(run.number("/latency/all/same_count")? / all)
        },
        digits: 3,
    },
    Figure {
        name: "query, median, ms",
        goal: "< 0.1",
        value: |run| run.number("/latency/all/p50"),
        digits: 3,
    },
    Figure {
        name: "query, 95th percentile, ms",
        goal: "< 3 (16 at 100,000)",
        value: |run| run.number("/latency/all/p95"),
        digits: 2,
    },
    Figure {
        name: "common word, median, ms",
        goal: "no slower than flexsearch",
        value: |run| run.number("/latency/common/p50"),
        digits: 3,
    },
    Figure {
        name: "rare word, median, ms",
        goal: "no slower than flexsearch",
        value: |run| run.number("/latency/rare/p50"),
        digits: 3,
    },
    Figure {
        name: "first answer, cold, ms",
        goal: "< 300",
        value: |run| run.number("/start/first_ms"),
        digits: 0,
    },
    Figure {
        name: "first answer on the slow line, ms",
        goal: "< 5000",
        value: |run| run.number("/net/first_ms"),
        digits: 0,
    },
    Figure {
        name: "bytes (brotli) over the text alone",
        goal: "<= 1.35",
        value: |run| Some(run.bytes()? / run.text?),
        digits: 2,
    },
    Figure {
        name: "memory over a blank page, MB",
        goal: "< 40",
        value: |run| Some((run.number("/memory/after_load/process/private")? - run.blank) / 1e6),
        digits: 1,
    },
];

/// The table of a results file, corpus by corpus: the page first, then for each peer its figure
/// and how many times the page's it is.
///
/// # Errors
/// When the file is missing or is no results file.
pub fn read(results: &Path, corpora: &[String]) -> Result<String> {
    let text = fs::read_to_string(results)
        .with_context(|| format!("no results in {}", results.display()))?;
    let document: Value = serde_json::from_str(&text).context("the results are no JSON")?;
    let folder = results.parent().and_then(Path::parent).unwrap_or(results);
    let text_size = |corpus: &str| {
        let sizes = folder.join("dist").join(corpus).join("_text/sizes.json");
        let sizes: Value = serde_json::from_str(&fs::read_to_string(sizes).ok()?).ok()?;
        sizes.pointer("/~1text.json/br")?.as_f64()
    };
    corpora.iter().map(|corpus| table(&document, corpus, text_size(corpus))).collect()
}

fn table(document: &Value, corpus: &str, text: Option<f64>) -> Result<String> {
    let blank = document.pointer("/blank/process/private").and_then(Value::as_f64).unwrap_or(0.0);
    let results = document.get("results").and_then(Value::as_object).context("no results")?;
    let mut runs: Vec<(&str, Run<'_>)> = results
        .values()
        .filter(|of| of["corpus"] == corpus)
        .filter_map(|of| Some((of["name"].as_str()?, Run { of, blank, text })))
        .collect();
    runs.sort_by_key(|(name, _)| *name != "dateline");
    let mut out = format!("{corpus}\n{:<36}{:<28}", "figure", "reach");
    for (name, _) in &runs {
        let _ = write!(out, "{name:>24}");
    }
    out.push('\n');
    for figure in FIGURES {
        let _ = write!(out, "{:<36}{:<28}", figure.name, figure.goal);
        let ours = runs.first().and_then(|(_, run)| (figure.value)(run));
        for (at, (_, run)) in runs.iter().enumerate() {
            let cell = (figure.value)(run).map_or("-".to_owned(), |value| {
                let digits = figure.digits;
                let times = ours.filter(|ours| at > 0 && *ours > 0.0).map(|ours| value / ours);
                let times = times.map_or(String::new(), |times| format!(" ({times:.1} x)"));
                format!("{value:.digits$}{times}")
            });
            let _ = write!(out, "{cell:>24}");
        }
        out.push('\n');
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_page_is_first_and_peers_are_multiples_of_it() {
        let document = json!({
            "blank": { "process": { "private": 10_000_000 } },
            "results": {
                "a/peer": { "name": "peer", "corpus": "a", "latency": { "all": { "p50": 1.0 } } },
                "a/dateline": { "name": "dateline", "corpus": "a",
                    "latency": { "all": { "p50": 0.25, "compared": 4, "same_count": 3 } },
                    "memory": { "after_load": { "process": { "private": 45_000_000 } } },
                    "files": [{ "path": "/x" }], "file_sizes": { "/x": { "br": 300 } } },
                "b/dateline": { "name": "dateline", "corpus": "b" },
            },
        });
        let table = table(&document, "a", Some(200.0)).expect("results");
        let line = |name: &str| table.lines().find(|l| l.starts_with(name)).expect(name).to_owned();
        let cases = [
            ("figure", vec!["dateline", "peer"]),
            ("query, median", vec!["0.250", "1.000 (4.0 x)"]),
            ("counts", vec!["0.750", "-"]),
            ("memory", vec!["35.0", "-"]),
            ("bytes", vec!["1.50", "-"]),
        ];
        for (name, cells) in cases {
            let line = line(name);
            let mut at = 0;
            for cell in cells {
                at += line[at..].find(cell).unwrap_or_else(|| panic!("{cell} in {line}")) + 1;
            }
        }
    }
}

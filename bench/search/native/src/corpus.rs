//! Articles, calls and their true counts, as the harness writes them.

use dateline_search::Zone;
use dateline_text::Span;
use serde_json::Value;
use std::collections::HashMap;

/// One article: its title and body as one text.
pub struct Article {
    pub raw: String,
    pub zones: [(Zone, Span); 2],
    pub places: Vec<String>,
}

/// One search: the words as a query of ours, and what it is for others.
pub struct Call {
    pub id: String,
    pub kind: String,
    pub terms: Vec<String>,
    pub place: Option<String>,
    pub query: String,
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().map(|list| list.iter().map(text).collect()).unwrap_or_default()
}

/// The articles of a JSONL file.
pub fn articles(path: &str) -> Result<Vec<Article>, String> {
    read(path)?
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let value: Value =
                serde_json::from_str(line).map_err(|e| format!("{path}:{}: {e}", at + 1))?;
            let title = text(&value["title"]);
            let raw = format!("{title}\n{}", text(&value["body"]));
            let zones = [
                (Zone::Title, Span::new(0, title.len())),
                (Zone::Body, Span::new(title.len() + 1, raw.len())),
            ];
            Ok(Article { raw, zones, places: texts(&value["places"]) })
        })
        .collect()
}

/// The calls of a list of queries: a prefix is one call for each letter typed.
pub fn calls(path: &str) -> Result<Vec<Call>, String> {
    let list: Vec<Value> = serde_json::from_str(&read(path)?).map_err(|e| format!("{path}: {e}"))?;
    let mut out = Vec::new();
    for entry in &list {
        let (id, kind, terms) = (text(&entry["id"]), text(&entry["kind"]), texts(&entry["terms"]));
        if kind == "prefix" {
            let word = text(&entry["text"]);
            for (n, (end, c)) in word.char_indices().enumerate() {
                let typed = word[..end + c.len_utf8()].to_owned();
                let query = format!("{typed}*");
                let id = format!("{id}.{}", n + 1);
                out.push(Call { id, kind: kind.clone(), terms: vec![typed], place: None, query });
            }
            continue;
        }
        let words = terms.join(" ");
        let place = entry["filter"]["value"].as_str().map(str::to_owned);
        let query = match kind.as_str() {
            "phrase" => format!("\"{words}\""),
            "fuzzy" => format!("{words}~1"),
            "title" => format!("title:({words})"),
            "filter" => format!("{words} places:{}", place.clone().unwrap_or_default()),
            _ => words,
        };
        out.push(Call { id, kind, terms, place, query });
    }
    Ok(out)
}

/// The true count of each call.
pub fn truth(path: &str) -> Result<HashMap<String, u32>, String> {
    let all: HashMap<String, Value> =
        serde_json::from_str(&read(path)?).map_err(|e| format!("{path}: {e}"))?;
    Ok(all.into_iter().map(|(id, v)| (id, v["count"].as_u64().unwrap_or(0) as u32)).collect())
}

//! The table of a run.

use crate::corpus::Call;
use std::collections::HashMap;
use std::time::Instant;

/// What one call took, at the median of its repetitions, and found.
pub struct Measured {
    pub micros: f64,
    pub count: u32,
}

/// Repeats `call` for about 30 ms, at least 7 times.
pub fn measure(mut call: impl FnMut() -> u32) -> Measured {
    let (mut times, mut count) = (Vec::new(), 0);
    let begin = Instant::now();
    while times.len() < 7 || (begin.elapsed().as_millis() < 30 && times.len() < 400) {
        let start = Instant::now();
        count = std::hint::black_box(call());
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    Measured { micros: quantile(&mut times, 0.5), count }
}

fn quantile(values: &mut [f64], q: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(((values.len() - 1) as f64 * q).round() as usize).copied().unwrap_or(0.0)
}

/// Prints times by kind and wrong counts.
pub fn table(name: &str, calls: &[Call], all: &[Measured], truth: Option<&HashMap<String, u32>>) {
    println!("## {name}\n\n| kind | calls | p50 µs | p95 µs | most µs |\n|---|--:|--:|--:|--:|");
    let mut kinds: Vec<&str> = Vec::new();
    for call in calls {
        if !kinds.contains(&call.kind.as_str()) {
            kinds.push(&call.kind);
        }
    }
    kinds.push("all");
    for kind in kinds {
        let mut times: Vec<f64> = calls
            .iter()
            .zip(all)
            .filter(|(call, _)| kind == "all" || call.kind == kind)
            .map(|(_, m)| m.micros)
            .collect();
        let [p50, p95, most] = [0.5, 0.95, 1.0].map(|q| quantile(&mut times, q));
        println!("| {kind} | {} | {p50:.1} | {p95:.1} | {most:.1} |", times.len());
    }
    let Some(truth) = truth else { return };
    let wrong: Vec<String> = calls
        .iter()
        .zip(all)
        .filter(|(call, m)| truth.get(&call.id) != Some(&m.count))
        .map(|(call, m)| format!("{} {} for {:?}", call.id, m.count, truth.get(&call.id)))
        .collect();
    println!("\ncounts right: {} of {}; {}\n", all.len() - wrong.len(), all.len(), wrong.join(", "));
}

//! The annotator behind one function, for measuring. With the feature `baseline` the
//! same function without it: words, folding and a map, as every page links them.

use wasm_bindgen::prelude::wasm_bindgen;

/// How many mentions a text has.
#[cfg(not(feature = "baseline"))]
#[wasm_bindgen]
pub fn count(text: &str) -> usize {
    use dateline_countries::{Gazetteer, annotate};
    annotate(Gazetteer::embedded(), text, &[]).len()
}

/// How many different words a text has.
#[cfg(feature = "baseline")]
#[wasm_bindgen]
pub fn count(text: &str) -> usize {
    let words = dateline_text::tokens(text).map(|t| (dateline_text::fold(t.text).into_owned(), 1));
    let map: std::collections::HashMap<String, usize> = words.collect();
    format!("{map:?}").len().min(map.len())
}

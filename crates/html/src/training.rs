//! What `bench/html/train.py` needs of a page.

use crate::dom::parse;
use crate::flow::{ClassWords, Hidden, blocks};
use crate::metadata::Said;
use crate::{head, model};

/// A block of a page as the model sees it.
#[derive(Debug)]
pub struct Sample {
    /// Its text.
    pub text: String,
    /// Its measures, in the order of [`measures`].
    pub values: Vec<f32>,
    /// Class words of the block and of the elements near it; those further out; its own
    /// words, where it is short.
    pub near: Vec<String>,
    /// See `near`.
    pub far: Vec<String>,
    /// See `near`.
    pub says: Vec<String>,
    /// Its length in letters of an alphabet.
    pub length: f32,
    /// Numbers of the elements around it, the nearest first.
    pub chain: Vec<u32>,
    /// What kind of element it is in its page.
    pub sign: u64,
}

/// The names of the measures of a block, and those of a block among the others.
pub fn measures() -> (Vec<String>, Vec<&'static str>) {
    model::names()
}

/// The blocks of a page. Empty for a page that is not parsed.
pub fn samples(html: &str) -> Vec<Sample> {
    let Ok(dom) = parse(html) else { return Vec::new() };
    let mut words = ClassWords::with_names();
    let blocks = blocks(&dom, Hidden::Out, &mut words);
    let said = Said::of(&dom, None);
    let titles = said.titles();
    let head = head::headline(&blocks, &titles);
    let measured = model::measure(&blocks, head, &titles.join(" "));
    let names = words.names.unwrap_or_default();
    let named = |hashes: &[u64]| hashes.iter().filter_map(|h| names.get(h).cloned()).collect();
    blocks
        .iter()
        .zip(measured)
        .map(|(block, m)| {
            let said = model::said_words(&block.text);
            Sample {
                near: named(&m.near),
                far: named(&m.far),
                says: said.into_iter().filter(|w| m.says.contains(&crate::flow::hash(w))).collect(),
                text: block.text.clone(),
                length: m.length,
                chain: model::chain(&dom, block.node),
                sign: model::sign(&dom, block.node),
                values: m.values,
            }
        })
        .collect()
}

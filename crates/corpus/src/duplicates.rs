//! Near-duplicates: articles that share most of their words in order, as agency
//! copy printed twice does.

use crate::{Article, ArticleId, Corpus};
use dateline_text::{fold, tokens};
use std::collections::{BTreeSet, HashMap};
use xxhash_rust::xxh64::xxh64;

/// Two articles that are nearly the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearDuplicate {
    /// The earlier article.
    pub first: ArticleId,
    /// The later one.
    pub second: ArticleId,
    /// Their resemblance, 0 to 1: the share of four-word sequences that both have of
    /// those that either has, estimated.
    pub resemblance: f64,
}

/// Words in a sequence.
const SHINGLE: usize = 4;
/// Sequences that stand for an article: those with the smallest hashes.
const SKETCH: usize = 64;
/// A sequence in more articles than this (a standing notice) suggests no pair.
const COMMON: usize = 64;

impl Corpus {
    /// Pairs of articles whose clean texts resemble each other at least so much, the
    /// most alike first. Takes time in proportion to the text.
    ///
    /// Source: A. Z. Broder, "On the resemblance and containment of documents"
    /// (1997), sketches of the smallest hashes, section 3.
    pub fn near_duplicates(&self, least: f64) -> Vec<NearDuplicate> {
        let sketches: Vec<Vec<u64>> = self.articles().map(|a| sketch(&a)).collect();
        let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
        for (id, sketch) in sketches.iter().enumerate() {
            for hash in sketch {
                holders.entry(*hash).or_default().push(id as u32);
            }
        }
        let mut pairs = BTreeSet::new();
        for ids in holders.values().filter(|ids| ids.len() <= COMMON) {
            for (at, &first) in ids.iter().enumerate() {
                pairs.extend(ids[at + 1..].iter().map(|&second| (first, second)));
            }
        }
        let compare = |(first, second): (u32, u32)| {
            let resemblance = resemblance(&sketches[first as usize], &sketches[second as usize]);
            let (first, second) = (ArticleId(first), ArticleId(second));
            (resemblance >= least).then_some(NearDuplicate { first, second, resemblance })
        };
        let mut found: Vec<NearDuplicate> = pairs.into_iter().filter_map(compare).collect();
        found.sort_by(|a, b| b.resemblance.total_cmp(&a.resemblance));
        found
    }
}

/// The smallest hashes of the sequences of an article's clean text, rising.
fn sketch(article: &Article<'_>) -> Vec<u64> {
    let mut words: Vec<u64> = Vec::new();
    for block in article.blocks().iter().filter(|b| b.is_clean()) {
        let text = article.text().get(block.span.range()).unwrap_or("");
        words.extend(tokens(text).map(|t| xxh64(fold(t.text).as_bytes(), 0)));
    }
    let hash = |words: &[u64]| {
        let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
        xxh64(&bytes, 1)
    };
    let mut hashes: Vec<u64> = match words.len() {
        0 => Vec::new(),
        n => words.windows(SHINGLE.min(n)).map(hash).collect(),
    };
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes
}

/// The share of the smallest hashes of both together that both have.
fn resemblance(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j) = (0, 0);
    let (mut both, mut either) = (0_u32, 0_u32);
    while either < SKETCH as u32 && (i < a.len() || j < b.len()) {
        either += 1;
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => {
                both += 1;
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), Some(y)) if x < y => i += 1,
            (Some(_), None) => i += 1,
            _ => j += 1,
        }
    }
    if either == 0 { 0.0 } else { f64::from(both) / f64::from(either) }
}

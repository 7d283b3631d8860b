//! Near-duplicates: articles that share most of their words in order, as agency
//! copy printed twice does.

use crate::{Article, ArticleId};
use dateline_text::{fold, terms};
use std::collections::BTreeSet;
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

/// The pairs are looked for in so many parts, one after another: memory holds the
/// sequences of one part.
const PARTS: u64 = 32;

/// The sketch by which the text of an article is compared with others: 512 bytes at
/// most.
///
/// Source: A. Z. Broder, "On the resemblance and containment of documents" (1997), sketches
/// of the smallest hashes, section 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch(Box<[u64]>);

impl Sketch {
    /// The smallest hashes of the sequences of an article's clean text, rising.
    pub fn of(article: &Article<'_>) -> Sketch {
        let mut words: Vec<u64> = Vec::new();
        for block in article.blocks().iter().filter(|b| b.is_clean()) {
            let text = article.text().get(block.span.range()).unwrap_or("");
            words.extend(terms(text).map(|t| xxh64(fold(t.text).as_bytes(), 0)));
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
        Sketch(hashes.into())
    }
}

/// Pairs of articles, whose sketches come in their order, that resemble each other at least
/// so much, the most alike first.
pub fn near_duplicates(sketches: &[Sketch], least: f64) -> Vec<NearDuplicate> {
    let mut found = Vec::new();
    for part in 0..PARTS {
        for (first, second) in suggested(sketches, part) {
            let resemblance = resemblance(&sketches[first as usize], &sketches[second as usize]);
            if resemblance >= least {
                let (first, second) = (ArticleId(first), ArticleId(second));
                found.push(NearDuplicate { first, second, resemblance });
            }
        }
    }
    let order = |a: &NearDuplicate, b: &NearDuplicate| {
        let alike = b.resemblance.total_cmp(&a.resemblance);
        alike.then_with(|| (a.first, a.second).cmp(&(b.first, b.second)))
    };
    found.sort_unstable_by(order);
    // What is alike shares sequences of several parts.
    found.dedup();
    found
}

/// The pairs of articles that share a sequence of this part.
fn suggested(sketches: &[Sketch], part: u64) -> BTreeSet<(u32, u32)> {
    // Sketches have the smallest hashes, so it is their last digits that part them evenly.
    let all = sketches.iter().enumerate();
    let all = all.flat_map(|(id, sketch)| sketch.0.iter().map(move |hash| (*hash, id as u32)));
    let mut holders: Vec<(u64, u32)> = all.filter(|(hash, _)| hash % PARTS == part).collect();
    holders.sort_unstable();
    let mut pairs = BTreeSet::new();
    for same in holders.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() <= COMMON) {
        for (at, (_, first)) in same.iter().enumerate() {
            pairs.extend(same[at + 1..].iter().map(|(_, second)| (*first, *second)));
        }
    }
    pairs
}

/// The share of the smallest hashes of both together that both have.
fn resemblance(Sketch(a): &Sketch, Sketch(b): &Sketch) -> f64 {
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

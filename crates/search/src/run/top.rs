//! The best articles of a set.

use super::leaf::Found;
use super::together::Together;
use crate::docset::DocSet;
use crate::index::Index;
use crate::index::postings::{Block, List};
use crate::index::score::{self, idf};
use crate::sort;

/// How many of the best are looked at again for words close together.
const LOOKED_AT: usize = 40;

/// The `limit` best of `docs`, best first; equal ones in the order of the
/// corpus. Several words that stand close together move an article up.
pub(crate) fn best<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    total: u32,
    found: &[Found],
    limit: usize,
) -> Vec<(u32, f32)> {
    let words = Together::of(index, found);
    let enough = if words.is_some() && limit > 0 { limit.max(LOOKED_AT) } else { limit };
    let mut best = by_words(index, docs, total, found, enough);
    if let Some(words) = words {
        let looked_at = best.len().min(LOOKED_AT);
        for (doc, score) in &mut best[..looked_at] {
            *score += words.bonus(index, *doc);
        }
        sort::few(&mut best, |a, b| a.1 > b.1 || (a.1 == b.1 && a.0 < b.0));
        best.truncate(limit);
    }
    best
}

/// The best by the words that each article has.
fn by_words<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    total: u32,
    found: &[Found],
    limit: usize,
) -> Vec<(u32, f32)> {
    if limit == 0 {
        return Vec::new();
    }
    match found {
        [] => docs.iter().take(limit).map(|doc| (doc, 0.0)).collect(),
        // The articles of a word may be as many as those of the query, and be others.
        [Found::Word { rank, postings, docs: all }]
            if all == docs && index.postings(*postings, *rank).len() == total =>
        {
            best_of_word(index, index.postings(*postings, *rank), limit)
        }
        [Found::Dense { freqs, docs: all }] if all == docs => {
            best_of_dense(index, docs, total, freqs, limit)
        }
        _ if total < index.docs() / 16 => best_of_few(index, docs, found, limit),
        _ => best_of_many(index, docs, found, limit),
    }
}

/// The best for a single word: the blocks of its postings in the order of what
/// they can reach at most, until no other can add anything.
fn best_of_word<B: AsRef<[u8]>>(index: &Index<B>, list: List<'_>, limit: usize) -> Vec<(u32, f32)> {
    let weight = idf(list.len(), index.docs());
    let mut blocks: Vec<u64> = (0..list.blocks())
        .map(|at| sort::key(u32::from(u8::MAX - list.impact(at)), at as u32))
        .collect();
    sort::keys(&mut blocks);
    let mut best = Best::new(limit);
    let mut block = Block::default();
    let codes = index.length_codes();
    for key in blocks {
        let (short_of_full, at) = sort::parts(key);
        if weight * ((255 - short_of_full) as f32 / 255.0) < best.least.1 {
            break;
        }
        list.read(at as usize, &mut block, true);
        for (doc, freq) in block.docs[..block.len].iter().zip(&block.freqs) {
            let code = codes.get(*doc as usize).copied().unwrap_or(0);
            best.offer(*doc, weight * index.lengths.saturation(*freq, code));
        }
    }
    best.finish()
}

/// The best for one union of words: most articles are turned down by a
/// multiplication.
fn best_of_dense<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    total: u32,
    freqs: &[u8],
    limit: usize,
) -> Vec<(u32, f32)> {
    let weight = idf(total, index.docs());
    let codes = index.length_codes();
    let mut best = Best::new(limit);
    let (mut ratio, mut least) = (0.0, f32::NEG_INFINITY);
    for doc in docs.iter() {
        let (freq, code) = (freqs[doc as usize], codes[doc as usize]);
        if f32::from(freq) < index.lengths.needed(ratio, code) {
            continue;
        }
        best.offer(doc, weight * index.lengths.saturation(u32::from(freq), code));
        if best.least.1 > least {
            least = best.least.1;
            ratio = score::ratio(least / weight);
        }
    }
    best.finish()
}

/// Scores for articles in ascending order, each beside its article.
fn best_of_few<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    found: &[Found],
    limit: usize,
) -> Vec<(u32, f32)> {
    let mut scored: Vec<(u32, f32)> = docs.iter().map(|doc| (doc, 0.0)).collect();
    let mut block = Block::default();
    for one in found {
        let weight = idf(one.len(index), index.docs());
        let mut at = 0;
        one.each(index, docs, &mut block, |doc, freq| {
            while scored.get(at).is_some_and(|(other, _)| *other < doc) {
                at += 1;
            }
            if let Some((other, score)) = scored.get_mut(at)
                && *other == doc
            {
                *score += weight * saturation(index, doc, freq);
            }
        });
    }
    let mut best = Best::new(limit);
    scored.into_iter().for_each(|(doc, score)| best.offer(doc, score));
    best.finish()
}

/// Scores in a table of all articles.
fn best_of_many<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    found: &[Found],
    limit: usize,
) -> Vec<(u32, f32)> {
    let mut scores = vec![0f32; index.docs() as usize];
    let mut block = Block::default();
    for one in found {
        let weight = idf(one.len(index), index.docs());
        one.each(index, docs, &mut block, |doc, freq| {
            if let Some(score) = scores.get_mut(doc as usize) {
                *score += weight * saturation(index, doc, freq);
            }
        });
    }
    let mut best = Best::new(limit);
    docs.iter().for_each(|doc| best.offer(doc, scores[doc as usize]));
    best.finish()
}

#[inline]
fn saturation<B: AsRef<[u8]>>(index: &Index<B>, doc: u32, freq: u32) -> f32 {
    index.lengths.saturation(freq, index.length_codes().get(doc as usize).copied().unwrap_or(0))
}

/// Keeps the best of what it is offered. Scores are at least 0.
struct Best {
    limit: usize,
    /// Up to twice the limit; cut back when full. Keys: the best score first,
    /// then the first article (the bits of such floats are in their order).
    kept: Vec<u64>,
    /// The worst of the best so far; none before there are enough.
    least: (u32, f32),
}

impl Best {
    fn new(limit: usize) -> Self {
        let kept = Vec::with_capacity(limit.min(4096) * 2);
        Self { limit, kept, least: (u32::MAX, f32::NEG_INFINITY) }
    }

    #[inline]
    fn offer(&mut self, doc: u32, score: f32) {
        if score > self.least.1 || (score == self.least.1 && doc < self.least.0) {
            self.kept.push(sort::key(!score.to_bits(), doc));
            if self.kept.len() >= self.limit.saturating_mul(2) {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        sort::keys(&mut self.kept);
        self.kept.truncate(self.limit);
        if let (true, Some(last)) = (self.kept.len() == self.limit, self.kept.last()) {
            self.least = entry(*last);
        }
    }

    fn finish(mut self) -> Vec<(u32, f32)> {
        self.cut();
        self.kept.into_iter().map(entry).collect()
    }
}

fn entry(key: u64) -> (u32, f32) {
    let (score, doc) = sort::parts(key);
    (doc, f32::from_bits(!score))
}

//! The best articles of a set.

use super::DocSet;
use super::leaf::Found;
use super::score::idf;
use crate::index::Index;

/// The `limit` best of `docs`, best first; equal ones in the order of the corpus.
pub(crate) fn best<B: AsRef<[u8]>>(
    index: &Index<B>,
    docs: &DocSet,
    found: &[Found],
    limit: usize,
) -> Vec<(u32, f32)> {
    if limit == 0 {
        return Vec::new();
    }
    if found.is_empty() {
        return docs.iter().take(limit).map(|doc| (doc, 0.0)).collect();
    }
    let mut scores = vec![0f32; index.docs() as usize];
    found.iter().for_each(|one| add(index, one, &mut scores));
    let mut best = Best::new(limit);
    docs.iter().for_each(|doc| best.offer(doc, scores[doc as usize]));
    best.finish()
}

fn add<B: AsRef<[u8]>>(index: &Index<B>, found: &Found, scores: &mut [f32]) {
    let codes = index.length_codes();
    let weight = |docs: u32| idf(docs, index.docs());
    let mut count = |doc: u32, freq: u32, weight: f32| {
        if let (Some(score), Some(code)) = (scores.get_mut(doc as usize), codes.get(doc as usize)) {
            *score += weight * index.lengths.saturation(freq, *code);
        }
    };
    match found {
        Found::Word { rank, postings, .. } => {
            let list = index.postings(*postings, *rank);
            let weight = weight(list.len());
            list.each(|doc, freq| count(doc, freq, weight));
        }
        Found::Dense { freqs, docs } => {
            let weight = weight(docs.len());
            docs.iter().for_each(|doc| count(doc, u32::from(freqs[doc as usize]), weight));
        }
        Found::Sparse { counts, .. } => {
            let weight = weight(counts.len() as u32);
            counts.iter().for_each(|(doc, freq)| count(*doc, u32::from(*freq), weight));
        }
    }
}

/// Keeps the best of what it is offered; articles come in ascending order.
pub(crate) struct Best {
    limit: usize,
    /// Up to twice the limit; cut back when full.
    kept: Vec<(u32, f32)>,
    /// A score that does not reach this cannot be among the best.
    least: f32,
}

impl Best {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, kept: Vec::with_capacity(limit.min(4096) * 2), least: f32::NEG_INFINITY }
    }

    #[inline]
    pub(crate) fn offer(&mut self, doc: u32, score: f32) {
        if score > self.least {
            self.kept.push((doc, score));
            if self.kept.len() >= self.limit * 2 {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        self.kept.sort_unstable_by(order);
        self.kept.truncate(self.limit);
        if let (true, Some(last)) = (self.kept.len() == self.limit, self.kept.last()) {
            self.least = last.1;
        }
    }

    pub(crate) fn finish(mut self) -> Vec<(u32, f32)> {
        self.cut();
        self.kept
    }
}

fn order(a: &(u32, f32), b: &(u32, f32)) -> std::cmp::Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

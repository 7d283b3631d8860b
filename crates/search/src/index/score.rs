//! BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework:
//! BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009.
//! A word in the title counts as several in the body (the simple form of BM25F).

use super::length_of;

/// How fast further occurrences count less.
const K1: f32 = 1.2;
/// How much long articles are held back.
const B: f32 = 0.75;

/// The effect of an article's length on its scores.
pub(crate) struct Lengths {
    /// K for each length code.
    k: Vec<f32>,
}

impl Lengths {
    /// For a corpus of `words` words in `docs` articles.
    pub(crate) fn new(words: u32, docs: u32) -> Self {
        let average = (words as f32 / docs.max(1) as f32).max(1.0);
        let k = |code| K1 * (1.0 - B + B * length_of(code) / average);
        Self { k: (0..=u8::MAX).map(k).collect() }
    }

    /// From 0 to 1: how far `freq` occurrences in an article of this length go.
    #[inline]
    pub(crate) fn saturation(&self, freq: u32, code: u8) -> f32 {
        let freq = freq as f32;
        freq / (freq + self.k[code as usize])
    }
}

impl Lengths {
    /// The frequency that an article of this length needs for `saturation`.
    #[inline]
    pub(crate) fn needed(&self, ratio: f32, code: u8) -> f32 {
        ratio * self.k[code as usize]
    }
}

/// What [`Lengths::needed`] takes for a saturation.
pub(crate) fn ratio(saturation: f32) -> f32 {
    // A little less, so that rounding loses nothing.
    (saturation / (1.0 - saturation)).max(0.0) * 0.9999
}

/// The weight of something that is in `with` of `docs` articles; above 0.
pub(crate) fn idf(with: u32, docs: u32) -> f32 {
    let (with, docs) = (with as f32, docs as f32);
    (1.0 + (docs - with + 0.5) / (with + 0.5)).ln() * (K1 + 1.0)
}

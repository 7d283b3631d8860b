//! A reader's articles beside those that were published.

use dateline_corpus::{BuildError, Corpus, CorpusBuilder};

/// The value of [`dateline_corpus::COLLECTION`] of what was published.
pub const PUBLISHED: &str = "published";

/// The value of [`dateline_corpus::COLLECTION`] of what the reader brought.
pub const YOURS: &str = "yours";

/// A pack of both, with its index: what was published first.
///
/// # Errors
/// When only contexts of one of them are there, or both are longer than 4 GiB.
pub fn beside(published: &Corpus, own: &Corpus) -> Result<Vec<u8>, BuildError> {
    let mut builder = CorpusBuilder::new();
    builder.set_title(published.title());
    builder.set_index(true);
    builder.push_all(published, Some(PUBLISHED))?;
    builder.push_all(own, Some(YOURS))?;
    builder.build()
}

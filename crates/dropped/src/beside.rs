//! A reader's articles beside those that were published.

use dateline_corpus::{BuildError, Corpus, CorpusBuilder, PUBLISHED, YOURS};

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

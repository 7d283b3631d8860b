//! Joining: the articles of opened corpora side by side in a new one, each told apart
//! by a field, with everything that was read and annotated before.

use crate::pack::mentions::Annotated;
use crate::pack::record::Record;
use crate::{Article, BuildError, Corpus, CorpusBuilder, Prepared};

/// The field that tells of each article which corpus it is from.
pub const COLLECTION: &str = "collection";

/// The value of [`COLLECTION`] of what was published.
pub const PUBLISHED: &str = "published";

/// The value of [`COLLECTION`] of what a reader brought.
pub const YOURS: &str = "yours";

impl CorpusBuilder {
    /// Adds every article of a corpus as it is there; what stands in it twice was decided
    /// there. Names that are taken get a number behind them. With a `collection`, that
    /// becomes the one value of the field [`COLLECTION`].
    ///
    /// # Errors
    /// When only contexts of the articles are there.
    pub fn push_all(
        &mut self,
        corpus: &Corpus,
        collection: Option<&str>,
    ) -> Result<(), BuildError> {
        if corpus.contexts_only().is_some() {
            return Err(BuildError::Withheld);
        }
        let from = format!("of={}\n", corpus.hash());
        for id in corpus.ids() {
            let mut prepared = corpus.with_article(id, |article| Prepared::of(corpus, article));
            prepared.record.name = self.free_name(prepared.name());
            prepared.declared.clone_from(&from);
            if let Some(collection) = collection {
                prepared.fields.retain(|(name, _)| name != COLLECTION);
                prepared.fields.push((COLLECTION.to_owned(), vec![collection.to_owned()]));
            }
            self.push(prepared)?;
        }
        Ok(())
    }
}

impl Prepared {
    /// An article of an opened corpus, as if it had just been read.
    fn of(corpus: &Corpus, article: &Article<'_>) -> Prepared {
        let values = |name: &str| article.field(name).map(str::to_owned).collect::<Vec<_>>();
        let fields = corpus.field_names().map(|name| (name.to_owned(), values(name)));
        Prepared {
            text: article.text().to_owned(),
            record: Record {
                // Where the article does not give one, that of its corpus.
                language: article.language().unwrap_or_default().to_owned(),
                ..article.record().to_owned()
            },
            blocks: article.blocks().to_vec(),
            date: article.date(),
            annotated: Annotated::found(article.annotations(), article.blocks()),
            fields: fields.filter(|(_, values)| !values.is_empty()).collect(),
            content: article.holds().into(),
            ..Prepared::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Input;

    #[test]
    fn texts_that_pass_are_not_kept() {
        for coded in [false, true] {
            let mut builder = CorpusBuilder::new();
            builder.set_coded(coded);
            for n in 0..3 {
                let text = format!("Rain in Peru\n\nIt rained in Lima for {n} days.");
                builder.add(Input::dump(format!("{n}"), text)).expect("an article");
            }
            let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
            let mut joined = CorpusBuilder::new();
            joined.push_all(&corpus, None).expect("whole articles");
            assert_eq!(corpus.kept_texts(), 0, "{coded}");
            let joined = Corpus::open(joined.build().expect("a pack")).expect("a corpus");
            let texts = |c: &Corpus| c.articles().map(|a| a.text().to_owned()).collect::<Vec<_>>();
            assert_eq!(texts(&joined), texts(&corpus), "{coded}");
            assert_eq!(corpus.kept_texts(), if coded { 3 } else { 0 });
        }
    }
}

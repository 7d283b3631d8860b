//! Edits as they are stored: by the names of articles, which stay while numbers may change.

use crate::model::shared::{Edit, Shared};
use dateline_corpus::{ArticleId, BlockKind, Date, KindEdit, MetadataEdit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An edit: of a block where there is a kind, of metadata otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct StoredEdit {
    article: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    block: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// The edits of a corpus, first to last.
pub(super) fn stored(corpus: &Shared) -> Vec<StoredEdit> {
    let base = corpus.as_read();
    let one = |edit: &Edit| {
        Some(match edit {
            Edit::BlockKind(KindEdit { article, block, kind }) => StoredEdit {
                article: base.article(*article)?.name().to_owned(),
                block: Some(*block),
                kind: Some(kind.name().to_owned()),
                ..StoredEdit::default()
            },
            Edit::Metadata(MetadataEdit { article, title, source, date }) => StoredEdit {
                article: base.article(*article)?.name().to_owned(),
                title: title.clone(),
                source: source.clone(),
                date: date.map(|date| date.to_string()),
                ..StoredEdit::default()
            },
        })
    };
    corpus.edits().iter().filter_map(one).collect()
}

/// Stored edits of the articles that are here.
pub(super) fn edits(corpus: &Shared, stored: &[StoredEdit]) -> Vec<Edit> {
    if stored.is_empty() {
        return Vec::new();
    }
    let base = corpus.as_read();
    let ids: BTreeMap<String, ArticleId> =
        base.articles().map(|article| (article.name().to_owned(), article.id())).collect();
    let one = |stored: &StoredEdit| {
        let article = *ids.get(&stored.article)?;
        let kind = stored.kind.as_deref().map(BlockKind::from_name);
        Some(match (stored.block, kind) {
            (Some(block), Some(kind)) => Edit::BlockKind(KindEdit { article, block, kind: kind? }),
            _ => Edit::Metadata(MetadataEdit {
                article,
                title: stored.title.clone(),
                source: stored.source.clone(),
                date: stored.date.as_deref().and_then(Date::parse),
            }),
        })
    };
    stored.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::{CorpusBuilder, Input};

    fn corpus(names: &[&str]) -> Shared {
        let mut builder = CorpusBuilder::new();
        for name in names {
            let text = "Rain fell on the hills of Chile in May.\n\nMore rain came in June.";
            builder.add(Input::read(*name, Some("Rain".to_owned()), text)).unwrap();
        }
        Shared::open(builder.build().unwrap()).unwrap()
    }

    #[test]
    fn edits_find_their_articles_by_name() {
        let before = corpus(&["a.txt", "b.txt"]);
        let metadata = MetadataEdit {
            title: Some("Snow".to_owned()),
            date: Date::parse("1987-03"),
            ..MetadataEdit::none(ArticleId(1))
        };
        let kind = KindEdit { article: ArticleId(1), block: 1, kind: BlockKind::Furniture };
        let made = vec![Edit::Metadata(metadata.clone()), Edit::BlockKind(kind)];
        let stored = stored(&before.with_edits(made));
        let moved = |article| {
            vec![
                Edit::Metadata(MetadataEdit { article, ..metadata.clone() }),
                Edit::BlockKind(KindEdit { article, ..kind }),
            ]
        };
        let rows: [(&[&str], Vec<Edit>); 3] = [
            (&["a.txt", "b.txt"], moved(ArticleId(1))),
            (&["x.txt", "y.txt", "b.txt"], moved(ArticleId(2))),
            (&["a.txt"], Vec::new()),
        ];
        for (names, want) in rows {
            assert_eq!(edits(&corpus(names), &stored), want, "{names:?}");
        }
    }
}

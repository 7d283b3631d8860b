//! Everything that one document gave, as bytes that go from the reading to the collecting side.
//! Both are the same program: no format for others.

use dateline_corpus::Prepared;
use serde::{Deserialize, Serialize};

/// The result of one document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Step {
    /// Bytes of the document.
    pub(crate) bytes: u64,
    pub(crate) items: Vec<Item>,
}

/// Something in a document.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Item {
    Article {
        article: Box<Prepared>,
        format: String,
        notes: Vec<String>,
    },
    Skipped {
        name: String,
        reason: String,
    },
    /// Things that nobody would expect an article of.
    LeftOut {
        what: String,
    },
}

impl Step {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        // Into a vector, nothing of a step fails.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The step that [`Step::to_bytes`] wrote; `None` for other bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Step> {
        let (step, rest) = postcard::take_from_bytes::<Step>(bytes).ok()?;
        rest.is_empty().then_some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::Input;

    #[test]
    fn goes_round_and_refuses_other_bytes() {
        let article = Prepared::new(Input::dump("a", "It rained in Peru.")).expect("an article");
        let (format, notes) = ("text".to_owned(), vec!["read as UTF-16".to_owned()]);
        let skipped = Item::Skipped { name: "b".to_owned(), reason: "a picture".to_owned() };
        let items = vec![Item::Article { article: Box::new(article), format, notes }, skipped];
        let step = Step { bytes: 1 << 40, items };
        let bytes = step.to_bytes();
        let again = Step::from_bytes(&bytes).expect("the same");
        assert_eq!((again.bytes, again.to_bytes()), (step.bytes, bytes.clone()));
        for length in 0..bytes.len() {
            assert!(Step::from_bytes(&bytes[..length]).is_none(), "{length} bytes");
        }
        assert!(Step::from_bytes(&[bytes, vec![0]].concat()).is_none(), "a byte too many");
    }
}

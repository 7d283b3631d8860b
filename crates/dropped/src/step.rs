//! What one document gave, as bytes that go from the reading to the collecting side.
//! Both are the same program: no format for others.
//!
//! The bytes of the document (u64), then parts, each a letter, its length (u32) and its
//! bytes: `A` an article, then `F` its format and `N` a note for each thing guessed; or
//! `S` the name of what is no article, then `R` the reason. Numbers are little-endian.

use dateline_corpus::Prepared;

/// What one document gave.
#[derive(Debug, Default)]
pub(crate) struct Step {
    /// Bytes of the document.
    pub(crate) bytes: u64,
    pub(crate) items: Vec<Item>,
}

/// Something in a document.
#[derive(Debug)]
pub(crate) enum Item {
    Article { article: Box<Prepared>, format: String, notes: Vec<String> },
    Skipped { name: String, reason: String },
}

impl Step {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.bytes.to_le_bytes().to_vec();
        let mut put = |letter: u8, bytes: &[u8]| {
            out.push(letter);
            out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            out.extend_from_slice(bytes);
        };
        for item in &self.items {
            match item {
                Item::Article { article, format, notes } => {
                    put(b'A', &article.to_bytes());
                    put(b'F', format.as_bytes());
                    notes.iter().for_each(|note| put(b'N', note.as_bytes()));
                }
                Item::Skipped { name, reason } => {
                    put(b'S', name.as_bytes());
                    put(b'R', reason.as_bytes());
                }
            }
        }
        out
    }

    /// What [`Step::to_bytes`] wrote; `None` for other bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Step> {
        let (bytes, mut rest) = bytes.split_first_chunk::<8>()?;
        let mut step = Step { bytes: u64::from_le_bytes(*bytes), items: Vec::new() };
        while !rest.is_empty() {
            let (letter, part) = part(&mut rest)?;
            let text = || String::from_utf8(part.to_vec()).ok();
            match (letter, step.items.last_mut()) {
                (b'A', _) => {
                    let article = Box::new(Prepared::from_bytes(part)?);
                    let (format, notes) = (String::new(), Vec::new());
                    step.items.push(Item::Article { article, format, notes });
                }
                (b'F', Some(Item::Article { format, .. })) => *format = text()?,
                (b'N', Some(Item::Article { notes, .. })) => notes.push(text()?),
                (b'S', _) => {
                    step.items.push(Item::Skipped { name: text()?, reason: String::new() });
                }
                (b'R', Some(Item::Skipped { reason, .. })) => *reason = text()?,
                _ => return None,
            }
        }
        Some(step)
    }
}

fn part<'b>(bytes: &mut &'b [u8]) -> Option<(u8, &'b [u8])> {
    let (letter, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (part, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    Some((*letter, part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::Input;

    #[test]
    fn goes_round_and_refuses_what_is_cut() {
        let article = Prepared::new(Input::dump("a", "It rained in Peru.")).expect("an article");
        let (format, notes) = ("text".to_owned(), vec!["read as UTF-16".to_owned()]);
        let skipped = Item::Skipped { name: "b".to_owned(), reason: "a picture".to_owned() };
        let items = vec![Item::Article { article: Box::new(article), format, notes }, skipped];
        let step = Step { bytes: 1 << 40, items };
        let bytes = step.to_bytes();
        let again = Step::from_bytes(&bytes).expect("the same");
        assert_eq!((again.bytes, again.to_bytes()), (step.bytes, bytes.clone()));
        for length in (0..bytes.len()).filter(|n| bytes[*n..].len() > "a picture".len() + 5) {
            let whole = Step::from_bytes(&bytes[..length]).is_none_or(|s| s.items.len() < 2);
            assert!(whole, "{length}");
        }
    }
}

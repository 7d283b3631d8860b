//! The texts of a pack on their way into it: as they are, or as numbers of their words.

use crate::BuildError;
use crate::build::spool::Store;
use dateline_search::coded::Counts;

/// Texts of so many bytes in all become numbers: below, a page that compresses its
/// files gains nothing.
const MIN_BYTES_TO_ENCODE: u64 = 1 << 18;

/// Texts one after another, and where each ends.
pub(crate) struct Packing {
    pub(crate) texts: Store,
    pub(crate) ends: Vec<u32>,
}

impl Packing {
    /// The texts as they go into the pack, and the words where they are numbers of
    /// words: `wanted`, or unless that is said, large ones that become smaller by it.
    /// `room` is where the numbers go. Reads the texts twice.
    pub(crate) fn coded(
        mut self,
        wanted: Option<bool>,
        mut room: Store,
    ) -> Result<(Packing, Option<Vec<u8>>), BuildError> {
        let size = self.texts.len();
        if !wanted.unwrap_or(size >= MIN_BYTES_TO_ENCODE) {
            return Ok((self, None));
        }
        let mut counts = Counts::default();
        self.each(|text| {
            counts.add(text);
            Ok(())
        })?;
        let numbers = counts.finish();
        let words = numbers.section(size);
        let (mut item, mut ends) = (Vec::new(), Vec::with_capacity(self.ends.len()));
        self.each(|text| {
            item.clear();
            numbers.code(text, &mut item);
            room.append(&item)?;
            ends.push(u32::try_from(room.len()).map_err(|_| BuildError::TooLarge)?);
            Ok(())
        })?;
        if wanted.is_none() && words.len() as u64 + room.len() > size / 4 * 3 {
            return Ok((self, None));
        }
        Ok((Packing { texts: room, ends }, Some(words)))
    }

    /// Every text in order.
    fn each(
        &mut self,
        mut with: impl FnMut(&str) -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        let mut start = 0;
        for end in &self.ends {
            let bytes = self.texts.read(u64::from(start)..u64::from(*end))?;
            let text = String::from_utf8(bytes);
            with(&text.map_err(|_| std::io::Error::from(std::io::ErrorKind::InvalidData))?)?;
            start = *end;
        }
        Ok(())
    }
}

//! Metadata fields as columns: for each article the numbers of its values.

use crate::ArticleId;
use crate::format::bytes::Cursor;

/// One field of all articles.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// The values, sorted.
    pub(crate) values: Vec<String>,
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl Column {
    /// The columns of a `FLDS` section. `None` when it is damaged.
    pub(crate) fn open_all(section: &[u8], articles: u32) -> Option<Vec<Column>> {
        let mut cursor = Cursor::new(section);
        let count = cursor.number()?;
        (0..count).map(|_| Column::open(&mut cursor, articles)).collect()
    }

    fn open(cursor: &mut Cursor<'_>, articles: u32) -> Option<Column> {
        let name = cursor.str()?.to_owned();
        let count = cursor.number()?;
        let values = (0..count).map(|_| cursor.str().map(str::to_owned));
        let values: Vec<String> = values.collect::<Option<_>>()?;
        let (mut ends, mut numbers) = (Vec::new(), Vec::new());
        for _ in 0..articles {
            for _ in 0..cursor.number()? {
                numbers.push(cursor.number().filter(|n| *n < count)?);
            }
            ends.push(u32::try_from(numbers.len()).ok()?);
        }
        Some(Column { name, values, ends, numbers })
    }

    /// The numbers of an article's values, rising.
    pub(crate) fn of(&self, id: ArticleId) -> &[u32] {
        let at = id.0 as usize;
        let start = at.checked_sub(1).and_then(|a| self.ends.get(a)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        &self.numbers[start as usize..end as usize]
    }
}

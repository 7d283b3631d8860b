//! Metadata fields as columns, written and read: for each article the numbers of its values.

use crate::ArticleId;
use dateline_text::bytes::{Cursor, put_str, put_varint};

/// One field of all articles.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// The values, sorted.
    pub(crate) values: Vec<String>,
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// The other way round: the articles of each value.
    value_ends: Vec<u32>,
    articles: Vec<u32>,
}

impl Column {
    /// The columns of a `FLDS` section. `None` when it is damaged.
    pub(crate) fn open_all(section: &[u8], articles: u32) -> Option<Vec<Column>> {
        let mut cursor = Cursor::new(section);
        let count = cursor.count(2)?;
        let columns: Option<Vec<Column>> =
            (0..count).map(|_| Column::open(&mut cursor, articles)).collect();
        columns.filter(|_| cursor.left() == 0)
    }

    /// The next column. `None` when it is damaged: values and their numbers rise.
    pub(crate) fn open(cursor: &mut Cursor<'_>, articles: u32) -> Option<Column> {
        let name = cursor.str()?.to_owned();
        let count = cursor.count(1)?;
        let values = (0..count).map(|_| cursor.str().map(str::to_owned));
        let values: Vec<String> = values.collect::<Option<_>>()?;
        let (mut ends, mut numbers) = (Vec::new(), Vec::new());
        (articles as usize <= cursor.left()).then_some(())?;
        for _ in 0..articles {
            let start = numbers.len();
            for _ in 0..cursor.count(1)? {
                numbers.push(cursor.number().filter(|n| (*n as usize) < count)?);
            }
            numbers[start..].is_sorted_by(|a, b| a < b).then_some(())?;
            ends.push(u32::try_from(numbers.len()).ok()?);
        }
        values.is_sorted_by(|a, b| a < b).then_some(())?;
        let mut column =
            Column { name, values, ends, numbers, value_ends: Vec::new(), articles: Vec::new() };
        column.invert(articles);
        Some(column)
    }

    /// A counting sort of the articles by value.
    fn invert(&mut self, articles: u32) {
        let mut next = vec![0_u32; self.values.len() + 1];
        for &number in &self.numbers {
            next[number as usize + 1] += 1;
        }
        for value in 1..next.len() {
            next[value] += next[value - 1];
        }
        self.articles = vec![0; self.numbers.len()];
        for id in 0..articles {
            for number in self.range(ArticleId(id)) {
                let place = &mut next[self.numbers[number] as usize];
                self.articles[*place as usize] = id;
                *place += 1;
            }
        }
        next.pop();
        self.value_ends = next;
    }

    /// The articles that have the value with this number, rising.
    pub(crate) fn articles(&self, value: usize) -> &[u32] {
        let start = value.checked_sub(1).and_then(|v| self.value_ends.get(v)).copied().unwrap_or(0);
        let end = self.value_ends.get(value).copied().unwrap_or(start);
        &self.articles[start as usize..end as usize]
    }

    /// The numbers of an article's values, rising.
    pub(crate) fn of(&self, id: ArticleId) -> &[u32] {
        &self.numbers[self.range(id)]
    }

    fn range(&self, id: ArticleId) -> std::ops::Range<usize> {
        let at = id.0 as usize;
        let start = at.checked_sub(1).and_then(|a| self.ends.get(a)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        start as usize..end as usize
    }
}

/// The values of one field on their way into a pack, article by article.
#[derive(Default)]
pub(crate) struct ColumnWriter {
    rows: Vec<(ArticleId, Vec<String>)>,
}

impl ColumnWriter {
    /// Adds the values of the next article.
    pub(crate) fn push(&mut self, id: ArticleId, values: impl Iterator<Item = String>) {
        let mut values: Vec<String> = values.filter(|v| !v.is_empty()).collect();
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            self.rows.push((id, values));
        }
    }

    /// Writes the column of so many articles.
    pub(crate) fn write(&self, name: &str, articles: u32, out: &mut Vec<u8>) {
        let mut values: Vec<&str> =
            self.rows.iter().flat_map(|(_, v)| v.iter().map(String::as_str)).collect();
        values.sort_unstable();
        values.dedup();
        put_str(out, name);
        put_varint(out, values.len() as u64);
        for value in &values {
            put_str(out, value);
        }
        let mut rows = self.rows.iter().peekable();
        for id in (0..articles).map(ArticleId) {
            let row = rows.next_if(|(at, _)| *at == id).map_or(&[][..], |(_, v)| v);
            put_varint(out, row.len() as u64);
            for value in row {
                let number = values.partition_point(|v| *v < value.as_str());
                put_varint(out, number as u64);
            }
        }
    }
}

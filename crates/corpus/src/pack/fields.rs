//! Metadata fields as columns, written and read: the numbers of the values of each article. Fields of
//! few articles stand in a section of their own, which names these articles, so that a pack grows with
//! the values and not with the product of fields and articles.

use crate::ArticleId;
use dateline_text::bytes::{Cursor, put_str, put_varint};
use dateline_text::compact::sort_by;

/// One field of all articles.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// The values, sorted.
    pub(crate) values: Vec<String>,
    /// The articles that have values, rising; `None` for a column that has a row for every article.
    rows: Option<Vec<u32>>,
    /// Where the numbers of each row end.
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// The other way round: the articles of each value.
    value_ends: Vec<u32>,
    articles: Vec<u32>,
}

impl Column {
    /// The columns of the sections `FLDS` and `RARE`: the source first, the others by name. `None`
    /// when one of them is damaged.
    pub(crate) fn open_all(fields: &[u8], rare: &[u8], articles: u32) -> Option<Vec<Column>> {
        let mut columns = Column::open_section(fields, |cursor| Column::open(cursor, articles))?;
        if !rare.is_empty() {
            let open = |cursor: &mut Cursor<'_>| Column::open_rare(cursor, articles);
            columns.extend(Column::open_section(rare, open)?);
            let source = (!columns.is_empty()).then(|| columns.remove(0))?;
            sort_by(&mut columns, |a, b| a.name.cmp(&b.name));
            columns.insert(0, source);
        }
        Some(columns)
    }

    fn open_section(
        section: &[u8],
        open: impl Fn(&mut Cursor<'_>) -> Option<Column>,
    ) -> Option<Vec<Column>> {
        let mut cursor = Cursor::new(section);
        let count = cursor.count(2)?;
        let columns: Option<Vec<Column>> = (0..count).map(|_| open(&mut cursor)).collect();
        columns.filter(|_| cursor.left() == 0)
    }

    /// The next column of `FLDS`. `None` when it is damaged: values and their numbers rise.
    pub(crate) fn open(cursor: &mut Cursor<'_>, articles: u32) -> Option<Column> {
        let mut column = Column::head(cursor)?;
        (articles as usize <= cursor.left()).then_some(())?;
        for _ in 0..articles {
            column.row(cursor)?;
        }
        column.invert(0..articles);
        Some(column)
    }

    /// The next column of `RARE`. `None` when it is damaged: articles, values and their numbers rise.
    fn open_rare(cursor: &mut Cursor<'_>, articles: u32) -> Option<Column> {
        let mut column = Column::head(cursor)?;
        let (mut rows, mut next) = (Vec::new(), 0_u32);
        for _ in 0..cursor.count(2)? {
            let id = next.checked_add(cursor.number()?).filter(|id| *id < articles)?;
            rows.push(id);
            next = id + 1;
            column.row(cursor)?;
        }
        column.invert(rows.iter().copied());
        column.rows = Some(rows);
        Some(column)
    }

    /// Name and values of the next column.
    fn head(cursor: &mut Cursor<'_>) -> Option<Column> {
        let name = cursor.str()?.to_owned();
        let count = cursor.count(1)?;
        let values = (0..count).map(|_| cursor.str().map(str::to_owned));
        let values: Vec<String> = values.collect::<Option<_>>()?;
        values.is_sorted_by(|a, b| a < b).then_some(Column {
            name,
            values,
            rows: None,
            ends: Vec::new(),
            numbers: Vec::new(),
            value_ends: Vec::new(),
            articles: Vec::new(),
        })
    }

    /// The numbers of the values of the next article.
    fn row(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        let start = self.numbers.len();
        for _ in 0..cursor.count(1)? {
            let is_known = |n: &u32| (*n as usize) < self.values.len();
            self.numbers.push(cursor.number().filter(is_known)?);
        }
        self.numbers[start..].is_sorted_by(|a, b| a < b).then_some(())?;
        self.ends.push(u32::try_from(self.numbers.len()).ok()?);
        Some(())
    }

    /// A counting sort of the articles by value; `ids` are those of the rows.
    fn invert(&mut self, ids: impl Iterator<Item = u32>) {
        let mut next = vec![0_u32; self.values.len() + 1];
        for &number in &self.numbers {
            next[number as usize + 1] += 1;
        }
        for value in 1..next.len() {
            next[value] += next[value - 1];
        }
        self.articles = vec![0; self.numbers.len()];
        for (row, id) in ids.enumerate() {
            for number in self.row_range(row) {
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

    /// The articles that have values, rising, where they are few; else `None`.
    pub(crate) fn rare(&self) -> Option<&[u32]> {
        self.rows.as_deref()
    }

    fn range(&self, id: ArticleId) -> std::ops::Range<usize> {
        match &self.rows {
            None => self.row_range(id.0 as usize),
            Some(rows) => rows.binary_search(&id.0).map_or(0..0, |row| self.row_range(row)),
        }
    }

    /// Where the numbers of a row are.
    fn row_range(&self, row: usize) -> std::ops::Range<usize> {
        let start = row.checked_sub(1).and_then(|r| self.ends.get(r)).copied().unwrap_or(0);
        let end = self.ends.get(row).copied().unwrap_or(start);
        start as usize..end as usize
    }
}

/// Bytes that must be saved before a field of few articles goes to a section of its own.
const MIN_BYTES_SAVED: usize = 4096;

/// Bytes that naming an article takes at most, as a rule.
const MAX_BYTES_A_NAME: usize = 4;

/// Writes the numbers of an article's values.
fn write_row(row: &[String], values: &[&str], out: &mut Vec<u8>) {
    put_varint(out, row.len() as u64);
    for value in row {
        put_varint(out, values.partition_point(|v| *v < value.as_str()) as u64);
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

    /// Whether naming its articles takes less than a row for each of so many, by enough to matter.
    pub(crate) fn is_rare(&self, articles: u32) -> bool {
        MIN_BYTES_SAVED + self.rows.len() * MAX_BYTES_A_NAME < articles as usize
    }

    /// Writes the column of so many articles for `FLDS`: a row for each.
    pub(crate) fn write(&self, name: &str, articles: u32, out: &mut Vec<u8>) {
        let values = self.write_head(name, out);
        let mut rows = self.rows.iter().peekable();
        for id in (0..articles).map(ArticleId) {
            let row = rows.next_if(|(at, _)| *at == id).map_or(&[][..], |(_, v)| v);
            write_row(row, &values, out);
        }
    }

    /// Writes the column for `RARE`: the articles that have values, and these.
    pub(crate) fn write_rare(&self, name: &str, out: &mut Vec<u8>) {
        let values = self.write_head(name, out);
        put_varint(out, self.rows.len() as u64);
        let mut next = 0;
        for (id, row) in &self.rows {
            put_varint(out, u64::from(id.0 - next));
            next = id.0 + 1;
            write_row(row, &values, out);
        }
    }

    /// Writes name and values; gives the values, sorted.
    fn write_head(&self, name: &str, out: &mut Vec<u8>) -> Vec<&str> {
        let mut values: Vec<&str> =
            self.rows.iter().flat_map(|(_, v)| v.iter().map(String::as_str)).collect();
        values.sort_unstable();
        values.dedup();
        put_str(out, name);
        put_varint(out, values.len() as u64);
        for value in &values {
            put_str(out, value);
        }
        values
    }
}

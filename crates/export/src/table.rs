//! A table as a value: what a view shows, before it takes the form of a file.

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: not known or not defined.
    Empty,
    /// A text.
    Text(String),
    /// A count.
    Count(u64),
    /// A measure.
    Measure(f64),
}

impl Cell {
    /// The cell as text: nothing, the text, the count in figures, or the shortest
    /// decimal that reads back as the same measure (nothing for one that is not finite).
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Count(count) => count.to_string(),
            Cell::Measure(measure) if measure.is_finite() => measure.to_string(),
            Cell::Measure(_) => String::new(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Cell {
        Cell::Count(count)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Cell {
        Cell::Count(u64::from(count))
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Cell {
        Cell::Count(count as u64)
    }
}

impl From<f64> for Cell {
    fn from(measure: f64) -> Cell {
        Cell::Measure(measure)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// A titled table with a line of column names. A row may be shorter than the
/// columns; what is missing is empty. What is longer is not exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The caption of the table.
    pub title: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// How to read it: the unit, the formula. May be empty.
    pub note: String,
}

impl Table {
    /// An empty table with a title and columns.
    pub fn new(title: impl Into<String>, columns: &[&str]) -> Table {
        let columns = columns.iter().map(|name| (*name).to_owned()).collect();
        Table { title: title.into(), columns, ..Table::default() }
    }

    /// The table with one more row.
    pub fn row(mut self, cells: impl IntoIterator<Item = Cell>) -> Table {
        self.rows.push(cells.into_iter().collect());
        self
    }

    /// The cells of `row`, exactly one for each column.
    pub(crate) fn cells<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = &'a Cell> {
        (0..self.columns.len()).map(|i| row.get(i).unwrap_or(&Cell::Empty))
    }
}

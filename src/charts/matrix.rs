//! The co-mention matrix: how often each two of a few countries are named in the
//! same unit. The lower triangle, as the relation has no direction.

use super::drawing::{Anchor, Drawing, Link, Mark, Shape};
use super::scale::Steps;

/// A matrix of pairs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// Short names of the members ("AF").
    pub members: Vec<String>,
    /// The pairs that occur together; others are empty cells.
    pub pairs: Vec<Pair>,
}

/// One pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The number of the member that comes later in the list: the row.
    pub row: usize,
    /// The number of the member that comes earlier: the column.
    pub column: usize,
    /// How often the two occur together.
    pub count: u64,
    /// Where the cell leads.
    pub href: String,
    /// What a reader of the mark is told.
    pub label: String,
}

/// The side of a cell with its gap, in pixels.
const CELL: f64 = 33.0;
const GAP: f64 = 3.0;
/// Room for the names of the rows.
const NAMES: f64 = 34.0;

/// The lower triangle, names on the left and on the diagonal.
pub fn matrix(matrix: &Matrix) -> Drawing {
    let side = matrix.members.len();
    let width = NAMES + CELL * side as f64 + 8.0;
    let mut drawing = Drawing::new(width, CELL * side as f64);
    let steps = Steps::new(matrix.pairs.iter().map(|p| p.count));
    for (row, name) in matrix.members.iter().enumerate() {
        let base = CELL * row as f64 + CELL / 2.0 + 4.0;
        if row > 0 {
            drawing.marks.push(label((NAMES - 8.0, base), Anchor::End, name));
        }
        // Each name stands on the diagonal, above its column.
        if row + 1 < side {
            let x = NAMES + CELL * row as f64 + (CELL - GAP) / 2.0;
            drawing.marks.push(label((x, base), Anchor::Middle, name));
        }
        for column in 0..row {
            let pair = matrix.pairs.iter().find(|p| p.row == row && p.column == column);
            cell(&mut drawing, &steps, (row, column), pair);
        }
    }
    drawing
}

fn cell(drawing: &mut Drawing, steps: &Steps, (row, column): (usize, usize), pair: Option<&Pair>) {
    let (x, y) = (NAMES + CELL * column as f64, CELL * row as f64);
    let count = pair.map_or(0, |p| p.count);
    let tint = steps.tint(count);
    let shape = Shape::Rect { x, y, width: CELL - GAP, height: CELL - GAP };
    let link = pair
        .filter(|p| p.count > 0)
        .map(|p| Link { href: p.href.as_str().into(), label: p.label.as_str().into() });
    drawing.marks.push(Mark::with_link(&format!("cell tint-{tint}"), shape, link));
    if count > 0 {
        let at = (x + (CELL - GAP) / 2.0, y + CELL / 2.0 + 3.0);
        let text = Shape::Text { at, anchor: Anchor::Middle, text: count.to_string().into() };
        drawing.marks.push(Mark::plain(&format!("fig on-{tint}"), text));
    }
}

fn label(at: (f64, f64), anchor: Anchor, text: &str) -> Mark {
    Mark::plain("txt dim", Shape::Text { at, anchor, text: text.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_triangle() {
        let drawing = matrix(&Matrix {
            members: vec!["AF".into(), "CN".into(), "RU".into()],
            pairs: vec![
                Pair { row: 1, column: 0, count: 4, href: "#a".into(), label: "AF and CN".into() },
                Pair { row: 2, column: 1, count: 0, href: "#b".into(), label: "CN and RU".into() },
            ],
        });
        let classes: Vec<&str> = drawing.marks.iter().map(|m| &*m.class).collect();
        let want = [
            "txt dim", // AF on the diagonal
            "txt dim", // CN in front
            "txt dim", // CN on the diagonal
            "cell tint-5",
            "fig on-5",
            "txt dim", // RU in front
            "cell tint-0",
            "cell tint-0",
        ];
        assert_eq!(classes, want);
        assert_eq!(drawing.links(), 1, "a pair that never meets leads nowhere");
        assert_eq!((drawing.width, drawing.height), (141.0, 99.0));
        assert_eq!(matrix(&Matrix::default()).marks.len(), 0);
    }
}

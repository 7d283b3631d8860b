//! Bars of a ranking: one bar a row, stacked by kind.

use super::drawing::{Anchor, Drawing, Mark, Shape};

/// One part of a stacked bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The class that paints it ("k-name").
    pub class: &'static str,
    /// Its size.
    pub count: u64,
    /// Where it leads; nothing if it leads nowhere.
    pub href: String,
    /// What a reader of the mark is told ("China: 53 names").
    pub label: String,
}

/// One row of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name in front of the bar.
    pub name: String,
    /// The parts from left to right.
    pub parts: Vec<Part>,
}

impl Row {
    /// The size of the whole bar.
    pub fn total(&self) -> u64 {
        self.parts.iter().map(|p| p.count).sum()
    }
}

/// The height of a bar in pixels.
const BAR: f64 = 9.0;

/// The bar of one row, as wide as the page lets it be; a bar of `max` fills it.
pub fn bar(row: &Row, max: u64) -> Drawing {
    let mut drawing = Drawing::fluid(BAR);
    let mut x = 0.0;
    for part in row.parts.iter().filter(|p| p.count > 0) {
        let width = part.count as f64 / max.max(1) as f64;
        let shape = Shape::Rect { x, y: 0.0, width, height: BAR };
        drawing.marks.push(match part.href.as_str() {
            "" => Mark::plain(part.class, shape),
            href => Mark::linked(part.class, shape, href, &part.label),
        });
        x += width;
    }
    drawing
}

/// The whole ranking as one drawing of `width` pixels, for a file: names, totals and
/// bars below each other.
pub fn ranking(rows: &[Row], width: f64) -> Drawing {
    const LINE: f64 = 24.0;
    const NAMES: f64 = 180.0;
    const TOTALS: f64 = 60.0;
    let max = rows.iter().map(Row::total).max().unwrap_or(0);
    let mut drawing = Drawing::new(width, LINE * rows.len() as f64);
    for (i, row) in rows.iter().enumerate() {
        let top = LINE * i as f64;
        let text = |x: f64, anchor: Anchor, text: String| {
            let shape = Shape::Text { at: (x, top + 16.0), anchor, text: text.into() };
            Mark::plain("txt", shape)
        };
        drawing.marks.push(text(0.0, Anchor::Start, row.name.clone()));
        drawing.marks.push(text(NAMES + TOTALS - 12.0, Anchor::End, row.total().to_string()));
        let bars = bar(row, max).in_pixels((width - NAMES - TOTALS).max(1.0));
        drawing.place(&bars, NAMES + TOTALS, top + (LINE - BAR) / 2.0);
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, counts: [u64; 2]) -> Row {
        let part = |class, count, href: &str| Part {
            class,
            count,
            href: href.into(),
            label: format!("{name}: {count}"),
        };
        Row {
            name: name.into(),
            parts: vec![part("k-name", counts[0], "#n"), part("k-demonym", counts[1], "")],
        }
    }

    #[test]
    fn parts_stand_beside_each_other() {
        let drawing = bar(&row("China", [6, 2]), 16);
        let places: Vec<(f64, f64)> = drawing
            .marks
            .iter()
            .map(|m| match m.shape {
                Shape::Rect { x, width, .. } => (x, width),
                _ => panic!("{m:?}"),
            })
            .collect();
        assert_eq!(places, [(0.0, 0.375), (0.375, 0.125)]);
        assert_eq!(drawing.links(), 1);
        assert_eq!(bar(&row("Mali", [0, 0]), 0).marks.len(), 0);
    }

    #[test]
    fn a_file_has_names_totals_and_bars() {
        let markup = ranking(&[row("China", [6, 2]), row("Mali", [1, 0])], 400.0).markup();
        assert_eq!(
            markup,
            "<text class=\"txt\" x=\"0\" y=\"16\" text-anchor=\"start\">China</text>\
             <text class=\"txt\" x=\"228\" y=\"16\" text-anchor=\"end\">8</text>\
             <rect class=\"k-name\" x=\"240\" y=\"7.5\" width=\"120\" height=\"9\"><title>China: 6</title></rect>\
             <rect class=\"k-demonym\" x=\"360\" y=\"7.5\" width=\"40\" height=\"9\"></rect>\
             <text class=\"txt\" x=\"0\" y=\"40\" text-anchor=\"start\">Mali</text>\
             <text class=\"txt\" x=\"228\" y=\"40\" text-anchor=\"end\">1</text>\
             <rect class=\"k-name\" x=\"240\" y=\"31.5\" width=\"20\" height=\"9\"><title>Mali: 1</title></rect>"
        );
    }
}

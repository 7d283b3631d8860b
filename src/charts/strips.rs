//! Dispersion strips: where in each article something is mentioned. One strip an
//! article, as long as the article against the longest; one tick a mention.

use super::drawing::{Anchor, Drawing, Mark, Shape};

/// One tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where in the article, from 0 (its first byte) to 1.
    pub at: f64,
    /// The series, from 0; those from [`MAX_SERIES`] on are drawn as the rest.
    pub series: usize,
    /// Where it leads: the mention in its article.
    pub href: String,
    /// What a reader of the mark is told ("China, word 120 of 684").
    pub label: String,
}

/// One article.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// The title.
    pub title: String,
    /// Its length against that of the longest article, from 0 to 1.
    pub length: f64,
    /// The mentions in order.
    pub ticks: Vec<Tick>,
}

/// How many series have a look of their own.
pub const MAX_SERIES: usize = 3;

/// The height of a strip in pixels.
const HEIGHT: f64 = 18.0;

/// Upper and lower end of the ticks of each series, so that the series differ by
/// more than colour: whole, upper part, lower part; the rest are low stubs.
const TICK_ENDS: [(f64, f64); MAX_SERIES + 1] =
    [(0.0, 18.0), (0.0, 11.0), (7.0, 18.0), (13.0, 18.0)];

/// The strip of one article, as wide as the page lets it be.
pub fn strip(strip: &Strip) -> Drawing {
    let mut drawing = Drawing::fluid(HEIGHT);
    let length = strip.length.clamp(0.02, 1.0);
    let ground = Shape::Rect { x: 0.0, y: 0.0, width: length, height: HEIGHT };
    drawing.marks.push(Mark::plain("strip", ground));
    for tick in &strip.ticks {
        let series = tick.series.min(MAX_SERIES);
        let x = tick.at.clamp(0.0, 1.0) * length;
        let (top, bottom) = TICK_ENDS[series];
        let shape = Shape::Line { from: (x, top), to: (x, bottom) };
        let class = format!("tick series-{}", series + 1);
        drawing.marks.push(Mark::linked(&class, shape, &tick.href, &tick.label));
    }
    drawing
}

/// All strips as one drawing of `width` pixels, for a file: each title above its strip.
pub fn strips(strips: &[Strip], width: f64) -> Drawing {
    const LINE: f64 = 48.0;
    let mut drawing = Drawing::new(width, LINE * strips.len() as f64);
    for (i, article) in strips.iter().enumerate() {
        let top = LINE * i as f64;
        let title = Shape::Text {
            at: (0.0, top + 14.0),
            anchor: Anchor::Start,
            text: article.title.as_str().into(),
        };
        drawing.marks.push(Mark::plain("txt", title));
        drawing.place(&strip(article).in_pixels(width), 0.0, top + 20.0);
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Strip {
        let tick = |at, series| Tick { at, series, href: "#at".into(), label: format!("at {at}") };
        Strip {
            title: "A <title>".into(),
            length: 0.5,
            ticks: vec![tick(0.0, 0), tick(0.5, 2), tick(2.0, 9)],
        }
    }

    #[test]
    fn ticks_stand_in_their_article() {
        let drawing = strip(&sample());
        assert_eq!(drawing.links(), 3);
        let ticks: Vec<(f64, &str)> = drawing.marks[1..]
            .iter()
            .map(|m| match m.shape {
                Shape::Line { from, .. } => (from.0, &*m.class),
                _ => panic!("{m:?}"),
            })
            .collect();
        let want = [(0.0, "tick series-1"), (0.25, "tick series-3"), (0.5, "tick series-4")];
        assert_eq!(ticks, want);
    }

    #[test]
    fn a_file_has_titles_and_strips() {
        let drawing = strips(&[sample(), sample()], 200.0);
        assert_eq!(drawing.height, 96.0);
        let markup = drawing.markup();
        assert!(markup.contains("A &lt;title&gt;</text>"), "{markup}");
        assert!(markup.contains("x1=\"50\" y1=\"75\" x2=\"50\" y2=\"86\""), "{markup}");
    }
}

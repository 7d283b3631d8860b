//! A drawing as a value: marks with classes and links. The page shows it and a
//! file holds it; both are made from this, so an export is what was on the screen.
//! Knows nothing of what is drawn, and no browser.

use dateline_export::Picture;
use dateline_text::compact::fixed;
use dateline_text::markup::escape;
use std::rc::Rc;

/// How the x coordinates and widths of a drawing are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Across {
    /// In CSS pixels; the drawing is scaled as a whole when the page is narrow.
    #[default]
    Pixels,
    /// In fractions of the width, which the page decides; heights and letters keep
    /// their size.
    Fractions,
}

/// Marks on a ground of a certain size, painted in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The width in pixels; of [`Across::Fractions`] the width in a file.
    pub width: f64,
    /// The height in pixels.
    pub height: f64,
    /// How x coordinates are meant.
    pub across: Across,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its shape and place.
    pub shape: Shape,
    /// CSS classes that paint it.
    pub class: Rc<str>,
    /// Where it leads, if it leads anywhere.
    pub link: Option<Link>,
}

/// Where a mark leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The address.
    pub href: Rc<str>,
    /// What the mark says and where it leads, in words.
    pub label: Rc<str>,
}

/// A shape. Coordinates grow to the right and down.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge, in pixels.
        y: f64,
        /// Width.
        width: f64,
        /// Height, in pixels.
        height: f64,
    },
    /// A straight line.
    Line {
        /// Start.
        from: (f64, f64),
        /// End.
        to: (f64, f64),
    },
    /// A circle, in pixels across.
    Circle {
        /// Centre.
        at: (f64, f64),
        /// Radius in pixels.
        radius: f64,
    },
    /// A path in SVG's path language; only for [`Across::Pixels`].
    Path {
        /// The path.
        d: Rc<str>,
    },
    /// A line of text.
    Text {
        /// The point that it is set at, on the base line.
        at: (f64, f64),
        /// Which part of the text stands at that point.
        anchor: Anchor,
        /// The text.
        text: Rc<str>,
    },
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The start.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

impl Mark {
    /// A mark that leads nowhere.
    pub fn plain(class: &str, shape: Shape) -> Mark {
        Mark { shape, class: class.into(), link: None }
    }

    /// A mark that leads to `href`; `label` says what it shows and where it leads.
    pub fn linked(class: &str, shape: Shape, href: &str, label: &str) -> Mark {
        let link = Some(Link { href: href.into(), label: label.into() });
        Mark { shape, class: class.into(), link }
    }

    /// A mark with a link only if there is one.
    pub fn with_link(class: &str, shape: Shape, link: Option<Link>) -> Mark {
        Mark { shape, class: class.into(), link }
    }
}

impl Drawing {
    /// An empty drawing in pixels.
    pub fn new(width: f64, height: f64) -> Drawing {
        Drawing { width, height, ..Drawing::default() }
    }

    /// An empty drawing that is as wide as the page lets it be.
    pub fn fluid(height: f64) -> Drawing {
        Drawing { width: 720.0, height, across: Across::Fractions, marks: Vec::new() }
    }

    /// The same drawing in pixels, `width` wide if it was fluid.
    pub fn in_pixels(&self, width: f64) -> Drawing {
        match self.across {
            Across::Pixels => self.clone(),
            Across::Fractions => {
                let marks = self
                    .marks
                    .iter()
                    .map(|m| Mark { shape: m.shape.stretched(width), ..m.clone() });
                Drawing { marks: marks.collect(), width, ..Drawing::new(width, self.height) }
            }
        }
    }

    /// Adds every mark of `other`, whose x coordinates are meant as those here, moved by
    /// `(right, down)`.
    pub fn place(&mut self, other: &Drawing, right: f64, down: f64) {
        let moved =
            other.marks.iter().map(|m| Mark { shape: m.shape.moved(right, down), ..m.clone() });
        self.marks.extend(moved);
    }

    /// How many marks are links.
    pub fn links(&self) -> usize {
        self.marks.iter().filter(|m| m.link.is_some()).count()
    }

    /// The marks as SVG elements. Links stay behind: a file has nowhere to lead to;
    /// what they say stays as titles.
    pub fn markup(&self) -> String {
        let pixels = self.in_pixels(self.width);
        pixels.marks.iter().map(Mark::markup).collect()
    }

    /// The picture of this drawing, with its size and marks filled in.
    pub fn picture(&self) -> Picture {
        Picture {
            width: self.width,
            height: self.height,
            body: self.markup(),
            ..Picture::default()
        }
    }
}

impl Shape {
    fn stretched(&self, by: f64) -> Shape {
        let point = |(x, y): (f64, f64)| (x * by, y);
        match self.clone() {
            Shape::Rect { x, y, width, height } => {
                Shape::Rect { x: x * by, y, width: width * by, height }
            }
            Shape::Line { from, to } => Shape::Line { from: point(from), to: point(to) },
            Shape::Circle { at, radius } => Shape::Circle { at: point(at), radius },
            Shape::Text { at, anchor, text } => Shape::Text { at: point(at), anchor, text },
            path @ Shape::Path { .. } => path,
        }
    }

    fn moved(&self, right: f64, down: f64) -> Shape {
        let point = |(x, y): (f64, f64)| (x + right, y + down);
        match self.clone() {
            Shape::Rect { x, y, width, height } => {
                Shape::Rect { x: x + right, y: y + down, width, height }
            }
            Shape::Line { from, to } => Shape::Line { from: point(from), to: point(to) },
            Shape::Circle { at, radius } => Shape::Circle { at: point(at), radius },
            Shape::Text { at, anchor, text } => Shape::Text { at: point(at), anchor, text },
            path @ Shape::Path { .. } => path,
        }
    }
}

impl Mark {
    fn markup(&self) -> String {
        let class = escape(&self.class);
        let title = self.link.as_ref().map(|l| format!("<title>{}</title>", escape(&l.label)));
        let title = title.unwrap_or_default();
        match &self.shape {
            Shape::Rect { x, y, width, height } => format!(
                "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\">{title}</rect>",
                number(*x),
                number(*y),
                number(*width),
                number(*height)
            ),
            Shape::Line { from, to } => format!(
                "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\">{title}</line>",
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1)
            ),
            Shape::Circle { at, radius } => format!(
                "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\">{title}</circle>",
                number(at.0),
                number(at.1),
                number(*radius)
            ),
            Shape::Path { d } => {
                format!("<path class=\"{class}\" fill-rule=\"evenodd\" d=\"{d}\">{title}</path>")
            }
            Shape::Text { at, anchor, text } => format!(
                "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>",
                number(at.0),
                number(at.1),
                anchor.name(),
                escape(text)
            ),
        }
    }
}

/// A coordinate with at most two decimals and no needless zeros.
pub fn number(value: f64) -> String {
    let text = fixed(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An x coordinate or width as an attribute: pixels, or a percentage.
pub fn across(value: f64, across: Across) -> String {
    match across {
        Across::Pixels => number(value),
        // Four decimals: a tenth of a pixel on a screen of ten thousand.
        Across::Fractions => format!("{}%", number(value * 100.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates() {
        let rows = [
            (0.0, "0", "0%"),
            (-0.001, "0", "-0.1%"),
            (0.5, "0.5", "50%"),
            (1.0 / 3.0, "0.33", "33.33%"),
            (100.0, "100", "10000%"),
        ];
        for (value, pixels, fraction) in rows {
            assert_eq!(across(value, Across::Pixels), pixels);
            assert_eq!(across(value, Across::Fractions), fraction);
        }
    }

    #[test]
    fn a_fluid_drawing_takes_the_width_of_its_file() {
        let mut drawing = Drawing::fluid(20.0);
        drawing
            .marks
            .push(Mark::plain("bar", Shape::Rect { x: 0.25, y: 2.0, width: 0.5, height: 8.0 }));
        drawing.marks.push(Mark::linked(
            "tick",
            Shape::Line { from: (0.5, 0.0), to: (0.5, 20.0) },
            "#doc=1",
            "China & \"Mali\"",
        ));
        assert_eq!(drawing.links(), 1);
        let drawing = drawing.in_pixels(200.0);
        assert_eq!(
            drawing.markup(),
            "<rect class=\"bar\" x=\"50\" y=\"2\" width=\"100\" height=\"8\"></rect>\
             <line class=\"tick\" x1=\"100\" y1=\"0\" x2=\"100\" y2=\"20\">\
             <title>China &amp; &quot;Mali&quot;</title></line>"
        );
    }

    #[test]
    fn drawings_are_placed_in_others() {
        let mut inner = Drawing::new(10.0, 10.0);
        inner.marks.push(Mark::plain("dot", Shape::Circle { at: (1.0, 2.0), radius: 3.0 }));
        let mut outer = Drawing::new(100.0, 100.0);
        outer.place(&inner, 20.0, 40.0);
        assert_eq!(outer.markup(), "<circle class=\"dot\" cx=\"21\" cy=\"42\" r=\"3\"></circle>");
    }
}

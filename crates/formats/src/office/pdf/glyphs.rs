//! The glyphs of a page with their places, as the PDF draws them.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::dict::keys::{ACTUAL_TEXT, TYPE};
use hayro_interpret::hayro_syntax::object::{Dict, Name, String as Text};
use hayro_interpret::kurbo::{Affine, BezPath, Point};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

/// Glyphs of one file that are read; what draws more is no article.
const MAX_GLYPHS: usize = 20_000_000;

/// A glyph, in points from the upper left corner of its page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    /// Its letters: one, several of a ligature, or a space.
    pub(crate) text: String,
    /// Its left and right edges along the line.
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// The line that it stands on.
    pub(crate) baseline: f64,
    /// The size of its font.
    pub(crate) size: f64,
    /// Whether the PDF says that it belongs to the head or foot of its page.
    pub(crate) is_margin: bool,
}

/// The glyphs of a page.
#[derive(Debug, Default)]
pub(crate) struct PageGlyphs {
    pub(crate) glyphs: Vec<Glyph>,
    /// Letters that are drawn at an angle to most of the page.
    pub(crate) turned: usize,
    /// Glyphs for which the font names no letter.
    pub(crate) nameless: usize,
    /// Whether there was more than may be read.
    pub(crate) is_cut: bool,
}

/// A glyph before it is known which way the page is read.
struct Placed {
    text: String,
    origin: Point,
    /// Along the line, as long as the glyph is wide.
    along: (f64, f64),
    size: f64,
    is_margin: bool,
}

/// Collects what a page draws, in the order of drawing.
#[derive(Default)]
pub(crate) struct Collector {
    placed: Vec<Placed>,
    nameless: usize,
    /// What is open: marked content.
    open: Vec<Marked>,
    read_before: usize,
    is_cut: bool,
}

/// Content that a PDF marks.
enum Marked {
    /// Headers, footers and numbers of pages: ISO 32000-1, 14.8.2.2.
    Pagination,
    /// What stands for the glyphs from this one on: ISO 32000-1, 14.9.4.
    Instead(String, usize),
    Other,
}

impl Collector {
    /// A collector for the page behind others that gave `read_before` glyphs.
    pub(crate) fn new(read_before: usize) -> Collector {
        Collector { read_before, ..Collector::default() }
    }

    /// The glyphs along the direction in which most of them run.
    pub(crate) fn finish(self) -> PageGlyphs {
        const DIRECTIONS: [(f64, f64); 4] = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)];
        // Within some ten degrees.
        const NEARLY: f64 = 0.98;
        let runs_along = |placed: &Placed, (x, y): (f64, f64)| {
            let length = placed.along.0.hypot(placed.along.1);
            placed.along.0 * x + placed.along.1 * y >= NEARLY * length
        };
        let count = |direction| self.placed.iter().filter(|p| runs_along(p, direction)).count();
        let (x, y) = DIRECTIONS
            .into_iter()
            .rev()
            .max_by_key(|direction| count(*direction))
            .unwrap_or((1.0, 0.0));
        let mut page =
            PageGlyphs { nameless: self.nameless, is_cut: self.is_cut, ..PageGlyphs::default() };
        for placed in self.placed {
            if !runs_along(&placed, (x, y)) {
                page.turned += 1;
                continue;
            }
            let left = placed.origin.x * x + placed.origin.y * y;
            page.glyphs.push(Glyph {
                text: placed.text,
                left,
                right: left + placed.along.0.hypot(placed.along.1),
                baseline: placed.origin.y * x - placed.origin.x * y,
                size: placed.size,
                is_margin: placed.is_margin,
            });
        }
        page
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, transform: Affine) {
        if self.read_before + self.placed.len() >= MAX_GLYPHS {
            self.is_cut = true;
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(text)) => text,
            None => {
                self.nameless += 1;
                return;
            }
        };
        let width = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(drawing) => drawing.advance_width(),
        };
        let [a, b, c, d, x, y] = transform.as_coeffs();
        let size = c.hypot(d) * UNITS_PER_EM;
        // A width of nothing is a mark over another letter; its direction is that of the line.
        let width = width.map_or(UNITS_PER_EM / 2.0, f64::from).max(1.0);
        if text.is_empty() || !(size > 0.0 && size.is_finite() && x.is_finite() && y.is_finite()) {
            return;
        }
        let along = (a * width, b * width);
        let is_margin = self.open.iter().any(|open| matches!(open, Marked::Pagination));
        self.placed.push(Placed { text, origin: Point::new(x, y), along, size, is_margin });
    }
}

/// Units of a glyph in its font: ISO 32000-1, 9.2.4.
const UNITS_PER_EM: f64 = 1000.0;

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // The outline of letters that were filled before.
        if matches!(mode, DrawMode::Stroke(_)) && self.is_drawn(run, &props) {
            return;
        }
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let kind = properties.and_then(|p| p.get::<Name<'_>>(TYPE));
        let instead = properties.and_then(|p| p.get::<Text<'_>>(ACTUAL_TEXT));
        self.open.push(match (tag, kind, instead) {
            (b"Artifact", Some(kind), _) if &*kind == b"Pagination" => Marked::Pagination,
            (_, _, Some(text)) => {
                Marked::Instead(super::strings::decoded(text.as_bytes()), self.placed.len())
            }
            _ => Marked::Other,
        });
    }

    fn end_marked_content(&mut self) {
        if let Some(Marked::Instead(text, from)) = self.open.pop() {
            self.instead(text, from);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Collector {
    /// Whether the last glyphs are those of a run, at its place.
    fn is_drawn(&self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>) -> bool {
        let Some(first) = run.glyphs().first() else { return true };
        let origin = props.transform * first.transform() * Point::ZERO;
        let from = self.placed.len().saturating_sub(run.glyphs().len());
        self.placed[from..].first().is_some_and(|placed| placed.origin.distance(origin) < 0.01)
    }

    /// Puts a text in the place of the glyphs from one on, if they stand on one line.
    fn instead(&mut self, text: String, from: usize) {
        let Some((first, rest)) = self.placed.get_mut(from..).and_then(<[_]>::split_first_mut)
        else {
            return;
        };
        let length = first.along.0.hypot(first.along.1);
        let (x, y) = (first.along.0 / length, first.along.1 / length);
        let place = |placed: &Placed| {
            let (dx, dy) = (placed.origin.x - first.origin.x, placed.origin.y - first.origin.y);
            (dx * x + dy * y, dy * x - dx * y)
        };
        let is_one_line = rest.iter().all(|placed| place(placed).1.abs() < first.size / 2.0);
        if !is_one_line {
            return;
        }
        let end = |placed: &Placed| place(placed).0 + placed.along.0.hypot(placed.along.1);
        let end = rest.iter().map(end).fold(length, f64::max);
        first.along = (x * end, y * end);
        first.text = text;
        self.placed.truncate(from + 1);
    }
}

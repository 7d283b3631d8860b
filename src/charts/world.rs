//! The shapes of the world map, read from `data/map/world.bin`; its README has the
//! format, the source and the choices. Pure.

use std::rc::Rc;

const BYTES: &[u8] = include_bytes!("../../data/map/world.bin");

/// The projected world.
#[derive(Debug, PartialEq)]
pub struct World {
    /// The width in the map's units.
    pub width: f64,
    /// The height in the map's units.
    pub height: f64,
    /// Outlines, by code.
    pub shapes: Vec<Outline>,
    /// Countries too small for an outline, by code.
    pub dots: Vec<Dot>,
}

/// The outline of a country.
#[derive(Debug, PartialEq)]
pub struct Outline {
    /// ISO 3166-1 alpha-2, or XK.
    pub code: String,
    /// An SVG path that fills by the even-odd rule.
    pub path: Rc<str>,
}

/// The place of a small country.
#[derive(Debug, PartialEq)]
pub struct Dot {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// In the map's units.
    pub at: (f64, f64),
}

thread_local! {
    static WORLD: Rc<World> = Rc::new(World::read(BYTES).unwrap_or_else(World::empty));
}

impl World {
    /// The world of the page, read once.
    pub fn get() -> Rc<World> {
        WORLD.with(Rc::clone)
    }

    fn empty() -> World {
        World { width: 1000.0, height: 433.0, shapes: Vec::new(), dots: Vec::new() }
    }

    /// Reads the table; `None` where it breaks off or points outside.
    fn read(bytes: &[u8]) -> Option<World> {
        let mut input = Input { bytes, at: 0 };
        let width = input.number()? as f64;
        let height = input.number()? as f64;
        let count = input.number()?;
        let arcs: Vec<Vec<Point>> = (0..count).map(|_| input.arc()).collect::<Option<_>>()?;
        let mut shapes = Vec::new();
        for _ in 0..input.number()? {
            let code = input.code()?;
            let mut path = String::new();
            for _ in 0..input.number()? {
                path.push_str(&ring(&input.ring(&arcs)?));
            }
            shapes.push(Outline { code, path: path.into() });
        }
        let mut dots = Vec::new();
        for _ in 0..input.number()? {
            let code = input.code()?;
            dots.push(Dot { code, at: (input.number()? as f64, input.number()? as f64) });
        }
        (input.at == bytes.len()).then_some(World { width, height, shapes, dots })
    }
}

type Point = (i64, i64);

/// A closed ring as a path: the start, then steps. Nothing for less than three corners.
fn ring(points: &[Point]) -> String {
    let mut out = String::new();
    let Some(&first) = points.first().filter(|_| points.len() > 3) else {
        return out;
    };
    out.push_str(&format!("M{} {}", first.0, first.1));
    for (i, pair) in points.windows(2).enumerate() {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        // The last point is the first again, which `z` draws.
        if i + 2 == points.len() && pair[1] == first {
            break;
        }
        let space = match i {
            0 => "l",
            _ if dx < 0 => "",
            _ => " ",
        };
        let comma = if dy < 0 { "" } else { " " };
        out.push_str(&format!("{space}{dx}{comma}{dy}"));
    }
    out.push('z');
    out
}

struct Input<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<u32> {
        let mut value = 0u32;
        for shift in (0..28).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let value = i64::from(self.number()?);
        Some(if value & 1 == 0 { value >> 1 } else { -(value >> 1) - 1 })
    }

    fn code(&mut self) -> Option<String> {
        let letters = [self.byte()?, self.byte()?];
        let capitals = letters.iter().all(u8::is_ascii_uppercase);
        capitals.then(|| letters.iter().map(|b| char::from(*b)).collect())
    }

    fn arc(&mut self) -> Option<Vec<Point>> {
        let steps = self.number()?;
        let (mut x, mut y) = (self.signed()?, self.signed()?);
        let mut points = vec![(x, y)];
        for _ in 0..steps {
            let (dx, dy) = match self.byte()? {
                0xff => (self.signed()?, self.signed()?),
                step => (i64::from(step >> 4) - 7, i64::from(step & 15) - 7),
            };
            (x, y) = (x + dx, y + dy);
            points.push((x, y));
        }
        Some(points)
    }

    fn ring(&mut self, arcs: &[Vec<Point>]) -> Option<Vec<Point>> {
        let mut points: Vec<Point> = Vec::new();
        for _ in 0..self.number()? {
            let index = self.signed()?;
            let backwards = index < 0;
            let arc = arcs.get(usize::try_from(if backwards { !index } else { index }).ok()?)?;
            let skip = usize::from(!points.is_empty());
            if backwards {
                points.extend(arc.iter().rev().skip(skip));
            } else {
                points.extend(arc.iter().skip(skip));
            }
        }
        Some(points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_one_place() {
        let world = World::get();
        assert_eq!((world.shapes.len(), world.dots.len()), (175, 73));
        let mut codes: Vec<&str> = world.shapes.iter().map(|s| s.code.as_str()).collect();
        codes.extend(world.dots.iter().map(|d| d.code.as_str()));
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all, "no code twice");
        for code in ["AF", "CN", "GF", "UA", "TW", "XK", "SG", "TV", "VA"] {
            assert!(codes.binary_search(&code).is_ok(), "{code}");
        }
        for dot in &world.dots {
            let (x, y) = dot.at;
            assert!((0.0..=world.width).contains(&x) && (0.0..=world.height).contains(&y));
        }
    }

    #[test]
    fn no_outline_runs_across_the_map() {
        // What crosses the antimeridian must have been cut: no step is longer than
        // the widest straight border.
        for outline in &World::get().shapes {
            for ring in outline.path.split('M').filter(|r| !r.is_empty()) {
                let steps = ring.split_once('l').map_or("", |(_, steps)| steps);
                let spaced = steps.trim_end_matches('z').replace('-', " -");
                for step in spaced.split_whitespace() {
                    let length: i64 = step.parse().unwrap();
                    assert!(length.abs() < 120, "{}: {length}", outline.code);
                }
            }
        }
    }

    #[test]
    fn rings_are_paths() {
        let rows: &[(&[Point], &str)] = &[
            (&[], ""),
            (&[(1, 2), (3, 2), (1, 2)], ""),
            (&[(1, 2), (3, 2), (3, 5), (1, 2)], "M1 2l2 0 0 3z"),
            (&[(9, 9), (8, 7), (9, 7), (9, 9)], "M9 9l-1-2 1 0z"),
        ];
        for (points, want) in rows {
            assert_eq!(ring(points), *want);
        }
    }

    #[test]
    fn damage_is_not_a_world() {
        assert_eq!(World::read(&[]), None);
        for cut in [1, 100, BYTES.len() / 2, BYTES.len() - 1] {
            assert_eq!(World::read(&BYTES[..cut]), None, "cut at {cut}");
        }
        let mut longer = BYTES.to_vec();
        longer.push(0);
        assert_eq!(World::read(&longer), None);
    }
}

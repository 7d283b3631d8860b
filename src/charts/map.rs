//! The world map: countries tinted by a count.

use super::drawing::{Drawing, Mark, Shape};
use super::scale::Steps;
use super::world::World;
use dateline_text::compact::sort_by;
use std::collections::HashMap;

/// What the map shows of one country.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryValue {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// The count that tints it.
    pub count: u64,
    /// What a reader of the mark is told ("China: 85 mentions in 5 articles").
    pub label: String,
    /// Where the mark leads.
    pub href: String,
}

/// The map of `values`: every outline, tinted if it counts, and a dot for each
/// country that counts and is too small for an outline. Countries that count are
/// links, in the order of `values`.
pub fn map(values: &[CountryValue]) -> Drawing {
    let world = World::get();
    let steps = steps(values);
    let by_code: HashMap<&str, usize> =
        values.iter().enumerate().map(|(i, v)| (v.code.as_str(), i)).collect();
    let mut drawing = Drawing::new(world.width, world.height);
    let mut counted: Vec<(usize, Mark)> = Vec::new();
    for outline in &world.shapes {
        let shape = Shape::Path { d: outline.path.clone() };
        match by_code.get(outline.code.as_str()).filter(|i| values[**i].count > 0) {
            Some(&i) => counted.push((i, mark(&values[i], &steps, "land", shape))),
            None => drawing.marks.push(Mark::plain("land tint-0", shape)),
        }
    }
    // Links follow the order of the values; dots lie over everything.
    sort_by(&mut counted, |a, b| a.0.cmp(&b.0));
    drawing.marks.extend(counted.into_iter().map(|(_, mark)| mark));
    let dots: HashMap<&str, (f64, f64)> =
        world.dots.iter().map(|d| (d.code.as_str(), d.at)).collect();
    for value in values.iter().filter(|v| v.count > 0) {
        if let Some(&at) = dots.get(value.code.as_str()) {
            drawing.marks.push(mark(value, &steps, "dot", Shape::Circle { at, radius: 5.0 }));
        }
    }
    drawing
}

/// The classes of the tints.
pub fn steps(values: &[CountryValue]) -> Steps {
    Steps::new(values.iter().map(|v| v.count))
}

/// The codes that count but have no place on the map.
pub fn missing(values: &[CountryValue]) -> Vec<&str> {
    let world = World::get();
    let on_map = |code: &str| {
        world.shapes.iter().any(|s| s.code == code) || world.dots.iter().any(|d| d.code == code)
    };
    let counted = values.iter().filter(|v| v.count > 0).map(|v| v.code.as_str());
    counted.filter(|code| !on_map(code)).collect()
}

fn mark(value: &CountryValue, steps: &Steps, class: &str, shape: Shape) -> Mark {
    let class = format!("{class} tint-{}", steps.tint(value.count));
    Mark::linked(&class, shape, &value.href, &value.label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(code: &str, count: u64) -> CountryValue {
        CountryValue {
            code: code.into(),
            count,
            label: format!("{code}: {count}"),
            href: format!("#of={code}"),
        }
    }

    #[test]
    fn counted_countries_are_links_in_order() {
        let values = [value("CN", 9), value("SG", 4), value("AF", 3), value("FR", 0)];
        let drawing = map(&values);
        let links: Vec<&str> =
            drawing.marks.iter().filter_map(|m| m.link.as_ref()).map(|l| &*l.label).collect();
        assert_eq!(links, ["CN: 9", "AF: 3", "SG: 4"], "dots last, nothing for zero");
        assert_eq!(drawing.marks.len(), 175 + 1);
        let classes: Vec<&str> =
            drawing.marks.iter().filter(|m| m.link.is_some()).map(|m| &*m.class).collect();
        assert_eq!(classes, ["land tint-5", "land tint-1", "dot tint-1"]);
    }

    #[test]
    fn what_has_no_place_is_named() {
        let values = [value("CN", 9), value("AQ", 2), value("UM", 0)];
        assert_eq!(missing(&values), ["AQ"]);
        assert_eq!(map(&[]).links(), 0);
    }
}

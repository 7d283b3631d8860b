//! The paint of a drawing that leaves the page: the stylesheet of the marks with
//! the light theme's colours filled in, since a file has no theme and drawing
//! programs know no custom properties. Pure.

use super::drawing::Drawing;
use dateline_export::{LegendEntry, Picture, Provenance, resolve_variables};

const TOKENS: &str = include_str!("../../styles/tokens.css");
const MARKS: &str = include_str!("../../styles/marks.css");

/// The picture of `drawing` with title, legend and source line. A legend entry is a
/// class that paints its swatch, and what it stands for.
pub fn picture(
    drawing: &Drawing,
    title: &str,
    description: &str,
    legend: &[(String, String)],
    provenance: &Provenance,
) -> Picture {
    let values = tokens();
    let style = resolve_variables(&rules(), &values);
    let legend = legend
        .iter()
        .map(|(class, label)| LegendEntry { label: label.clone(), colour: fill(&style, class) });
    Picture {
        title: title.to_owned(),
        description: description.to_owned(),
        legend: legend.collect(),
        source: provenance.line(),
        paper: resolve_variables("var(--ground)", &values),
        ink: resolve_variables("var(--ink)", &values),
        style,
        ..drawing.picture()
    }
}

/// The custom properties of the light theme, without the hyphens.
fn tokens() -> Vec<(&'static str, &'static str)> {
    // A declaration may follow a comment.
    let bare = |d: &'static str| d.rsplit_once("*/").map_or(d, |(_, d)| d).trim();
    let declarations = TOKENS.split(['{', '}', ';']).map(bare);
    declarations
        .filter_map(|d| d.strip_prefix("--"))
        .filter_map(|d| d.split_once(':'))
        .map(|(name, value)| (name.trim(), light(value.trim())))
        .collect()
}

/// The first of `light-dark(a, b)`; any other value as it is.
fn light(value: &str) -> &str {
    let Some(inner) = value.strip_prefix("light-dark(") else { return value };
    let mut open = 0;
    let end = inner.find(|c: char| {
        open += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && open == 0
    });
    inner[..end.unwrap_or(inner.len())].trim()
}

/// The rules of the marks without their cascade layer.
fn rules() -> String {
    let body = MARKS.split_once("@layer components {").map_or(MARKS, |(_, body)| body);
    let body = body.trim_end().strip_suffix('}').unwrap_or(body);
    body.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The colour that the rule of the last of `classes` fills (or strokes) with.
fn fill(style: &str, classes: &str) -> String {
    let class = classes.split(' ').next_back().unwrap_or(classes);
    let rule = style.lines().find(|line| line.starts_with(&format!(".{class} {{")));
    let value = |name: &str| {
        let declarations = rule?.split_once('{')?.1.trim_end_matches('}');
        declarations.split(';').find_map(|d| d.trim().strip_prefix(name)?.strip_prefix(':'))
    };
    value("fill")
        .filter(|v| v.trim() != "none")
        .or_else(|| value("stroke"))
        .unwrap_or("currentColor")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::drawing::{Mark, Shape};

    #[test]
    fn values_of_the_light_theme() {
        let rows = [
            ("#fff", "#fff"),
            ("light-dark(#fbfaf6, #141618)", "#fbfaf6"),
            ("light-dark(rgb(1, 2, 3), #141618)", "rgb(1, 2, 3)"),
        ];
        for (value, want) in rows {
            assert_eq!(light(value), want);
        }
        assert!(tokens().iter().any(|(name, value)| *name == "ink" && value.starts_with('#')));
    }

    #[test]
    fn every_class_of_a_legend_has_a_colour() {
        let style = resolve_variables(&rules(), &tokens());
        assert!(!style.contains("var("), "{style}");
        assert!(!style.contains("currentColor"), "a token is missing: {style}");
        let classes = ["land tint-1", "cell tint-5", "k-name", "k-demonym", "k-capital", "k-place"];
        let series = ["tick series-1", "tick series-2", "tick series-3", "bar s-4", "bar"];
        for class in classes.into_iter().chain(series) {
            assert!(fill(&style, class).starts_with('#'), "{class}: {}", fill(&style, class));
        }
    }

    #[test]
    fn a_file_has_all_its_parts() {
        let mut drawing = Drawing::fluid(20.0);
        let shape = Shape::Rect { x: 0.0, y: 0.0, width: 0.5, height: 20.0 };
        drawing.marks.push(Mark::linked("bar", shape, "#doc=1", "2021: 3 articles"));
        let provenance = Provenance {
            made_by: "Dateline 0.1.0".into(),
            corpus: "5 articles".into(),
            corpus_hash: "0123456789abcdef".into(),
            query: "china".into(),
            ..Provenance::default()
        };
        let legend = [("k-name".to_owned(), "names".to_owned())];
        let svg = picture(&drawing, "When & where", "Bars.", &legend, &provenance).document();
        for part in [
            "When &amp; where</text>",
            "<rect class=\"bar\" x=\"0\" y=\"0\" width=\"360\" height=\"20\"><title>2021: 3 articles</title></rect>",
            ">names</text>",
            ">Dateline 0.1.0 · 5 articles · corpus 01234567 · query china</text>",
            ".bar {",
        ] {
            assert!(svg.contains(part), "{part} in {svg}");
        }
        assert!(!svg.contains("href"), "a file has nowhere to lead to");
    }
}

//! A chart as an SVG file that stands alone: title, chart, legend, source line.

use dateline_text::markup::escape;

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The meaning of the colour.
    pub label: String,
    /// A CSS colour.
    pub colour: String,
}

/// A chart with what it needs to be understood away from its page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The title, above the chart.
    pub title: String,
    /// The description of the chart, for screen readers; not drawn.
    pub description: String,
    /// The width of the chart in user units.
    pub width: f64,
    /// The height of the chart in user units.
    pub height: f64,
    /// The chart: SVG elements, without the `svg` element around them.
    pub body: String,
    /// CSS for the classes in `body`, without custom properties (see
    /// [`resolve_variables`]): drawing programs do not know them.
    pub style: String,
    /// The colour of the ground.
    pub paper: String,
    /// The colour of title and labels.
    pub ink: String,
    /// The legend of the colours; may be empty.
    pub legend: Vec<LegendEntry>,
    /// Where the numbers come from, below the chart.
    pub source: String,
}

/// Where the parts of a document go.
struct Plan {
    width: f64,
    height: f64,
    chart_top: f64,
    source_top: f64,
    titles: Vec<String>,
    sources: Vec<String>,
    legend: String,
}

const MARGIN: f64 = 24.0;
/// The least width of title, legend and source line.
const MIN_WIDTH: f64 = 360.0;
const TITLE_LINE: f64 = 26.0;
const SMALL_LINE: f64 = 16.0;

impl Picture {
    /// Width and height of the document, in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        let plan = self.plan();
        (plan.width, plan.height)
    }

    /// The width of the parts: that of the chart, or what the texts need to be read.
    fn room(&self) -> f64 {
        self.width.max(MIN_WIDTH)
    }

    /// Where the parts go, from top to bottom.
    fn plan(&self) -> Plan {
        let room = self.room();
        // Serif titles of 20 units are about 9.5 wide, small sans about 6.
        let titles = wrap(&self.title, (room / 9.5) as usize);
        let sources = wrap(&self.source, (room / 6.0) as usize);
        let chart_top = MARGIN + TITLE_LINE * titles.len() as f64 + 8.0;
        let (legend, legend_height) = self.legend(chart_top + self.height + 24.0);
        let source_top = chart_top + self.height + 24.0 + legend_height;
        let width = room + 2.0 * MARGIN;
        let height = source_top + SMALL_LINE * sources.len() as f64 + MARGIN / 2.0;
        Plan { width, height, chart_top, source_top, titles, sources, legend }
    }

    /// The whole document, well-formed XML. User units are CSS pixels.
    pub fn document(&self) -> String {
        let Plan { width, height, chart_top, source_top, titles, sources, legend } = self.plan();
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>{}</title>\n<desc>{}</desc>\n<style>{}</style>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
            escape(&self.title),
            escape(&self.description),
            escape(&self.style),
            escape(&self.paper),
        );
        let ink = escape(&self.ink);
        for (i, line) in titles.iter().enumerate() {
            out.push_str(&format!(
                "<text x=\"{MARGIN}\" y=\"{}\" font-family=\"Georgia, serif\" font-size=\"20\" fill=\"{ink}\">{}</text>\n",
                MARGIN + 16.0 + TITLE_LINE * i as f64,
                escape(line),
            ));
        }
        out.push_str(&format!("<g transform=\"translate({MARGIN} {chart_top})\">"));
        out.push_str(&self.body);
        out.push_str("</g>\n");
        out.push_str(&legend);
        for (i, line) in sources.iter().enumerate() {
            out.push_str(&small(MARGIN, source_top + SMALL_LINE * i as f64, &ink, line));
        }
        out.push_str("</svg>\n");
        out
    }

    /// The legend from `top` on, in as many lines as it needs, and its height.
    fn legend(&self, top: f64) -> (String, f64) {
        let mut out = String::new();
        let (mut x, mut y) = (MARGIN, top);
        for entry in &self.legend {
            let width = 18.0 + 6.5 * entry.label.chars().count() as f64 + 18.0;
            if x > MARGIN && x + width > MARGIN + self.room() {
                (x, y) = (MARGIN, y + SMALL_LINE + 4.0);
            }
            out.push_str(&format!(
                "<rect x=\"{x}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{}\"/>\n",
                y - 10.0,
                escape(&entry.colour),
            ));
            out.push_str(&small(x + 18.0, y, &escape(&self.ink), &entry.label));
            x += width;
        }
        let height = if self.legend.is_empty() { 0.0 } else { y - top + SMALL_LINE + 8.0 };
        (out, height)
    }
}

/// `css` with every `var(--name)` replaced by the value of the name, which may hold
/// further variables. A name without value becomes its fallback, or `currentColor`.
/// `values` are names without the hyphens, and their values.
pub fn resolve_variables(css: &str, values: &[(&str, &str)]) -> String {
    resolve(css, values, 8)
}

/// `depth` ends variables that are defined by themselves.
fn resolve(css: &str, values: &[(&str, &str)], depth: u8) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("var(--") {
        out.push_str(&rest[..at]);
        let inner = &rest[at + "var(--".len()..];
        let Some(end) = closing(inner) else {
            out.push_str("currentColor");
            return out;
        };
        let (name, fallback) = match inner[..end].split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (inner[..end].trim(), None),
        };
        let value = values.iter().find(|(n, _)| *n == name).map(|(_, value)| value.trim());
        match value.or(fallback) {
            Some(value) if depth > 0 => out.push_str(&resolve(value, values, depth - 1)),
            _ => out.push_str("currentColor"),
        }
        rest = &inner[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Where the parenthesis that is open at the start of `text` closes.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => continue,
        }
        if open == 0 {
            return Some(at);
        }
    }
    None
}

fn small(x: f64, y: f64, ink: &str, text: &str) -> String {
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"{ink}\">{}</text>\n",
        escape(text)
    )
}

/// `text` in lines of at most `width` characters where it has spaces to break at.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture() -> Picture {
        Picture {
            title: "Countries “A & B” <mentioned>".into(),
            description: "Two bars.".into(),
            width: 300.0,
            height: 100.0,
            body: "<rect class=\"bar\" width=\"10\" height=\"5\"/>".into(),
            style: ".bar{fill:#0b5a6e}".into(),
            paper: "#fff".into(),
            ink: "#111".into(),
            legend: vec![
                LegendEntry { label: "names".into(), colour: "#0a0".into() },
                LegendEntry { label: "demonyms of the long kind".into(), colour: "#00a".into() },
                LegendEntry { label: "capitals of states".into(), colour: "#a00".into() },
            ],
            source: "Dateline 0.1.0 · 5 articles · corpus 00ff00ff · query \"a\" · 2026-11-21"
                .into(),
        }
    }

    #[test]
    fn document_has_all_its_parts() {
        let want = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"408\" height=\"270\" viewBox=\"0 0 408 270\" role=\"img\">
<title>Countries “A &amp; B” &lt;mentioned&gt;</title>
<desc>Two bars.</desc>
<style>.bar{fill:#0b5a6e}</style>
<rect width=\"408\" height=\"270\" fill=\"#fff\"/>
<text x=\"24\" y=\"40\" font-family=\"Georgia, serif\" font-size=\"20\" fill=\"#111\">Countries “A &amp; B” &lt;mentioned&gt;</text>
<g transform=\"translate(24 58)\"><rect class=\"bar\" width=\"10\" height=\"5\"/></g>
<rect x=\"24\" y=\"172\" width=\"12\" height=\"12\" fill=\"#0a0\"/>
<text x=\"42\" y=\"182\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#111\">names</text>
<rect x=\"92.5\" y=\"172\" width=\"12\" height=\"12\" fill=\"#00a\"/>
<text x=\"110.5\" y=\"182\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#111\">demonyms of the long kind</text>
<rect x=\"24\" y=\"192\" width=\"12\" height=\"12\" fill=\"#a00\"/>
<text x=\"42\" y=\"202\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#111\">capitals of states</text>
<text x=\"24\" y=\"226\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#111\">Dateline 0.1.0 · 5 articles · corpus 00ff00ff · query &quot;a&quot; ·</text>
<text x=\"24\" y=\"242\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#111\">2026-11-21</text>
</svg>
";
        assert_eq!(picture().document(), want);
    }

    #[test]
    fn variables() {
        let values = [("ink", "#111"), ("link", "var(--accent, red)"), ("loop", "var(--loop)")];
        let rows = [
            (".a{fill:#fff}", ".a{fill:#fff}"),
            (".a{fill:var(--ink)}", ".a{fill:#111}"),
            (".a{fill: var( --ink )}", ".a{fill: var( --ink )}"),
            (".a{fill:var(--ink );stroke:var(--gone)}", ".a{fill:#111;stroke:currentColor}"),
            (".a{fill:var(--gone, rgb(1, 2, 3))}", ".a{fill:rgb(1, 2, 3)}"),
            (".a{fill:var(--link)}", ".a{fill:red}"),
            (".a{fill:var(--loop)}", ".a{fill:currentColor}"),
            (".a{fill:var(--ink", ".a{fill:currentColor"),
        ];
        for (css, want) in rows {
            assert_eq!(resolve_variables(css, &values), want, "{css}");
        }
    }

    proptest! {
        #[test]
        fn texts_cannot_break_out(text in any::<String>()) {
            let marks = |p: &Picture| p.document().matches(['<', '>']).count();
            let plain = Picture { title: "x".into(), description: "x".into(), ..picture() };
            let one_line: String = text.split_whitespace().collect();
            let wild = Picture { title: one_line.clone(), description: text.clone(), ..plain.clone() };
            let lines = wrap(&one_line, 31).len();
            // Each line of title is one text element: two tags of two marks.
            prop_assert_eq!(marks(&wild) + 4, marks(&plain) + 4 * lines);
        }

        #[test]
        fn wrapping_keeps_every_word(text in "[a-z ]{0,80}", width in 1usize..20) {
            let lines = wrap(&text, width);
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(lines.join(" "), words.join(" "));
        }
    }
}

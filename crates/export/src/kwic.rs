//! A concordance as plain text: the keyword in one column (KWIC).

use crate::Provenance;
use crate::csv::one_line;

/// One line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KwicLine {
    /// Where it stands ("1 ¶12").
    pub place: String,
    /// The words before.
    pub left: String,
    /// The keyword.
    pub node: String,
    /// The words after.
    pub right: String,
}

/// The lines below each other, the place first, the left context aligned to the
/// right, so that the keywords make a column. Columns are as wide as their longest
/// entry, in characters. The provenance stands below.
pub fn kwic(title: &str, lines: &[KwicLine], provenance: &Provenance) -> String {
    let lines: Vec<KwicLine> = lines
        .iter()
        .map(|line| KwicLine {
            place: one_line(&line.place),
            left: one_line(&line.left).trim().to_owned(),
            node: one_line(&line.node),
            right: one_line(&line.right).trim().to_owned(),
        })
        .collect();
    let widest = |part: fn(&KwicLine) -> &str| {
        lines.iter().map(|line| part(line).chars().count()).max().unwrap_or(0)
    };
    let place = widest(|line| &line.place);
    let left = widest(|line| &line.left);
    let node = widest(|line| &line.node);
    let mut out = format!("{}\n\n", one_line(title));
    for line in &lines {
        let text = format!(
            "{:place$}  {:>left$}  {:node$}  {}",
            line.place, line.left, line.node, line.right
        );
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out.push('\n');
    for (name, value) in provenance.fields() {
        out.push_str(&format!("{name}: {}\n", one_line(value)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_make_a_column() {
        let line = |place: &str, left: &str, node: &str, right: &str| KwicLine {
            place: place.into(),
            left: left.into(),
            node: node.into(),
            right: right.into(),
        };
        let lines = [
            line("1 ¶12", "hopes to work with ", "China", " in\nmining"),
            line("2 ¶1", "said", "Chinese", ""),
        ];
        let provenance = Provenance { query: "chin*".into(), ..Provenance::default() };
        assert_eq!(
            kwic("Contexts of chin*", &lines, &provenance),
            "Contexts of chin*\n\n\
             1 ¶12  hopes to work with  China    in mining\n\
             2 ¶1                 said  Chinese\n\n\
             query: chin*\n"
        );
    }
}

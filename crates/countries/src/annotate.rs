//! The annotator: text in, mentions out.

use crate::{Country, Kind, Mention};
use dateline_text::{Span, tokens};

/// The tables of names and the rules of context, ready to match.
#[derive(Debug)]
pub struct Gazetteer {
    names: Vec<(&'static str, Country, Kind)>,
}

impl Gazetteer {
    /// The gazetteer that is built into the program.
    pub fn embedded() -> &'static Gazetteer {
        static IT: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
        IT.get_or_init(|| {
            let row = |n, c, k| Country::from_code(c).map(|c| (n, c, k));
            let rows = [
                row("China", "CN", Kind::Name),
                row("Afghanistan", "AF", Kind::Name),
                row("Chinese", "CN", Kind::Demonym),
                row("Afghan", "AF", Kind::Demonym),
                row("Kabul", "AF", Kind::Capital),
            ];
            Gazetteer { names: rows.into_iter().flatten().collect() }
        })
    }

    /// Version of the tables: changes whenever a name or a rule does.
    pub fn version(&self) -> &'static str {
        "0"
    }
}

/// The mentions of `text` in order, never overlapping. `blocks` are the byte spans
/// of its paragraphs in order: no mention crosses the end of one, and context is
/// read within the article. An empty slice means that lines are paragraphs.
pub fn annotate(gazetteer: &Gazetteer, text: &str, blocks: &[Span]) -> Vec<Mention> {
    let _ = blocks;
    tokens(text)
        .filter_map(|t| {
            let (_, country, kind) = gazetteer.names.iter().find(|n| n.0 == t.text)?;
            Some(Mention {
                span: t.span,
                country: *country,
                kind: *kind,
                in_name: false,
                rule: "name",
            })
        })
        .collect()
}

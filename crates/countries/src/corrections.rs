//! What a reader corrects for a corpus: an alias added, a surface muted or
//! reassigned. A small value that is kept as JSON:
//!
//! ```json
//! {"alias": [{"surface": "Albion", "country": "GB", "kind": "name"}],
//!  "mute": ["Jersey"],
//!  "reassign": [{"surface": "Georgia", "country": "US"}]}
//! ```

use crate::gazetteer::{Phrases, Sense, Source};
use crate::scan::{Word, find};
use crate::{Annotations, Country, Kind, Mention};
use serde::{Deserialize, Serialize};

/// The corrections of a corpus. Surfaces match as the gazetteer's names do: whole
/// words, with a capital wherever the correction has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Corrections {
    /// Words that name a country, though the gazetteer does not know them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alias: Vec<Alias>,
    /// Words that are never a mention.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mute: Vec<String>,
    /// Words that always mention this country.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reassign: Vec<Reassign>,
}

/// Words that name a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The words.
    pub surface: String,
    /// The country.
    pub country: Country,
    /// How they name it.
    #[serde(default)]
    pub kind: Kind,
}

/// Words that mention another country than the gazetteer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reassign {
    /// The words.
    pub surface: String,
    /// The country.
    pub country: Country,
}

impl Corrections {
    /// Whether there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        self.alias.is_empty() && self.mute.is_empty() && self.reassign.is_empty()
    }

    /// The corrections, ready to apply to many articles.
    pub fn prepare(&self) -> Prepared {
        let mut prepared = Prepared::default();
        for alias in &self.alias {
            prepared.add(&alias.surface, Change::Alias(alias.country, alias.kind));
        }
        for surface in &self.mute {
            prepared.add(surface, Change::Mute);
        }
        for reassign in &self.reassign {
            prepared.add(&reassign.surface, Change::Reassign(reassign.country));
        }
        prepared
    }
}

/// Corrections as phrases, made by [`Corrections::prepare`].
#[derive(Debug, Default)]
pub struct Prepared {
    phrases: Phrases,
    changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug)]
enum Change {
    Alias(Country, Kind),
    Mute,
    Reassign(Country),
}

impl Prepared {
    fn add(&mut self, surface: &str, change: Change) {
        // The sense only carries the number of the change.
        let number = [(self.changes.len() >> 8) as u8, self.changes.len() as u8];
        self.phrases.add(surface, Sense::numbered(number));
        self.changes.push(change);
    }

    /// Changes what was found in `words` of `text`. A correction overrules the
    /// mentions that it covers, but not a longer one that holds it.
    pub(crate) fn apply(&self, text: &str, words: &[Word], out: &mut Annotations) {
        for hit in find(&self.phrases, text, words) {
            let sense = self.phrases.senses(hit.phrase).last();
            let Some(sense) = sense.filter(|s| s.source == Source::Correction) else { continue };
            let number = usize::from(sense.region[0]) << 8 | usize::from(sense.region[1]);
            let Some(change) = self.changes.get(number) else { continue };
            let longer = |m: &Mention| {
                m.span != hit.span && m.span.overlaps(hit.span) && !hit.span.contains(m.span)
            };
            if out.mentions.iter().any(longer) {
                continue;
            }
            let known = out.mentions.iter().find(|m| m.span == hit.span).cloned();
            out.mentions.retain(|m| !m.span.overlaps(hit.span));
            out.ambiguous.retain(|a| !a.span.overlaps(hit.span));
            let (country, kind, rule) = match *change {
                Change::Mute => continue,
                Change::Alias(country, kind) => (country, kind, "your correction: alias"),
                Change::Reassign(country) => {
                    let kind = known.as_ref().map_or(Kind::Place, |m| m.kind);
                    (country, kind, "your correction: reassigned")
                }
            };
            let in_name = known.is_some_and(|m| m.in_name);
            let at = out.mentions.partition_point(|m| m.span.start < hit.span.start);
            out.mentions.insert(at, Mention { span: hit.span, country, kind, in_name, rule });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gazetteer, Options, annotations_with};

    fn check(json: &str, text: &str, want: &[(&str, &str, Kind)]) {
        let corrections: Corrections = serde_json::from_str(json).expect("corrections");
        let prepared = corrections.prepare();
        let options = Options { corrections: Some(&prepared), ..Options::default() };
        let found = annotations_with(Gazetteer::embedded(), text, &[], &options);
        let got: Vec<_> =
            found.mentions.iter().map(|m| (m.span.of(text), m.country.code(), m.kind)).collect();
        assert_eq!(got, want, "{json} on {text}");
        let again = serde_json::to_string(&corrections).expect("JSON");
        assert_eq!(serde_json::from_str::<Corrections>(&again).expect("JSON"), corrections);
    }

    #[test]
    fn cases() {
        let alias = r#"{"alias": [{"surface": "Albion", "country": "GB", "kind": "name"}]}"#;
        let mute = r#"{"mute": ["China"]}"#;
        let reassign = r#"{"reassign": [{"surface": "Georgia", "country": "US"}]}"#;
        check("{}", "China spoke.", &[("China", "CN", Kind::Name)]);
        check(
            alias,
            "Albion and China.",
            &[("Albion", "GB", Kind::Name), ("China", "CN", Kind::Name)],
        );
        check(alias, "perfidious albion", &[]);
        check(mute, "China and France.", &[("France", "FR", Kind::Name)]);
        check(
            mute,
            "the People's Republic of China",
            &[("People's Republic of China", "CN", Kind::Name)],
        );
        check(
            reassign,
            "Tbilisi, Georgia, and Russia",
            &[
                ("Tbilisi", "GE", Kind::Capital),
                ("Georgia", "US", Kind::Name),
                ("Russia", "RU", Kind::Name),
            ],
        );
    }

    #[test]
    fn bad_corrections_say_what_is_wrong() {
        for json in [r#"{"alias": [{"surface": "X", "country": "ZZ"}]}"#, r#"{"mutes": []}"#] {
            let error = serde_json::from_str::<Corrections>(json).expect_err("bad corrections");
            let text = error.to_string();
            assert!(text.contains("ZZ") || text.contains("mutes"), "{text}");
        }
    }
}

//! A reader's corrections of a corpus: an alias added, a surface muted or
//! reassigned. A small value that is kept as JSON:
//!
//! ```json
//! {"alias": [{"surface": "Albion", "country": "GB", "kind": "name"}],
//!  "mute": ["Jersey"],
//!  "reassign": [{"surface": "Georgia", "country": "US"}]}
//! ```

use crate::annotate::blocks_of;
use crate::names::Forms;
use crate::scan::{MAX_PHRASE_WORDS, Word, find, words};
use crate::{Annotations, Country, Kind, Mention, rule};
use dateline_text::Span;
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
    /// Words that mention this country wherever they are counted or ambiguous.
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

/// A change that a reader makes to the corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Words that name a country.
    Alias(Alias),
    /// Words that are never a mention.
    Mute(String),
    /// Words that mention another country.
    Reassign(Reassign),
}

impl Correction {
    /// The words.
    pub fn surface(&self) -> &str {
        match self {
            Correction::Alias(alias) => &alias.surface,
            Correction::Mute(surface) => surface,
            Correction::Reassign(reassign) => &reassign.surface,
        }
    }
}

impl Corrections {
    /// Whether there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many corrections there are.
    pub fn len(&self) -> usize {
        self.alias.len() + self.mute.len() + self.reassign.len()
    }

    /// Each correction: aliases, then mutes, then reassignments.
    pub fn iter(&self) -> impl Iterator<Item = Correction> + '_ {
        let aliases = self.alias.iter().cloned().map(Correction::Alias);
        let mutes = self.mute.iter().cloned().map(Correction::Mute);
        aliases.chain(mutes).chain(self.reassign.iter().cloned().map(Correction::Reassign))
    }

    /// These corrections and another, which takes the place of any of the same words.
    #[must_use]
    pub fn with(&self, correction: Correction) -> Corrections {
        let mut all = self.without(correction.surface());
        match correction {
            Correction::Alias(alias) => all.alias.push(alias),
            Correction::Mute(surface) => all.mute.push(surface),
            Correction::Reassign(reassign) => all.reassign.push(reassign),
        }
        all
    }

    /// These corrections without those of some words.
    #[must_use]
    pub fn without(&self, surface: &str) -> Corrections {
        let mut all = self.clone();
        all.alias.retain(|a| a.surface != surface);
        all.mute.retain(|s| s != surface);
        all.reassign.retain(|r| r.surface != surface);
        all
    }

    /// What is wrong with the words of a correction, if anything, and what to do.
    pub fn problem(&self) -> Option<String> {
        self.iter().find_map(|correction| surface_problem(correction.surface()))
    }

    /// The corrections, ready to apply to many articles.
    pub fn prepare(&self) -> Prepared {
        let mut prepared = Prepared::default();
        for correction in self.iter() {
            let change = match &correction {
                Correction::Alias(alias) => Change::Alias(alias.country, alias.kind),
                Correction::Mute(_) => Change::Mute,
                Correction::Reassign(reassign) => Change::Reassign(reassign.country),
            };
            prepared.add(correction.surface(), change);
        }
        prepared
    }
}

/// Why words would never match, if so.
pub fn surface_problem(surface: &str) -> Option<String> {
    match dateline_text::tokens(surface).count() {
        0 => Some(format!("{surface:?} holds no word: write the words as the articles do")),
        n if n > MAX_PHRASE_WORDS => {
            Some(format!("{surface:?} has {n} words: a correction has {MAX_PHRASE_WORDS} at most"))
        }
        _ => None,
    }
}

/// Corrections as forms, made by [`Corrections::prepare`]. They are applied to what
/// was found, and need no gazetteer.
#[derive(Debug, Default)]
pub struct Prepared {
    forms: Forms,
    /// The change of each form.
    changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug)]
enum Change {
    Alias(Country, Kind),
    Mute,
    Reassign(Country),
}

impl Prepared {
    /// A later correction of the same form takes the place of the one before.
    fn add(&mut self, surface: &str, change: Change) {
        let Some(number) = self.forms.add(surface) else { return };
        match self.changes.get_mut(number as usize) {
            Some(known) => *known = change,
            None => self.changes.push(change),
        }
    }

    /// Changes what was found in the `blocks` of a text, byte spans in order as
    /// [`crate::annotate()`] takes them. A correction overrules the mentions that it
    /// covers, but not a longer one that holds it. An alias counts wherever its words
    /// stand; words are reassigned where they were counted or ambiguous, so that a
    /// person of that name stays one.
    pub fn apply(&self, text: &str, blocks: &[Span], found: &mut Annotations) {
        self.apply_to(text, &words(text, &blocks_of(text, blocks)), found);
    }

    /// As [`Prepared::apply`], for the words of the blocks.
    pub(crate) fn apply_to(&self, text: &str, words: &[Word], found: &mut Annotations) {
        for hit in find(&self.forms, text, words) {
            if let Some(change) = self.changes.get(hit.phrase as usize) {
                change.apply(hit.span, hit.span.of(text), found);
            }
        }
    }
}

impl Change {
    /// Makes the change where its words stand. What was found is in order and never
    /// overlaps, so what the words touch is a range.
    fn apply(self, span: Span, words: &str, found: &mut Annotations) {
        let (mentions, unclear) = (&mut found.mentions, &mut found.ambiguous);
        let from = mentions.partition_point(|m| m.span.end <= span.start);
        let to = mentions.partition_point(|m| m.span.start < span.end).max(from);
        let touched = &mentions[from..to];
        if touched.iter().any(|m| m.span != span && !span.contains(m.span)) {
            return;
        }
        let known = touched.iter().find(|m| m.span == span);
        let first = unclear.partition_point(|a| a.span.end <= span.start);
        let last = unclear.partition_point(|a| a.span.start < span.end).max(first);
        let was_found = from < to || first < last;
        let change = match self {
            Change::Mute => None,
            Change::Reassign(_) if !was_found => return,
            Change::Alias(country, kind) => Some((country, kind, rule::ALIAS)),
            Change::Reassign(country) => {
                // Of ambiguous words nobody has said yet how they name the country.
                let named = || country.kind_of(words).unwrap_or(Kind::Place);
                Some((country, known.map_or_else(named, |m| m.kind), rule::REASSIGNED))
            }
        };
        let in_name = known.is_some_and(|m| m.in_name);
        let mention = change.map(|(country, kind, rule)| {
            let rule = rule.into();
            Mention { span, country, kind, in_name, rule }
        });
        mentions.splice(from..to, mention);
        unclear.drain(first..last);
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
    fn only_what_was_found_is_reassigned() {
        let reassign = r#"{"reassign": [{"surface": "Congo", "country": "CD"},
            {"surface": "Jordan", "country": "US"}, {"surface": "Nowhere", "country": "US"}]}"#;
        check(reassign, "The war in Congo went on.", &[("Congo", "CD", Kind::Name)]);
        check(reassign, "Michael Jordan spoke of Nowhere.", &[]);
    }

    #[test]
    fn words_have_one_correction() {
        let georgia = || "Georgia".to_owned();
        let us = Country::from_code("US").expect("a country");
        let mute = Corrections::default().with(Correction::Mute(georgia()));
        assert_eq!((mute.len(), mute.mute.len()), (1, 1));
        let both = mute.with(Correction::Mute("Jersey".to_owned()));
        let reassign = Correction::Reassign(Reassign { surface: georgia(), country: us });
        let other = both.with(reassign.clone());
        assert_eq!(other.iter().collect::<Vec<_>>(), [Correction::Mute("Jersey".into()), reassign]);
        assert!(other.without("Georgia").without("Jersey").is_empty());
    }

    #[test]
    fn words_that_match_nothing_are_told() {
        let long = "a b c d e f g h i j k";
        for (surface, want) in [("", "no word"), ("-!", "no word"), (long, "11 words")] {
            let corrections = Corrections { mute: vec![surface.into()], ..Corrections::default() };
            let problem = corrections.problem().expect("a problem");
            assert!(problem.contains(want), "{problem}");
        }
        assert_eq!(
            Corrections { mute: vec!["U.S.".into()], ..Corrections::default() }.problem(),
            None
        );
    }

    #[test]
    fn more_than_a_short_number_of_corrections() {
        let us = Country::from_code("US").expect("a country");
        let nowhere = (0..70_000).map(|n| format!("Nowhere {n}"));
        let many = Corrections {
            mute: nowhere.chain(["China".to_owned()]).collect(),
            alias: vec![Alias { surface: "Albion".into(), country: us, kind: Kind::Name }],
            ..Corrections::default()
        };
        let prepared = many.prepare();
        let options = Options { corrections: Some(&prepared), ..Options::default() };
        let text = "Albion, Nowhere 69999 and China.";
        let found = annotations_with(Gazetteer::embedded(), text, &[], &options).mentions;
        assert_eq!(found.iter().map(|m| m.span.of(text)).collect::<Vec<_>>(), ["Albion"]);
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

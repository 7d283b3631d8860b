//! The features of the model, for the script that trains it (`bench/countries/train.py`).
//! Not for annotating.

use crate::annotate::blocks_of;
use crate::context::{Article, FEATURE_NAMES, Group, SENSE_FEATURES, resolve};
use crate::scan::{find, words};
use crate::{Country, Gazetteer, Kind};
use dateline_text::Span;

/// A candidate that no rule settled, with everything that the model is told of it.
#[derive(Clone, Debug)]
pub struct Example {
    /// Bytes of the text.
    pub span: Span,
    /// The group of the name: "name", "capital", "town" …
    pub group: &'static str,
    /// The names of the features that are true.
    pub features: Vec<&'static str>,
    /// Whether the place that follows the name settles its country.
    pub contained: bool,
    /// Each sense with the names and values of its features.
    pub senses: Vec<Sense>,
}

/// A sense of a name.
#[derive(Clone, Debug)]
pub struct Sense {
    /// The country, if the sense is one of a country.
    pub country: Option<Country>,
    /// The kind that a mention would have.
    pub kind: Kind,
    /// Features with their values.
    pub features: Vec<(&'static str, f32)>,
}

/// The examples of a text.
pub fn examples(gazetteer: &Gazetteer, text: &str) -> Vec<Example> {
    let blocks = blocks_of(text, &[]);
    let words = words(text, &blocks);
    let article = Article { gazetteer, text, words: &words, blocks: &blocks };
    let resolved = resolve(&article, &find(&gazetteer.phrases.forms, text, &words));
    let open = resolved.readings.iter().filter(|r| r.fixed.is_none());
    open.map(|reading| Example {
        span: reading.candidate.span,
        group: Group::NAMES[reading.group as usize],
        features: resolved
            .feature_list(&article, reading)
            .into_iter()
            .map(|f| FEATURE_NAMES[f as usize])
            .collect(),
        contained: reading.container.is_some(),
        senses: resolved
            .sense_list(reading)
            .into_iter()
            .map(|(sense, values)| Sense {
                country: sense.country,
                kind: sense.kind,
                features: SENSE_FEATURES.iter().copied().zip(values).collect(),
            })
            .collect(),
    })
    .collect()
}

//! Context: which candidates are mentions, and of which country.

mod in_name;
mod words;

pub(crate) use words::{Class, ContextWords};

use crate::gazetteer::{Sense, Source};
use crate::scan::{Candidate, Word};
use crate::{Gazetteer, Kind, Mention};

/// The text under the rules.
pub(crate) struct Article<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Word],
}

impl Article<'_> {
    /// The word `steps` after word number `at`, within its block.
    pub(crate) fn after(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|w| !w.first)
    }
    /// The classes of a word.
    pub(crate) fn class(&self, word: &Word) -> Class {
        self.gazetteer.words.of(word)
    }
    /// The text between two words.
    pub(crate) fn between(&self, left: &Word, right: &Word) -> &str {
        &self.text[left.end as usize..right.start as usize]
    }
}

/// The mentions among the candidates.
pub(crate) fn decide(article: &Article, candidates: &[Candidate]) -> Vec<Mention> {
    candidates.iter().filter_map(|c| mention(article, c)).collect()
}

fn mention(article: &Article, candidate: &Candidate) -> Option<Mention> {
    let sense: &Sense = article.gazetteer.phrases.senses(candidate.phrase).next()?;
    let rule = match (sense.source, sense.kind) {
        (Source::Historical, _) => "historical name",
        (Source::Block, _) => "part of a longer name of a place",
        (_, Kind::Name) => "name of the country",
        (_, Kind::Demonym) => "demonym",
        (_, Kind::Capital) => "capital",
        (_, Kind::Place) => "place in one country",
    };
    Some(Mention {
        span: candidate.span,
        country: sense.country?,
        kind: sense.kind,
        in_name: in_name::in_name(article, candidate, sense.kind),
        rule,
    })
}

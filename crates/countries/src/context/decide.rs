//! The decision for each candidate: counted, ambiguous or dropped.

use super::dateline::is_dateline;
use super::evidence::{Evidence, Rest};
use super::features::{self, Feature, Uses, features};
use super::senses::{Values, sense_features};
use super::{Article, Fixed, Group, Reading, in_name, rules};
use crate::names::{Sense, Source};
use crate::scan::{Candidate, Hashed, Word};
use crate::{Ambiguous, Country, Kind, Mention, rule};
use std::collections::HashMap;

/// A name of the article: what it may mean, and what it says of the rest.
pub(crate) struct Name {
    pub(crate) uses: Uses,
    /// The largest likelihood of its readings.
    likely: f32,
    /// The evidence that it brought.
    own: Evidence,
    /// Its senses with their shares, which sum to one.
    shares: Vec<(Sense, f32)>,
    /// The place that follows it somewhere in the article.
    anchor: Option<(Country, [u8; 2])>,
}

/// The readings of an article, as far as the rules and the model bring them.
pub(crate) struct Resolved {
    pub(crate) readings: Vec<Reading>,
    pub(crate) names: Vec<Name>,
    evidence: Evidence,
}

/// What becomes of a candidate.
pub(crate) enum Decision {
    Counted(Mention),
    Ambiguous(Ambiguous),
    Dropped,
}

/// How likely the words of a dateline at least name a place. The gold that the
/// model is trained on holds few datelines.
const DATELINE: f32 = 0.95;

/// How large (log2) a town must be to rival the country of its name without a
/// container: Lebanon in Pennsylvania, but not Mexico in Missouri.
const RIVAL: u8 = 14;

/// How likely the name of a country, or of a site that means one (the Kremlin), at
/// least is one, where no word beside it makes it a person or a street. The gold
/// leaves some names out.
const PLAIN_NAME: f32 = 0.55;

/// The weight from which an article's evidence is that of many places, and the share
/// below which that of a country is little of it.
const MIN_WEIGHT_OF_MANY: f32 = 6.0;
const MAX_SHARE_OF_FEW: f32 = 0.2;

/// From this probability on a reading is evidence for others.
const HEARD: f32 = 0.1;

/// From this probability on a mention is counted.
const COUNTED: f32 = 0.5;

/// The readings of the candidates after every rule and the model.
pub(crate) fn resolve(article: &Article, candidates: &[Candidate]) -> Resolved {
    let phrases = &article.gazetteer.phrases;
    let mut readings: Vec<Reading> =
        candidates.iter().filter_map(|c| Reading::new(phrases, *c)).collect();
    for rule in rules::RULES {
        (rule.apply)(article, &mut readings);
    }
    let mut further = rules::combining_forms(article, &readings);
    // "Franco" and "Indo" are towns too.
    let combining = |r: &Reading| further.iter().any(|f| f.candidate.word == r.candidate.word);
    readings.retain(|r| !combining(r));
    rules::settle_behind(article, &mut readings, &further);
    further.extend(rules::unknown_towns(article, &readings));
    if !further.is_empty() {
        readings.extend(further);
        readings.sort_by_key(|r| r.candidate.word);
    }
    let names = names(article, &mut readings);
    let mut resolved = Resolved { readings, names, evidence: Evidence::default() };
    resolved.weigh(article);
    // Twice: first by size alone, then with the evidence of the first round.
    for _ in 0..2 {
        resolved.share(article);
        resolved.gather();
    }
    resolved.share(article);
    resolved
}

/// The names of the article, numbered in its readings, with their uses.
fn names(article: &Article, readings: &mut [Reading]) -> Vec<Name> {
    let lower = LowerCase::of(article.words);
    let mut names: Vec<Name> = Vec::new();
    let mut numbers: HashMap<u32, usize, Hashed> = HashMap::default();
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let phrase = reading.candidate.phrase;
        reading.name = *numbers.entry(phrase).or_insert_with(|| {
            names.push(Name::new(article, phrase));
            names.len() - 1
        });
        reading.before = features::before(article, &reading.candidate);
        reading.dateline = is_dateline(article, &reading.candidate);
        let name = &mut names[reading.name];
        name.anchor = name.anchor.or(reading.container);
        name.uses.see(reading, lower.has(&article.words[reading.candidate.word]));
    }
    names
}

impl Name {
    fn new(article: &Article, phrase: u32) -> Name {
        let senses = article.gazetteer.phrases.senses(phrase);
        let country = senses.clone().any(|s| s.source == Source::Country && s.kind == Kind::Name);
        let capital =
            senses.clone().any(|s| s.source == Source::Country && s.kind == Kind::Capital);
        // A village abroad is no rival of a capital either; in states that follow a
        // town's name in print it is, since local papers leave them out.
        let rival = |s: &&Sense| {
            s.source != Source::Town
                || s.size >= RIVAL
                || !(country || capital && s.region == [0; 2])
        };
        let mut shares: Vec<(Sense, f32)> = senses.filter(rival).map(|s| (*s, 0.0)).collect();
        if let [(_, share)] = shares.as_mut_slice() {
            *share = 1.0;
        }
        Name { uses: Uses::default(), likely: 0.0, own: Evidence::default(), shares, anchor: None }
    }
}

impl Resolved {
    /// How likely each reading names a place.
    fn weigh(&mut self, article: &Article) {
        let mut list = Vec::new();
        for reading in self.readings.iter_mut().filter(|r| r.fixed.is_none()) {
            if reading.group != Group::Demonym {
                features(article, reading, self.names[reading.name].uses, &mut list);
                reading.likely = article.gazetteer.model.place(reading.group, &list);
                // What the Kremlin said does not make it a person; nor what Jordan said that it
                // would do, in an article that names no person by that name.
                let speaks = |f: &Feature| *f == Feature::BeforeSaid;
                let plain = match reading.group {
                    Group::Name if rules::speaks_as_a_state(article, reading) => {
                        use Feature::{BeforeSurname, IsFirstName, IsSurname};
                        let named =
                            |f: &Feature| matches!(f, BeforeSurname | IsFirstName | IsSurname);
                        list.retain(|f| !speaks(f) && !named(f));
                        is_plain(&list)
                    }
                    Group::Name => is_plain(&list),
                    Group::Site => {
                        list.retain(|f| !speaks(f));
                        is_plain(&list)
                    }
                    _ => false,
                };
                if plain {
                    reading.likely = reading.likely.max(PLAIN_NAME);
                }
                if reading.dateline {
                    reading.likely = reading.likely.max(DATELINE);
                }
            }
            let name = &mut self.names[reading.name];
            name.likely = name.likely.max(reading.likely);
        }
    }

    /// The shares of the senses of every name that has several.
    fn share(&mut self, article: &Article) {
        let open = |n: &&mut Name| n.shares.len() > 1 && n.likely >= HEARD;
        for name in self.names.iter_mut().filter(open) {
            let rest = Rest { all: &self.evidence, own: &name.own };
            let model = &article.gazetteer.model;
            for (sense, score) in &mut name.shares {
                *score = model.sense(&sense_features(sense, name.uses.dateline, &rest));
            }
            softmax(&mut name.shares);
        }
    }

    /// The evidence of the article, and what each name brought to it.
    fn gather(&mut self) {
        self.evidence = Evidence::default();
        for name in &mut self.names {
            name.own = Evidence::default();
        }
        for reading in self.readings.iter().filter(|r| r.likely >= HEARD) {
            let weight = reading.likely * weight(reading.group);
            if let Some(Fixed::Counted(country, _, _)) = reading.fixed {
                self.evidence.add(country, [0; 2], weight);
            } else if let Some((country, region)) = reading.container {
                self.evidence.add(country, region, weight);
            } else if reading.fixed.is_none() {
                let name = &mut self.names[reading.name];
                let several = name.shares.len() > 1;
                for (sense, share) in name.shares.iter().filter(|s| s.1 > 0.01) {
                    let Some(country) = sense.country else { continue };
                    self.evidence.add(country, sense.region, weight * share);
                    if several {
                        name.own.add(country, sense.region, weight * share);
                    }
                }
            }
        }
    }

    /// The features of a reading, as the model was told them.
    pub(crate) fn feature_list(&self, article: &Article, reading: &Reading) -> Vec<Feature> {
        let mut out = Vec::new();
        features(article, reading, self.names[reading.name].uses, &mut out);
        out
    }

    /// The senses of a reading with their features, as the model was told them.
    pub(crate) fn sense_list(&self, reading: &Reading) -> Vec<(Sense, Values)> {
        let name = &self.names[reading.name];
        let rest = Rest { all: &self.evidence, own: &name.own };
        name.shares
            .iter()
            .map(|(sense, _)| (*sense, sense_features(sense, name.uses.dateline, &rest)))
            .collect()
    }
}

/// Scores become shares that sum to one.
fn softmax(scores: &mut [(Sense, f32)]) {
    let best = scores.iter().map(|s| s.1).fold(f32::MIN, f32::max);
    let sum: f32 = scores.iter().map(|s| (s.1 - best).exp()).sum();
    for (_, score) in scores {
        *score = (*score - best).exp() / sum;
    }
}

/// Whether nothing makes a name part of a person's or a street's.
fn is_plain(features: &[Feature]) -> bool {
    use Feature::*;
    let other = [
        IsFirstName,
        IsSurname,
        AfterFirstName,
        AfterTitle,
        AfterInitial,
        BeforeStreet,
        StreetNumber,
        BeforePersonMark,
        SeenAsPerson,
        AfterCapital,
        BeforeSaid,
        BeforeSurname,
    ];
    !features.iter().any(|f| other.contains(f))
}

/// What a name of a group says of where the article is.
fn weight(group: Group) -> f32 {
    match group {
        Group::Name => 1.5,
        Group::Region => 1.2,
        Group::Demonym | Group::Capital | Group::Site => 1.0,
        Group::Town => 0.6,
    }
}

/// What becomes of each reading, in order.
pub(crate) fn decide(article: &Article, resolved: &Resolved) -> Vec<Decision> {
    resolved.readings.iter().map(|reading| settle(article, resolved, reading)).collect()
}

fn settle(article: &Article, resolved: &Resolved, reading: &Reading) -> Decision {
    let count = |country, kind, rule: &'static str| {
        Decision::Counted(Mention {
            span: reading.candidate.span,
            country,
            kind,
            in_name: in_name::in_name(article, &reading.candidate, kind),
            rule: rule.into(),
        })
    };
    match reading.fixed {
        Some(Fixed::Dropped) => return Decision::Dropped,
        Some(Fixed::Counted(country, kind, rule)) => return count(country, kind, rule),
        None if reading.likely < COUNTED => return Decision::Dropped,
        None => {}
    }
    let name = &resolved.names[reading.name];
    let anchor = reading.container.map(|c| (c, rule::HELD));
    let anchor = anchor.or(name.anchor.map(|c| (c, rule::HELD_ELSEWHERE)));
    if let Some(((country, region), rule)) = anchor {
        return count(country, kind_there(&name.shares, country, region), rule);
    }
    let rest = Rest { all: &resolved.evidence, own: &name.own };
    let (country, share) = best_country(&name.shares, &rest);
    let Some(country) = country else { return Decision::Dropped };
    if share * reading.likely < COUNTED {
        return ambiguous(reading, &name.shares);
    }
    let here = name.shares.iter().filter(|s| s.0.country == Some(country));
    let Some((sense, _)) = here.max_by(|a, b| a.1.total_cmp(&b.1)) else {
        return Decision::Dropped;
    };
    count(country, sense.kind, rule_of(sense, name.shares.len() > 1))
}

/// The kind that a name has in the country that holds it.
fn kind_there(senses: &[(Sense, f32)], country: Country, region: [u8; 2]) -> Kind {
    let mut here = senses.iter().map(|s| s.0).filter(|s| s.country == Some(country));
    match here.next() {
        Some(sense) if region == [0; 2] || sense.region == region => sense.kind,
        _ => Kind::Place,
    }
}

/// The country with the largest share, of equals the last. Where the article is about other countries
/// ([`abroad`]), namesakes in one country do not add up: there Paris is no likelier to be
/// in the United States because five towns of theirs are called so.
fn best_country(shares: &[(Sense, f32)], rest: &Rest) -> (Option<Country>, f32) {
    let capital = shares.iter().any(|s| s.0.kind == Kind::Capital);
    let mut best: Vec<(Option<Country>, f32)> = Vec::new();
    for (sense, share) in shares {
        match best.iter_mut().find(|b| b.0 == sense.country) {
            Some(known) if capital && sense.country.is_some_and(|c| abroad(c, rest)) => {
                known.1 = known.1.max(*share);
            }
            Some(known) => known.1 += share,
            None => best.push((sense.country, *share)),
        }
    }
    let sum: f32 = best.iter().map(|b| b.1).sum();
    let all = best.into_iter().map(|(country, share)| (country, share / sum));
    all.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((None, 0.0))
}

/// Whether an article names many places, and few of this country.
fn abroad(country: Country, rest: &Rest) -> bool {
    rest.total() >= MIN_WEIGHT_OF_MANY && rest.country(country).1 < MAX_SHARE_OF_FEW
}

fn ambiguous(reading: &Reading, shares: &[(Sense, f32)]) -> Decision {
    let mut candidates: Vec<(Country, f32)> = Vec::new();
    for (sense, share) in shares {
        let Some(country) = sense.country else { continue };
        match candidates.iter_mut().find(|c| c.0 == country) {
            Some(known) => known.1 += share,
            None => candidates.push((country, *share)),
        }
    }
    candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    candidates.retain(|c| c.1 >= 0.05);
    if candidates.len() < 2 {
        return Decision::Dropped;
    }
    let candidates = candidates.into_iter().map(|c| c.0).collect();
    Decision::Ambiguous(Ambiguous { span: reading.candidate.span, candidates })
}

/// Why a sense was counted, for the reader.
fn rule_of(sense: &Sense, chosen: bool) -> &'static str {
    match (sense.source, sense.kind) {
        (_, _) if chosen => match sense.kind {
            Kind::Name => rule::NAME_AMONG,
            Kind::Capital => rule::CAPITAL_AMONG,
            _ => rule::PLACE_AMONG,
        },
        (Source::Historical, _) => rule::HISTORICAL,
        (_, Kind::Name) => rule::NAME,
        (_, Kind::Demonym) => rule::DEMONYM,
        (_, Kind::Capital) => rule::CAPITAL,
        (Source::Region, _) => rule::REGION,
        (Source::Abbreviation, _) => rule::ABBREVIATION,
        (_, Kind::Place) => rule::PLACE,
    }
}

/// The words that an article writes in small letters, as a filter that may say yes
/// too often.
struct LowerCase([u64; 256]);

impl LowerCase {
    fn of(words: &[Word]) -> LowerCase {
        let mut bits = [0; 256];
        for word in words.iter().filter(|w| !w.capital && w.end - w.start > 2) {
            bits[(word.hash >> 40 & 255) as usize] |= 1 << (word.hash >> 20 & 63);
        }
        LowerCase(bits)
    }

    fn has(&self, word: &Word) -> bool {
        self.0[(word.hash >> 40 & 255) as usize] >> (word.hash >> 20 & 63) & 1 == 1
    }
}

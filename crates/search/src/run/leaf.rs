//! The articles with a word, a phrase, or things near each other, and how often.

use super::DocSet;
use super::expand::Ranks;
use super::select::Selecting;
use crate::index::{Postings, TITLE_WEIGHT};
use crate::matching::plan::{Leaf, Plan, Zones};
use crate::matching::positions::View;

/// What a leaf found, for ranking.
pub(crate) enum Found {
    /// One word of the index in one set of postings.
    Word { rank: u32, postings: Postings, docs: DocSet },
    /// A frequency for each article of the corpus, 0 where it does not match.
    Dense { freqs: Vec<u8>, docs: DocSet },
    /// The articles that match, each with its frequency.
    Sparse { counts: Vec<(u32, u8)>, docs: DocSet },
}

impl Found {
    pub(crate) fn docs(&self) -> DocSet {
        match self {
            Found::Word { docs, .. } | Found::Dense { docs, .. } | Found::Sparse { docs, .. } => {
                docs.clone()
            }
        }
    }
}

/// The articles of `plan`, a leaf or nearness; of those in `among` all.
pub(crate) fn find<B: AsRef<[u8]>>(
    run: &Selecting<'_, B>,
    plan: &Plan,
    among: Option<&DocSet>,
) -> Found {
    if let Plan::Leaf(leaf) = plan
        && let [word] = leaf.words.as_slice()
    {
        let ranks = &run.ranks[*word];
        match leaf.zones {
            Zones::DEFAULT => return words(run, ranks, Postings::Main),
            Zones::TITLE => return words(run, ranks, Postings::Title),
            Zones::BODY => return body_words(run, ranks),
            _ => {}
        }
    }
    verified(run, plan, among)
}

/// About how many postings a word has.
pub(crate) fn size<B: AsRef<[u8]>>(run: &Selecting<'_, B>, word: usize) -> u64 {
    let ranks = &run.ranks[word];
    match ranks.single() {
        Some(rank) => u64::from(run.index.postings(Postings::Main, rank).len()),
        None => ranks.len() as u64 * 8,
    }
}

fn words<B: AsRef<[u8]>>(run: &Selecting<'_, B>, ranks: &Ranks, postings: Postings) -> Found {
    let index = run.index;
    let mut docs = DocSet::none(index.docs());
    if let Some(rank) = ranks.single() {
        index.postings(postings, rank).collect(&mut docs);
        return Found::Word { rank, postings, docs };
    }
    let mut freqs = vec![0u8; index.docs() as usize];
    for rank in ranks.iter() {
        index.postings(postings, rank).each(|doc, freq| {
            docs.insert(doc);
            add(&mut freqs, doc, freq);
        });
    }
    Found::Dense { freqs, docs }
}

fn add(freqs: &mut [u8], doc: u32, freq: u32) {
    if let Some(sum) = freqs.get_mut(doc as usize) {
        *sum = sum.saturating_add(freq.min(255) as u8);
    }
}

/// Words in the body: the frequency in title and body less that in the title.
fn body_words<B: AsRef<[u8]>>(run: &Selecting<'_, B>, ranks: &Ranks) -> Found {
    let index = run.index;
    let mut freqs = vec![0u8; index.docs() as usize];
    let mut main: Vec<(u32, u32)> = Vec::new();
    for rank in ranks.iter() {
        main.clear();
        index.postings(Postings::Main, rank).each(|doc, freq| main.push((doc, freq)));
        let mut at = 0;
        index.postings(Postings::Title, rank).each(|doc, freq| {
            while main.get(at).is_some_and(|(other, _)| *other < doc) {
                at += 1;
            }
            if let Some((other, sum)) = main.get_mut(at)
                && *other == doc
            {
                *sum = sum.saturating_sub(freq * TITLE_WEIGHT);
            }
        });
        main.iter().for_each(|(doc, freq)| add(&mut freqs, *doc, *freq));
    }
    let matching = freqs.iter().enumerate().filter(|(_, freq)| **freq > 0);
    let docs = DocSet::of(index.docs(), matching.map(|(doc, _)| doc as u32));
    Found::Dense { freqs, docs }
}

/// Reads the words of every article that could match.
fn verified<B: AsRef<[u8]>>(run: &Selecting<'_, B>, plan: &Plan, among: Option<&DocSet>) -> Found {
    let mut candidates = candidates(run, plan);
    if let Some(among) = among {
        candidates.and(among);
    }
    let forward = run.index.forward();
    let mut view = View { words: vec![Vec::new(); run.ranks.len()], stretches: Vec::new() };
    let mut counts = Vec::new();
    for doc in candidates.iter() {
        forward.view(doc, &mut view, |word, rank| run.ranks[word].has(rank));
        let count = view.occurrences(plan).len();
        if count > 0 {
            counts.push((doc, count.min(255) as u8));
        }
    }
    let docs = DocSet::of(run.index.docs(), counts.iter().map(|(doc, _)| *doc));
    Found::Sparse { counts, docs }
}

/// The articles that hold all the words somewhere in the right postings.
fn candidates<B: AsRef<[u8]>>(run: &Selecting<'_, B>, plan: &Plan) -> DocSet {
    match plan {
        Plan::Leaf(leaf) => {
            let mut words: Vec<usize> = leaf.words.clone();
            words.sort_unstable_by_key(|word| size(run, *word));
            words.dedup();
            let mut docs: Option<DocSet> = None;
            for word in words {
                let found = with_word(run, leaf, word);
                match &mut docs {
                    Some(docs) => docs.and(&found),
                    None => docs = Some(found),
                }
            }
            docs.unwrap_or_else(|| DocSet::none(run.index.docs()))
        }
        Plan::Near(sides, _) => {
            let mut docs = candidates(run, &sides.0);
            docs.and(&candidates(run, &sides.1));
            docs
        }
        Plan::Or(sides) => {
            let mut docs = DocSet::none(run.index.docs());
            sides.iter().for_each(|side| docs.or(&candidates(run, side)));
            docs
        }
        _ => DocSet::none(run.index.docs()),
    }
}

fn with_word<B: AsRef<[u8]>>(run: &Selecting<'_, B>, leaf: &Leaf, word: usize) -> DocSet {
    let postings = match leaf.zones {
        Zones::DEFAULT | Zones::BODY => Postings::Main,
        Zones::TITLE => Postings::Title,
        _ => Postings::Aside,
    };
    let mut docs = DocSet::none(run.index.docs());
    for rank in run.ranks[word].iter() {
        run.index.postings(postings, rank).collect(&mut docs);
    }
    docs
}

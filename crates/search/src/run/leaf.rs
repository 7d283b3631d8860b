//! The articles with a word, a phrase, or things near each other, and how often.

use super::select::Selecting;
use crate::docset::DocSet;
use crate::document::Zone;
use crate::index::FixedPhrase;
use crate::index::postings::Block;
use crate::index::{Index, Postings, Ranks, TITLE_WEIGHT};
use crate::matching::plan::{Leaf, Plan, Shape, Zones};
use crate::matching::positions::View;
use crate::sort;
use crate::work::Work;
use std::ops::Range;
use std::sync::Arc;

/// The matches of a leaf, for ranking.
pub(crate) enum Found {
    /// One word of the index in one set of postings.
    Word { rank: u32, postings: Postings, docs: DocSet },
    /// A frequency for each article of the corpus, 0 where it does not match.
    Dense { freqs: Arc<[u8]>, docs: DocSet },
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

    /// How many articles it found.
    pub(crate) fn len<B: AsRef<[u8]>>(&self, index: &Index<B>) -> u32 {
        match self {
            Found::Word { rank, postings, .. } => index.postings(*postings, *rank).len(),
            Found::Dense { docs, .. } => docs.len(),
            Found::Sparse { counts, .. } => counts.len() as u32,
        }
    }

    /// Calls `each` with the articles and frequencies, ascending; may leave out
    /// articles that are not in `among`.
    #[inline]
    pub(crate) fn each<B: AsRef<[u8]>>(
        &self,
        index: &Index<B>,
        among: &DocSet,
        block: &mut Block,
        mut each: impl FnMut(u32, u32),
    ) {
        match self {
            Found::Word { rank, postings, .. } => {
                index.postings(*postings, *rank).each_near(among, block, each);
            }
            Found::Dense { freqs, .. } => {
                among.iter().for_each(|doc| each(doc, u32::from(freqs[doc as usize])));
            }
            Found::Sparse { counts, .. } => {
                counts.iter().for_each(|(doc, freq)| each(*doc, u32::from(*freq)));
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
            Zones::DEFAULT => return words(run, ranks, Postings::Main, among),
            Zones::TITLE => return words(run, ranks, Postings::Title, among),
            Zones::BODY => return body_words(run, ranks),
            _ => {}
        }
    }
    verified(run, plan, among)
}

/// About how many postings a word has.
pub(crate) fn size<B: AsRef<[u8]>>(run: &Selecting<'_, B>, word: usize) -> u32 {
    let ranks = &run.ranks[word];
    match ranks.single() {
        Some(rank) => run.index.postings(Postings::Main, rank).len(),
        // A character, joined and not.
        None if ranks.len() == 2 => {
            ranks.iter().map(|rank| run.index.postings(Postings::Main, rank).len()).sum()
        }
        None => ranks.len() as u32 * 8,
    }
}

fn words<B: AsRef<[u8]>>(
    run: &Selecting<'_, B>,
    ranks: &Ranks,
    postings: Postings,
    among: Option<&DocSet>,
) -> Found {
    let index = run.index;
    let mut block = Block::default();
    if let Some(rank) = ranks.single() {
        run.work.take(u64::from(index.postings(postings, rank).len()));
        let mut docs = DocSet::none(index.docs());
        index.postings(postings, rank).collect(among, &mut block, &mut docs);
        return Found::Word { rank, postings, docs };
    }
    let all: u32 = ranks.iter().map(|rank| index.postings(postings, rank).len()).sum();
    // Reading them, and a byte an article.
    run.work.take(4 * (u64::from(all) + ranks.len() as u64));
    if all < index.docs() / 16 {
        return few_words(index, ranks, postings);
    }
    run.work.take(4 * u64::from(index.docs()));
    let key = (postings, ranks.clone());
    if let Some((freqs, docs)) = index.unions.get(&key) {
        return Found::Dense { freqs, docs };
    }
    let mut freqs = vec![0u8; index.docs() as usize];
    for rank in ranks.iter() {
        index.postings(postings, rank).each(&mut block, |doc, freq| add(&mut freqs, doc, freq));
    }
    let docs = DocSet::of_bytes(&freqs);
    let freqs: Arc<[u8]> = freqs.into();
    index.unions.put(key, (Arc::clone(&freqs), docs.clone()));
    Found::Dense { freqs, docs }
}

/// The union of short postings.
fn few_words<B: AsRef<[u8]>>(index: &Index<B>, ranks: &Ranks, postings: Postings) -> Found {
    let mut all: Vec<u64> = Vec::new();
    let mut block = Block::default();
    for rank in ranks.iter() {
        index.postings(postings, rank).each(&mut block, |doc, freq| all.push(sort::key(doc, freq)));
    }
    sort::keys(&mut all);
    let mut docs = DocSet::none(index.docs());
    let mut counts = Vec::with_capacity(all.len());
    for run in all.chunk_by(|a, b| sort::parts(*a).0 == sort::parts(*b).0) {
        let freq: u32 = run.iter().map(|key| sort::parts(*key).1).sum();
        let doc = sort::parts(run[0]).0;
        counts.push((doc, freq.min(255) as u8));
        docs.insert(doc);
    }
    Found::Sparse { counts, docs }
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
    let mut block = Block::default();
    run.work.take(4 * u64::from(index.docs()));
    for rank in ranks.iter() {
        if !run.work.take(8 * u64::from(index.postings(Postings::Main, rank).len())) {
            break;
        }
        main.clear();
        index.postings(Postings::Main, rank).each(&mut block, |doc, freq| main.push((doc, freq)));
        let mut at = 0;
        index.postings(Postings::Title, rank).each(&mut block, |doc, freq| {
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
    let docs = DocSet::of_bytes(&freqs);
    Found::Dense { freqs: freqs.into(), docs }
}

/// Reads the words of every article that could match.
fn verified<B: AsRef<[u8]>>(run: &Selecting<'_, B>, plan: &Plan, among: Option<&DocSet>) -> Found {
    let candidates = candidates(run, plan, among);
    let mut counts = Vec::new();
    if let Some(phrase) = fixed_phrase(run, plan) {
        for doc in candidates.iter() {
            let parts = run.index.forward().parts(doc);
            if !run.work.take((parts.rest.start - parts.titles.start) as u64) {
                break;
            }
            let count = run.index.forward().count_phrase(doc, &phrase);
            if count > 0 {
                counts.push((doc, count.min(255) as u8));
            }
        }
    } else {
        let forward = run.index.forward();
        let mut view = View { words: vec![Vec::new(); run.ranks.len()], stretches: Vec::new() };
        for doc in candidates.iter() {
            let parts = forward.parts(doc);
            let words = parts.rest.end - parts.titles.start;
            if !run.work.take((words * (run.ranks.len() + 2)) as u64) {
                break;
            }
            forward.view(doc, &mut view, |word, rank| run.ranks[word].has(rank));
            let work = Work::of_article(words);
            let before = work.left();
            let count = view.occurrences(plan, &work).len();
            run.work.take(before - work.left());
            if work.is_used_up() {
                run.work.use_up();
            }
            if count > 0 {
                counts.push((doc, count.min(255) as u8));
            }
        }
    }
    let docs = DocSet::of(run.index.docs(), counts.iter().map(|(doc, _)| *doc));
    Found::Sparse { counts, docs }
}

/// `plan` as a phrase of words that are one or two of the index each, when it is one.
fn fixed_phrase<B: AsRef<[u8]>>(run: &Selecting<'_, B>, plan: &Plan) -> Option<FixedPhrase> {
    let Plan::Leaf(leaf) = plan else { return None };
    let in_text = [Zones::DEFAULT, Zones::TITLE, Zones::BODY].contains(&leaf.zones);
    if leaf.shape != Shape::Phrase || !in_text {
        return None;
    }
    let ranks: Option<Vec<Range<u32>>> =
        leaf.words.iter().map(|word| run.ranks[*word].few()).collect();
    let ranks = ranks?;
    let single = (0..ranks.len()).filter(|at| ranks[*at].len() == 1);
    let anchor = single.min_by_key(|at| size(run, leaf.words[*at]))?;
    let (titles, body) = (leaf.zones.holds(Zone::Title), leaf.zones.holds(Zone::Body));
    Some(FixedPhrase::new(&ranks, anchor, titles, body))
}

/// The articles that hold all the words somewhere in the right postings; at
/// least those in `among`.
fn candidates<B: AsRef<[u8]>>(
    run: &Selecting<'_, B>,
    plan: &Plan,
    among: Option<&DocSet>,
) -> DocSet {
    match plan {
        Plan::Leaf(leaf) => {
            let mut words: Vec<usize> = leaf.words.clone();
            sort::few(&mut words, |a, b| size(run, *a) < size(run, *b));
            words.dedup();
            let mut docs: Option<DocSet> = among.cloned();
            for word in words {
                let found = with_word(run, leaf, word, docs.as_ref());
                match &mut docs {
                    Some(docs) => docs.and(&found),
                    None => docs = Some(found),
                }
            }
            docs.unwrap_or_else(|| DocSet::none(run.index.docs()))
        }
        Plan::Near(sides, _) => {
            let left = candidates(run, &sides.0, among);
            candidates(run, &sides.1, Some(&left))
        }
        Plan::Or(sides) => {
            let mut docs = DocSet::none(run.index.docs());
            sides.iter().for_each(|side| docs.or(&candidates(run, side, among)));
            docs
        }
        _ => DocSet::none(run.index.docs()),
    }
}

fn with_word<B: AsRef<[u8]>>(
    run: &Selecting<'_, B>,
    leaf: &Leaf,
    word: usize,
    among: Option<&DocSet>,
) -> DocSet {
    let postings = match leaf.zones {
        Zones::DEFAULT | Zones::BODY => Postings::Main,
        Zones::TITLE => Postings::Title,
        _ => Postings::Aside,
    };
    let mut docs = DocSet::none(run.index.docs());
    let mut block = Block::default();
    for rank in run.ranks[word].iter() {
        let postings_len = run.index.postings(postings, rank).len();
        if !run.work.take(2 * u64::from(postings_len) + 4) {
            break;
        }
        run.index.postings(postings, rank).collect(among, &mut block, &mut docs);
    }
    docs
}

//! Packs that were changed and whose checksum was made right again: each is refused, or holds
//! articles whose counts are their marks. Nothing panics, nothing takes more memory than a few
//! times the pack.

mod common;

use common::{inputs, pack};
use dateline_corpus::{
    Article, ContextsOnly, Corpus, CorpusBuilder, Counting, Node, Selection, Unit,
};
use peak_alloc::PeakAlloc;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Mutations on every run of the tests, and on a thorough one: `cargo test -p dateline-corpus
/// --test damaged -- --ignored`.
const QUICK: usize = 600;
const THOROUGH: usize = 100_000;

/// Bytes that opening may take for each byte of the pack, and for any pack.
const MAX_BYTES_PER_BYTE: usize = 4;
const MAX_BYTES_FIXED: usize = 64 << 10;

/// A small generator of numbers, so that a failure can be had again from its number.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64, after S. Vigna.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

/// Packs of every form: plain, coded, with an index, of contexts only.
fn packs() -> Vec<Vec<u8>> {
    let mut runner = TestRunner::deterministic();
    let mut out = Vec::new();
    for _ in 0..4 {
        let made_up = inputs().new_tree(&mut runner).expect("inputs").current();
        for form in 0..3 {
            let mut builder = CorpusBuilder::new();
            match form {
                0 => builder.set_coded(true),
                1 => builder.set_index(true),
                _ => builder.set_contexts_only(ContextsOnly::new(4)),
            }
            for input in made_up.clone() {
                builder.add(input).expect("an article");
            }
            out.push(builder.build().expect("a pack"));
        }
        out.push(pack(made_up));
    }
    out
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

/// Changes a pack somewhere, most often inside a section, and signs it anew.
fn mutate(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let sections = usize::from(bytes[10]);
    for _ in 0..=random.below(3) {
        let row = 24 + 12 * random.below(sections);
        let (start, length) = (u32_at(&bytes, row + 4), u32_at(&bytes, row + 8));
        let at = match random.below(12) {
            0 => random.below(24 + 12 * sections).max(8),
            _ => start + random.below(length),
        };
        let Some(byte) = bytes.get(at).copied() else { continue };
        match random.below(6) {
            0 => bytes[at] = random.below(256) as u8,
            1 => bytes[at] = byte.wrapping_add(1),
            2 => bytes[at] = byte.wrapping_sub(1),
            3 => bytes[at] = byte ^ 1 << random.below(8),
            4 => {
                let end = (at + 1 + random.below(6)).min(bytes.len());
                bytes[at..end].fill(0xff);
            }
            _ => {
                let from = random.below(bytes.len() - 8);
                let to = at.min(bytes.len() - 8);
                bytes.copy_within(from..from + 1 + random.below(8), to);
            }
        }
    }
    if random.below(40) == 0 {
        bytes.truncate(24 + random.below(bytes.len() - 24));
    }
    bytes[..8].copy_from_slice(b"DATELINE");
    let sum = xxhash_rust::xxh64::xxh64(&bytes[24..], 0);
    bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// Whether everything that is counted in a corpus that opens is there to be marked.
fn check(corpus: &Corpus, case: &str) {
    let ids: Vec<_> = corpus.ids().collect();
    for counting in [Counting::default(), Counting::everything()] {
        let mut marked = 0;
        for article in corpus.articles() {
            let text = article.text();
            let fits = |span: dateline_corpus::Span| text.get(span.range()).is_some();
            assert!(article.blocks().iter().all(|b| fits(b.span)), "{case}: blocks");
            assert!(article.mentions().iter().all(|m| fits(m.span)), "{case}: mentions");
            assert!(article.mentioned_dates().iter().all(|d| fits(d.span)), "{case}: dates");
            let counted = |id| corpus.counted(&counting, id).len();
            marked += counted(article.id());
            let rows = corpus.countries(&counting, &[article.id()]);
            let sum: usize = rows.iter().map(|row| row.mentions as usize).sum();
            assert_eq!(sum, counted(article.id()), "{case}: counts are marks");
            seen(&article);
        }
        let rows = corpus.countries(&counting, &ids);
        let sum: usize = rows.iter().map(|row| row.mentions as usize).sum();
        assert_eq!(sum, marked, "{case}: counts of all are marks");
        for query in ["", "china", "\"the road\" OR country:CN", "desk:asia mine*"] {
            let selection = Selection { counting, ..Selection::search(query) };
            let results = corpus.select(&selection);
            for id in results.ids.iter().take(3) {
                let text = corpus.article(*id).map_or("", |a| a.text());
                let hits = corpus.hits(&selection, *id);
                assert!(hits.iter().all(|h| text.get(h.span.range()).is_some()), "{case}: hits");
                corpus.snippet(&selection, *id, 120);
            }
            corpus.co_mentions(&counting, &results.ids, Unit::Paragraph);
            corpus.contexts(&selection, &results.ids, Node::Query, 7, &[], 50);
        }
    }
}

/// Looks at everything else that a page shows.
fn seen(article: &Article<'_>) {
    let _ = (article.raw(), article.title(), article.kicker(), article.source());
    let _ = (article.byline(), article.printed_date(), article.date(), article.url());
    let _ = (article.holds(), article.ambiguous(), article.language(), article.words());
}

fn run(mutations: usize) {
    let packs = packs();
    let (mut opened, mut refused) = (0, 0);
    for number in 0..mutations {
        let random = &mut Random(number as u64);
        let bytes = mutate(packs[random.below(packs.len())].clone(), random);
        let case = format!("mutation {number}");
        let size = bytes.len();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let corpus = Corpus::open(bytes);
        let taken = MEMORY.peak_usage().saturating_sub(before);
        assert!(taken <= MAX_BYTES_PER_BYTE * size + MAX_BYTES_FIXED, "{case}: {taken} of {size}");
        match corpus {
            Ok(corpus) => {
                opened += 1;
                check(&corpus, &case);
            }
            Err(_) => refused += 1,
        }
    }
    assert!(opened > mutations / 50 && refused > mutations / 50, "{opened} and {refused}");
}

#[test]
fn a_share_of_the_mutations() {
    run(QUICK);
}

#[test]
#[ignore = "takes minutes; run when the pack changes"]
fn all_of_the_mutations() {
    run(THOROUGH);
}

#[test]
fn a_table_that_claims_more_than_has_come_takes_no_memory() {
    let whole = pack(vec![dateline_corpus::Input::dump("a", "It rained in Peru.")]);
    let mut bytes = whole;
    bytes[24 + 8..24 + 12].copy_from_slice(&(1_u32 << 31).to_le_bytes());
    let mut arriving = dateline_corpus::Arriving::new();
    arriving.push(&bytes[..600.min(bytes.len())]).expect("a beginning");
    assert!(arriving.total().is_some_and(|total| total > 1 << 30), "{:?}", arriving.total());
    assert!(arriving.open().is_err());
}

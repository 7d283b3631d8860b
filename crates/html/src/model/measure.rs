//! What can be measured of a block by itself and by its place in the page. All values
//! are between about -1 and 1.

use crate::flow::{Block, Context, groups, hash};
use crate::words::{count, is_dense, key, length};
use dateline_reading::LineSigns;
use std::collections::HashMap;

/// Blocks with as many words or fewer are looked at by their words too.
const FEW_WORDS: usize = 14;

/// Words of a block in which cues anywhere are looked at, at most.
const FEW_CUE_WORDS: usize = 25;

/// Letters of a block that may say what the next one is, at most.
const SHORT: f32 = 100.0;

/// Characters of a block whose words are looked at for cues.
const MAX_SIGNS: usize = 300;

/// Words at the start and at the end of such a block that are looked at.
const FIRST_WORDS: usize = 6;
const LAST_WORDS: usize = 2;

/// A block as the model sees it.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) values: Vec<f32>,
    /// Hashes of class words: near, far.
    pub(crate) near: Vec<u64>,
    pub(crate) far: Vec<u64>,
    /// Hashes of its own words, where it is short.
    pub(crate) says: Vec<u64>,
    pub(crate) length: f32,
}

/// Measures by themselves; after them stand those of [`Context::ALL`].
const OWN: &[&str] = &[
    "length",
    "short",
    "long",
    "link share",
    "links",
    "all link",
    "sentences",
    "ends sentence",
    "ends colon",
    "ends open",
    "commas",
    "digits",
    "capitals",
    "starts small",
    "bar",
    "copyright",
    "date",
    "mail",
    "bold",
    "slanted",
    "lines",
    "pictures",
    "depth",
    "place",
    "before head",
    "after head",
    "near head",
    "title",
    "like title",
    "copy",
    "again",
    "prose before",
    "prose after",
    "link before",
    "link after",
    "same element",
    "page length",
    "page prose",
    "heading before",
    "level 1",
    "level 2",
    "level 3",
    "word length",
    "quote",
    "question",
    "no letter",
    "text place",
    "link prose",
    "credit",
    "time",
    "short before",
    "short after",
    "by head level",
    "function words",
    "furniture words",
    "whole cue",
];

/// All names.
pub(crate) static NAMES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
    let own = OWN.iter().copied().chain(Context::ALL.iter().map(|(n, _)| *n)).map(str::to_owned);
    let of = |what: &'static str, names: &'static [&'static str]| {
        names.iter().map(move |name| format!("{what} {name}"))
    };
    own.chain(of("begins", dateline_reading::CUES))
        .chain(of("says", dateline_reading::CUES))
        .chain(of("after", dateline_reading::CUES))
        .chain(of("near", groups::NAMES))
        .chain(of("far", groups::NAMES))
        .collect()
});

/// Measures the blocks of a page. `head` is the number of the block that is the headline,
/// `title` what the page calls itself.
pub(crate) fn measure(blocks: &[Block], head: Option<usize>, title: &str) -> Vec<Measured> {
    let lengths: Vec<f32> = blocks.iter().map(|b| length(&b.text)).collect();
    let total: f32 = lengths.iter().sum::<f32>().max(1.0);
    let prose: Vec<f32> = blocks.iter().zip(&lengths).map(|(b, l)| prose(b, *l)).collect();
    let all_prose: f32 = prose.iter().sum::<f32>().max(1.0);
    let signs: Vec<LineSigns> =
        blocks.iter().map(|b| dateline_reading::line_signs(first_part(&b.text))).collect();
    let keys: Vec<String> = blocks.iter().map(|b| key(&b.text)).collect();
    let mut seen: HashMap<&str, u32> = HashMap::new();
    for key in &keys {
        *seen.entry(key).or_default() += 1;
    }
    let mut met: HashMap<&str, u32> = HashMap::new();
    let mut per_element: HashMap<u32, f32> = HashMap::new();
    for (block, prose) in blocks.iter().zip(&prose) {
        *per_element.entry(block.node).or_default() += prose;
    }
    let title_key = key(title);
    let title_words: Vec<String> =
        title.split_whitespace().map(key).filter(|w| w.len() > 2).collect();
    let mut prose_so_far = 0.0;
    let mut out = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let text = block.text.as_str();
        let chars = lengths[at];
        let words = count(text);
        let first = text.chars().next().unwrap_or(' ');
        let last = text
            .trim_end_matches(['"', '”', '»', '“', '’', ')', '\'', ' '])
            .chars()
            .last()
            .unwrap_or(' ');
        let ends = matches!(last, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔');
        let letters = text.chars().filter(|c| c.is_alphabetic()).count().max(1) as f32;
        let capitals = text.chars().filter(|c| c.is_uppercase()).count() as f32 / letters;
        let digits = text.chars().filter(|c| c.is_numeric()).count() as f32 / chars.max(1.0);
        let share = |part: f32| (part / chars.max(1.0)).min(1.0);
        let relative = head.map(|h| at as f32 - h as f32);
        let copies = seen.get(keys[at].as_str()).copied().unwrap_or(1);
        let again = met.entry(&keys[at]).or_default();
        *again += 1;
        let before = |n: usize| at.checked_sub(n);
        let prose_at = |i: Option<usize>| i.and_then(|i| prose.get(i)).copied().unwrap_or(0.0);
        let link_at = |i: Option<usize>| {
            i.and_then(|i| blocks.get(i))
                .map_or(0.5, |b| (b.linked / length(&b.text).max(1.0)).min(1.0))
        };
        let length_at = |i: Option<usize>| i.and_then(|i| lengths.get(i)).copied().unwrap_or(0.0);
        let own_words: Vec<String> = if words <= 30 && !title_words.is_empty() {
            text.split_whitespace().map(key).collect()
        } else {
            Vec::new()
        };
        let like = title_words.iter().filter(|w| own_words.contains(w)).count() as f32
            / title_words.len().max(1) as f32;
        let is_title = !keys[at].is_empty() && keys[at].len() > 8 && title_key.contains(&keys[at]);
        let date = digits > 0.0
            && chars < 120.0
            && text.len() < 400
            && dateline_reading::first_date(text).is_some();
        let flag = |yes: bool| f32::from(u8::from(yes));
        let mut values = vec![
            log(chars),
            flag(chars < 25.0),
            flag(chars > 140.0),
            share(block.linked),
            (block.links as f32 / 10.0).min(1.0),
            flag(block.linked >= chars * 0.9),
            (sentences(text) / 6.0).min(1.0),
            flag(ends),
            flag(matches!(last, ':' | '：')),
            flag(last.is_alphanumeric()),
            (text.matches([',', '，', '、', '،']).count() as f32 / (chars / 40.0).max(1.0))
                .min(1.0),
            digits.min(1.0),
            capitals.min(1.0),
            flag(first.is_lowercase()),
            flag(text.contains(['|', '»', '›', '→', '•', '·', '/'])),
            flag(text.contains('©')),
            flag(date),
            flag(text.contains('@')),
            share(block.bold),
            share(block.slanted),
            (text.matches('\n').count() as f32 / 5.0).min(1.0),
            (block.pictures as f32 / 2.0).min(1.0),
            (block.depth as f32 / 30.0).min(1.0),
            at as f32 / blocks.len() as f32,
            flag(relative.is_some_and(|r| r < 0.0)),
            flag(relative.is_some_and(|r| r > 0.0)),
            relative.map_or(0.0, |r| if r < 0.0 { 0.0 } else { 1.0 / (1.0 + r / 4.0) }),
            flag(is_title),
            like,
            flag(copies > 1),
            flag(*again > 1),
            log(prose_at(before(1)) + prose_at(before(2)) / 2.0),
            log(prose_at(Some(at + 1)) + prose_at(Some(at + 2)) / 2.0),
            link_at(before(1)),
            link_at(Some(at + 1)),
            (per_element.get(&block.node).copied().unwrap_or(0.0) / all_prose).min(1.0),
            log(total) - 0.7,
            log(all_prose) - 0.7,
            flag(before(1).is_some_and(|i| blocks[i].level > 0)),
            flag(block.level == 1),
            flag(block.level == 2),
            flag(block.level >= 3),
            (chars / words.max(1) as f32 / 12.0).min(1.0),
            flag(matches!(first, '"' | '“' | '„' | '«' | '»' | '「')),
            flag(matches!(last, '?' | '？' | '؟')),
            flag(keys[at].is_empty()),
            prose_so_far / all_prose,
            flag(block.linked >= chars * 0.9 && ends && chars > 80.0),
            flag(credit(text, chars)),
            flag(chars < 40.0 && text.contains(':') && digits > 0.1),
            flag(length_at(before(1)) < 25.0) + flag(length_at(before(2)) < 25.0) - 1.0,
            flag(length_at(Some(at + 1)) < 25.0) + flag(length_at(Some(at + 2)) < 25.0) - 1.0,
            flag(head.is_none()),
            (signs[at].function * 2.0).min(1.0),
            signs[at].furniture,
            flag(signs[at].whole != 0),
        ];
        let bits = |of: u32, count: usize| (0..count).map(move |bit| (of >> bit & 1) as f32);
        let cues = dateline_reading::CUES.len();
        // In a long paragraph nearly every cue is met by chance.
        let anywhere = if words <= FEW_CUE_WORDS { signs[at].anywhere } else { 0 };
        let after = before(1).map_or(0, |i| if lengths[i] < SHORT { signs[i].first } else { 0 });
        values.extend(Context::ALL.iter().map(|(_, kind)| flag(block.context.has(*kind))));
        values.extend(bits(signs[at].first, cues));
        values.extend(bits(anywhere, cues));
        values.extend(bits(after, cues));
        values.extend(bits(block.near_groups, groups::NAMES.len()));
        values.extend(bits(block.far_groups, groups::NAMES.len()));
        out.push(Measured {
            values,
            near: block.near.clone(),
            far: block.far.clone(),
            says: if words <= FEW_WORDS { says(text) } else { Vec::new() },
            length: chars,
        });
        prose_so_far += prose[at];
    }
    out
}

/// The beginning of a text, for signs that a beginning gives.
fn first_part(text: &str) -> &str {
    text.char_indices().nth(MAX_SIGNS).map_or(text, |(end, _)| &text[..end])
}

/// Logarithm of a length, about 1 for a long paragraph.
fn log(length: f32) -> f32 {
    (1.0 + length).ln() / 7.0
}

/// Letters of prose in a block: none where it is short or mostly links.
fn prose(block: &Block, chars: f32) -> f32 {
    let free = chars - block.linked;
    if free < 50.0 || block.linked > free {
        0.0
    } else {
        free * (0.3 + 0.7 * sentences(&block.text).min(1.0))
    }
}

/// Ends of sentences.
fn sentences(text: &str) -> f32 {
    let mut chars = text.chars().peekable();
    let mut found = 0.0;
    while let Some(c) = chars.next() {
        let western = matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔')
            && chars.peek().is_none_or(|n| {
                n.is_whitespace() || matches!(n, '"' | '”' | '»' | '“' | ')' | '’')
            });
        if western || matches!(c, '。' | '！' | '？' | '।') {
            found += 1.0;
        }
    }
    found
}

/// Whether the block begins as a credit of a picture does.
fn credit(text: &str, chars: f32) -> bool {
    const CUES: &[&str] = &[
        "foto", "photo", "image", "bild", "picture", "credit", "imagen", "crédit", "quelle",
        "source", "©", "(c)", "getty", "reuters", "zdj", "fot.", "φωτ", "фото", "图", "写真",
    ];
    let lower: String = text.chars().take(60).flat_map(char::to_lowercase).collect();
    let start = lower.trim_start_matches(['(', '[', ' ']);
    chars < 300.0
        && (CUES.iter().any(|cue| start.starts_with(cue))
            || chars < 60.0 && CUES.iter().any(|cue| lower.contains(cue)))
}

/// Hashes of the first and last words of a short block, in small letters; of scripts
/// without spaces pairs of characters.
fn says(text: &str) -> Vec<u64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 1 && !w.starts_with(|c: char| c.is_numeric()))
        .collect();
    let last = words.len().saturating_sub(LAST_WORDS).max(FIRST_WORDS.min(words.len()));
    let mut out: Vec<u64> =
        words.iter().take(FIRST_WORDS).chain(&words[last..]).map(|w| hash(w)).collect();
    if lower.chars().any(is_dense) {
        let dense: Vec<char> = lower.chars().filter(|c| is_dense(*c)).take(16).collect();
        out.extend(dense.windows(2).map(|pair| hash(&pair.iter().collect::<String>())));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The words that [`says`] hashes, for training.
pub(crate) fn said_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words: Vec<String> =
        lower.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let dense: Vec<char> = lower.chars().filter(|c| is_dense(*c)).take(16).collect();
    words.extend(dense.windows(2).map(|pair| pair.iter().collect()));
    words
}

//! Results equal those of a plain reading of the words: random corpora, random
//! queries of every construct. The evaluator here shares no code with the crate
//! but the terms of a text and the tree of a query.

use dateline_search::{
    DocSet, Document, Filter, Host, Index, IndexBuilder, Node, Options, Query, Test, Word, Zone,
    hits, matches, parse,
};
use dateline_text::{Span, fold, is_character, terms};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// A folded word, and whether it is a character joined to the one before it.
type Term = (String, bool);

/// A text with its zones, as a document owns them.
#[derive(Clone, Debug)]
struct Article {
    raw: String,
    zones: Vec<(Zone, Span)>,
}

impl Article {
    fn new(parts: &[(Zone, String)]) -> Self {
        let (mut raw, mut zones) = (String::new(), Vec::new());
        for (zone, text) in parts {
            raw.push('\n');
            let start = raw.len();
            raw.push_str(text);
            zones.push((*zone, Span::new(start, raw.len())));
        }
        Self { raw, zones }
    }

    fn document(&self) -> Document<'_> {
        Document { raw: &self.raw, zones: &self.zones }
    }

    /// The words of each stretch: the body is one, every other zone span its own.
    fn stretches(&self) -> Vec<(Zone, Vec<Term>)> {
        let words = |span: &Span| {
            terms(span.of(&self.raw))
                .map(|t| (fold(t.text).into_owned(), t.joined))
                .collect::<Vec<Term>>()
        };
        let mut out: Vec<(Zone, Vec<Term>)> = Vec::new();
        let mut body = Vec::new();
        for (zone, span) in &self.zones {
            match zone {
                Zone::Body => body.extend(words(span)),
                zone => out.push((*zone, words(span))),
            }
        }
        out.push((Zone::Body, body));
        out
    }
}

/// Even articles have `parity:even`; no other field is known.
struct Parity(u32);

impl Host for Parity {
    fn filter(&self, filter: &Filter) -> Option<DocSet> {
        let Test::Is(value) = &filter.test else { return None };
        let rest = u32::from(value != "even");
        (filter.field == "parity")
            .then(|| DocSet::of(self.0, (0..self.0).filter(|d| d % 2 == rest)))
    }
}

fn is(word: &Word, (text, joined): &Term) -> bool {
    match word {
        Word::Exact(w) => w == text,
        Word::Joined(w) => w == text && *joined,
        Word::Wild(w) => glob(&w.chars().collect::<Vec<_>>(), &text.chars().collect::<Vec<_>>()),
        Word::Fuzzy { word, distance } => {
            let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), text.chars().collect());
            !is_character(text) && osa(&a, &b) <= usize::from(*distance)
        }
        Word::Stem(w) => text.trim_end_matches('s') == w.trim_end_matches('s'),
        Word::Regex(source) => source.split('|').any(|side| glob_dot(side, text)),
    }
}

fn glob(pattern: &[char], text: &[char]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        (['*', rest @ ..], _) => {
            glob(rest, text) || (!text.is_empty() && glob(pattern, &text[1..]))
        }
        (['?', rest @ ..], [_, tail @ ..]) => glob(rest, tail),
        ([a, rest @ ..], [b, tail @ ..]) => a == b && glob(rest, tail),
        _ => false,
    }
}

/// Expressions here have letters, dots and `.*` only.
fn glob_dot(source: &str, text: &str) -> bool {
    let pattern: Vec<char> = source.replace(".*", "*").replace('.', "?").chars().collect();
    glob(&pattern, &text.chars().collect::<Vec<_>>())
}

/// The recursive definition of optimal string alignment.
fn osa(a: &[char], b: &[char]) -> usize {
    let (Some((x, short_a)), Some((y, short_b))) = (a.split_last(), b.split_last()) else {
        return a.len() + b.len();
    };
    let mut best = (osa(short_a, b) + 1)
        .min(osa(a, short_b) + 1)
        .min(osa(short_a, short_b) + usize::from(x != y));
    if let ([head_a @ .., p, q], [head_b @ .., r, s]) = (a, b)
        && p == s
        && q == r
    {
        best = best.min(osa(head_a, head_b) + 1);
    }
    best
}

/// All (start, end) at which `node` stands in `words`.
fn places(node: &Node, words: &[Term]) -> Vec<(usize, usize)> {
    let all = (0..words.len()).flat_map(|s| (s + 1..=words.len()).map(move |e| (s, e)));
    match node {
        Node::Word(word) => places(&Node::Phrase(vec![word.clone()]), words),
        Node::Phrase(wanted) => all
            .filter(|(s, e)| {
                e - s == wanted.len() && wanted.iter().zip(&words[*s..*e]).all(|(w, t)| is(w, t))
            })
            .collect(),
        Node::Within { words: wanted, gap } => all
            .filter(|(s, e)| {
                e - s <= wanted.len() + *gap as usize
                    && assigned(wanted, &words[*s..*e], &mut Vec::new())
            })
            .collect(),
        Node::Near { sides, gap } => {
            let (left, right) = (places(&sides.0, words), places(&sides.1, words));
            let mut out = Vec::new();
            for l in &left {
                for r in &right {
                    let (first, second) = if l.0 <= r.0 { (l, r) } else { (r, l) };
                    if second.0 >= first.1 && second.0 - first.1 <= *gap as usize {
                        out.push((first.0, second.1));
                    }
                }
            }
            out
        }
        Node::Or(sides) => sides.iter().flat_map(|side| places(side, words)).collect(),
        _ => Vec::new(),
    }
}

/// Whether each wanted word can have a word of the text to itself.
fn assigned(wanted: &[Word], words: &[Term], taken: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = wanted.split_first() else { return true };
    (0..words.len()).any(|at| {
        if taken.contains(&at) || !is(first, &words[at]) {
            return false;
        }
        taken.push(at);
        let all = assigned(rest, words, taken);
        taken.pop();
        all
    })
}

fn holds(node: &Node, zones: &[Zone], article: &Article, id: u32, host: &Parity) -> bool {
    match node {
        Node::All => true,
        Node::Word(_) | Node::Phrase(_) | Node::Within { .. } | Node::Near { .. } => article
            .stretches()
            .iter()
            .any(|(zone, words)| zones.contains(zone) && !places(node, words).is_empty()),
        Node::In(zone, inner) => holds(inner, &[*zone], article, id, host),
        Node::Filter(filter) => host.filter(filter).is_some_and(|docs| docs.contains(id)),
        Node::And(sides) => sides.iter().all(|side| holds(side, zones, article, id, host)),
        Node::Or(sides) => sides.iter().any(|side| holds(side, zones, article, id, host)),
        Node::Not(inner) => !holds(inner, zones, article, id, host),
    }
}

fn truth(query: &Query, articles: &[Article], host: &Parity) -> Vec<u32> {
    let default = [Zone::Title, Zone::Body];
    (0..articles.len() as u32)
        .filter(|id| {
            let article = &articles[*id as usize];
            query.series.iter().any(|s| holds(&s.node, &default, article, *id, host))
        })
        .collect()
}

const WORDS: &[&str] = &[
    "ab",
    "abs",
    "ba",
    "a",
    "b",
    "abc",
    "acb",
    "cab",
    "Éa",
    "ca",
    "bcas",
    "x1",
    "s",
    "ea",
    "中国",
    "国",
    "国中a",
    "ที่นี่",
    "नहीं",
];

fn article() -> impl Strategy<Value = Article> {
    let zone = prop_oneof![
        2 => Just(Zone::Title), 5 => Just(Zone::Body), 1 => Just(Zone::Byline),
        1 => Just(Zone::Source), 2 => Just(Zone::Hidden),
    ];
    let text = prop::collection::vec(
        (prop::sample::select(WORDS), prop::sample::select(vec![" ", "-", "’", ". ", "\n", ""])),
        0..9,
    )
    .prop_map(|parts| parts.iter().map(|(w, s)| format!("{w}{s}")).collect::<String>());
    prop::collection::vec((zone, text), 0..5).prop_map(|parts| Article::new(&parts))
}

fn word() -> impl Strategy<Value = String> + Clone {
    let plain = prop::sample::select(WORDS).prop_map(str::to_owned);
    prop_oneof![
        6 => plain.clone(),
        1 => plain.clone().prop_map(|w| format!("{w}*")),
        1 => plain.clone().prop_map(|w| format!("*{w}")),
        1 => plain.clone().prop_map(|w| ['?'].into_iter().chain(w.chars().take(1)).collect()),
        1 => plain.clone().prop_map(|w| format!("{w}~1")),
        1 => plain.prop_map(|w| format!("{w}~2")),
    ]
}

fn query() -> impl Strategy<Value = String> {
    let phrase = prop::collection::vec(word(), 1..4).prop_map(|w| w.join(" ")).boxed();
    let atom = prop_oneof![
        6 => word(),
        3 => phrase.clone().prop_map(|p| format!("\"{p}\"")),
        2 => (phrase.clone(), 0..4u32).prop_map(|(p, gap)| format!("\"{p}\"~{gap}")),
        1 => Just("\"ab * ba\"".to_owned()),
        1 => Just("/a.|.*b/".to_owned()),
        1 => Just("parity:even".to_owned()),
        1 => Just("unknown:field".to_owned()),
        1 => Just("*".to_owned()),
    ];
    let near = prop_oneof![3 => word(), 2 => phrase.prop_map(|p| format!("\"{p}\"")),
        1 => (word(), word()).prop_map(|(a, b)| format!("({a} OR {b})"))];
    let leaf = prop_oneof![
        5 => atom,
        1 => (near.clone(), near.clone(), 0..4u32).prop_map(|(a, b, n)| format!("{a} NEAR/{n} {b}")),
        1 => (near.clone(), near.clone(), near, 0..3u32)
            .prop_map(|(a, b, c, n)| format!("{a} NEAR/{n} {b} NEAR/1 {c}")),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            3 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} {b}")),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} OR {b})")),
            2 => inner.clone().prop_map(|a| format!("-({a})")),
            2 => (prop::sample::select(Zone::ALL.to_vec()), inner.clone())
                .prop_map(|(zone, a)| format!("in:{} ({a})", zone.name())),
            1 => (inner.clone(), inner).prop_map(|(a, b)| format!("{a}, {b}")),
        ]
    })
}

/// What the scripts are written with that have no spaces between words, a few characters
/// of each, then signs that stand between.
const CHARACTERS: &[&[&str]] = &[
    &["中", "国", "々", "，"],
    &["ア", "ガ", "カ\u{3099}", "の", "ー", "人", "・"],
    &["ที่", "นี่", "น้ำ", "ไ", "ท", "ๆ"],
    &["ລ", "ນ້ຳ", "ປີ", "ໃ"],
    &["ខ្មែ", "រ", "ភា", "។"],
    &["မြ", "န်", "င်္ဂ", "မ", "ာ", "၊"],
    &["བོ", "ད", "་", "ཡི", "རྒྱ", "།"],
];

fn characters() -> impl Strategy<Value = (String, String)> {
    let script = prop::sample::select(CHARACTERS);
    script.prop_flat_map(|signs| {
        let text = prop::collection::vec(
            prop_oneof![
                8 => prop::sample::select(signs),
                1 => prop::sample::select(vec![" ", "\n", "\n\n", "\u{200b}", "ab", "2"]),
            ],
            0..24,
        );
        let is_letter = |sign: &&&str| sign.chars().next().is_some_and(char::is_alphanumeric);
        let letters: Vec<&str> = signs.iter().filter(is_letter).copied().collect();
        let query = prop::collection::vec(prop::sample::select(letters), 1..4);
        (text.prop_map(|parts| parts.concat()), query.prop_map(|parts| parts.concat()))
    })
}

/// Where `query` stands in `text` as a run of grapheme clusters, in the clusters of `text`
/// without what a run of characters goes over.
fn substrings(query: &str, text: &str) -> usize {
    let clusters = |text: &str| -> Vec<String> {
        text.graphemes(true).map(|g| g.replace("カ\u{3099}", "ガ")).collect()
    };
    let (text, query) = (clusters(&in_one_line(text)), clusters(&query.replace('་', "")));
    text.windows(query.len()).filter(|window| *window == query).count()
}

/// `text` without what a run of characters goes over: one line break with the blanks around it,
/// what is not seen, the dot between syllables. Any other blank stands as one.
fn in_one_line(text: &str) -> String {
    let is_passed = |c: char| matches!(c, '\u{200b}' | '་');
    let is_between = |c: char| is_passed(c) || matches!(c, ' ' | '\n');
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_between) {
        let end = rest[start..].find(|c| !is_between(c)).map_or(rest.len(), |end| start + end);
        let blanks = rest[start..end].trim_matches(is_passed);
        out.push_str(&rest[..start]);
        out.push_str(if blanks.is_empty() || blanks.trim_matches(' ') == "\n" { "" } else { " " });
        rest = &rest[end..];
    }
    out + rest
}

fn built(articles: &[Article]) -> Index<Vec<u8>> {
    let mut builder = IndexBuilder::new();
    articles.iter().for_each(|article| {
        builder.add(&article.document());
    });
    Index::open(builder.finish()).expect("a fresh index opens")
}

fn check(typed: &str, articles: &[Article]) -> Result<(), TestCaseError> {
    let tree = parse(typed).tree;
    let host = Parity(articles.len() as u32);
    let want = truth(&tree, articles, &host);
    let outcome = built(articles).run(&tree, &host, &Options { limit: 3 });
    prop_assert_eq!(outcome.docs.iter().collect::<Vec<_>>(), want.clone(), "{}", &tree);
    prop_assert_eq!(outcome.total as usize, want.len());
    prop_assert_eq!(outcome.top.len(), want.len().min(3));
    prop_assert!(outcome.top.iter().all(|(doc, _)| want.contains(doc)));
    for (id, article) in articles.iter().enumerate() {
        let slow = matches(&tree, &article.document(), id as u32, &host);
        prop_assert_eq!(slow, want.contains(&(id as u32)), "{} in {:?}", &tree, article);
        for hit in hits(&tree, &article.document()) {
            prop_assert!(article.raw.get(hit.span.range()).is_some_and(|text| !text.is_empty()));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..Default::default() })]

    /// In scripts without spaces a query is found wherever its characters stand.
    #[test]
    fn characters_are_found_as_substrings((text, typed) in characters()) {
        let parsed = parse(&typed);
        prop_assert!(parsed.problems.is_empty());
        prop_assert_eq!(parse(&parsed.tree.to_string()).tree, parsed.tree.clone());
        let article = Article::new(&[(Zone::Body, text.clone())]);
        let want = substrings(&typed, &text);
        let found = hits(&parsed.tree, &article.document());
        prop_assert_eq!(found.len(), want, "{} in {:?}", &typed, &text);
        let total = built(std::slice::from_ref(&article)).run(&parsed.tree, &(), &Options::default()).total;
        prop_assert_eq!(total, u32::from(want > 0), "{} in {:?}", &typed, &text);
    }

    #[test]
    fn results_equal_the_plain_reading(
        typed in query(),
        articles in prop::collection::vec(article(), 0..7),
    ) {
        check(&typed, &articles)?;
    }

    /// Each word or phrase alone: an article matches when it has a hit.
    #[test]
    fn a_hit_is_a_match(
        phrase in prop::collection::vec(word(), 1..4),
        gap in prop::option::of(0..4u32),
        articles in prop::collection::vec(article(), 1..5),
    ) {
        let near = gap.map(|gap| format!("~{gap}")).unwrap_or_default();
        let tree = parse(&format!("\"{}\"{near}", phrase.join(" "))).tree;
        for article in &articles {
            let found = !hits(&tree, &article.document()).is_empty();
            prop_assert_eq!(found, matches(&tree, &article.document(), 0, &()), "{}", tree);
        }
    }
}

/// As many articles have the word as match, and they are others.
#[test]
fn a_word_in_other_articles() -> Result<(), TestCaseError> {
    let articles = ["x", "acb"].map(|text| Article::new(&[(Zone::Body, text.to_owned())]));
    check("parity:even, acb parity:even", &articles)
}

/// More articles than a block of postings holds.
#[test]
fn blocks() {
    let text = |n: usize| match n % 5 {
        0 => "ab ba",
        1 => "ab x ba",
        2 => "ba ab",
        3 => "abc",
        _ => "ab",
    };
    let articles: Vec<Article> =
        (0..700).map(|n| Article::new(&[(Zone::Body, text(n).to_owned())])).collect();
    for typed in
        ["ab", "ab ba", "\"ab ba\"", "ab*", "ab -ba", "\"ba ab\"~0", "abc~1", "ab OR abc", "x"]
    {
        check(typed, &articles).unwrap();
    }
}

#[test]
fn stems() {
    let article = Article::new(&[(Zone::Body, "They invested in agreed tariffs".to_owned())]);
    let index = built(std::slice::from_ref(&article));
    for (typed, want) in
        [("investing~s", 1), ("tariff~s", 1), ("agree~s", 1), ("investing", 0), ("ties~s", 0)]
    {
        let tree = parse(typed).tree;
        assert_eq!(index.run(&tree, &(), &Options::default()).total, want, "{typed}");
        assert_eq!(hits(&tree, &article.document()).len(), want as usize, "{typed}");
    }
}

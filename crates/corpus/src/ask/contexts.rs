//! Contexts (key word in context): each hit or mention with the words around it.

use crate::{Article, ArticleId, Corpus, Question, Selection, Standing};
use dateline_countries::Country;
use dateline_reading::Block;
use dateline_text::compact::sort_by;
use dateline_text::{Span, fold, is_character, terms, tokens};
use std::borrow::Cow;

/// The node of the lines: what stands in their middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// The hits of the query.
    Query,
    /// The counted mentions of a country.
    Country(Country),
}

/// Lines of context, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concordance {
    /// How many lines there are in the selected articles.
    pub total: usize,
    /// The lines; fewer than the total where a limit was given.
    pub lines: Vec<Context>,
}

/// One line: a node with the words to its left and right, within its block. In scripts that
/// write no spaces between words, each character stands as a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The article.
    pub article: ArticleId,
    /// The number of the block that the node begins in, from 0.
    pub block: usize,
    /// The hit or mention, in bytes of the article's text.
    pub node: Span,
    /// From the first word shown on the left to the node.
    pub left: Span,
    /// From the node to the last word shown on the right.
    pub right: Span,
    /// The words on the left, nearest first.
    pub left_words: Vec<Span>,
    /// The words on the right, nearest first.
    pub right_words: Vec<Span>,
}

/// The sort keys of lines; up to three of these in order. Words compare folded
/// for case and diacritics; a line without such a word comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContextSort {
    /// The n-th word to the left, 1 being the nearest.
    Left(u8),
    /// The node itself.
    Node,
    /// The n-th word to the right, 1 being the nearest.
    Right(u8),
    /// Article and place.
    Place,
}

impl ContextSort {
    /// The name in words.
    pub fn label(self) -> String {
        let nth = |n: u8| match n {
            1 => "1st".to_owned(),
            2 => "2nd".to_owned(),
            3 => "3rd".to_owned(),
            n => format!("{n}th"),
        };
        match self {
            ContextSort::Left(n) => format!("{} word left", nth(n)),
            ContextSort::Node => "the word itself".to_owned(),
            ContextSort::Right(n) => format!("{} word right", nth(n)),
            ContextSort::Place => "place in the articles".to_owned(),
        }
    }

    /// The short name of concordancers and addresses: `1L`, `0`, `3R`; `place`.
    pub fn name(self) -> String {
        match self {
            ContextSort::Left(n) => format!("{n}L"),
            ContextSort::Node => "0".to_owned(),
            ContextSort::Right(n) => format!("{n}R"),
            ContextSort::Place => "place".to_owned(),
        }
    }

    /// The sort of a short name.
    pub fn from_name(name: &str) -> Option<ContextSort> {
        let number = |n: &str| n.parse().ok().filter(|n| (1..=9).contains(n));
        match name {
            "0" => Some(ContextSort::Node),
            "place" => Some(ContextSort::Place),
            _ => match name.split_at_checked(name.len().saturating_sub(1))? {
                (n, "L" | "l") => number(n).map(ContextSort::Left),
                (n, "R" | "r") => number(n).map(ContextSort::Right),
                _ => None,
            },
        }
    }
}

impl Corpus {
    /// The lines of `node` in the articles `ids`, with `width` words on each side (twice as
    /// many characters, where there are no spaces between words),
    /// sorted by up to three keys, then by place; at most `limit` of them.
    pub fn contexts(
        &self,
        selection: &Selection,
        ids: &[ArticleId],
        node: Node,
        width: usize,
        sort: &[ContextSort],
        limit: usize,
    ) -> Concordance {
        let question = self.ask(selection);
        let mut gathering = Gathering::new(node, width, sort, limit);
        ids.iter().for_each(|id| gathering.add(&question, *id));
        gathering.finish()
    }
}

/// Lines that are gathered article by article: all are counted, and no more are kept than are
/// wanted, so that a query with millions of hits takes no more memory than one with few.
#[derive(Clone, Debug)]
pub struct Gathering {
    node: Node,
    width: usize,
    sort: Vec<ContextSort>,
    limit: usize,
    total: usize,
    /// Up to twice the limit; cut back when full.
    kept: Vec<(Key, Context)>,
    /// The last of the lines that are wanted so far; none while there are too few.
    last: Option<Key>,
}

/// What a line is sorted by: a word for each key.
type Key = Vec<String>;

impl Gathering {
    /// None yet; for the rest see [`Corpus::contexts`].
    pub fn new(node: Node, width: usize, sort: &[ContextSort], limit: usize) -> Gathering {
        let by_place = sort.iter().all(|s| *s == ContextSort::Place);
        let sort = if by_place { Vec::new() } else { sort.to_vec() };
        Gathering { node, width, sort, limit, total: 0, kept: Vec::new(), last: None }
    }

    /// Adds the lines of an article, if there is one with this number.
    pub fn add(&mut self, question: &Question<'_>, id: ArticleId) {
        if (id.0 as usize) < question.corpus().len() {
            question.corpus().with_article(id, |article| self.add_article(question, article));
        }
    }

    /// The lines, sorted.
    pub fn finish(mut self) -> Concordance {
        self.cut();
        let lines = self.kept.into_iter().map(|(_, line)| line).collect();
        Concordance { total: self.total, lines }
    }

    fn add_article(&mut self, question: &Question<'_>, article: &Article<'_>) {
        let mut words = BlockWords::default();
        for span in spans(question, self.node, article) {
            let Some(sides) = words.sides(article, span) else { continue };
            self.total += 1;
            if let Some(key) = self.key(article, &sides) {
                self.kept.push((key, sides.line(article, self.width)));
                if self.kept.len() >= self.limit.saturating_mul(2).max(1) {
                    self.cut();
                }
            }
        }
    }

    /// What a line is sorted by; `None` where enough others come before it.
    fn key(&self, article: &Article<'_>, sides: &Sides<'_>) -> Option<Key> {
        let mut key = Key::with_capacity(self.sort.len());
        let Some(last) = &self.last else {
            key.extend(self.sort.iter().map(|sort| sides.key(article, *sort, self.width)));
            return Some(key);
        };
        let mut is_before = false;
        for (sort, last) in self.sort.iter().zip(last) {
            let word = sides.key(article, *sort, self.width);
            if !is_before && word > *last {
                return None;
            }
            is_before |= word < *last;
            key.push(word);
        }
        // Of equal lines those that came first are kept.
        is_before.then_some(key)
    }

    fn cut(&mut self) {
        // A stable sort keeps the order of places among equals.
        sort_by(&mut self.kept, |a, b| a.0.cmp(&b.0));
        self.kept.truncate(self.limit);
        if self.kept.len() == self.limit {
            self.last = self.kept.last().map_or(Some(Key::new()), |(key, _)| Some(key.clone()));
        }
    }
}

/// Where a node stands in an article.
fn spans(question: &Question<'_>, node: Node, article: &Article<'_>) -> Vec<Span> {
    match node {
        Node::Query => question.hits_in(article).iter().map(|hit| hit.span).collect(),
        Node::Country(country) => {
            let mask = question.selection().counting.mask();
            let wanted =
                |m: &crate::Mention<'_>| m.country == country && mask & m.class().bit() != 0;
            article.decode_mentions().filter(wanted).map(|m| m.span).collect()
        }
    }
}

/// The words of the block that was last looked at: the next node often stands in it too.
#[derive(Default)]
struct BlockWords {
    block: Option<usize>,
    words: Vec<Span>,
}

impl BlockWords {
    /// What stands around `node`. `None` when it stands in no block.
    fn sides(&mut self, article: &Article<'_>, node: Span) -> Option<Sides<'_>> {
        let blocks = article.blocks();
        let block = block_at(blocks, node.start)?;
        let last = block_at(blocks, node.end.saturating_sub(1)).unwrap_or(block);
        let text = article.text();
        let before = Span { start: blocks[block].span.start, end: node.start };
        let after = Span { start: node.end, end: blocks[last].span.end.max(node.end) };
        if self.block != Some(block) {
            self.words = words_of(text, blocks[block].span)?;
            self.block = Some(block);
        }
        let from = self.words.partition_point(|word| word.end <= node.start);
        let to = self.words.partition_point(|word| word.start < node.end);
        // Within a word the text is cut where the node begins and ends.
        let cuts = |word: Option<&Span>, at: u32| word.is_some_and(|w| w.start < at && at < w.end);
        let left = match cuts(self.words.get(from), node.start) {
            true => Cow::Owned(words_of(text, before)?),
            false => Cow::Borrowed(&self.words[..from]),
        };
        let cuts_right =
            last != block || cuts(to.checked_sub(1).and_then(|at| self.words.get(at)), node.end);
        let right = match cuts_right {
            true => Cow::Owned(words_of(text, after)?),
            false => Cow::Borrowed(&self.words[to..]),
        };
        Some(Sides { block, node, before, after, left, right })
    }
}

/// The words of a span of a text.
fn words_of(text: &str, span: Span) -> Option<Vec<Span>> {
    let words = terms(text.get(span.range())?);
    Some(words.map(|term| term.span.shifted(span.start as usize)).collect())
}

/// What stands around a node in its block.
struct Sides<'w> {
    block: usize,
    node: Span,
    before: Span,
    after: Span,
    /// The words before it, in the order of the text.
    left: Cow<'w, [Span]>,
    /// The words behind it.
    right: Cow<'w, [Span]>,
}

impl Sides<'_> {
    /// The word that a line is sorted by.
    fn key(&self, article: &Article<'_>, sort: ContextSort, width: usize) -> String {
        let text = article.text();
        let nth = |n: u8| usize::from(n.max(1)) - 1;
        let there = |word: Option<Span>| {
            let word = word.map_or_else(String::new, |word| folded(word.of(text)));
            if word.is_empty() { LAST.to_owned() } else { word }
        };
        match sort {
            ContextSort::Left(n) => there(words(text, self.left.iter().rev(), width).nth(nth(n))),
            ContextSort::Right(n) => there(words(text, self.right.iter(), width).nth(nth(n))),
            ContextSort::Node => folded(self.node.of(text)),
            ContextSort::Place => format!("{:010}{:010}", article.id().0, self.node.start),
        }
    }

    /// The line, with `width` words on each side.
    fn line(&self, article: &Article<'_>, width: usize) -> Context {
        let (text, node) = (article.text(), self.node);
        let left_words: Vec<Span> = words(text, self.left.iter().rev(), width).collect();
        let right_words: Vec<Span> = words(text, self.right.iter(), width).collect();
        let first = left_words.last().map_or(node.start, |word| word.start);
        let start = first - written_before(text, self.before.start, first);
        let left = Span { start, end: node.start };
        let last = right_words.last().map_or(node.end, |word| word.end);
        let end = last + written_behind(text, last, self.after.end);
        let right = Span { start: node.end, end };
        let (article, block) = (article.id(), self.block);
        Context { article, block, node, left, right, left_words, right_words }
    }
}

/// The words of a text as they compare: without case and diacritics.
fn folded(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return text.to_ascii_lowercase();
    }
    tokens(text).map(|t| fold(t.text).into_owned()).collect::<Vec<_>>().join(" ")
}

/// The first `width` of some words of a text. Of scripts without spaces twice as many
/// characters: most of their words have two.
fn words<'w>(
    text: &str,
    words: impl Iterator<Item = &'w Span>,
    width: usize,
) -> impl Iterator<Item = Span> {
    let mut left = 2 * width;
    words.copied().take_while(move |word| {
        let cost = if is_character(word.of(text)) { 1 } else { 2 };
        let fits = cost <= left;
        left = left.saturating_sub(cost);
        fits
    })
}

/// Behind all words when lines are sorted.
const LAST: &str = "\u{10ffff}";

/// The most bytes of what is written together with a word at the end of a line.
const MAX_WRITTEN_TOGETHER: usize = 16;

/// The bytes before byte `at` that are written together with it, so that a line begins with
/// "U.S." and not with "S.".
fn written_before(text: &str, start: u32, at: u32) -> u32 {
    let before = text.get(start as usize..at as usize).unwrap_or("");
    written(before.rsplit(char::is_whitespace).next())
}

/// The bytes from byte `at` on that are written together with what ends there.
fn written_behind(text: &str, at: u32, end: u32) -> u32 {
    let behind = text.get(at as usize..end as usize).unwrap_or("");
    written(behind.split(char::is_whitespace).next())
}

/// The length of what is written together; 0 in scripts without spaces, where all of a sentence is.
fn written(together: Option<&str>) -> u32 {
    let is_one = |text: &&str| {
        text.len() <= MAX_WRITTEN_TOGETHER
            && !text.chars().any(|c| is_character(c.encode_utf8(&mut [0; 4])))
    };
    together.filter(is_one).map_or(0, |text| text.len() as u32)
}

fn block_at(blocks: &[Block], byte: u32) -> Option<usize> {
    let at = blocks.partition_point(|b| b.span.end <= byte);
    blocks.get(at).is_some_and(|b| b.span.start <= byte).then_some(at)
}

impl Context {
    /// The sort of text that the node stands in.
    pub fn standing(&self, article: &Article<'_>) -> Standing {
        article.standing(self.node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CorpusBuilder, Input};

    #[test]
    fn lines_end_with_whole_words_and_blank_sides_come_last() {
        let mut builder = CorpusBuilder::new();
        let body = "The U.S. oil price fell again, and the brokers went home before the bell rang.\n\n\
                    Brazil sold oil (crude) to its neighbours for the first time since the war ended.\n\n\
                    Oil is dear, said the ministers, who met for a day and agreed on nothing else.";
        builder.add(Input::read("a", Some("Prices".to_owned()), body)).expect("an article");
        let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
        let selection = Selection::search("body:oil");
        let lines = |width, sort| {
            let ids: Vec<ArticleId> = corpus.ids().collect();
            let found = corpus.contexts(&selection, &ids, Node::Query, width, &[sort], usize::MAX);
            let line = |line: Context| {
                let article = corpus.article(line.article)?;
                let of = |span: Span| span.of(article.text()).trim().to_owned();
                Some((of(line.left), of(line.right)))
            };
            found.lines.into_iter().filter_map(line).collect::<Vec<_>>()
        };
        let want = |rows: [(&str, &str); 3]| rows.map(|(l, r)| (l.to_owned(), r.to_owned()));
        let rows = want([("U.S.", "price"), ("sold", "(crude)"), ("", "is")]);
        assert_eq!(lines(1, ContextSort::Left(1)), rows);
        let rows = want([("Brazil sold", "(crude) to"), ("", "is dear,"), ("U.S.", "price fell")]);
        assert_eq!(lines(2, ContextSort::Right(1)), rows);
    }

    #[test]
    fn the_first_lines_are_those_of_all_lines() {
        let mut builder = CorpusBuilder::new();
        let words = ["oil", "the", "price", "Türkiye\u{2019}s", "of", "中国", "U.S.", "cut"];
        for number in 0..40 {
            let word = |at: usize| words[(at * (1 + number % 5) + at / 7 + number) % words.len()];
            let body: Vec<String> = (0..90)
                .map(|at| word(at).to_owned() + if at % 30 == 29 { ".\n\n" } else { "" })
                .collect();
            builder.add(Input::read(number.to_string(), None, body.join(" "))).expect("an article");
        }
        let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
        let ids: Vec<ArticleId> = corpus.ids().collect();
        let turkey = Country::from_code("TR").expect("a country");
        let sorts: [&[ContextSort]; 6] = [
            &[],
            &[ContextSort::Place],
            &[ContextSort::Right(1)],
            &[ContextSort::Left(2), ContextSort::Node],
            &[ContextSort::Node, ContextSort::Right(1), ContextSort::Right(9)],
            &[ContextSort::Left(1), ContextSort::Place],
        ];
        for node in [Node::Query, Node::Country(turkey)] {
            for sort in sorts {
                for query in ["oil", "\u{4e2d}", "/.*/", "oil NEAR/3 price"] {
                    let selection = Selection::search(query);
                    let gather = |limit| corpus.contexts(&selection, &ids, node, 7, sort, limit);
                    let all = gather(usize::MAX);
                    assert_eq!(all.total, all.lines.len(), "{query} {sort:?}");
                    for limit in [0, 1, 3, 50, all.total] {
                        let some = gather(limit);
                        assert_eq!(some.total, all.total, "{query} {sort:?} {limit}");
                        assert!(
                            some.lines[..] == all.lines[..limit.min(all.total)],
                            "{query} {sort:?} {limit}"
                        );
                    }
                }
            }
        }
    }
}

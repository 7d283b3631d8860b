//! Contexts (key word in context): each hit or mention with the words around it.

use crate::{Article, ArticleId, Corpus, Selection, Standing};
use dateline_countries::Country;
use dateline_reading::Block;
use dateline_text::compact::sort_by;
use dateline_text::{Span, Term, fold, is_character, terms, tokens};

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
        let mut lines = Vec::new();
        let question = self.ask(selection);
        let found = |article: &Article<'_>| -> Vec<Context> {
            let spans: Vec<Span> = match node {
                Node::Query => question.hits_in(article).iter().map(|h| h.span).collect(),
                Node::Country(country) => {
                    let mask = selection.counting.mask();
                    let wanted = |m: &crate::Mention<'_>| {
                        m.country == country && mask & m.class().bit() != 0
                    };
                    article.decode_mentions().filter(wanted).map(|m| m.span).collect()
                }
            };
            spans.into_iter().filter_map(|span| context(article, span, width)).collect()
        };
        for id in ids.iter().filter(|id| (id.0 as usize) < self.len()) {
            lines.extend(self.with_article(*id, found));
        }
        let total = lines.len();
        self.sort_contexts(&mut lines, sort);
        lines.truncate(limit);
        Concordance { total, lines }
    }

    fn sort_contexts(&self, lines: &mut Vec<Context>, sort: &[ContextSort]) {
        if sort.iter().all(|s| *s == ContextSort::Place) {
            return;
        }
        let key = |line: &Context| -> Vec<String> {
            let text = self.article(line.article).map_or("", |a| a.text());
            let word = |s: Option<&Span>| {
                let text = s.and_then(|s| text.get(s.range())).unwrap_or("");
                tokens(text).map(|t| fold(t.text).into_owned()).collect::<Vec<_>>().join(" ")
            };
            let there = |word: String| if word.is_empty() { LAST.to_owned() } else { word };
            let one = |sort: &ContextSort| match *sort {
                ContextSort::Left(n) => there(word(line.left_words.get(usize::from(n.max(1)) - 1))),
                ContextSort::Right(n) => {
                    there(word(line.right_words.get(usize::from(n.max(1)) - 1)))
                }
                ContextSort::Node => word(Some(&line.node)),
                ContextSort::Place => format!("{:010}{:010}", line.article.0, line.node.start),
            };
            sort.iter().map(one).collect()
        };
        let mut keyed: Vec<(Vec<String>, Context)> =
            lines.drain(..).map(|line| (key(&line), line)).collect();
        // A stable sort keeps the order of places among equals.
        sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
        lines.extend(keyed.into_iter().map(|(_, line)| line));
    }
}

/// The line of one span. `None` when it stands in no block.
fn context(article: &Article<'_>, node: Span, width: usize) -> Option<Context> {
    let blocks = article.blocks();
    let block = block_at(blocks, node.start)?;
    let last = block_at(blocks, node.end.saturating_sub(1)).unwrap_or(block);
    let text = article.text();
    let before = Span { start: blocks[block].span.start, end: node.start };
    let after = Span { start: node.end, end: blocks[last].span.end.max(node.end) };
    let left: Vec<Term<'_>> = terms(text.get(before.range())?).collect();
    let left_words = words(left.into_iter().rev(), before.start, width);
    let right_words = words(terms(text.get(after.range())?), after.start, width);
    let first = left_words.last().map_or(node.start, |word| word.start);
    let start = first - written_before(text, before.start, first);
    let left = Span { start, end: node.start };
    let last = right_words.last().map_or(node.end, |word| word.end);
    let right = Span { start: node.end, end: last + written_behind(text, last, after.end) };
    let article = article.id();
    Some(Context { article, block, node, left, right, left_words, right_words })
}

/// The first `width` of some terms of a text that begins at byte `from`. Of scripts without
/// spaces twice as many characters: most of their words have two.
fn words<'t>(terms: impl Iterator<Item = Term<'t>>, from: u32, width: usize) -> Vec<Span> {
    let mut left = 2 * width;
    let fits = terms.take_while(|term| {
        let cost = if is_character(term.text) { 1 } else { 2 };
        let fits = cost <= left;
        left = left.saturating_sub(cost);
        fits
    });
    fits.map(|term| term.span.shifted(from as usize)).collect()
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
}

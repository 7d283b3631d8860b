//! Help with typing: words, fields and values that could follow, and what a
//! word without hits may have meant.

use crate::host::Host;
use crate::index::{Index, Postings};
use crate::operators::{self, fuzzy::MAX_DISTANCE};
use crate::query::{Node, Query, Word};
use crate::sort;
use crate::work::Work;
use dateline_text::{Span, fold, is_character};

/// A way to complete what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of the query that it replaces.
    pub span: Span,
    /// The replacement.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// How many articles hold the word; 0 for fields and values.
    pub articles: u32,
}

/// The kind of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A word of the corpus.
    Word,
    /// A field, with its colon.
    Field,
    /// A value of the field before it.
    Value,
    /// A series with its label, which the host kept.
    Series,
}

impl<B: AsRef<[u8]>> Index<B> {
    /// Up to `limit` ways to go on at byte `caret` of `query`: fields and the
    /// most frequent words that begin as the word before the caret does, or,
    /// after `field:`, values that the host knows. Nothing when no word is
    /// being typed.
    pub fn suggest(
        &self,
        query: &str,
        caret: usize,
        host: &dyn Host,
        limit: usize,
    ) -> Vec<Suggestion> {
        let Some((typed, start)) = typed_before(query, caret) else { return Vec::new() };
        let found = |text: String, from: usize, kind, articles| Suggestion {
            span: Span::new(from, start + typed.len()),
            text,
            kind,
            articles,
        };
        if let Some((field, value)) = typed.split_once(':') {
            let field = field.to_ascii_lowercase();
            let from = start + field.len() + 1;
            let values = host.values(&field, value, limit);
            return values
                .into_iter()
                .map(|text| found(text, from, SuggestionKind::Value, 0))
                .collect();
        }
        let typed_word = fold(typed);
        let mut fields: Vec<String> = operators::field_names().map(str::to_owned).collect();
        fields.extend(
            host.fields().into_iter().filter(|f| !operators::field_names().any(|g| g == f)),
        );
        let fields = fields.into_iter().filter(|field| field.starts_with(&*typed_word));
        let mut out: Vec<Suggestion> = fields
            .map(|field| found(format!("{field}:"), start, SuggestionKind::Field, 0))
            .collect();
        // A field must not push every word out.
        out.truncate(limit.div_ceil(2));
        for (word, articles) in self.frequent(&typed_word, limit - out.len()) {
            out.push(found(word, start, SuggestionKind::Word, articles));
        }
        out
    }

    /// The words with this prefix that most articles hold, but not itself.
    fn frequent(&self, prefix: &str, limit: usize) -> Vec<(String, u32)> {
        let dictionary = self.dictionary();
        let ranks = dictionary.with_prefix(prefix);
        let mut keys: Vec<u64> = ranks
            .map(|rank| (self.postings(Postings::Main, rank).len(), rank))
            .filter(|(articles, _)| *articles > 0)
            .map(|(articles, rank)| sort::key(u32::MAX - articles, rank))
            .collect();
        sort::keys(&mut keys);
        keys.truncate(limit + 1);
        let mut words = Vec::new();
        for key in keys {
            let (articles, rank) = sort::parts(key);
            if let Some(word) = dictionary.word(rank)
                && word != prefix
                && !is_character(&word)
            {
                words.push((word, u32::MAX - articles));
            }
        }
        words.truncate(limit);
        words
    }

    /// `query` with every plain word that no article holds replaced by the most
    /// frequent one that is one edit away, or else two; None when no word can
    /// be replaced.
    pub fn did_you_mean(&self, query: &Query) -> Option<Query> {
        let mut better = query.clone();
        let mut changed = false;
        for series in &mut better.series {
            self.correct(&mut series.node, &mut changed);
        }
        changed.then_some(better)
    }

    fn correct(&self, node: &mut Node, changed: &mut bool) {
        match node {
            Node::Word(word) => self.correct_word(word, changed),
            Node::Phrase(words) | Node::Within { words, .. } => {
                words.iter_mut().for_each(|word| self.correct_word(word, changed));
            }
            Node::Near { sides, .. } => {
                self.correct(&mut sides.0, changed);
                self.correct(&mut sides.1, changed);
            }
            Node::In(_, inner) => self.correct(inner, changed),
            Node::And(nodes) | Node::Or(nodes) => {
                nodes.iter_mut().for_each(|node| self.correct(node, changed));
            }
            // What is excluded need not be there.
            Node::Not(_) | Node::All | Node::Filter(_) => {}
        }
    }

    fn correct_word(&self, word: &mut Word, changed: &mut bool) {
        let Word::Exact(typed) = word else { return };
        if is_character(typed) {
            return;
        }
        let dictionary = self.dictionary();
        let articles = |rank| self.postings(Postings::Main, rank).len();
        if dictionary.rank(typed).is_some_and(|rank| articles(rank) > 0) {
            return;
        }
        // Short words are near to anything.
        let letters = typed.chars().count();
        let farthest = if letters < 4 {
            0
        } else if letters < 7 {
            1
        } else {
            MAX_DISTANCE
        };
        let best = (1..=farthest).find_map(|distance| {
            let near = Word::Fuzzy { word: typed.clone(), distance };
            let ranks = crate::run::expand(&near, &dictionary, &Work::unbounded());
            ranks.iter().max_by_key(|rank| articles(*rank)).filter(|rank| articles(*rank) > 0)
        });
        if let Some(better) = best.and_then(|rank| dictionary.word(rank)) {
            *typed = better;
            *changed = true;
        }
    }
}

/// The bare word or field that is being typed: what ends at byte `caret` of `query`,
/// and where it begins. `None` where no word could go on.
pub fn typed_before(query: &str, caret: usize) -> Option<(&str, usize)> {
    let before = query.get(..caret)?;
    let ends = |c: char| c.is_whitespace() || operators::ends_word(c);
    let start = before
        .rfind(ends)
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    // A sign before the word stays.
    let signs = before[start..].find(|c| !matches!(c, '-' | '!' | '+'))?;
    let typed = &before[start + signs..];
    let plain = typed.chars().all(|c| c.is_alphanumeric() || matches!(c, ':' | '_' | '.' | '-'));
    (!typed.is_empty() && plain).then_some((typed, start + signs))
}

//! What to do about a query that no article matches: which of its words none has, and what is
//! found without one of them, by other forms, by any of them, or without the filters.

use crate::ask::facets;
use crate::ask::host::Fields;
use crate::{Question, Selection};
use dateline_search::{DocSet, Node, Query, Series, Word};

/// Another query, and what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What is changed.
    pub change: Change,
    /// The query, as it is typed.
    pub query: String,
    /// How many articles it selects; at least one.
    pub articles: usize,
    /// Whether the filters stay; where they do not, `articles` counts without them.
    pub keeps_filters: bool,
}

/// How another query differs from the one that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A word that no article has is replaced by one that is spelt alike.
    Spelling,
    /// The words that only ask are left out: "who was in Kabul?".
    QuestionWords,
    /// Any English form of each word does.
    Forms,
    /// These parts are left out.
    Without(Vec<String>),
    /// One part is enough.
    Any,
    /// The same query without the filters.
    Filters,
}

/// What could be asked instead of a query without results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Parts of the query that match no article on their own, as they are typed.
    pub unmatched: Vec<String>,
    /// Other queries, the nearest to what was asked first.
    pub repairs: Vec<Repair>,
}

/// The most parts of a query that are looked at.
const MAX_PARTS: usize = 12;

/// Words that questions are made with, folded.
const QUESTION_WORDS: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "at", "be", "been", "by", "can", "could", "did", "do",
    "does", "for", "from", "had", "has", "have", "how", "in", "is", "it", "long", "many", "much",
    "of", "on", "or", "that", "the", "their", "there", "they", "this", "to", "was", "were", "what",
    "when", "where", "which", "who", "whom", "whose", "why", "will", "with",
];

impl Question<'_> {
    /// What could be asked instead, where the question has no results. Takes as long as a few
    /// queries a word.
    pub fn repairs(&self) -> Repairs {
        let mut out = Repairs::default();
        let [series] = &self.tree().series[..] else { return self.with_filters(out) };
        let parts = match &series.node {
            Node::All => return self.with_filters(out),
            Node::And(parts) => parts.clone(),
            node => vec![node.clone()],
        };
        let is_unmatched =
            |part: &Node| !matches!(part, Node::Not(_)) && self.count(&one(part.clone())) == 0;
        let unmatched: Vec<bool> = parts.iter().take(MAX_PARTS).map(is_unmatched).collect();
        let names = parts.iter().zip(&unmatched).filter(|(_, none)| **none);
        out.unmatched = names.map(|(part, _)| part.to_string()).collect();
        let mut put = |change: Change, query: Query| {
            let text = query.to_string();
            let articles = self.count(&query);
            if articles > 0 && out.repairs.iter().all(|repair| repair.query != text) {
                out.repairs.push(Repair { change, query: text, articles, keeps_filters: true });
            }
        };
        if let Some(better) = self.corpus().index(self.scope()).did_you_mean(self.tree()) {
            put(Change::Spelling, better);
        }
        let telling: Vec<Node> = parts.iter().filter(|part| !only_asks(part)).cloned().collect();
        if telling.len() < parts.len() && !telling.is_empty() {
            put(Change::QuestionWords, all_of(telling));
        }
        put(Change::Forms, all_of(parts.iter().map(any_form).collect()));
        if (2..=MAX_PARTS).contains(&parts.len()) {
            let mut without = |left_out: &dyn Fn(usize) -> bool| {
                let (mut out, mut rest) = (Vec::new(), Vec::new());
                for (at, part) in parts.iter().enumerate() {
                    match left_out(at) {
                        true => out.push(part.to_string()),
                        false => rest.push(part.clone()),
                    }
                }
                if !rest.is_empty() {
                    put(Change::Without(out), all_of(rest));
                }
            };
            if unmatched.contains(&true) {
                without(&|at| unmatched[at]);
            } else {
                (0..parts.len()).for_each(|one| without(&|at| at == one));
            }
            let wanted: Vec<Node> = parts
                .iter()
                .filter(|p| !matches!(p, Node::Not(_)) && !only_asks(p))
                .cloned()
                .collect();
            if wanted.len() > 1 {
                put(Change::Any, one(Node::Or(wanted)));
            }
        }
        self.with_filters(out)
    }

    /// With what the query finds when nothing else is chosen; where that is nothing either, with
    /// other queries without the filters.
    fn with_filters(&self, mut out: Repairs) -> Repairs {
        if !self.selection().has_filters() {
            return out;
        }
        let query = self.selection().query.clone();
        let free = Selection {
            query: query.clone(),
            counting: self.selection().counting,
            ..Selection::default()
        };
        let question = self.corpus().ask_parsed(&free, self.parsed());
        let articles = question.count(self.tree());
        if articles > 0 {
            let change = Change::Filters;
            out.repairs.insert(0, Repair { change, query, articles, keeps_filters: false });
        } else if out.repairs.is_empty() {
            let others = question.repairs().repairs.into_iter();
            out.repairs.extend(others.map(|other| Repair { keeps_filters: false, ..other }));
        }
        out
    }

    /// How many articles another query selects under the same filters.
    fn count(&self, query: &Query) -> usize {
        let (corpus, selection) = (self.corpus(), self.selection());
        let host = Fields { corpus, counting: &selection.counting };
        let matching = if query.is_all() {
            DocSet::all(corpus.len() as u32)
        } else {
            corpus.index(self.scope()).docs_of(query, &host)
        };
        facets::narrow(corpus, selection, matching).len() as usize
    }
}

fn one(node: Node) -> Query {
    Query { series: vec![Series { label: None, node }] }
}

fn all_of(mut parts: Vec<Node>) -> Query {
    one(match parts.len() {
        1 => parts.remove(0),
        _ => Node::And(parts),
    })
}

fn only_asks(part: &Node) -> bool {
    matches!(part, Node::Word(Word::Exact(word)) if QUESTION_WORDS.contains(&word.as_str()))
}

fn any_form(part: &Node) -> Node {
    match part {
        Node::Word(Word::Exact(word)) if word.bytes().all(|b| b.is_ascii_alphabetic()) => {
            Node::Word(Word::Stem(word.clone()))
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, CorpusBuilder, Input, Wanted};

    /// A query, the parts that nothing matches, and the repairs: change, query, articles.
    type Row = (&'static str, &'static [&'static str], Vec<(Change, &'static str, usize)>);

    fn corpus() -> Corpus {
        let texts = [
            "Tankers wait\n\nTwo tankers waited off Lima for crude oil on Monday.",
            "A harbour strike\n\nThe strikers closed the harbour of Callao and its oil pier.",
            "Copper falls\n\nCopper fell in Santiago after the miners agreed.",
        ];
        let mut builder = CorpusBuilder::new();
        for (number, text) in texts.into_iter().enumerate() {
            builder.add(Input::dump(format!("{number}.txt"), text)).expect("an article");
        }
        Corpus::open(builder.build().expect("a pack")).expect("a corpus")
    }

    #[test]
    fn an_empty_answer_says_what_empties_it_and_what_is_found_otherwise() {
        let without = |part: &str| Change::Without(vec![part.to_owned()]);
        let rows: &[Row] = &[
            (
                "oil cromulently",
                &["cromulently"],
                vec![(without("cromulently"), "oil", 2), (Change::Any, "oil OR cromulently", 2)],
            ),
            (
                "copper harbour",
                &[],
                vec![
                    (without("copper"), "harbour", 1),
                    (without("harbour"), "copper", 1),
                    (Change::Any, "copper OR harbour", 2),
                ],
            ),
            (
                "tanker",
                &["tanker"],
                vec![(Change::Spelling, "tankers", 1), (Change::Forms, "tanker~s", 1)],
            ),
            (
                "who closed the harbour?",
                &["who"],
                vec![
                    (Change::QuestionWords, "closed harbour", 1),
                    (without("who"), "closed the harbour", 1),
                    (Change::Any, "closed OR harbour", 1),
                ],
            ),
            ("zzzzzz", &["zzzzzz"], vec![]),
        ];
        let corpus = corpus();
        for (query, unmatched, want) in rows {
            let selection = Selection::search(*query);
            let question = corpus.ask(&selection);
            assert_eq!(question.results(Wanted::default()).total, 0, "{query}");
            let found = question.repairs();
            assert_eq!(found.unmatched, *unmatched, "{query}");
            let list: Vec<(Change, &str, usize)> = found
                .repairs
                .iter()
                .map(|r| (r.change.clone(), r.query.as_str(), r.articles))
                .collect();
            assert_eq!(list, *want, "{query}");
            for repair in &found.repairs {
                let select = Selection::search(repair.query.clone());
                assert_eq!(corpus.select(&select).total, repair.articles, "{query}");
            }
        }
    }

    #[test]
    fn filters_that_empty_an_answer_are_named() {
        let corpus = corpus();
        let mut selection = Selection::search("oil");
        selection.sources.set("Nobody".to_owned(), crate::Choice::Include);
        let found = corpus.ask(&selection).repairs();
        let first = found.repairs.first().map(|repair| (repair.change.clone(), repair.articles));
        assert_eq!(first, Some((Change::Filters, 2)));
        // Neither the word nor the source: one change alone would find nothing.
        selection.query = "tanker".to_owned();
        let found = corpus.ask(&selection).repairs();
        let list: Vec<_> = found
            .repairs
            .iter()
            .map(|r| (&r.change, &r.query[..], r.articles, r.keeps_filters))
            .collect();
        let want =
            [(&Change::Spelling, "tankers", 1, false), (&Change::Forms, "tanker~s", 1, false)];
        assert_eq!(list, want);
    }
}

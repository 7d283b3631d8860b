//! A corpus: articles with layout, mentions and index as one value; the
//! selection; results, contexts and country measures computed from the same spans.
//!
//! ```
//! use dateline_corpus::{Corpus, CorpusBuilder, Input, Selection};
//!
//! let mut builder = CorpusBuilder::new();
//! builder.add(Input::dump("a.txt", "China digs in Kabul\n\nChina has signed a contract."))?;
//! let corpus = Corpus::open(builder.build()?)?;
//! let results = corpus.select(&Selection::search("contract"));
//! assert_eq!(results.total, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alone;
mod amend;
mod annotated;
mod arriving;
mod article;
mod builder;
mod choices;
mod co_mentions;
mod contexts;
mod corpus;
mod correct;
mod counting;
mod countries;
mod date;
mod distinctive;
mod documents;
mod duplicates;
pub mod english;
mod facets;
mod fields;
mod format;
mod frame;
mod host;
mod indexing;
mod input;
mod join;
mod kept;
mod lines;
mod mention;
mod order;
mod outline;
mod overrule;
mod packing;
mod prepare;
mod results;
mod rewrite;
mod roles;
mod said;
mod sections;
mod selection;
mod series;
mod snippet;
mod spool;
mod suggest;
mod summary;
mod tally;
mod texts;
mod through_time;
mod waiting;
mod why;
mod withheld;

pub use alone::{Alone, OneByOne};
pub use amend::Amendment;
pub use arriving::Arriving;
pub use article::{Article, ArticleId, Holds};
pub use builder::{BuildError, CorpusBuilder, Written};
pub use choices::{Choice, Choices};
pub use co_mentions::{CoMentions, Pair, Unit};
pub use contexts::{Concordance, Context, ContextSort, Node};
pub use corpus::Corpus;
pub use counting::{Counting, KindSet};
pub use countries::{AmbiguousRow, CountryRow, Focus};
pub use date::{Date, DateRange};
pub use dateline_search::{
    Hit, OPERATORS, Operator, Problem, Suggestion, SuggestionKind, typed_before,
};
pub use distinctive::{Comparing, Distinctive, Keyword};
pub use duplicates::{NearDuplicate, Sketch, near_duplicates};
pub use facets::{Bucket, Facets};
pub use format::read::OpenError;
pub use frame::{LISTED, frame, frame_of};
pub use input::{Body, Input, InputError, InputProblem, Metadata};
pub use join::COLLECTION;
pub use lines::Lines;
pub use mention::{Mention, Standing, Weight};
pub use overrule::Overrule;
pub use prepare::{Prepared, Preparer};
pub use results::{Question, Results, Wanted};
pub use selection::{Selection, Sort};
pub use series::Series;
pub use snippet::Snippet;
pub use spool::Spool;
pub use summary::Piece;
pub use why::{Decided, Why};
pub use withheld::ContextsOnly;

pub use dateline_countries::{
    Alias, Ambiguous, Correction, Corrections, Country, Kind, Reassign, Rule, surface_problem,
};
pub use dateline_reading::{Block, BlockKind, Precision, TitleFrom};
pub use dateline_text::Span;

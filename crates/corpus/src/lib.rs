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

mod article;
mod ask;
mod build;
mod corpus;
mod count;
mod date;
mod edit;
mod error;
mod mention;
mod pack;
mod prose;

pub use article::{Article, ArticleId, Holds};
pub use ask::choices::{Choice, Choices};
pub use ask::contexts::{Concordance, Context, ContextSort, Gathering, Node};
pub use ask::facets::{Bucket, Facets};
pub use ask::repair::{Change, Repair, Repairs};
pub use ask::results::{Question, Results, Wanted};
pub use ask::selection::{Selection, Sort};
pub use ask::series::Series;
pub use ask::snippet::Snippet;
pub use build::builder::{CorpusBuilder, Written};
pub use build::contexts_only::ContextsOnly;
pub use build::input::{Body, Input, InputError, InputProblem, Metadata};
pub use build::join::{COLLECTION, PUBLISHED, YOURS};
pub use build::one_by_one::{Alone, OneByOne};
pub use build::prepare::{Prepared, Preparer};
pub use build::spool::Spool;
pub use corpus::Corpus;
pub use count::co_mentions::{CoMentions, Pair, Unit};
pub use count::counting::{Counting, KindSet};
pub use count::countries::{AmbiguousRow, CountryRow, Focus};
pub use count::distinctive::{Comparing, Distinctive, Keyword};
pub use count::duplicates::{NearDuplicate, Sketch, near_duplicates};
pub use count::why::{Decided, Why};
pub use date::{Date, DateRange};
pub use edit::kinds::KindEdit;
pub use edit::lines::Lines;
pub use edit::metadata::MetadataEdit;
pub use error::BuildError;
pub use mention::{Mention, Standing, Weight};
pub use pack::arriving::Arriving;
pub use pack::read::OpenError;
pub use prose::english;
pub use prose::summary::Piece;

pub use dateline_countries::{
    Alias, Ambiguous, Correction, Corrections, Country, Kind, Reassign, Rule, surface_problem,
};
pub use dateline_reading::{Block, BlockKind, Precision, TitleFrom};
pub use dateline_search::{
    Hit, OPERATORS, Operator, Parsed, Problem, Suggestion, SuggestionKind, iso_date, typed_before,
};
pub use dateline_text::Span;

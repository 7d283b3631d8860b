//! The gazetteer: every phrase that may name a country, with what it may mean, and the
//! words of context and the model that decide what it means.

use crate::context::{ContextWords, Model};
use crate::names::{Phrases, load, tables};
use std::sync::OnceLock;

/// The tables of names and the words of context, ready to match.
#[derive(Debug)]
pub struct Gazetteer {
    pub(crate) phrases: Phrases,
    pub(crate) words: ContextWords,
    pub(crate) model: Model,
}

impl Gazetteer {
    /// The gazetteer that is built into the program. With the feature `places` it
    /// knows towns by the thousand, without it only well-known places.
    pub fn embedded() -> &'static Gazetteer {
        static IT: OnceLock<Gazetteer> = OnceLock::new();
        IT.get_or_init(|| {
            let small = Gazetteer::small();
            #[cfg(feature = "places")]
            let small = small.with_places(tables::TOWNS);
            small
        })
    }

    /// The gazetteer without the large table of towns.
    pub fn small() -> Gazetteer {
        Gazetteer { phrases: load::small(), words: ContextWords::load(), model: Model::load() }
    }

    /// This gazetteer with the towns of `table`, which has the form of
    /// `data/gazetteer/generated/towns.tsv`. Lines that are not understood are
    /// skipped, so that an older program reads a newer table.
    #[must_use]
    pub fn with_places(mut self, table: &str) -> Gazetteer {
        load::add_towns(&mut self.phrases, table);
        self
    }

    /// The names of the rules of context, in the order in which they are asked.
    pub fn rules() -> impl Iterator<Item = &'static str> {
        crate::context::rules::names()
    }

    /// Version of the tables and rules: that of the program, which stands for the rules,
    /// and a hash of every table that is linked, so that it changes whenever a name does.
    pub fn version(&self) -> &'static str {
        static IT: OnceLock<String> = OnceLock::new();
        IT.get_or_init(|| {
            let hash = tables::hash();
            format!("{}+{:08x}", env!("CARGO_PKG_VERSION"), hash >> 32)
        })
    }
}

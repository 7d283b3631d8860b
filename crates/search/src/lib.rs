//! Search: the query language, the index, ranked results, exact hits. Knows no
//! article layout and no country: fields that are not text are asked of the host
//! through a trait.

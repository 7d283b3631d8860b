//! Ways to go on with a query that is being typed.

use crate::ask::host::Fields;
use crate::ask::zones::Scope;
use crate::{Corpus, Selection, Suggestion, SuggestionKind};
use dateline_search::{Host, typed_before};
use dateline_text::Span;

/// From so many letters on, countries are offered beside words and fields.
const LETTERS: usize = 2;

/// How many of them.
const COUNTRIES: usize = 2;

impl Corpus {
    /// Up to `limit` ways to go on at byte `caret` of the query: words, fields,
    /// countries, values of fields.
    pub fn suggest(&self, selection: &Selection, caret: usize, limit: usize) -> Vec<Suggestion> {
        let host = Fields { corpus: self, counting: &selection.counting };
        let countries = self.countries_before(&host, &selection.query, caret);
        let limit = limit.saturating_sub(countries.len());
        let index = self.index(Scope::new(&selection.counting));
        let mut found = index.suggest(&selection.query, caret, &host, limit);
        found.extend(countries);
        found
    }

    /// The countries of the corpus whose name begins with the word that is typed.
    fn countries_before(&self, host: &Fields<'_>, query: &str, caret: usize) -> Vec<Suggestion> {
        let Some((typed, start)) = typed_before(query, caret) else { return Vec::new() };
        if typed.contains(':') || typed.chars().nth(LETTERS - 1).is_none() {
            return Vec::new();
        }
        let suggestion = |name: String| Suggestion {
            span: Span::new(start, start + typed.len()),
            text: format!("country:{name}"),
            kind: SuggestionKind::Value,
            articles: 0,
        };
        host.values("country", typed, COUNTRIES).into_iter().map(suggestion).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Corpus, CorpusBuilder, Input, Selection};

    #[test]
    fn words_fields_and_countries_are_offered() {
        let mut builder = CorpusBuilder::new();
        let text = "Peru and Chile sign\n\nThe peruvian permit for copper was signed in Lima.";
        builder.add(Input::dump("a.txt", text)).expect("an article");
        let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
        let rows: &[(&str, usize, &[&str])] = &[
            ("pe", 2, &["permit", "peru", "peruvian", "country:Peru"]),
            ("copper ch", 9, &["chile", "country:Chile"]),
            ("p", 1, &["permit", "peru", "peruvian"]),
            ("country:Ch", 10, &["Chile"]),
            ("co", 2, &["country:", "copper"]),
            ("sign ", 5, &[]),
            ("\"a b\" zz", 8, &[]),
        ];
        for (query, caret, want) in rows {
            let found = corpus.suggest(&Selection::search(*query), *caret, 8);
            let texts: Vec<&str> = found.iter().map(|s| s.text.as_str()).collect();
            assert_eq!(texts, *want, "{query}");
        }
    }
}

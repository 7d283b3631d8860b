//! Steps from one address to the next: what links and controls lead to.

use super::{Address, View};
use dateline_corpus::{Choice, Counting, Country, DateRange, Kind, KindSet, Selection, Sort};

impl Address {
    /// Another page with the same selection; the open article is left.
    pub fn to(&self, view: View) -> Address {
        Address { view, doc: None, hit: None, at: None, of: None, ..self.clone() }
    }

    /// The article with this number (from 1), beside its results.
    pub fn article(&self, doc: u32) -> Address {
        Address { doc: Some(doc), ..self.to(View::Articles) }
    }

    /// The article opened at a byte: the evidence for a count.
    pub fn evidence(&self, doc: u32, at: u32) -> Address {
        Address { at: Some(at), ..self.article(doc) }
    }

    /// The open article at its hit of this number (from 1).
    pub fn at_hit(&self, hit: u32) -> Address {
        Address { hit: Some(hit), at: None, ..self.clone() }
    }

    /// The page of a country.
    pub fn country(&self, country: Country) -> Address {
        Address { of: Some(country), ..self.to(View::Country) }
    }

    /// The articles of the selection that mention both countries. A filter of several countries
    /// takes either, so this is asked of the query.
    pub fn naming_both(&self, a: Country, b: Country) -> Address {
        let countries = format!("country:{} country:{}", a.code(), b.code());
        let query = match self.selection.query.trim() {
            "" => countries,
            query => format!("({query}) {countries}"),
        };
        self.to(View::Articles).with_query(&query)
    }

    /// The contexts of a country, of mentions of one kind alone where one is given.
    pub fn contexts(&self, country: Country, kind: Option<Kind>) -> Address {
        let address = Address { of: Some(country), ..self.to(View::Contexts) };
        match kind {
            None => address,
            Some(kind) => {
                let kinds = KindSet::NONE.with(kind);
                address.with_counting(Counting { kinds, ..self.selection.counting })
            }
        }
    }

    /// The same page with another query.
    pub fn with_query(&self, query: &str) -> Address {
        self.select(|s| query.clone_into(&mut s.query))
    }

    /// The same page with a country included, excluded or free.
    pub fn with_country(&self, country: Country, choice: Choice) -> Address {
        self.select(|s| s.countries.set(country, choice))
    }

    /// The same page with a source included, excluded or free; the empty source
    /// stands for articles without one.
    pub fn with_source(&self, source: &str, choice: Choice) -> Address {
        self.select(|s| s.sources.set(source.to_owned(), choice))
    }

    /// The same page with a value of a further field included, excluded or free.
    pub fn with_field(&self, field: &str, value: &str, choice: Choice) -> Address {
        self.select(|s| {
            s.fields.entry(field.to_owned()).or_default().set(value.to_owned(), choice);
            s.fields.retain(|_, choices| !choices.is_empty());
        })
    }

    /// The same page with only these dates; no range and not undated is any date.
    pub fn with_dates(&self, dates: Vec<DateRange>, undated: bool) -> Address {
        self.select(|s| {
            s.dates = dates;
            s.undated = undated;
        })
    }

    /// The same page counted otherwise.
    pub fn with_counting(&self, counting: Counting) -> Address {
        self.select(|s| s.counting = counting)
    }

    /// The same page with its results in another order.
    pub fn sorted(&self, sort: Sort) -> Address {
        self.select(|s| s.sort = sort)
    }

    /// The same page without query and filters; how things are counted and ordered
    /// stays.
    pub fn cleared(&self) -> Address {
        self.select(|s| {
            let (counting, sort) = (s.counting, s.sort);
            *s = Selection { counting, sort, ..Selection::default() };
        })
    }

    /// The same page with its query alone; how things are counted and ordered stays.
    pub fn without_filters(&self) -> Address {
        self.select(|s| {
            let query = std::mem::take(&mut s.query);
            let (counting, sort) = (s.counting, s.sort);
            *s = Selection { query, counting, sort, ..Selection::default() };
        })
    }

    /// The same view of the corpus with this short hash.
    pub fn made_for(&self, hash: &str) -> Address {
        Address { corpus: Some(hash.to_owned()), ..self.clone() }
    }

    /// Changes the selection; the current hit belonged to the old one.
    fn select(&self, change: impl FnOnce(&mut Selection)) -> Address {
        let mut address = Address { hit: None, at: None, ..self.clone() };
        change(&mut address.selection);
        address
    }
}

//! The address: the whole state of the page as one value, held in the URL's
//! fragment (which is never sent to a host). Pure: a string in, a value and the
//! problems out, and back. Unknown keys are kept; bad values are reported and
//! ignored. Knows no browser and no corpus.

mod codec;
mod parts;

pub use parts::{Counting, Dates, Filter, Order, Sort, TextForm, View};

use codec::{decode, encode};

/// Where the reader is and what they selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub view: View,
    /// The query as typed.
    pub query: String,
    /// The open article: its number in the corpus, from 1.
    pub doc: Option<u32>,
    /// The current hit in the open article, from 1.
    pub hit: Option<u32>,
    /// The current mention in the open article: the byte at which it starts.
    pub at: Option<u32>,
    /// The country that a country page or a concordance is about: its code.
    pub of: Option<String>,
    /// Countries included and excluded: ISO codes in capitals.
    pub countries: Vec<Filter>,
    /// Sources included and excluded.
    pub sources: Vec<Filter>,
    /// Further metadata fields, `f.topic=…`: name and filter.
    pub fields: Vec<(String, Filter)>,
    /// The range of dates.
    pub dates: Option<Dates>,
    /// What is counted as a mention.
    pub counting: Counting,
    /// The order of the results.
    pub sort: Sort,
    /// The column that orders the table of countries.
    pub by: Order,
    /// The order of a concordance: up to three positions such as `1R`.
    pub order: Vec<String>,
    /// Clean text or as received.
    pub text: TextForm,
    /// Whether mentions are left unmarked in the article.
    pub unmarked: bool,
    /// Whether words match by their stem.
    pub stem: bool,
    /// The first eight digits of the hash of the corpus the link was made for.
    pub corpus: Option<String>,
    /// Keys of other versions, kept as they are.
    pub unknown: Vec<(String, String)>,
}

/// A value of the address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key.
    pub key: String,
    /// The value as it stands in the address.
    pub value: String,
    /// What would be understood.
    pub expected: &'static str,
}

impl Address {
    /// Reads a fragment, with or without its `#`. Never fails.
    pub fn parse(fragment: &str) -> (Address, Vec<Problem>) {
        let mut address = Address::default();
        let mut problems = Vec::new();
        for (key, value) in decode(fragment.strip_prefix('#').unwrap_or(fragment)) {
            if let Err(expected) = address.set(&key, &value) {
                problems.push(Problem { key, value, expected });
            }
        }
        (address, problems)
    }

    /// The fragment with its `#`; empty values are left out, keys stand in one order.
    pub fn href(&self) -> String {
        let mut out = String::from("#");
        let mut put = |key: &str, value: &str| {
            if out.len() > 1 {
                out.push('&');
            }
            out.push_str(&encode(key));
            out.push('=');
            out.push_str(&encode(value));
        };
        put("view", self.view.name());
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let text = |s: &Option<String>| s.clone().unwrap_or_default();
        let singles = [
            ("q", self.query.clone()),
            ("doc", number(self.doc)),
            ("hit", number(self.hit)),
            ("at", number(self.at)),
            ("of", text(&self.of)),
            ("country", parts::list(&self.countries)),
            ("date", self.dates.as_ref().map(Dates::print).unwrap_or_default()),
            ("count", self.counting.print()),
            ("sort", self.sort.print().to_owned()),
            ("by", self.by.print()),
            ("order", self.order.join(",")),
            ("text", self.text.print().to_owned()),
            ("marks", if self.unmarked { "off".to_owned() } else { String::new() }),
            ("stem", if self.stem { "on".to_owned() } else { String::new() }),
        ];
        for (key, value) in singles.iter().filter(|(_, v)| !v.is_empty()) {
            put(key, value);
        }
        self.sources.iter().for_each(|f| put("source", &f.print()));
        self.fields.iter().for_each(|(k, f)| put(&format!("f.{k}"), &f.print()));
        self.unknown.iter().for_each(|(k, v)| put(k, v));
        if let Some(hash) = &self.corpus {
            put("c", hash);
        }
        out
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), &'static str> {
        match key {
            "view" => {
                self.view = View::from_name(value)
                    .ok_or("overview, articles, countries, country, contexts or about")?
            }
            "q" => self.query = value.to_owned(),
            "doc" => self.doc = Some(parts::number(value)?),
            "hit" => self.hit = Some(parts::number(value)?),
            "at" => self.at = Some(value.parse().map_err(|_| "a byte of the article")?),
            "of" => self.of = Some(parts::country(value)?),
            "country" => self.countries = parts::countries(value)?,
            "source" => self.sources.push(Filter::parse(value)),
            "date" => self.dates = Some(Dates::parse(value)?),
            "count" => self.counting = Counting::parse(value)?,
            "sort" => self.sort = Sort::parse(value)?,
            "by" => self.by = Order::parse(value)?,
            "order" => self.order = parts::positions(value)?,
            "text" => self.text = TextForm::parse(value)?,
            "marks" => self.unmarked = parts::switch(value, "off", "on")?,
            "stem" => self.stem = parts::switch(value, "on", "off")?,
            "c" => self.corpus = Some(parts::hash(value)?),
            _ => match key.strip_prefix("f.").filter(|name| !name.is_empty()) {
                Some(name) => self.fields.push((name.to_owned(), Filter::parse(value))),
                None => self.unknown.push((key.to_owned(), value.to_owned())),
            },
        }
        Ok(())
    }
}

/// Steps from one address to the next, for links.
impl Address {
    /// Another page with the same selection; the open article is left.
    pub fn to(&self, view: View) -> Address {
        Address { view, doc: None, hit: None, at: None, of: None, ..self.clone() }
    }

    /// The article with this number (from 1), beside its results.
    pub fn article(&self, doc: u32) -> Address {
        Address { doc: Some(doc), ..self.to(View::Articles) }
    }

    /// The page of a country.
    pub fn country(&self, code: &str) -> Address {
        Address { of: Some(code.to_owned()), ..self.to(View::Country) }
    }

    /// The article opened at a byte: the evidence for a count.
    pub fn evidence(&self, doc: u32, at: u32) -> Address {
        Address { at: Some(at), ..self.article(doc) }
    }

    /// The same page with a country's filter moved one state on: off, included,
    /// excluded, off.
    pub fn cycle_country(&self, code: &str) -> Address {
        self.with_countries(parts::cycle(&self.countries, code))
    }

    /// The same page with a country included, excluded or free.
    pub fn set_country(&self, code: &str, exclude: Option<bool>) -> Address {
        self.with_countries(parts::put(&self.countries, code, exclude))
    }

    /// The same page with a source included, excluded or free.
    pub fn set_source(&self, source: &str, exclude: Option<bool>) -> Address {
        let sources = parts::put(&self.sources, source, exclude);
        Address { sources, hit: None, at: None, ..self.clone() }
    }

    /// The same page with other dates.
    pub fn with_dates(&self, dates: Option<Dates>) -> Address {
        Address { dates, hit: None, at: None, ..self.clone() }
    }

    /// The same page with another query; the current hit is forgotten.
    pub fn with_query(&self, query: &str) -> Address {
        Address { query: query.to_owned(), hit: None, at: None, ..self.clone() }
    }

    /// The same page without query and filters; how things are counted stays.
    pub fn cleared(&self) -> Address {
        let fresh = Address::default();
        Address {
            query: fresh.query,
            countries: fresh.countries,
            sources: fresh.sources,
            fields: fresh.fields,
            dates: fresh.dates,
            hit: None,
            at: None,
            ..self.clone()
        }
    }

    /// Whether any filter besides the query is set.
    pub fn is_filtered(&self) -> bool {
        !self.countries.is_empty()
            || !self.sources.is_empty()
            || !self.fields.is_empty()
            || self.dates.is_some()
    }

    fn with_countries(&self, countries: Vec<Filter>) -> Address {
        Address { countries, hit: None, at: None, ..self.clone() }
    }
}

#[cfg(test)]
mod tests;

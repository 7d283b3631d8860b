//! The address: the whole state of the page as one value, held in the URL's
//! fragment (which is never sent to a host). Pure: a string in, a value and the
//! problems out, and back. Unknown keys are kept; bad values are reported and
//! ignored. Knows no browser and no opened corpus.

mod codec;
mod parts;
mod selected;
mod steps;

pub use parts::{Order, TextForm, View};

use codec::{decode, encode};
use dateline_corpus::{ContextSort, Country, Selection};

/// Where the reader is and what they selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub view: View,
    /// Query, filters and counting: what every view is computed from.
    pub selection: Selection,
    /// The open article: its number in the corpus, from 1.
    pub doc: Option<u32>,
    /// The current hit in the open article, from 1.
    pub hit: Option<u32>,
    /// The current mention in the open article: the byte at which it starts.
    pub at: Option<u32>,
    /// The country that a country page or a concordance is about.
    pub of: Option<Country>,
    /// The column that orders the table of countries.
    pub by: Order,
    /// The order of a concordance: up to three keys.
    pub order: Vec<ContextSort>,
    /// Words on either side of a line of a concordance; as many as the page takes for `None`.
    pub width: Option<u32>,
    /// Clean text or as received.
    pub text: TextForm,
    /// Whether mentions are left unmarked in the article.
    pub unmarked: bool,
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
        let pairs = selected::print(&self.selection);
        pairs.iter().for_each(|(key, value)| put(key, value));
        let singles = [
            ("doc", number(self.doc)),
            ("hit", number(self.hit)),
            ("at", number(self.at)),
            ("of", self.of.map(|c| c.code().to_owned()).unwrap_or_default()),
            ("by", self.by.print()),
            ("order", self.order.iter().map(|o| o.name()).collect::<Vec<_>>().join(",")),
            ("width", number(self.width)),
            ("text", self.text.print().to_owned()),
            ("marks", if self.unmarked { "off".to_owned() } else { String::new() }),
        ];
        for (key, value) in singles.iter().filter(|(_, v)| !v.is_empty()) {
            put(key, value);
        }
        self.unknown.iter().for_each(|(k, v)| put(k, v));
        if let Some(hash) = &self.corpus {
            put("c", hash);
        }
        out
    }

    /// The selection that keys and values of an address stand for.
    ///
    /// # Errors
    /// The first pair that is not one of a selection, or has a bad value.
    pub fn select_from(pairs: &[(&str, &str)]) -> Result<Selection, Problem> {
        let mut selection = Selection::default();
        for (key, value) in pairs {
            let expected = match selected::set(&mut selection, key, value) {
                Some(Ok(())) => continue,
                Some(Err(expected)) => expected,
                None => "a key of the selection",
            };
            return Err(Problem { key: (*key).to_owned(), value: (*value).to_owned(), expected });
        }
        Ok(selection)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), &'static str> {
        match key {
            "view" => {
                self.view = View::from_name(value)
                    .ok_or("overview, articles, countries, country, contexts, yours or about")?
            }
            "doc" => self.doc = Some(parts::number(value)?),
            "hit" => self.hit = Some(parts::number(value)?),
            "at" => self.at = Some(value.parse().map_err(|_| "a byte of the article")?),
            "of" => self.of = Some(Country::from_code(value).ok_or("a two-letter country code")?),
            "by" => self.by = Order::parse(value)?,
            "order" => self.order = parts::positions(value)?,
            "width" => self.width = Some(parts::width(value)?),
            "text" => self.text = TextForm::parse(value)?,
            "marks" => self.unmarked = parts::switch(value, "off", "on")?,
            "c" => self.corpus = Some(parts::hash(value)?),
            _ => match selected::set(&mut self.selection, key, value) {
                Some(result) => result?,
                None => self.unknown.push((key.to_owned(), value.to_owned())),
            },
        }
        Ok(())
    }
}

// Not in a browser: the generator of cases runs natively only.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

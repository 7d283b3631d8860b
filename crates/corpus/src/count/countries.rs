//! The measures of countries: mentions, articles, focus.

use crate::count::tally::Cell;
use crate::mention::Class;
use crate::{ArticleId, Corpus, Counting};
use dateline_countries::{Country, Kind};
use dateline_text::Span;
use dateline_text::compact::sort_by;
use std::collections::BTreeMap;

/// One country over some articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountryRow {
    /// The country.
    pub country: Country,
    /// How many counted mentions.
    pub mentions: u64,
    /// How many articles with a counted mention.
    pub articles: usize,
    /// The mean of its focus over the articles that mention any country, 0 to 1;
    /// over all countries these add up to 1.
    pub focus: f64,
    /// Counted mentions by name.
    pub names: u64,
    /// Counted mentions by demonym.
    pub demonyms: u64,
    /// Counted mentions by capital.
    pub capitals: u64,
    /// Counted mentions by place.
    pub places: u64,
}

impl CountryRow {
    /// The counted mentions of one kind.
    pub fn of_kind(&self, kind: Kind) -> u64 {
        match kind {
            Kind::Name => self.names,
            Kind::Demonym => self.demonyms,
            Kind::Capital => self.capitals,
            Kind::Place => self.places,
        }
    }
}

/// A country's share of one article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focus {
    /// The country.
    pub country: Country,
    /// How many counted mentions the article has of it.
    pub mentions: u64,
    /// Its share of the article's counted mentions, where one in the title is worth
    /// three and one in the lead (or the first paragraph, without a lead) two; 0 to 1.
    pub share: f64,
}

/// Words that may name one of several countries, where nothing tells which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmbiguousRow {
    /// The words as they are written.
    pub surface: String,
    /// The countries that they may name; the likeliest of their first place first.
    pub candidates: Vec<Country>,
    /// Where they stand, in the order of the articles.
    pub places: Vec<(ArticleId, Span)>,
}

impl Corpus {
    /// The measures of every country that some articles mention, most mentions
    /// first, then most articles, then by code.
    pub fn countries(&self, counting: &Counting, ids: &[ArticleId]) -> Vec<CountryRow> {
        let mask = counting.mask();
        let mut rows: Vec<CountryRow> = self.countries.iter().copied().map(empty_row).collect();
        let mut mentioning = 0_usize;
        for id in ids {
            let cells = self.tally().of(*id);
            let whole = worth(cells, mask);
            if whole == 0 {
                continue;
            }
            mentioning += 1;
            for own in cells.chunk_by(|a, b| a.country == b.country) {
                let mine = worth(own, mask);
                let Some(row) = rows.get_mut(usize::from(own[0].country)) else { continue };
                if mine > 0 {
                    row.articles += 1;
                    row.focus += mine as f64 / whole as f64;
                    own.iter().for_each(|cell| add(row, cell, mask));
                }
            }
        }
        rows.retain(|r| r.mentions > 0);
        rows.iter_mut().for_each(|r| r.focus /= mentioning as f64);
        sort_by(&mut rows, |a, b| {
            let by_count = b.mentions.cmp(&a.mentions).then(b.articles.cmp(&a.articles));
            by_count.then_with(|| a.country.code().cmp(b.country.code()))
        });
        rows
    }

    /// The topic of an article: the countries that it mentions, largest share first.
    pub fn focus(&self, counting: &Counting, id: ArticleId) -> Vec<Focus> {
        let mask = counting.mask();
        let cells = self.tally().of(id);
        let whole = worth(cells, mask);
        let mut list: Vec<Focus> = cells
            .chunk_by(|a, b| a.country == b.country)
            .filter_map(|own| {
                let mentions: u64 = own.iter().map(|c| u64::from(c.counted(mask))).sum();
                let country = *self.countries.get(usize::from(own[0].country))?;
                let share = worth(own, mask) as f64 / whole.max(1) as f64;
                (mentions > 0).then_some(Focus { country, mentions, share })
            })
            .collect();
        sort_by(&mut list, |a, b| {
            b.share.total_cmp(&a.share).then_with(|| a.country.code().cmp(b.country.code()))
        });
        list
    }

    /// The ambiguous words of some articles as they are written, with their places and
    /// with the countries that they may name; most first. Only in text that `counting`
    /// includes; never part of a count.
    pub fn ambiguous(&self, counting: &Counting, ids: &[ArticleId]) -> Vec<AmbiguousRow> {
        let mut found: BTreeMap<&str, AmbiguousRow> = BTreeMap::new();
        for article in ids.iter().filter_map(|id| self.article(*id)) {
            for ambiguous in article.ambiguous() {
                if !counting.includes(article.standing(ambiguous.span)) {
                    continue;
                }
                let surface = ambiguous.span.of(article.text());
                let row = found.entry(surface).or_insert_with(|| AmbiguousRow {
                    surface: surface.to_owned(),
                    candidates: Vec::new(),
                    places: Vec::new(),
                });
                row.places.push((article.id(), ambiguous.span));
                for country in ambiguous.candidates {
                    if !row.candidates.contains(&country) {
                        row.candidates.push(country);
                    }
                }
            }
        }
        let mut rows: Vec<_> = found.into_values().collect();
        sort_by(&mut rows, |a, b| b.places.len().cmp(&a.places.len()));
        rows
    }

    /// How many counted mentions each article has of a country (of any country for
    /// `None`), in the order of `ids`.
    pub fn mentions_by_article(
        &self,
        counting: &Counting,
        ids: &[ArticleId],
        country: Option<Country>,
    ) -> Vec<u64> {
        let mask = counting.mask();
        let number = country.map(|c| self.countries.iter().position(|k| *k == c));
        let wanted = |cell: &&Cell| number.is_none_or(|n| n == Some(usize::from(cell.country)));
        let count = |id: &ArticleId| {
            let cells = self.tally().of(*id).iter().filter(wanted);
            cells.map(|c| u64::from(c.counted(mask))).sum()
        };
        ids.iter().map(count).collect()
    }
}

fn empty_row(country: Country) -> CountryRow {
    CountryRow {
        country,
        mentions: 0,
        articles: 0,
        focus: 0.0,
        names: 0,
        demonyms: 0,
        capitals: 0,
        places: 0,
    }
}

fn worth(cells: &[Cell], mask: u32) -> u64 {
    let worth = |c: &Cell| u64::from(c.counted(mask)) * u64::from(Class(c.class).weight().worth());
    cells.iter().map(worth).sum()
}

fn add(row: &mut CountryRow, cell: &Cell, mask: u32) {
    let mentions = u64::from(cell.counted(mask));
    row.mentions += mentions;
    match Class(cell.class).kind() {
        Kind::Name => row.names += mentions,
        Kind::Demonym => row.demonyms += mentions,
        Kind::Capital => row.capitals += mentions,
        Kind::Place => row.places += mentions,
    }
}

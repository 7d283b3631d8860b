//! Co-mentions: countries that are counted in the same paragraph or article.

use crate::{Article, ArticleId, Corpus, Counting};
use dateline_countries::Country;
use dateline_stats::CoMention;
use dateline_text::compact::sort_by;
use std::collections::HashMap;

/// Within what two countries count as mentioned together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// One block of the article.
    #[default]
    Paragraph,
    /// One article.
    Article,
}

/// Which countries are mentioned together, and how often each is mentioned at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoMentions {
    /// Units in all: every block that is part of the count, or every article.
    pub units: u64,
    /// Units by country, most first.
    pub countries: Vec<(Country, u64)>,
    /// Pairs that meet at least once, most first.
    pub pairs: Vec<Pair>,
}

/// Two countries that are mentioned together; the first comes earlier by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// One country.
    pub first: Country,
    /// The other.
    pub second: Country,
    /// Units with both, with each, and in all; it knows the expected count.
    pub count: CoMention,
}

impl CoMentions {
    /// The counts of two countries in either order; zero together if they never meet.
    pub fn pair(&self, a: Country, b: Country) -> CoMention {
        let of = |c| self.countries.iter().find(|(k, _)| *k == c).map_or(0, |(_, n)| *n);
        let met = self.pairs.iter().find(|p| [(a, b), (b, a)].contains(&(p.first, p.second)));
        let together = met.map_or(0, |p| p.count.together);
        CoMention { together, first: of(a), second: of(b), units: self.units }
    }

    /// The pairs of one country, most first.
    pub fn companions(&self, of: Country) -> impl Iterator<Item = (Country, CoMention)> {
        self.pairs.iter().filter_map(move |p| {
            let other = if p.first == of { p.second } else { p.first };
            (p.first == of || p.second == of).then(|| (other, self.pair(of, other)))
        })
    }
}

impl Corpus {
    /// Which countries some articles mention together, by counted mentions.
    pub fn co_mentions(&self, counting: &Counting, ids: &[ArticleId], unit: Unit) -> CoMentions {
        let mut counter = Counter::default();
        for id in ids.iter().filter(|id| (id.0 as usize) < self.len()) {
            match unit {
                Unit::Paragraph => {
                    counter.add_paragraphs(&Article::of_spans(self, *id), counting);
                }
                Unit::Article => {
                    let mask = counting.mask();
                    let found = self.tally().countries(*id, mask);
                    counter.add_unit(found.filter_map(|(n, _)| self.countries.get(usize::from(n))));
                }
            }
        }
        counter.finish()
    }
}

#[derive(Default)]
struct Counter {
    units: u64,
    countries: HashMap<Country, u64>,
    pairs: HashMap<(Country, Country), u64>,
    unit: Vec<Country>,
}

impl Counter {
    fn add_paragraphs(&mut self, article: &Article<'_>, counting: &Counting) {
        let mask = counting.mask();
        let mut mentions = article.decode_mentions().peekable();
        for block in article.blocks() {
            let standing = crate::Standing::of_block(block.kind, block.duplicate);
            let mut found = Vec::new();
            while let Some(m) = mentions.next_if(|m| m.span.start < block.span.end) {
                if mask & m.class().bit() != 0 {
                    found.push(m.country);
                }
            }
            if counting.includes(standing) {
                self.add_unit(found.iter());
            }
        }
    }

    fn add_unit<'a>(&mut self, countries: impl Iterator<Item = &'a Country>) {
        self.units += 1;
        self.unit.clear();
        self.unit.extend(countries.copied());
        self.unit.sort_unstable();
        self.unit.dedup();
        for (at, &first) in self.unit.iter().enumerate() {
            *self.countries.entry(first).or_default() += 1;
            for &second in &self.unit[at + 1..] {
                *self.pairs.entry((first, second)).or_default() += 1;
            }
        }
    }

    fn finish(self) -> CoMentions {
        let mut countries: Vec<_> = self.countries.iter().map(|(c, n)| (*c, *n)).collect();
        sort_by(&mut countries, |a: &(Country, u64), b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let units = self.units;
        let of = |c| self.countries.get(&c).copied().unwrap_or(0);
        let pair = |(&(first, second), &together): (&(Country, Country), &u64)| {
            let count = CoMention { together, first: of(first), second: of(second), units };
            Pair { first, second, count }
        };
        let mut pairs: Vec<Pair> = self.pairs.iter().map(pair).collect();
        sort_by(&mut pairs, |a, b| {
            let most = b.count.together.cmp(&a.count.together);
            most.then((a.first, a.second).cmp(&(b.first, b.second)))
        });
        CoMentions { units, countries, pairs }
    }
}

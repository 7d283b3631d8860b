//! The corpus as the host of the search: conditions on the metadata of an article.

use crate::{ArticleId, Corpus, Counting, Date, DateRange};
use dateline_countries::Country;
use dateline_search::{DocSet, Filter, Host, Node, Problem, Query, Test};
use dateline_text::compact::sort_by;
use dateline_text::{Span, fold, terms};
use std::cmp::Ordering;

/// The fields of a corpus. `country:` depends on what counts.
pub(crate) struct Fields<'c> {
    pub(crate) corpus: &'c Corpus,
    pub(crate) counting: &'c Counting,
}

impl Host for Fields<'_> {
    fn filter(&self, filter: &Filter) -> Option<DocSet> {
        match filter.field.as_str() {
            "country" => Some(self.country(&filter.test)),
            "date" => Some(self.date(&filter.test)),
            "source" => Some(self.column(0, |value| names(value, &filter.test))),
            "author" => Some(self.author(&filter.test)),
            name => {
                let columns = &self.corpus.columns;
                let known =
                    columns.iter().skip(1).position(|c| c.name.eq_ignore_ascii_case(name))?;
                Some(self.column(known + 1, |value| meets(value, &filter.test)))
            }
        }
    }

    fn fields(&self) -> Vec<String> {
        let own = ["country", "source", "author", "date"].map(str::to_owned);
        own.into_iter().chain(self.corpus.field_names().map(str::to_owned)).collect()
    }

    fn values(&self, field: &str, typed: &str, limit: usize) -> Vec<String> {
        let typed = fold(typed.trim_start_matches(['"', '“'])).into_owned();
        let begins = |value: &str| fold(value).starts_with(&typed);
        let written = |value: &str| match value.bytes().all(|b| b.is_ascii_alphanumeric()) {
            true => value.to_owned(),
            false => format!("\"{}\"", value.replace('"', "")),
        };
        let column = |at: usize| -> Vec<String> {
            let values = self.corpus.columns.get(at).map_or(&[][..], |c| &c.values);
            values.iter().filter(|v| begins(v)).take(limit).map(|v| written(v)).collect()
        };
        match field {
            "country" => {
                let countries = self.corpus.countries.iter();
                let mut found: Vec<&str> = countries
                    .filter(|c| begins(c.name()) || begins(c.code()))
                    .map(|c| c.name())
                    .collect();
                sort_by(&mut found, Ord::cmp);
                found.into_iter().take(limit).map(written).collect()
            }
            "date" => {
                let months = self.corpus.months().list.iter().rev().map(ToString::to_string);
                months.filter(|m| begins(m)).take(limit).collect()
            }
            "source" => column(0),
            name => {
                let mut columns = self.corpus.columns.iter().skip(1);
                let known = columns.position(|c| c.name.eq_ignore_ascii_case(name));
                known.map_or_else(Vec::new, |at| column(at + 1))
            }
        }
    }
}

impl Fields<'_> {
    /// Countries in a query that nobody knows; the parser has seen to the dates.
    pub(crate) fn problems(&self, query: &Query) -> Vec<Problem> {
        let mut filters = Vec::new();
        query.series.iter().for_each(|series| collect(&series.node, &mut filters));
        let unknown = filters.into_iter().filter_map(|filter| match &filter.test {
            _ if filter.field != "country" => None,
            Test::Is(value) if Country::from_name(value).is_some() => None,
            Test::Is(value) => Some(value.as_str()),
            Test::Range { .. } => Some("a range"),
        });
        let problem = |value: &str| {
            let message = format!("{value} is no country that is known here");
            Problem { span: Span::default(), message }
        };
        unknown.map(problem).collect()
    }

    fn all(&self) -> u32 {
        self.corpus.len() as u32
    }

    fn those(&self, wanted: impl Fn(ArticleId) -> bool) -> DocSet {
        DocSet::of(self.all(), self.corpus.ids().filter(|id| wanted(*id)).map(|id| id.0))
    }

    /// Articles with a counted mention of the country.
    fn country(&self, test: &Test) -> DocSet {
        let Test::Is(value) = test else { return DocSet::none(self.all()) };
        let Some(country) = Country::from_name(value) else { return DocSet::none(self.all()) };
        let mask = self.counting.mask();
        let number = self.corpus.countries.iter().position(|c| *c == country);
        let Some(number) = number else { return DocSet::none(self.all()) };
        let tally = self.corpus.tally();
        let mentions = |id| {
            let own = tally.of(id).iter().filter(|c| usize::from(c.country) == number);
            own.map(|c| c.counted(mask)).sum::<u32>() > 0
        };
        self.those(mentions)
    }

    fn date(&self, test: &Test) -> DocSet {
        let (from, to) = match test {
            Test::Is(value) => {
                let Some(range) = DateRange::parse(value) else { return DocSet::none(self.all()) };
                return self
                    .those(|id| self.corpus.date(id).is_some_and(|date| range.contains(date)));
            }
            Test::Range { from, to } => (from, to),
        };
        let read = |bound: &Option<dateline_search::Bound>| match bound {
            None => Some(None),
            Some(bound) => Date::parse(&bound.value).map(|date| Some((date, bound.inclusive))),
        };
        let (Some(from), Some(to)) = (read(from), read(to)) else {
            return DocSet::none(self.all());
        };
        let within = |date: Date| {
            from.is_none_or(|(from, inclusive)| {
                let range = DateRange { from: Some(from), to: None };
                if inclusive { range.contains(date) } else { date.is_after(from) }
            }) && to.is_none_or(|(to, inclusive)| {
                let range = DateRange { from: None, to: Some(to) };
                if inclusive { range.contains(date) } else { date.is_before(to) }
            })
        };
        self.those(|id| self.corpus.date(id).is_some_and(within))
    }

    fn column(&self, at: usize, wanted: impl Fn(&str) -> bool) -> DocSet {
        let mut docs = DocSet::none(self.all());
        let Some(column) = self.corpus.columns.get(at) else { return docs };
        for (number, _) in column.values.iter().enumerate().filter(|(_, v)| wanted(v)) {
            column.articles(number).iter().for_each(|doc| docs.insert(*doc));
        }
        docs
    }

    fn author(&self, test: &Test) -> DocSet {
        let by = self.corpus.bylines().iter().filter(|byline| names(&byline.text, test));
        let mut docs = DocSet::none(self.all());
        by.flat_map(|byline| &byline.articles).for_each(|id| docs.insert(*id));
        docs
    }
}

fn collect<'q>(node: &'q Node, filters: &mut Vec<&'q Filter>) {
    match node {
        Node::All | Node::Word(_) | Node::Phrase(_) | Node::Within { .. } | Node::Near { .. } => {}
        Node::In(_, inner) | Node::Not(inner) => collect(inner, filters),
        Node::Filter(filter) => filters.push(filter),
        Node::And(inner) | Node::Or(inner) => inner.iter().for_each(|n| collect(n, filters)),
    }
}

/// Whether the words of a test stand one after the other in a name.
fn names(value: &str, test: &Test) -> bool {
    let Test::Is(wanted) = test else { return meets(value, test) };
    let words =
        |text: &str| -> Vec<String> { terms(text).map(|t| fold(t.text).into_owned()).collect() };
    let (value, wanted) = (words(value), words(wanted));
    !wanted.is_empty() && value.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether a field's value is the one asked for, or lies in the range.
fn meets(value: &str, test: &Test) -> bool {
    match test {
        Test::Is(wanted) => fold(value) == fold(wanted.trim()),
        Test::Range { from, to } => {
            from.as_ref().is_none_or(|from| match compare(value, &from.value) {
                Ordering::Equal => from.inclusive,
                order => order == Ordering::Greater,
            }) && to.as_ref().is_none_or(|to| match compare(value, &to.value) {
                Ordering::Equal => to.inclusive,
                order => order == Ordering::Less,
            })
        }
    }
}

/// A decimal number in units of 10⁻¹². Not read as a float: the tables for that are
/// ten kilobytes of the page.
fn decimal(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if digits.len() > 20 || whole.is_empty() || !plain(whole) || !plain(fraction) {
        return None;
    }
    let value: i128 = format!("{whole}{fraction:0<12.12}").parse().ok()?;
    Some(if negative { -value } else { value })
}

/// As numbers where both are, as folded text otherwise.
fn compare(a: &str, b: &str) -> Ordering {
    match (decimal(a.trim()), decimal(b.trim())) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => fold(a).cmp(&fold(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_values() {
        let rows = [
            ("9", "10", Ordering::Less),
            ("2.5", "2.50", Ordering::Equal),
            ("-1", "0.1", Ordering::Less),
            ("-2.75", "-2.5", Ordering::Less),
            ("3.", "3", Ordering::Equal),
            ("b", "A", Ordering::Greater),
            ("10", "9a", Ordering::Less),
        ];
        for (a, b, order) in rows {
            assert_eq!(compare(a, b), order, "{a} {b}");
        }
    }
}

//! Facets: how many of the selected articles have each value.

use crate::{ArticleId, Choice, Choices, Corpus, Date, DateRange, Selection};
use dateline_countries::Country;
use dateline_search::DocSet;
use dateline_text::compact::sort_by;
use std::hash::Hash;

/// The facets of a selection. A value is listed when an article has it, or when it
/// was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Countries by counted mentions; most articles first.
    pub countries: Vec<Bucket<Country>>,
    /// Sources, most articles first; the empty string stands for none.
    pub sources: Vec<Bucket<String>>,
    /// Months (or years, where a date says no more) in order; `None` is undated.
    pub months: Vec<Bucket<Option<Date>>>,
    /// Further fields with their values, most articles first; the empty string
    /// stands for none.
    pub fields: Vec<(String, Vec<Bucket<String>>)>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket<T> {
    /// The value.
    pub value: T,
    /// Whether it is included, excluded or neither.
    pub choice: Choice,
    /// How many of the selected articles have it.
    pub articles: usize,
    /// How many articles with it there would be if nothing else were included in
    /// this facet; for an excluded value, how many it keeps out.
    pub instead: usize,
}

/// How an article stands to one facet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It has what is wanted.
    In,
    /// It lacks every included value.
    Missing,
    /// It has an excluded value.
    Excluded,
}

/// One facet prepared for counting: its values are numbers; `none` counts articles
/// without a value.
struct Counter {
    include: Vec<bool>,
    exclude: Vec<bool>,
    any_included: bool,
    articles: Vec<usize>,
    instead: Vec<usize>,
}

impl Counter {
    /// For values numbered under `count`; the number `count` itself is "no value".
    fn new(
        count: usize,
        include: impl Iterator<Item = Option<usize>>,
        exclude: impl Iterator<Item = Option<usize>>,
    ) -> Counter {
        let mut counter = Counter {
            include: vec![false; count + 1],
            exclude: vec![false; count + 1],
            any_included: false,
            articles: vec![0; count + 1],
            instead: vec![0; count + 1],
        };
        for number in include {
            // A value that no article has still rules everything out.
            counter.any_included = true;
            if let Some(number) = number {
                counter.include[number] = true;
            }
        }
        for number in exclude.flatten() {
            counter.exclude[number] = true;
        }
        counter
    }

    fn of_strings(values: &[String], choices: &Choices<String>) -> Counter {
        let number = |v: &String| {
            if v.is_empty() { Some(values.len()) } else { values.binary_search(v).ok() }
        };
        Counter::new(
            values.len(),
            choices.include.iter().map(number),
            choices.exclude.iter().map(number),
        )
    }

    /// Whether nothing is chosen: every article is let in.
    fn is_open(&self) -> bool {
        !self.any_included && !self.exclude.contains(&true)
    }

    fn none(&self) -> usize {
        self.articles.len() - 1
    }

    fn judge(&self, values: &[usize]) -> Verdict {
        if values.iter().any(|v| self.exclude[*v]) {
            Verdict::Excluded
        } else if self.any_included && !values.iter().any(|v| self.include[*v]) {
            Verdict::Missing
        } else {
            Verdict::In
        }
    }

    fn count(&mut self, values: &[usize], verdict: Verdict, selected: bool) {
        for &v in values {
            if selected {
                self.articles[v] += 1;
            }
            if verdict != Verdict::Excluded || self.exclude[v] {
                self.instead[v] += 1;
            }
        }
    }
}

/// The values of one article in each facet.
type Row = Vec<Vec<usize>>;

/// Filters `candidates` (articles that match the query) and counts the facets. What
/// comes back are the selected articles.
pub(crate) fn filter(
    corpus: &Corpus,
    selection: &Selection,
    candidates: &DocSet,
) -> (DocSet, Facets) {
    let none = DocSet::none(candidates.universe());
    let candidates = if asks_for_unknown_field(corpus, selection) { &none } else { candidates };
    let mut counters = counters(corpus, selection);
    let selected = if selection.has_filters() {
        judge_all(corpus, selection, candidates, &mut counters)
    } else {
        count_all(corpus, selection, candidates, &mut counters);
        candidates.clone()
    };
    (selected, facets(corpus, selection, &counters))
}

/// Filters `candidates` without counting anything.
pub(crate) fn narrow(corpus: &Corpus, selection: &Selection, candidates: DocSet) -> DocSet {
    if !selection.has_filters() {
        return candidates;
    }
    let all = candidates.universe();
    if asks_for_unknown_field(corpus, selection) {
        return DocSet::none(all);
    }
    let mut selected = candidates;
    if !selection.countries.is_empty() {
        let mask = selection.counting.mask();
        let number = |c: &Country| corpus.countries.iter().position(|k| k == c);
        keep(&mut selected, &selection.countries, |country| {
            let number = number(country);
            let mentions = |id: &ArticleId| {
                let own = corpus.tally().of(*id).iter();
                let own = own.filter(|cell| Some(usize::from(cell.country)) == number);
                own.map(|cell| cell.counted(mask)).sum::<u32>() > 0
            };
            DocSet::of(all, corpus.ids().filter(mentions).map(|id| id.0))
        });
    }
    if !selection.dates.is_empty() || selection.undated {
        let wanted = |id: &ArticleId| judge_date(selection, corpus.date(*id)) == Verdict::In;
        selected.and(&DocSet::of(all, corpus.ids().filter(wanted).map(|id| id.0)));
    }
    for (at, column) in corpus.columns.iter().enumerate() {
        keep(&mut selected, chosen(corpus, selection, at), |value| {
            if value.is_empty() {
                let none = corpus.ids().filter(|id| column.of(*id).is_empty());
                return DocSet::of(all, none.map(|id| id.0));
            }
            let number = column.values.binary_search(value).ok();
            let articles = number.map_or(&[][..], |n| column.articles(n));
            DocSet::of(all, articles.iter().copied())
        });
    }
    selected
}

/// Whether a filter asks for a value of a field that no article here has, as a link to other
/// articles may: then nothing is selected, rather than everything.
fn asks_for_unknown_field(corpus: &Corpus, selection: &Selection) -> bool {
    let is_known = |name: &String| corpus.columns.iter().skip(1).any(|c| c.name == *name);
    let rules_all_out = |choices: &Choices<String>| {
        let without = String::is_empty;
        let asked = !choices.include.is_empty() && !choices.include.iter().any(without);
        asked || choices.exclude.iter().any(without)
    };
    selection.fields.iter().any(|(name, choices)| !is_known(name) && rules_all_out(choices))
}

/// Keeps what one facet's choices allow.
fn keep<T>(selected: &mut DocSet, choices: &Choices<T>, articles: impl Fn(&T) -> DocSet) {
    if !choices.include.is_empty() {
        let mut any = DocSet::none(selected.universe());
        choices.include.iter().for_each(|value| any.or(&articles(value)));
        selected.and(&any);
    }
    choices.exclude.iter().for_each(|value| selected.and_not(&articles(value)));
}

/// The choices in the field of column `at`.
fn chosen<'s>(corpus: &Corpus, selection: &'s Selection, at: usize) -> &'s Choices<String> {
    static NONE: Choices<String> = Choices { include: Vec::new(), exclude: Vec::new() };
    match corpus.columns.get(at) {
        Some(_) if at == 0 => &selection.sources,
        Some(column) => selection.fields.get(&column.name).unwrap_or(&NONE),
        None => &NONE,
    }
}

/// Without filters every candidate is selected.
fn count_all(
    corpus: &Corpus,
    selection: &Selection,
    candidates: &DocSet,
    counters: &mut [Counter],
) {
    let mask = selection.counting.mask();
    let (tally, months) = (corpus.tally(), corpus.months());
    let [countries, dates, fields @ ..] = counters else { return };
    let fields = fields.iter_mut().zip(&corpus.columns);
    let mut fields: Vec<_> = fields.filter(|(_, column)| column.rare().is_none()).collect();
    for id in candidates.iter().map(ArticleId) {
        for (country, _) in tally.countries(id, mask) {
            countries.articles[usize::from(country)] += 1;
        }
        dates.articles[months.number(id)] += 1;
        for (counter, column) in &mut fields {
            match column.of(id) {
                [] => *counter.articles.last_mut().expect("no value is a value") += 1,
                values => values.iter().for_each(|v| counter.articles[*v as usize] += 1),
            }
        }
    }
    counters.iter_mut().for_each(|c| c.instead.clone_from(&c.articles));
    count_rare(corpus, candidates, counters, |_| true);
}

/// Counts the chosen fields of few articles by these articles: the others have no value.
fn count_rare(
    corpus: &Corpus,
    selected: &DocSet,
    counters: &mut [Counter],
    is_chosen: impl Fn(&Counter) -> bool,
) {
    let total = selected.len() as usize;
    for (counter, column) in counters[2..].iter_mut().zip(&corpus.columns) {
        let Some(rows) = column.rare().filter(|_| is_chosen(counter)) else { continue };
        let mut without = total;
        for id in rows.iter().filter(|id| selected.contains(**id)) {
            without -= 1;
            column.of(ArticleId(*id)).iter().for_each(|v| counter.articles[*v as usize] += 1);
        }
        let none = counter.none();
        counter.articles[none] += without;
        counter.instead.clone_from(&counter.articles);
    }
}

/// With filters, an article that fails in one facet alone still counts there.
fn judge_all(
    corpus: &Corpus,
    selection: &Selection,
    candidates: &DocSet,
    counters: &mut [Counter],
) -> DocSet {
    let mask = selection.counting.mask();
    let (tally, months) = (corpus.tally(), corpus.months());
    let mut row: Row = vec![Vec::new(); counters.len()];
    let mut verdicts = vec![Verdict::In; counters.len()];
    // An open field of few articles lets every article in and is counted at the end.
    let is_judged = |at: &usize| {
        let column = at.checked_sub(2).and_then(|column| corpus.columns.get(column));
        !(counters[*at].is_open() && column.is_some_and(|column| column.rare().is_some()))
    };
    let judged: Vec<usize> = (0..counters.len()).filter(is_judged).collect();
    let mut selected = DocSet::none(candidates.universe());
    for id in candidates.iter().map(ArticleId) {
        judged.iter().for_each(|at| row[*at].clear());
        row[0].extend(tally.countries(id, mask).map(|(c, _)| usize::from(c)));
        row[1].push(months.number(id));
        for &at in &judged {
            let counter = &counters[at];
            if let Some(column) = at.checked_sub(2).and_then(|column| corpus.columns.get(column)) {
                row[at].extend(column.of(id).iter().map(|v| *v as usize));
            }
            // "Country: none" is not offered, so its facet knows no such value.
            if at > 0 && row[at].is_empty() {
                row[at].push(counter.none());
            }
            verdicts[at] = match at {
                1 => judge_date(selection, corpus.date(id)),
                _ => counter.judge(&row[at]),
            };
        }
        let failing = judged.iter().filter(|at| verdicts[**at] != Verdict::In).count();
        if failing > 1 {
            continue;
        }
        for &at in &judged {
            let counter = &mut counters[at];
            if failing == 0 || verdicts[at] != Verdict::In {
                counter.count(&row[at], verdicts[at], failing == 0);
            }
        }
        if failing == 0 {
            selected.insert(id.0);
        }
    }
    count_rare(corpus, &selected, counters, Counter::is_open);
    selected
}

fn judge_date(selection: &Selection, date: Option<Date>) -> Verdict {
    let wanted = match date {
        _ if selection.dates.is_empty() && !selection.undated => true,
        None => selection.undated,
        Some(date) => selection.dates.iter().any(|r| r.contains(date)),
    };
    if wanted { Verdict::In } else { Verdict::Missing }
}

/// The months of a corpus, with the number of each article's.
#[derive(Debug)]
pub(crate) struct Months {
    /// The months (or years, where a date says no more) in order.
    pub(crate) list: Vec<Date>,
    numbers: Vec<u32>,
}

impl Months {
    pub(crate) fn new(corpus: &Corpus) -> Months {
        let month = |id| corpus.date(id).map(Date::to_month);
        let mut list: Vec<Date> = corpus.ids().filter_map(month).collect();
        sort_by(&mut list, Ord::cmp);
        list.dedup();
        let number = |id| {
            let found = month(id).and_then(|m| list.binary_search(&m).ok());
            found.unwrap_or(list.len()) as u32
        };
        let numbers = corpus.ids().map(number).collect();
        Months { list, numbers }
    }

    /// The number of an article's month; the number of months when it has none.
    fn number(&self, id: ArticleId) -> usize {
        self.numbers.get(id.0 as usize).map_or(self.list.len(), |n| *n as usize)
    }
}

fn counters(corpus: &Corpus, selection: &Selection) -> Vec<Counter> {
    let number = |c: &Country| corpus.countries.iter().position(|k| k == c);
    let wanted = &selection.countries;
    let countries = Counter::new(
        corpus.countries.len(),
        wanted.include.iter().map(number),
        wanted.exclude.iter().map(number),
    );
    let dates = Counter::new(corpus.months().list.len(), std::iter::empty(), std::iter::empty());
    let fields = corpus.columns.iter().enumerate();
    let fields =
        fields.map(|(at, c)| Counter::of_strings(&c.values, chosen(corpus, selection, at)));
    [countries, dates].into_iter().chain(fields).collect()
}

fn facets(corpus: &Corpus, selection: &Selection, counters: &[Counter]) -> Facets {
    let countries = corpus.countries.iter().copied().map(Some).chain([None]);
    let mut countries = buckets(&counters[0], countries, &selection.countries);
    sort_by(&mut countries, |a, b| {
        b.articles
            .cmp(&a.articles)
            .then(b.instead.cmp(&a.instead))
            .then(a.value.code().cmp(b.value.code()))
    });
    let mut fields =
        corpus.columns.iter().zip(&counters[2..]).enumerate().map(|(at, (column, counter))| {
            let values = column.values.iter().cloned().chain([String::new()]).map(Some);
            let mut list = buckets(counter, values, chosen(corpus, selection, at));
            sort_by(&mut list, |a, b| {
                b.articles
                    .cmp(&a.articles)
                    .then(b.instead.cmp(&a.instead))
                    .then_with(|| a.value.cmp(&b.value))
            });
            (column.name.clone(), list)
        });
    let sources = fields.next().map(|f| f.1).unwrap_or_default();
    let fields = fields.collect();
    let months = month_buckets(selection, &corpus.months().list, &counters[1]);
    Facets { countries, sources, months, fields }
}

fn buckets<T: PartialEq + Eq + Hash + Clone>(
    counter: &Counter,
    values: impl Iterator<Item = Option<T>>,
    chosen: &Choices<T>,
) -> Vec<Bucket<T>> {
    let counts = counter.articles.iter().zip(&counter.instead);
    let mut list: Vec<Bucket<T>> = values
        .zip(counts)
        .filter_map(|(value, (&articles, &instead))| {
            let value = value?;
            let choice = chosen.of(&value);
            let listed = articles > 0 || instead > 0 || choice != Choice::Open;
            listed.then_some(Bucket { value, choice, articles, instead })
        })
        .collect();
    // What was chosen in an address and stands in no article is shown all the same.
    for value in chosen.include.iter().chain(&chosen.exclude) {
        if !list.iter().any(|b| b.value == *value) {
            let choice = chosen.of(value);
            list.push(Bucket { value: value.clone(), choice, articles: 0, instead: 0 });
        }
    }
    list
}

fn month_buckets(
    selection: &Selection,
    months: &[Date],
    counter: &Counter,
) -> Vec<Bucket<Option<Date>>> {
    let values = months.iter().copied().map(Some).chain([None]);
    values
        .zip(counter.articles.iter().zip(&counter.instead))
        .map(|(value, (&articles, &instead))| {
            let included = match value {
                None => selection.undated,
                Some(month) => selection.dates.contains(&DateRange::of(month)),
            };
            let choice = if included { Choice::Include } else { Choice::Open };
            Bucket { value, choice, articles, instead }
        })
        .filter(|b| b.articles > 0 || b.instead > 0 || b.choice != Choice::Open)
        .collect()
}

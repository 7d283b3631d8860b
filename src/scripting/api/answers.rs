//! What scripts ask and are answered, as plain values. Filters are spelled as in
//! the address, so that a script and a link say the same.

use super::json;
use crate::address::Address;
use crate::browser::clock;
use crate::model::shared::Shared;
use dateline_corpus::{ArticleId, Question, Selection, Span, Wanted};
use serde::{Deserialize, Serialize};

/// The options of a query.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Options {
    limit: Option<usize>,
    filters: Filters,
    /// Whether facets are counted; yes unless told otherwise.
    facets: Option<bool>,
    /// Whether hits notify where they matched; yes unless told otherwise.
    spans: Option<bool>,
}

/// A selection: a query with filters.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Asked {
    query: String,
    filters: Filters,
}

/// Filters and counting, each as in the address: `country: "CN,-US"`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Filters {
    country: Option<String>,
    source: Option<OneOrMany>,
    date: Option<String>,
    count: Option<String>,
    sort: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Filters {
    /// The selection of a query with these filters.
    fn select(&self, query: &str) -> Result<Selection, String> {
        let mut pairs: Vec<(&str, &str)> = vec![("q", query)];
        let singles = [
            ("country", &self.country),
            ("date", &self.date),
            ("count", &self.count),
            ("sort", &self.sort),
        ];
        pairs.extend(singles.iter().filter_map(|(k, v)| Some((*k, v.as_deref()?))));
        match &self.source {
            Some(OneOrMany::One(source)) => pairs.push(("source", source)),
            Some(OneOrMany::Many(list)) => {
                pairs.extend(list.iter().map(|s| ("source", s.as_str())))
            }
            None => {}
        }
        Address::select_from(&pairs).map_err(|p| {
            format!("{}: “{}” was not understood; expected {}", p.key, p.value, p.expected)
        })
    }
}

/// The answer to a query.
pub(super) struct Found<'c> {
    total: usize,
    hits: Vec<Hit<'c>>,
    facets: Facets,
    reading: String,
    problems: Vec<String>,
    micros: f64,
}

struct Hit<'c> {
    id: &'c str,
    number: u32,
    title: &'c str,
    score: f64,
    spans: Vec<[u32; 2]>,
}

struct Facets {
    country: Vec<Bucket>,
    source: Vec<Bucket>,
    month: Vec<Bucket>,
}

struct Bucket {
    value: Option<String>,
    articles: usize,
}

impl Found<'_> {
    /// As JSON, with the names of the fields in `js/dateline.d.ts`.
    pub(super) fn json(&self) -> String {
        let mut out = json::Object::new();
        out.number("total", self.total as f64);
        out.list("hits", &self.hits, |hit, out| {
            out.string("id", hit.id);
            out.number("number", f64::from(hit.number));
            out.string("title", hit.title);
            out.number("score", hit.score);
            out.pairs("spans", &hit.spans);
        });
        out.object("facets", |out| {
            out.list("country", &self.facets.country, Bucket::json);
            out.list("source", &self.facets.source, Bucket::json);
            out.list("month", &self.facets.month, Bucket::json);
        });
        out.string("reading", &self.reading);
        out.strings("problems", &self.problems);
        out.number("micros", self.micros);
        out.finish()
    }
}

impl Bucket {
    fn json(&self, out: &mut json::Object) {
        out.string_or_null("value", self.value.as_deref());
        out.number("articles", self.articles as f64);
    }
}

/// How many hits are handed over unless asked otherwise.
const DEFAULT_LIMIT: usize = 20;

/// Answers a query.
pub(super) fn query<'c>(
    corpus: &'c Shared,
    text: &str,
    options: &Options,
) -> Result<Found<'c>, String> {
    let start = clock::now();
    let selection = options.filters.select(text)?;
    let limit = options.limit.unwrap_or(DEFAULT_LIMIT);
    let question = corpus.ask(&selection);
    let facets = options.facets.unwrap_or(true);
    let results = question.results(Wanted { ranked: limit, rest: false, facets });
    let micros = ((clock::now() - start) * 1000.0).round();
    let spans = options.spans.unwrap_or(true);
    let none = |s: &String| (!s.is_empty()).then(|| s.clone());
    let facets = &results.facets;
    Ok(Found {
        total: results.total,
        hits: (0..results.ids.len().min(limit))
            .filter_map(|rank| hit(corpus, spans.then_some(&question), &results, rank))
            .collect(),
        facets: Facets {
            country: facets
                .countries
                .iter()
                .map(|b| bucket(Some(b.value.code().to_owned()), b.articles))
                .collect(),
            source: facets.sources.iter().map(|b| bucket(none(&b.value), b.articles)).collect(),
            month: facets
                .months
                .iter()
                .map(|b| bucket(b.value.map(|d| d.to_string()), b.articles))
                .collect(),
        },
        reading: results.reading.replace('*', ""),
        problems: results.problems.iter().map(|p| p.message.clone()).collect(),
        micros,
    })
}

fn bucket(value: Option<String>, articles: usize) -> Bucket {
    Bucket { value, articles }
}

/// The hit of a rank, from 0.
fn hit<'c>(
    corpus: &'c Shared,
    question: Option<&Question<'_>>,
    results: &dateline_corpus::Results,
    rank: usize,
) -> Option<Hit<'c>> {
    let article = corpus.article(*results.ids.get(rank)?)?;
    let hits = question.map(|question| question.hits_in(&article)).unwrap_or_default();
    let spans = hits.iter().map(|hit| pair(hit.span)).collect();
    Some(Hit {
        id: article.name(),
        number: article.id().0 + 1,
        title: article.title(),
        score: results.scores.get(rank).copied().map_or(0.0, f64::from),
        spans,
    })
}

fn pair(span: Span) -> [u32; 2] {
    [span.start, span.end]
}

/// One country over a selection.
#[derive(Serialize)]
pub(super) struct Country {
    country: String,
    name: String,
    mentions: u64,
    articles: usize,
    focus: f64,
    names: u64,
    demonyms: u64,
    capitals: u64,
    places: u64,
}

/// The measures of every country in a selection.
pub(super) fn countries(corpus: &Shared, asked: &Asked) -> Result<Vec<Country>, String> {
    let selection = asked.filters.select(&asked.query)?;
    let ids = corpus.select(&selection).ids;
    let rows = corpus.countries(&selection.counting, &ids);
    let row = |r: dateline_corpus::CountryRow| Country {
        country: r.country.code().to_owned(),
        name: r.country.name().to_owned(),
        mentions: r.mentions,
        articles: r.articles,
        focus: r.focus,
        names: r.names,
        demonyms: r.demonyms,
        capitals: r.capitals,
        places: r.places,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One mention; bytes into the text as received.
#[derive(Serialize)]
pub(super) struct Mention {
    start: u32,
    end: u32,
    surface: String,
    country: String,
    kind: &'static str,
    in_name: bool,
    repeat: bool,
    furniture: bool,
}

/// Every mention of an article by its id or its number from 1, counted or not.
pub(super) fn mentions(corpus: &Shared, id: &str) -> Result<Vec<Mention>, String> {
    let number = || id.parse::<u32>().ok().and_then(|n| n.checked_sub(1)).map(ArticleId);
    let article = corpus.find(id).or_else(number).and_then(|id| corpus.article(id));
    let article = article.ok_or_else(|| format!("there is no article “{id}”"))?;
    let mention = |m: &dateline_corpus::Mention<'_>| Mention {
        start: m.span.start,
        end: m.span.end,
        surface: m.span.of(article.text()).to_owned(),
        country: m.country.code().to_owned(),
        kind: m.kind.name(),
        in_name: m.in_name,
        repeat: m.is_repeat(),
        furniture: m.standing == dateline_corpus::Standing::Furniture,
    };
    Ok(article.mentions().iter().map(mention).collect())
}

/// Sizes.
#[derive(Serialize)]
pub(super) struct Stats {
    articles: usize,
    bytes: usize,
    index_bytes: usize,
    memory: f64,
    hash: String,
    gazetteer: String,
}

/// How large the corpus is; `memory` is what the program holds, in bytes.
pub(super) fn stats(corpus: &Shared, memory: f64) -> Stats {
    Stats {
        articles: corpus.len(),
        bytes: corpus.bytes(),
        index_bytes: corpus.index_bytes(),
        memory,
        hash: corpus.hash(),
        gazetteer: corpus.gazetteer_version().to_owned(),
    }
}

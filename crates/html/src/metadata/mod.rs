//! What a page says of its article: Schema.org, `<meta>`, and what is only printed.

mod date;
mod lenient;
mod names;
mod printed;
mod schema;
mod tags;
mod title;

use crate::dom::Dom;
use crate::flow::Block;
use crate::marks;
use crate::words::tidy;
use names::names;
pub(crate) use printed::Region;
use schema::Schema;
use tags::Tags;

/// What a page says of its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline, whole, without the name of the site.
    pub title: Option<String>,
    /// The author or authors, names only, joined by commas.
    pub byline: Option<String>,
    /// The date of publication, ISO 8601 as far as it is known.
    pub date: Option<String>,
    /// Where the date stands, in words for the reader. Empty without one.
    pub evidence: String,
    /// The publication.
    pub source: Option<String>,
    /// The sections, desks or rubrics that it stands in.
    pub section: Vec<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The address of the original.
    pub url: Option<String>,
}

/// What a page says by its tags, before its text is found.
#[derive(Debug)]
pub(crate) struct Said {
    tags: Tags,
    schema: Schema,
    url: Option<String>,
    titles: Vec<String>,
}

const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
];
const SITES: &[&str] = &[
    "og:site_name",
    "application-name",
    "citation_journal_title",
    "dc.publisher",
    "publisher",
    "twitter:app:name:iphone",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "displaydate",
    "rnews:datepublished",
    "article:post_date",
    "datecreated",
    "created",
    "last-modified-published",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "byl",
    "cxenseparse:author",
    "twitter:data1",
];
const SECTIONS: &[&str] = &[
    "article:section",
    "parsely-section",
    "sailthru.section",
    "section",
    "article.section",
    "cxenseparse:category",
];

impl Said {
    /// Reads the tags of a page whose address is known, or not.
    pub(crate) fn of(dom: &Dom, address: Option<&str>) -> Said {
        let tags = Tags::of(dom);
        let noted = marks::address(dom);
        let url = [tags.canonical.as_deref(), tags.meta(&["og:url"]), address, noted.as_deref()]
            .into_iter()
            .flatten()
            .map(marks::without_archive)
            .find(|url| url.starts_with("http"))
            .map(str::to_owned);
        let mut titles: Vec<String> = tags
            .title
            .iter()
            .cloned()
            .chain(TITLES.iter().filter_map(|n| tags.meta(&[n])).map(str::to_owned))
            .collect();
        titles.dedup();
        let heading = tags.headings.first().map(|id| dom.words(*id));
        let known: Vec<&str> =
            titles.iter().map(String::as_str).chain(heading.as_deref()).collect();
        let schema = Schema::of(dom, url.as_deref().or(address), &known);
        if let Some(headline) = schema.article("headline").and_then(|v| v.as_str()) {
            titles.push(tidy(headline));
        }
        Said { tags, schema, url, titles }
    }

    /// The titles that the page gives itself for programs, and in `<title>`.
    pub(crate) fn titles(&self) -> Vec<&str> {
        self.titles.iter().map(String::as_str).collect()
    }

    /// The text of the article that JSON-LD repeats, where it does.
    pub(crate) fn body(&self) -> Option<&str> {
        self.schema.article("articleBody")?.as_str()
    }

    /// All that is known once the text is found.
    pub(crate) fn metadata(&self, dom: &Dom, blocks: &[Block], region: Region) -> Metadata {
        let source = self.source();
        let url = self.url.clone().or_else(|| {
            ["url", "mainEntityOfPage"]
                .iter()
                .find_map(|n| self.schema.article(n).and_then(Schema::address))
                .filter(|u| u.starts_with("http"))
        });
        let (date, evidence) = self.date(dom, blocks, region, url.as_deref());
        Metadata {
            title: self.title(blocks, region, source.as_deref(), url.as_deref()),
            byline: self.byline(dom, blocks, region, source.as_deref()),
            date,
            evidence,
            section: self.sections(),
            language: self.language(),
            source,
            url,
        }
    }

    fn sections(&self) -> Vec<String> {
        let schema = self.schema.article("articleSection").map(|v| self.schema.names(v));
        let metas = || self.tags.meta(SECTIONS).map(str::to_owned).into_iter().collect();
        let found = schema.filter(|names| !names.is_empty()).unwrap_or_else(metas);
        found.iter().map(|s| tidy(s)).filter(|s| !s.is_empty()).collect()
    }

    fn source(&self) -> Option<String> {
        let schema = self.schema.article("publisher").map(|v| self.schema.names(v));
        let found = schema
            .and_then(|names| names.into_iter().next())
            .or_else(|| self.tags.meta(SITES).map(str::to_owned));
        found.map(|s| tidy(&s)).filter(|s| !s.is_empty() && !s.starts_with("http"))
    }

    fn title(
        &self,
        blocks: &[Block],
        region: Region,
        source: Option<&str>,
        url: Option<&str>,
    ) -> Option<String> {
        let sites = title::sites(&[source, self.tags.meta(SITES)], url);
        let heading = region.head.map(|h| title::without_site(&tidy(&blocks[h].text), &sites));
        let schema = self.schema.article("headline").and_then(|v| v.as_str()).map(tidy);
        let given: Vec<String> = TITLES
            .iter()
            .filter_map(|n| self.tags.meta(&[n]))
            .map(str::to_owned)
            .chain(schema)
            .map(|t| title::without_site(&t, &sites))
            .filter(|t| !t.is_empty())
            .collect();
        let document = self.tags.title.as_deref().map(|t| title::without_site(t, &sites));
        title::choose(heading.as_deref(), &given, document.as_deref())
    }

    fn byline(
        &self,
        dom: &Dom,
        blocks: &[Block],
        region: Region,
        site: Option<&str>,
    ) -> Option<String> {
        let join = |texts: &[String]| {
            let mut all: Vec<String> = Vec::new();
            if let [one] = texts {
                return names::byline(one, site);
            }
            for name in texts.iter().flat_map(|t| names(t, site)) {
                if !all.contains(&name) && all.len() < 12 {
                    all.push(name);
                }
            }
            (!all.is_empty()).then(|| all.join(", "))
        };
        let schema = ["author", "creator"].iter().find_map(|n| self.schema.article(n));
        let of_schema = || {
            schema
                .filter(|v| !self.schema.is_organisation(v))
                .and_then(|v| join(&self.schema.names(v)))
        };
        let meta = || {
            AUTHORS.iter().find_map(|name| {
                let all: Vec<String> = self
                    .tags
                    .all(name)
                    .iter()
                    .filter(|a| !a.starts_with("http"))
                    .cloned()
                    .collect();
                if *name == "twitter:data1"
                    && self
                        .tags
                        .meta(&["twitter:label1"])
                        .is_none_or(|l| names::after_cue(&format!("{l} x")).is_none())
                {
                    return None;
                }
                join(&all)
            })
        };
        let printed = printed::author(dom, &self.tags, blocks, region, site);
        of_schema()
            .or_else(|| printed.as_ref().filter(|p| p.score >= 6.0).map(|p| p.value.clone()))
            .or_else(meta)
            .or_else(|| printed.filter(|p| p.score >= 2.5).map(|p| p.value))
    }

    fn date(
        &self,
        dom: &Dom,
        blocks: &[Block],
        region: Region,
        url: Option<&str>,
    ) -> (Option<String>, String) {
        let schema = |of: &dyn Fn(&str) -> Option<String>, name: &str| {
            of(name).map(|d| (d, format!("Schema.org {name}")))
        };
        let article =
            |name: &str| self.schema.article(name).and_then(|v| v.as_str()).and_then(date::date);
        let page =
            |name: &str| self.schema.page(name).and_then(|v| v.as_str()).and_then(date::date);
        let metas = || {
            DATES.iter().find_map(|name| {
                Some((date::date(self.tags.meta(&[name])?)?, format!("<meta> {name}")))
            })
        };
        let printed = || printed::printed_date(dom, &self.tags, blocks, region);
        let path =
            || url.and_then(date::in_path).map(|d| (d, "the address of the page".to_owned()));
        let found = schema(&article, "datePublished")
            .or_else(metas)
            .or_else(|| schema(&page, "datePublished"))
            .or_else(|| schema(&article, "dateCreated"))
            .or_else(|| {
                printed().filter(|p| p.score >= 4.5).map(|p| (p.value, p.evidence.to_owned()))
            })
            .or_else(path)
            .or_else(|| printed().map(|p| (p.value, p.evidence.to_owned())));
        let Some((date, evidence)) = found else { return (None, String::new()) };
        // Programs give the time of Greenwich; the paper prints its own day.
        if date::is_whole(&date)
            && let Some(printed) = printed().filter(|p| p.score >= 3.0)
            && date::are_neighbours(&date, &printed.value)
        {
            return (Some(printed.value), printed.evidence.to_owned());
        }
        (Some(date), evidence)
    }

    fn language(&self) -> Option<String> {
        let schema =
            self.schema.article("inLanguage").and_then(|v| self.schema.names(v).into_iter().next());
        let found = [
            self.tags.language.as_deref(),
            schema.as_deref(),
            self.tags.meta(&["content-language", "og:locale", "dc.language", "language"]),
        ];
        found.into_iter().flatten().map(|tag| tag.replace('_', "-")).find(|tag| is_language(tag))
    }
}

fn is_language(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && !first.eq_ignore_ascii_case("und")
        && tag.len() <= 35
}

//! What a page says of its article: Schema.org, `<meta>`, and what is only printed.

mod date;
mod lenient;
mod name_words;
mod names;
mod printed;
mod schema;
mod shown;
mod tags;
mod title;

use crate::dom::Dom;
use crate::flow::Block;
use crate::marks;
use crate::words::tidy;
use names::{Who, names};
pub(crate) use printed::Region;
use printed::{Place, Printed};
use schema::Schema;
use shown::Shown;
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
    /// What its tags say and the page itself does not bear out, a sentence each.
    pub notes: Vec<String>,
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
/// Dates of publication.
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
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "parsely-pub-date",
    "sailthru.date",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "rnews:datepublished",
    "article:post_date",
    "last-modified-published",
];
/// Dates that may be of publication, or of the file.
const VAGUE_DATES: &[&str] = &[
    "date",
    "dc.date",
    "dcterms.date",
    "displaydate",
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "created",
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

    /// The same for a part of a page, which has no title but its headline.
    pub(crate) fn titled(mut self, title: Option<String>) -> Said {
        self.titles.extend(title);
        self
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
        let shown = Shown::of(dom, &self.tags, blocks, region);
        let mut notes = Vec::new();
        let page = Place { dom, tags: &self.tags, blocks, region };
        let printed = printed::day(page);
        let (date, evidence) = self.date(&shown, printed.as_ref(), url.as_deref(), &mut notes);
        let sites = title::sites(&[source.as_deref(), self.tags.meta(SITES)], url.as_deref());
        Metadata {
            title: self.title(blocks, region, &sites),
            byline: self.byline(page, &sites, &shown, printed.is_some(), &mut notes),
            date,
            evidence,
            section: self.sections(),
            language: self.language(),
            source,
            url,
            notes,
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

    fn title(&self, blocks: &[Block], region: Region, sites: &[String]) -> Option<String> {
        let heading = region.head.map(|h| title::without_site(&tidy(&blocks[h].text), sites));
        let schema = self.schema.article("headline").and_then(|v| v.as_str()).map(tidy);
        let given: Vec<String> = TITLES
            .iter()
            .filter_map(|n| self.tags.meta(&[n]))
            .map(str::to_owned)
            .chain(schema)
            .map(|t| title::without_site(&t, sites))
            .filter(|t| !t.is_empty())
            .collect();
        let document = self.tags.title.as_deref().map(|t| title::without_site(t, sites));
        title::choose(heading.as_deref(), &given, document.as_deref())
    }

    /// The author. A page that prints its date or an author by the headline, and not the
    /// one of its tags, has that one from the program behind it: the user who typed it in.
    fn byline(
        &self,
        page: Place<'_>,
        sites: &[String],
        shown: &Shown,
        dated: bool,
        notes: &mut Vec<String>,
    ) -> Option<String> {
        let who = Who { sites, marked: false };
        let printed = printed::author(page, sites);
        let of_tags = self.schema_author(who).or_else(|| self.meta_author(who));
        let doubted = of_tags.as_deref().filter(|all| {
            (dated || printed.as_ref().is_some_and(|p| p.score >= 4.0))
                && !names(all, who).iter().any(|name| shown.has_name(name))
        });
        if let Some(author) = doubted {
            let found = printed.filter(|p| p.score >= 2.5).map(|p| p.value);
            if found.is_none() {
                notes.push(format!(
                    "its tags name {author} as the author, whom the page does not print: not taken"
                ));
            }
            return found;
        }
        let of_schema = self.schema_author(who);
        of_schema
            .or_else(|| printed.as_ref().filter(|p| p.score >= 6.0).map(|p| p.value.clone()))
            .or(of_tags)
            .or_else(|| printed.filter(|p| p.score >= 2.5).map(|p| p.value))
    }

    fn schema_author(&self, who: Who<'_>) -> Option<String> {
        let schema = ["author", "creator"].iter().find_map(|n| self.schema.article(n))?;
        (!self.schema.is_organisation(schema)).then(|| join(&self.schema.names(schema), who))?
    }

    fn meta_author(&self, who: Who<'_>) -> Option<String> {
        AUTHORS.iter().find_map(|name| {
            let label = self.tags.meta(&["twitter:label1"]);
            if *name == "twitter:data1"
                && label.is_none_or(|l| names::after_cue(&format!("{l} x")).is_none())
            {
                return None;
            }
            let all = self.tags.all(name).iter().filter(|a| !a.starts_with("http"));
            join(&all.cloned().collect::<Vec<_>>(), who)
        })
    }

    /// The date of publication, and where it stands.
    fn date(
        &self,
        shown: &Shown,
        printed: Option<&Printed>,
        url: Option<&str>,
        notes: &mut Vec<String>,
    ) -> (Option<String>, String) {
        let given = |p: &Printed| (Some(p.value.clone()), p.evidence.to_owned());
        let path = url.and_then(date::in_path);
        let of_path = |day: String| (Some(day), "the address of the page".to_owned());
        let Some(stated) = self.stated_date() else {
            return match (printed, path) {
                (Some(p), _) if p.score >= 4.5 => given(p),
                (_, Some(day)) => of_path(day),
                (Some(p), None) => given(p),
                (None, None) => (None, String::new()),
            };
        };
        if date::is_whole(&stated.date) && !shown.has_day(&stated.date) {
            // Programs give the time of Greenwich; the paper prints its own day.
            if let Some(p) = printed.filter(|p| p.score >= 2.0)
                && date::are_neighbours(&stated.date, &p.value)
            {
                return given(p);
            }
            if let Some(day) = path.filter(|day| date::are_neighbours(&stated.date, day)) {
                return of_path(day);
            }
            let least = if stated.of == DateOf::File { 1.5 } else { 3.0 };
            if let Some(p) = printed.filter(|p| p.score >= least && shown.has_day(&p.value)) {
                return given(p);
            }
            if stated.of == DateOf::Page && !shown.is_relative() {
                notes.push(format!(
                    "its tags give {} as the day of a page that is no article and prints no such \
                     day: not taken",
                    &stated.date[..10]
                ));
                return (None, String::new());
            }
        }
        (Some(stated.date), stated.evidence)
    }

    /// The date that the page gives for programs.
    fn stated_date(&self) -> Option<Stated> {
        let schema = |value: Option<&serde_json::Value>, name: &str, of: DateOf| {
            let date = value.and_then(|v| v.as_str()).and_then(date::date)?;
            Some(Stated { date, evidence: format!("Schema.org {name}"), of })
        };
        let metas = |names: &[&str], of: DateOf| {
            names.iter().find_map(|name| {
                let date = date::date(self.tags.meta(&[name])?)?;
                Some(Stated { date, evidence: format!("<meta> {name}"), of })
            })
        };
        // Programs that run whole sites write `article:published_time` for every page, and
        // JSON-LD of an article for articles only.
        let is_article = self.schema.is_news() || self.tags.has_article;
        let of = match self.schema.describes() && !is_article {
            true => DateOf::Page,
            false => DateOf::Article,
        };
        let published = "datePublished";
        schema(self.schema.article(published), published, of)
            .or_else(|| metas(DATES, of))
            .or_else(|| schema(self.schema.page(published), published, of))
            .or_else(|| metas(VAGUE_DATES, DateOf::File))
            .or_else(|| schema(self.schema.article("dateCreated"), "dateCreated", DateOf::File))
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

/// A date that a page gives for programs.
struct Stated {
    date: String,
    evidence: String,
    of: DateOf,
}

/// What a date for programs is surely of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DateOf {
    Article,
    /// The page, be it an article or not.
    Page,
    /// The file, or the page.
    File,
}

/// The names in several texts, joined by commas; in one text as it joins them.
fn join(texts: &[String], who: Who<'_>) -> Option<String> {
    const MAX_AUTHORS: usize = 12;
    if let [one] = texts {
        return names::byline(one, who);
    }
    let mut all: Vec<String> = Vec::new();
    for name in texts.iter().flat_map(|t| names(t, who)) {
        if !all.contains(&name) && all.len() < MAX_AUTHORS {
            all.push(name);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

fn is_language(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && !first.eq_ignore_ascii_case("und")
        && tag.len() <= 35
}

//! Formats of news agencies, newspapers and corpora: NITF, NewsML, Reuters' collections, TEI.

use crate::text::lines::unwrapped;
use crate::xml::document::Story;
use crate::xml::tree::Element;

fn line(element: &Element, name: &str) -> Option<String> {
    element.find(name)?.line()
}

fn value(element: &Element, name: &str, attribute: &str) -> Option<String> {
    element.all_named(name).into_iter().find_map(|e| e.attribute(attribute)).map(str::to_owned)
}

fn lines(element: &Element, name: &str) -> Vec<String> {
    element.all_named(name).into_iter().filter_map(Element::line).collect()
}

/// NITF (IPTC).
pub(crate) fn nitf(root: &Element) -> Story {
    let headline = root.find("hl1").and_then(Element::line).or_else(|| line(root, "hedline"));
    let bylines = root.find("body.head").map(|h| h.all_named("byline")).unwrap_or_default();
    let printed = bylines.iter().find(|b| b.attribute("class") != Some("normalized_byline"));
    let byline = printed.or(bylines.first()).and_then(|byline| {
        // `byttl` is what the writer is, not who.
        byline.find("person").unwrap_or(byline).line()
    });
    let dates = [
        ("pubdata", "date.publication"),
        ("date.issue", "norm"),
        ("story.date", "norm"),
        ("date.release", "norm"),
    ];
    let sources = [
        value(root, "pubdata", "name"),
        value(root, "doc.copyright", "holder"),
        line(root, "distributor"),
    ];
    let section = value(root, "pubdata", "position.section").or_else(|| {
        let metas = root.all_named("meta");
        let desk = metas.into_iter().find(|m| matches!(m.attribute("name"), Some("dsk" | "desk")));
        desk?.attribute("content").map(str::to_owned)
    });
    Story {
        title: headline.or_else(|| line(root, "title")),
        body: nitf_text(root),
        date: dates.iter().find_map(|(name, attribute)| value(root, name, attribute)),
        dated_by: "date in the NITF",
        source: sources.into_iter().flatten().next(),
        byline,
        url: value(root, "pubdata", "ex-ref").filter(|url| url.starts_with("http")),
        language: root.attribute("lang").map(str::to_owned),
        fields: section.map(|s| vec![("section".to_owned(), vec![s])]).unwrap_or_default(),
        note: None,
    }
}

/// The full text, where a block is called so (a lead stands beside it once more); else all
/// paragraphs without captions.
fn nitf_text(root: &Element) -> String {
    let Some(content) = root.find("body.content") else { return String::new() };
    let full = content.all(&|e| e.name == "block" && e.has_class("full_text"));
    let parts = if full.is_empty() { vec![content] } else { full };
    let mut paragraphs = Vec::new();
    for part in parts {
        let is_part = |e: &Element| {
            matches!(e.name.as_str(), "p" | "hl2" | "li" | "media" | "bq" | "pre" | "table")
        };
        let found = part.all(&is_part).into_iter().filter(|e| e.name != "media");
        let before = paragraphs.len();
        paragraphs.extend(found.flat_map(Element::paragraphs));
        if paragraphs.len() == before {
            paragraphs.extend(part.paragraphs());
        }
    }
    paragraphs.join("\n\n")
}

/// NewsML-G2 and NewsML 1 (IPTC): each item with a text.
pub(crate) fn newsml(root: &Element) -> Vec<Story> {
    let is_item = |e: &Element| matches!(e.name.as_str(), "newsItem" | "NewsItem");
    let items = if is_item(root) { vec![root] } else { root.all(&is_item) };
    items.into_iter().map(newsml_item).collect()
}

fn newsml_item(item: &Element) -> Story {
    let first = |names: &[&str]| names.iter().find_map(|name| line(item, name));
    let content = ["inlineXML", "DataContent", "inlineData"].iter().find_map(|n| item.find(n));
    let inner = content.and_then(|content| content.find("nitf")).map(nitf);
    let body = match (&inner, content) {
        (Some(story), _) => story.body.clone(),
        (None, Some(content)) => {
            let part = content.find("body").or_else(|| content.find("body.content"));
            part.unwrap_or(content).paragraphs().join("\n\n")
        }
        (None, None) => String::new(),
    };
    let provider = ["provider", "infoSource", "copyrightHolder", "Provider"].iter();
    let source = provider.clone().find_map(|name| {
        let named = item.find(name)?;
        let name = || named.find("name").and_then(Element::line);
        let literal = || named.attribute("literal").filter(|l| l.contains(char::is_alphabetic));
        name()
            .or_else(|| value(named, "Party", "FormalName"))
            .or_else(|| literal().map(str::to_owned))
    });
    let language = ["language", "Language"].iter().find_map(|name| {
        let found = item.find(name)?;
        found.attribute("tag").or_else(|| found.attribute("FormalName")).map(str::to_owned)
    });
    let creator = || item.find("creator")?.find("name")?.line();
    Story {
        title: first(&["headline", "HeadLine"]).or_else(|| item.find("title")?.line()),
        body,
        date: first(&[
            "contentCreated",
            "firstCreated",
            "versionCreated",
            "FirstCreated",
            "DateId",
            "ThisRevisionCreated",
        ]),
        dated_by: "date in the NewsML",
        source: source.or_else(|| inner.as_ref()?.source.clone()),
        byline: first(&["by", "ByLine"]).or_else(creator).or_else(|| inner?.byline),
        url: None,
        language: language.or_else(|| item.attribute("lang").map(str::to_owned)),
        fields: Vec::new(),
        note: None,
    }
}

/// The items of Reuters' corpora RCV1 and RCV2, a file each.
pub(crate) fn newsitem(root: &Element) -> Story {
    let body = root.child("text").map(|text| text.paragraphs().join("\n\n"));
    let dated = || value(root, "dc", "value").filter(|v| v.len() == 10);
    Story {
        title: line(root, "headline").or_else(|| line(root, "title")),
        body: body.unwrap_or_default(),
        date: root.attribute("date").map(str::to_owned).or_else(dated),
        dated_by: "date of the news item",
        source: Some("Reuters".to_owned()),
        byline: line(root, "byline"),
        language: root.attribute("lang").map(str::to_owned),
        ..Story::default()
    }
}

/// Reuters-21578: SGML of many articles, names in small letters.
pub(crate) fn reuters(tree: &Element) -> Vec<Story> {
    tree.all_named("reuters").into_iter().map(reuters_item).collect()
}

fn reuters_item(item: &Element) -> Story {
    let title = line(item, "title");
    let text = item.find("body").or_else(|| item.find("text"));
    let text = text.map(Element::characters).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let ends = |line: &&str| line.trim().eq_ignore_ascii_case("reuter");
    let end = lines.iter().rposition(ends).unwrap_or(lines.len());
    let body = unwrapped(&lines[..end]);
    let body = if Some(body.trim()) == title.as_deref() { String::new() } else { body };
    // A brief has a headline and nothing else.
    let is_brief = body.trim().is_empty();
    let (title, body, note) = match title {
        Some(title) if is_brief => (None, title, Some("a brief: no text but its headline".into())),
        title => (title, body, None),
    };
    let fields = ["topics", "places", "people", "orgs", "companies"].iter().filter_map(|name| {
        let values = lines_of(item, name);
        (!values.is_empty()).then(|| ((*name).to_owned(), values))
    });
    Story {
        title,
        body,
        date: line(item, "date"),
        dated_by: "date of the Reuters item",
        source: Some("Reuters".to_owned()),
        byline: line(item, "author"),
        fields: fields.collect(),
        note,
        ..Story::default()
    }
}

fn lines_of(item: &Element, name: &str) -> Vec<String> {
    item.find(name).map(|list| lines(list, "d")).unwrap_or_default()
}

/// TEI: each text of a corpus. A date in the header's own history is that of the file.
pub(crate) fn tei(root: &Element) -> Vec<Story> {
    let is_text = |e: &Element| matches!(e.name.as_str(), "TEI" | "TEI.2");
    let texts = if is_text(root) { vec![root] } else { root.all(&is_text) };
    texts.into_iter().map(tei_text).collect()
}

fn tei_text(text: &Element) -> Story {
    let header = text.find("teiHeader");
    let described = header.and_then(|h| h.find("fileDesc"));
    let origin = described.and_then(|d| d.find("sourceDesc"));
    let statement = described.and_then(|d| d.child("publicationStmt"));
    let titles = described.and_then(|d| d.child("titleStmt"));
    let date_in = |part: Option<&Element>| {
        let dates = part?.all_named("date");
        dates.iter().find_map(|date| {
            let norm = date.attribute("when").or_else(|| date.attribute("when-iso"));
            norm.map(str::to_owned).or_else(|| date.line())
        })
    };
    let publisher = |part: Option<&Element>| {
        let part = part?;
        part.find("publisher").and_then(Element::line)
    };
    let journal = || {
        let titles = origin?.all_named("title");
        titles.into_iter().find(|t| matches!(t.attribute("level"), Some("j" | "m")))?.line()
    };
    let main = |e: &&Element| !matches!(e.attribute("type"), Some("sub" | "desc"));
    let title = titles.and_then(|t| t.all_named("title").into_iter().find(main)?.line());
    let authors = |part: Option<&Element>| {
        let names = lines(part?, "author");
        (!names.is_empty()).then(|| names.join(", "))
    };
    let language = text.attribute("lang").map(str::to_owned);
    let body = text.find("text").and_then(|t| t.find("body"));
    let url = origin
        .and_then(|o| {
            o.all_named("ptr").into_iter().find_map(|p| p.attribute("target")).map(str::to_owned)
        })
        .filter(|url| url.starts_with("http"));
    Story {
        title,
        body: body.map(|b| b.paragraphs().join("\n\n")).unwrap_or_default(),
        date: date_in(origin).or_else(|| date_in(statement)),
        dated_by: "date in the TEI header",
        source: journal().or_else(|| publisher(origin)).or_else(|| publisher(statement)),
        byline: authors(titles).or_else(|| authors(origin)),
        url,
        language,
        ..Story::default()
    }
}

/// What trafilatura writes with `--xml`.
pub(crate) fn trafilatura(root: &Element) -> Story {
    let said = |name: &str| root.attribute(name).map(str::to_owned);
    let mut paragraphs = root.child("main").map(Element::paragraphs).unwrap_or_default();
    let title = said("title");
    // The page's own headline stands among the first paragraphs.
    let at = paragraphs.iter().take(4).position(|p| Some(p) == title.as_ref());
    if let Some(at) = at {
        paragraphs.drain(..=at);
    }
    Story {
        title,
        body: paragraphs.join("\n\n"),
        date: said("date"),
        dated_by: "date that trafilatura found",
        source: said("sitename").or_else(|| said("hostname")).or_else(|| said("source-hostname")),
        byline: said("author"),
        url: said("url").or_else(|| said("source")),
        language: said("language"),
        ..Story::default()
    }
}

//! Feeds: RSS, Atom, and WordPress' export, an item an article.

use crate::article::Skipped;
use crate::web::flat;
use crate::xml::document::Story;
use crate::xml::tree::Element;
use std::collections::HashMap;

/// A text of so few words that stands for an article is its summary.
const SUMMARY_WORDS: usize = 60;

/// The items of a feed in their order.
pub(crate) fn items(root: &Element) -> Vec<Result<Story, Skipped>> {
    let is_item = |element: &Element| matches!(element.name.as_str(), "item" | "entry");
    let about = root.child("channel").unwrap_or(root);
    let channel = Channel {
        title: about.child("title").and_then(Element::line),
        language: about
            .child("language")
            .and_then(Element::line)
            .or_else(|| root.attribute("lang").map(str::to_owned)),
        author: about.child("author").and_then(|a| a.child("name")?.line()),
        writers: root.all_named("author").into_iter().filter_map(writer).collect(),
    };
    let items = root.all(&is_item);
    let is_dated_by_program = are_dated_by_program(about, &items);
    let undated = |mut story: Story| {
        story.date = None;
        story.dated_by = "";
        let notes = story.note.take().into_iter().chain([WRITTEN_NOW.to_owned()]);
        story.note = Some(notes.collect::<Vec<_>>().join("; "));
        story
    };
    let story = |item| match story(item, &channel) {
        Ok(story) if is_dated_by_program => Ok(undated(story)),
        story => story,
    };
    items.into_iter().map(story).collect()
}

/// The note on an item that a program dated with the present.
const WRITTEN_NOW: &str =
    "dated with the moment at which a program wrote the feed: taken for no date";

/// Characters of a time that tell the minute: `2024-05-13T10:15`.
const MINUTE: usize = 16;

/// Whether the items have no other date than that of the feed itself, to the minute: programs
/// write the present where they are given no date.
fn are_dated_by_program(feed: &Element, items: &[&Element]) -> bool {
    let minute = |element: &Element| {
        let time = element.child("updated").and_then(Element::line)?;
        time.get(..MINUTE).map(str::to_owned)
    };
    let Some(written) = minute(feed) else { return false };
    let is_undated = |item: &&Element| DATES.iter().all(|name| item.child(name).is_none());
    items.len() > 1 && items.iter().all(|i| is_undated(i) && minute(i).as_ref() == Some(&written))
}

/// The elements of an item that say when it was published, the surest first.
const DATES: [&str; 5] = ["pubDate", "published", "post_date", "date", "issued"];

/// What a feed says of itself.
struct Channel {
    title: Option<String>,
    language: Option<String>,
    /// Who wrote what says no writer of its own (Atom).
    author: Option<String>,
    /// The names of writers by those with which they log in (WordPress).
    writers: HashMap<String, String>,
}

/// A writer of WordPress: the name to log in, and the one to print.
fn writer(author: &Element) -> Option<(String, String)> {
    let line = |name: &str| author.child(name).and_then(Element::line);
    Some((line("author_login")?, line("author_display_name")?))
}

/// What the exports of Blogger hold besides posts: an entry's kind, by its category.
fn kind_of_blogger(item: &Element) -> Option<&str> {
    const SCHEME: &str = "http://schemas.google.com/blogger/2008/kind#";
    item.elements()
        .filter(|e| e.name == "category")
        .find_map(|e| e.attribute("term")?.strip_prefix(SCHEME))
        .filter(|kind| !matches!(*kind, "post" | "page"))
}

fn story(item: &Element, channel: &Channel) -> Result<Story, Skipped> {
    let line = |name: &str| item.child(name).and_then(Element::line);
    let prefixed =
        |prefix: &str, name: &str| item.elements().find(|e| e.prefix == prefix && e.name == name);
    if let Some(kind) = line("post_type").filter(|kind| kind != "post" && kind != "page") {
        return Err(Skipped::quiet("", format!("WordPress' {kind}, no article")));
    }
    if let Some(kind) = kind_of_blogger(item) {
        return Err(Skipped::quiet("", format!("Blogger's {kind}, no article")));
    }
    let status = line("status").filter(|_| prefixed("wp", "status").is_some());
    if let Some(status) = status.filter(|status| status != "publish") {
        return Err(Skipped::new("", format!("not published (WordPress says {status}); left out")));
    }
    let whole = prefixed("content", "encoded").or_else(|| item.child("content"));
    let whole = whole.map(text_of).filter(|text| !text.trim().is_empty());
    let summary = ["description", "summary", "encoded"].iter().find_map(|name| {
        let text = text_of(item.child(name)?);
        Some(text).filter(|text| !text.trim().is_empty())
    });
    let is_summary = whole.is_none()
        && summary.as_ref().is_some_and(|s| s.split_whitespace().count() < SUMMARY_WORDS);
    let note = is_summary.then(|| "a summary: the feed does not hold the whole article".to_owned());
    let (date, dated_by) = DATES
        .iter()
        .chain(&["updated"])
        .find_map(|name| Some((line(name)?, "date in the feed")))
        .map_or((None, ""), |(date, by)| (Some(date), by));
    let mut fields = Vec::new();
    for (field, domain) in [("category", "category"), ("tag", "post_tag")] {
        let is_one = |e: &&Element| {
            e.name == "category" && e.attribute("domain").unwrap_or("category") == domain
        };
        let values = item.elements().filter(is_one);
        let values: Vec<String> = values
            .filter_map(|e| e.line().or_else(|| e.attribute("term").map(str::to_owned)))
            .collect();
        if !values.is_empty() {
            fields.push((field.to_owned(), values));
        }
    }
    let byline = line("creator").or_else(|| {
        let author = item.child("author")?;
        author.child("name").unwrap_or(author).line().map(|a| name_of(&a).to_owned())
    });
    let byline = byline.or_else(|| channel.author.clone());
    let byline = byline.map(|name| channel.writers.get(&name).cloned().unwrap_or(name));
    let url = line("link").or_else(|| {
        let is_page = |e: &&Element| {
            e.name == "link" && e.attribute("rel").unwrap_or("alternate") == "alternate"
        };
        item.elements().find(is_page)?.attribute("href").map(str::to_owned)
    });
    let source = item.child("source").and_then(|s| s.child("title").unwrap_or(s).line());
    Ok(Story {
        title: line("title").map(|title| flat::text(&title)),
        body: whole.or(summary).unwrap_or_default(),
        date,
        dated_by,
        source: source.or_else(|| channel.title.clone()),
        byline,
        url: url.filter(|url| url.starts_with("http")),
        language: item
            .attribute("lang")
            .map(str::to_owned)
            .or_else(|| line("language"))
            .or_else(|| channel.language.clone()),
        fields,
        note,
    })
}

/// `desk@paper.example (A. Writer)` is how RSS names an author.
fn name_of(author: &str) -> &str {
    match author.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim(),
        _ => author,
    }
}

/// A text of WordPress without its marks of captions and galleries, which are of pictures:
/// `[caption id="1"]…[/caption]`, `[gallery ids="1,2"]`.
fn without_captions(text: &str) -> String {
    const OPEN: &str = "[caption ";
    const CLOSE: &str = "[/caption]";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OPEN) {
        let Some(end) = rest[at..].find(CLOSE) else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + CLOSE.len()..];
    }
    out.push_str(rest);
    while let Some(at) = out.find("[gallery ") {
        let Some(end) = out[at..].find(']') else { break };
        out.replace_range(at..=at + end, "");
    }
    out
}

/// The text of an element that holds markup as elements, as characters, or none.
fn text_of(element: &Element) -> String {
    if element.elements().next().is_some() {
        return element.paragraphs().join("\n\n");
    }
    let text = without_captions(&element.characters());
    let has_blocks = ["<p", "<br", "<div", "<li", "<h"].iter().any(|tag| text.contains(tag));
    match () {
        () if has_blocks => flat::text(&text),
        // WordPress keeps paragraphs as lines and makes markup of them when it is asked.
        () if text.contains(['<', '&']) => {
            let lines = text.split('\n').map(flat::text).filter(|line| !line.is_empty());
            lines.collect::<Vec<_>>().join("\n\n")
        }
        () => text.trim().to_owned(),
    }
}

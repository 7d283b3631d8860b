//! Markdown: the words as a reader sees them, and the front matter as metadata.

use crate::article::{Article, Reading};
use crate::dates::any_date;
use crate::format::{Format, Reader};
use crate::tables::columns;
use crate::text::decode::decode;
use crate::web::flat;
use dateline_corpus::{Body, Input, Metadata};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use yaml_rust2::{Yaml, YamlLoader};

/// Markdown.
pub(crate) static FORMAT: Format = Format {
    name: "Markdown",
    label: "Markdown",
    endings: &["md", "markdown"],
    is_plain: true,
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

/// The article of a Markdown file.
///
/// # Errors
/// When it is no text, or its front matter cannot be read.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let decoded = decode(bytes, None)?;
    let (front, markdown) = front_matter(&decoded.text);
    let pairs = match front {
        None => Vec::new(),
        Some((Fence::Yaml, text)) => yaml(text)?,
        Some((Fence::Toml, text)) => toml(text)?,
    };
    let text = words(markdown);
    let mut article = Article::new("Markdown", Input::dump(name, "")).noting(decoded.note);
    let mut title = text.title;
    let input = &mut article.input;
    for (key, values) in pairs {
        let values: Vec<String> = values.iter().map(|value| unlinked(value)).collect();
        let one = values.join(", ");
        let metadata = &mut input.metadata;
        let plain = columns::plain(&key);
        let is = |names: &[&str]| names.contains(&plain.as_str());
        match () {
            () if one.trim().is_empty() => {}
            () if is(columns::TITLE) => title = Some(one),
            () if is(columns::DATE) && metadata.date.is_none() => {
                metadata.date = any_date(&one);
                input.evidence = format!("front matter: {key}");
                if metadata.date.is_none() {
                    article.notes.push(format!("date {one:?} not understood"));
                }
            }
            // Notes on what was clipped call the address of the original their source.
            () if is(columns::URL) || is(columns::SOURCE) && one.starts_with("http") => {
                metadata.url = Some(one);
            }
            () if is(columns::SOURCE) => metadata.source = Some(one),
            () if is(columns::BYLINE) => metadata.byline = Some(one),
            () if is(columns::LANGUAGE) => metadata.language = Some(one),
            () if is(columns::SECTION) => metadata.section = values,
            () => input.fields.push((key, values)),
        }
    }
    let body = text.body;
    if body.is_empty() && title.is_none() {
        return Err("no word in it; remove it or fill it".into());
    }
    input.metadata = Metadata { title: None, ..std::mem::take(&mut input.metadata) };
    input.body = Body::Read { title, body };
    Ok(article)
}

#[derive(Clone, Copy)]
enum Fence {
    Yaml,
    Toml,
}

/// The front matter, and the text after it.
fn front_matter(text: &str) -> (Option<(Fence, &str)>, &str) {
    for (fence, mark) in [(Fence::Yaml, "---"), (Fence::Toml, "+++")] {
        let Some(rest) = text.strip_prefix(mark) else { continue };
        let Some((first, rest)) = rest.split_once('\n') else { continue };
        if !first.trim().is_empty() {
            continue;
        }
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == mark || (line.trim_end() == "..." && mark == "---") {
                return (Some((fence, &rest[..at])), &rest[at + line.len()..]);
            }
            at += line.len();
        }
    }
    (None, text)
}

type Pairs = Vec<(String, Vec<String>)>;

fn yaml(text: &str) -> Result<Pairs, String> {
    let failed = |what: String| format!("front matter: {what}; correct it or remove it");
    let documents = YamlLoader::load_from_str(text).map_err(|e| failed(e.to_string()))?;
    match documents.into_iter().next() {
        None | Some(Yaml::Null) => Ok(Vec::new()),
        Some(Yaml::Hash(map)) => Ok(map
            .into_iter()
            .filter_map(|(key, value)| Some((key.into_string()?, yaml_values(value))))
            .collect()),
        Some(_) => Err(failed("no keys with values".into())),
    }
}

fn yaml_values(value: Yaml) -> Vec<String> {
    match value {
        Yaml::String(text) | Yaml::Real(text) => vec![text],
        Yaml::Integer(number) => vec![number.to_string()],
        Yaml::Boolean(yes) => vec![yes.to_string()],
        Yaml::Array(list) => list.into_iter().flat_map(yaml_values).collect(),
        Yaml::Hash(map) => {
            let name = map.get(&Yaml::String("name".into())).cloned();
            name.map(yaml_values).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn toml(text: &str) -> Result<Pairs, String> {
    let table: toml::Table = text.parse().map_err(|e: toml::de::Error| {
        format!("front matter: {}; correct it or remove it", e.message())
    })?;
    Ok(table.into_iter().map(|(key, value)| (key, toml_values(value))).collect())
}

fn toml_values(value: toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text],
        toml::Value::Array(list) => list.into_iter().flat_map(toml_values).collect(),
        toml::Value::Table(_) => Vec::new(),
        toml::Value::Integer(number) => vec![number.to_string()],
        toml::Value::Float(number) => vec![number.to_string()],
        toml::Value::Boolean(yes) => vec![yes.to_string()],
        toml::Value::Datetime(date) => vec![date.to_string()],
    }
}

/// A value of front matter without the brackets of links between notes.
fn unlinked(value: &str) -> String {
    let Some(inner) = value.trim().strip_prefix("[[").and_then(|v| v.strip_suffix("]]")) else {
        return value.to_owned();
    };
    inner.rsplit('|').next().unwrap_or(inner).to_owned()
}

/// Markdown without the comments, highlights and names of blocks that Obsidian writes: `%%…%%`,
/// `==…==`, `^name` at the end of a line.
fn without_comments(markdown: &str) -> Cow<'_, str> {
    if !(markdown.contains("%%") || markdown.contains("==") || markdown.contains(" ^")) {
        return Cow::Borrowed(markdown);
    }
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find("%%") {
        let (before, after) = rest.split_at(at);
        // After a figure it is a percentage.
        let opens = before.is_empty() || before.ends_with(char::is_whitespace);
        let end = after[2..].find("%%").filter(|_| opens);
        text.push_str(before);
        rest = match end {
            Some(end) => &after[2 + end + 2..],
            None => {
                text.push_str("%%");
                &after[2..]
            }
        };
    }
    text.push_str(rest);
    let line = |line: &str| {
        let (text, end) = line.split_at(line.trim_end_matches(['\r', '\n']).len());
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let text = match text.rsplit_once(" ^") {
            Some((before, name)) if is_name(name) => before,
            _ => text,
        };
        let marks: Vec<&str> = text.split("==").collect();
        // In code and in formulas blanks stand around it; a line of `=` underlines a heading.
        let is_marked = |m: &&str| !m.is_empty() && m.trim() == *m;
        let is_highlight = marks.len() > 2
            && marks.len() % 2 == 1
            && marks.iter().skip(1).step_by(2).all(is_marked);
        (if is_highlight { marks.concat() } else { text.to_owned() }) + end
    };
    Cow::Owned(text.split_inclusive('\n').map(line).collect())
}

struct Words {
    title: Option<String>,
    body: String,
}

/// The words of the text, with a line a block. The first heading of the first level
/// is the title when nothing but headings stands before it.
fn words(markdown: &str) -> Words {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    let markdown = without_comments(markdown);
    let (mut body, mut title, mut heading) = (String::new(), None, None);
    // Within what a note embeds: a picture, or another note.
    let mut embedded = false;
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Start(Tag::Image { link_type: LinkType::WikiLink { .. }, .. }) => {
                embedded = true
            }
            Event::End(TagEnd::Image) => embedded = false,
            _ if embedded => {}
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })
                if title.is_none() && body.trim().is_empty() =>
            {
                heading = Some(body.len());
            }
            Event::End(TagEnd::Heading(_)) => {
                match heading.take() {
                    Some(from) => {
                        title = Some(body.split_off(from)).filter(|t| !t.trim().is_empty())
                    }
                    None => body.push_str("\n\n"),
                };
            }
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => body.push_str(&text),
            Event::SoftBreak => body.push(' '),
            Event::HardBreak | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => {
                body.push('\n');
            }
            Event::End(TagEnd::TableCell) => body.push_str("  "),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::CodeBlock
                | TagEnd::List(_)
                | TagEnd::Table
                | TagEnd::FootnoteDefinition,
            ) => body.push_str("\n\n"),
            _ => {}
        }
    }
    Words { title: title.map(|t| t.trim().to_owned()), body: flat::tidy(&body) }
}

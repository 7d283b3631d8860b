//! The output of WikiExtractor: articles of Wikipedia, each a text between lines `<doc …>` and
//! `</doc>`. It looks like XML and is none: the texts hold bare `<` and `&`.

use super::document::Story;
use super::tree::entities;

/// The articles of a file; `None` when it is another file.
pub(crate) fn articles(text: &str) -> Option<Vec<Story>> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    attributes(text.lines().next()?)?;
    let (mut stories, mut story): (Vec<Story>, Option<Story>) = (Vec::new(), None);
    for line in text.lines() {
        if let Some(begun) = attributes(line) {
            stories.extend(story.replace(begun).map(tidy));
        } else if line.trim_end() == "</doc>" {
            stories.extend(story.take().map(tidy));
        } else if let Some(story) = &mut story {
            story.body.push_str(line);
            story.body.push('\n');
        }
    }
    stories.extend(story.map(tidy));
    Some(stories)
}

/// The article that a line begins: `<doc id="7" url="…" title="…">`.
fn attributes(line: &str) -> Option<Story> {
    let inside = line.trim_end().strip_prefix("<doc ")?.strip_suffix('>')?;
    let value = |name: &str| {
        let from = inside.find(&format!("{name}=\""))? + name.len() + 2;
        let value = &inside[from..];
        // The title is the last one, and may hold quotation marks.
        let end = if name == "title" { value.rfind('"') } else { value.find('"') }?;
        Some(entities(&value[..end]))
    };
    value("id")?;
    let url = value("url").filter(|url| url.starts_with("http"));
    Some(Story { title: Some(value("title")?), url, ..Story::default() })
}

/// A story whose text does not begin with its title.
fn tidy(mut story: Story) -> Story {
    let text = entities(story.body.trim());
    let title = story.title.as_deref().unwrap_or("");
    let rest = text.strip_prefix(title).filter(|rest| rest.is_empty() || rest.starts_with('\n'));
    story.body = rest.unwrap_or(&text).trim().to_owned();
    story
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_apart() {
        let text = "<doc id=\"7\" url=\"https://wiki.example/?curid=7\" title=\"The \"old\" ferry &amp; quay\">\n\
                    The \"old\" ferry &amp; quay\n\nIt stopped in Peru: 3 &lt; 4.\n\nAgain.\n</doc>\n\
                    <doc id=\"8\" url=\"\" title=\"Bridge\">\nBridges of Chile.\n</doc>\n";
        let stories = articles(text).expect("articles");
        let told: Vec<_> = stories
            .iter()
            .map(|s| (s.title.as_deref(), s.url.as_deref(), s.body.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (
                    Some("The \"old\" ferry & quay"),
                    Some("https://wiki.example/?curid=7"),
                    "It stopped in Peru: 3 < 4.\n\nAgain."
                ),
                (Some("Bridge"), None, "Bridges of Chile."),
            ]
        );
        // A file that is cut off keeps its last article.
        assert_eq!(articles(&text[..text.len() - 20]).map(|s| s.len()), Some(2));
        for other in ["<doc sitename=\"a\"><main/></doc>", "<docs>\n</docs>", "text", ""] {
            assert!(articles(other).is_none(), "{other}");
        }
    }
}

//! One file of a book: an article, or a list of others, or what stands before the first one.

use crate::paths::resolved;
use crate::xml::walk::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Classes of the bars by which calibre leads from article to article.
const BARS: [&str; 2] = ["calibre_navbar", "touchscreen_navbar"];

/// Classes of calibre's lists of articles and sections.
const LISTS: [&str; 4] =
    ["calibre_feed_list", "calibre_article_list", "touchscreen_article", "summary_headline"];

/// What a file is when its body has this type: EPUB 3 Structural Semantics Vocabulary.
const FRONT: [&str; 12] = [
    "cover",
    "titlepage",
    "halftitlepage",
    "copyright-page",
    "toc",
    "landmarks",
    "colophon",
    "dedication",
    "loi",
    "lot",
    "index",
    "imprint",
];

/// Links to other files of the book that a list has at least.
const MIN_LIST_LINKS: usize = 2;

/// What a file of a book holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chapter {
    /// Its HTML, without bars of links.
    pub(crate) html: String,
    /// Where the article was downloaded from.
    pub(crate) url: Option<String>,
    /// Whether most of it leads to other files of the book.
    pub(crate) is_list: bool,
    /// Whether the book itself calls it a cover, a title page or the like.
    pub(crate) is_front: bool,
}

/// What is open on the way through a file.
#[derive(Default)]
struct Walk {
    words: usize,
    /// Words of links, and of the items of lists that have one.
    listed: usize,
    links: usize,
    depth: usize,
    /// The depth of the outermost open item, the words before it, and the links before it.
    item: Option<(usize, usize, usize)>,
    link: Option<usize>,
    /// Where a bar begins, and its depth.
    bar: Option<(usize, usize)>,
    bars: Vec<(usize, usize)>,
    chapter: Chapter,
}

/// Reads the file of a book; `path` is its path. What is not well-formed is taken as it stands.
pub(crate) fn chapter(html: &str, path: &str) -> Chapter {
    let mut walk = Walk::default();
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    loop {
        let before = position(&reader);
        let Ok(event) = reader.read_event() else { break };
        match event {
            Event::Start(tag) => {
                walk.depth += 1;
                walk.start(&tag, before, path);
            }
            Event::Empty(tag) => walk.note(&tag),
            Event::End(_) => {
                walk.end(position(&reader));
                walk.depth = walk.depth.saturating_sub(1);
            }
            Event::Text(text) if walk.bar.is_none() => {
                walk.words += text.split_whitespace().count()
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut chapter = walk.chapter;
    let mut from = 0;
    for (start, end) in walk.bars {
        chapter.html.push_str(&html[from..start]);
        from = end;
    }
    chapter.html.push_str(&html[from..]);
    chapter.is_list |= walk.links >= MIN_LIST_LINKS && walk.listed * 2 >= walk.words;
    chapter
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>, before: usize, path: &str) {
        self.note(tag);
        if self.bar.is_some() {
            return;
        }
        let has_class = |known: &[&str]| {
            attribute(tag, "class")
                .is_some_and(|class| class.split(' ').any(|c| known.contains(&c)))
        };
        if has_class(&BARS) {
            self.bar = Some((before, self.depth));
            return;
        }
        self.chapter.is_list |= has_class(&LISTS);
        match tag.local_name().as_ref() {
            "a" => {
                let href = attribute(tag, "href").unwrap_or_default();
                let is_elsewhere = href.contains(':') || resolved(path, &href) == path;
                if !is_elsewhere {
                    self.links += 1;
                    self.link = self.item.is_none().then_some(self.words);
                }
            }
            "li" | "tr" | "dd" | "dt" if self.item.is_none() => {
                self.item = Some((self.depth, self.words, self.links));
            }
            _ => {}
        }
    }

    /// Notes what attributes of an element tell.
    fn note(&mut self, tag: &BytesStart<'_>) {
        let kind = attribute(tag, "type")
            .filter(|_| matches!(tag.local_name().as_ref(), "body" | "section" | "nav"));
        if let Some(kind) = kind {
            self.chapter.is_front |=
                self.words == 0 && kind.split(' ').any(|kind| FRONT.contains(&kind));
        }
        if attribute(tag, "rel").as_deref() == Some("calibre-downloaded-from") {
            self.chapter.url = attribute(tag, "href").filter(|url| url.starts_with("http"));
        }
    }

    fn end(&mut self, behind: usize) {
        if let Some((start, depth)) = self.bar {
            if depth == self.depth {
                self.bars.push((start, behind));
                self.bar = None;
            }
            return;
        }
        if let Some(before) = self.link.take() {
            self.listed += self.words - before;
        }
        if let Some((depth, words, links)) = self.item
            && depth == self.depth
        {
            if self.links > links {
                self.listed += self.words - words;
            }
            self.item = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_book() {
        let page = |body: &str| format!("<html><body>{body}</body></html>");
        let bar = "<div class='calibre_navbar'>| <a href='../b.html'>Next</a> | <br/>\
                   <div><a rel='calibre-downloaded-from' href='http://a.example/x'>x</a></div></div>";
        // What is left, address, whether it is a list, whether it stands before the first article.
        let cases = [
            (
                page(&format!("{bar}<p>Rain.</p>")),
                "<p>Rain.</p>",
                Some("http://a.example/x"),
                false,
                false,
            ),
            (
                page("<p>Rain.<a href='#n'>1</a></p>"),
                "<p>Rain.<a href='#n'>1</a></p>",
                None,
                false,
                false,
            ),
            (
                page(
                    "<ol><li><a href='a.html'>Rain</a> fell on it</li><li><a href='b.html'>Snow</a></li></ol>",
                ),
                "<ol><li><a href='a.html'>Rain</a> fell on it</li><li><a href='b.html'>Snow</a></li></ol>",
                None,
                true,
                false,
            ),
            (
                page(
                    "<p>It rained for days in <a href='a.html'>Peru</a> and in <a href='b.html'>Chile</a> too.</p>",
                ),
                "<p>It rained for days in <a href='a.html'>Peru</a> and in <a href='b.html'>Chile</a> too.</p>",
                None,
                false,
                false,
            ),
            (
                page("<section epub:type='titlepage'><h1>Rain</h1></section>"),
                "<section epub:type='titlepage'><h1>Rain</h1></section>",
                None,
                false,
                true,
            ),
            (page("<p>Not <b>closed"), "<p>Not <b>closed", None, false, false),
        ];
        for (html, left, url, is_list, is_front) in cases {
            let want = Chapter { html: page(left), url: url.map(str::to_owned), is_list, is_front };
            assert_eq!(chapter(&html, "text/c.html"), want, "{html}");
        }
    }
}

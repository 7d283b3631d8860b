//! The reader: one raw text in, one layout out.

use crate::content::content;
use crate::copies::copies;
use crate::header::Header;
use crate::page::Page;
use crate::roles::{Draft, Role};
use crate::{Block, BlockKind, Layout, Published, Title, TitleFrom};
use crate::{
    captions, display_title, furniture, header, headings, headline, publication, repeats, spoken,
    toc,
};
use dateline_text::Span;

/// Reads one raw text. Never fails: a text that holds no article still gets its
/// blocks. Linear in the length of the text.
pub fn read(text: &str) -> Layout {
    let page = Page::new(text);
    let mut draft = Draft::new(&page, content(&page), copies(&page));
    toc::mark(&mut draft);
    let Some((first, _)) = draft.text_range() else {
        return layout(text, &page, draft, Header::default(), None);
    };
    captions::mark(&mut draft, 0, page.len());
    let (title, first) = headline::headline(&draft, first);
    let header = header::mark(&mut draft, title, first);
    if let Some((first, last)) = draft.text_range() {
        let to = (last + 1).min(page.len());
        captions::mark_doubled(&mut draft, first, to);
        repeats::mark(&mut draft, first, page.len());
        headings::mark(&mut draft, first, to);
    }
    let published = publication::published(&draft, header.title, first);
    layout(text, &page, draft, header, published)
}

fn layout(
    text: &str,
    page: &Page<'_>,
    mut draft: Draft<'_, '_>,
    header: Header,
    published: Option<Published>,
) -> Layout {
    furniture::mark_rest(&mut draft);
    let spoken_dates = spoken::spoken(&draft, published.as_ref());
    let title = title(page, &draft, &header);
    let span = |line: usize| page.lines[line].span;
    let roles = draft.into_roles();
    let blocks = page
        .lines
        .iter()
        .zip(roles)
        .map(|(line, role)| {
            let Role { kind, duplicate, reason } = role.unwrap_or_else(|| Role {
                kind: BlockKind::Furniture,
                duplicate: false,
                reason: String::new(),
            });
            Block { span: line.span, kind, duplicate, reason }
        })
        .collect();
    debug_assert!(text.len() <= u32::MAX as usize);
    Layout {
        blocks,
        title,
        kicker: header.kicker.map(span),
        source: header.source.map(span),
        byline: header.byline,
        published,
        spoken_dates,
    }
}

/// The headline; without one the first sentence of the text that stands alone;
/// without any text the first line with a word.
fn title(page: &Page<'_>, draft: &Draft<'_, '_>, header: &Header) -> Option<Title> {
    if let Some(line) = header.title {
        let start = page.start(line);
        let span = Span::new(start, start + page.text(line).len());
        return Some(Title { span, from: TitleFrom::Headline });
    }
    let sentence = (0..page.len())
        .filter(|&l| draft.is_text(l))
        .find_map(|l| display_title::title(page.text(l)).map(|s| s.shifted(page.start(l))));
    let span = sentence.or_else(|| {
        (0..page.len()).find(|&l| page.shapes[l].words > 0).map(|l| page.lines[l].span)
    })?;
    Some(Title { span, from: TitleFrom::FirstSentence })
}

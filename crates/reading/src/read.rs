//! The reader: one raw text in, one layout out.

use crate::body::{boilerplate, captions, edges, headings, mentioned_dates, repeats, toc};
use crate::header::Header;
use crate::header::headline::Headline;
use crate::header::{display_title, headline, publication_date};
use crate::model::features;
use crate::model::places;
use crate::page::Page;
use crate::page::copies::copies;
use crate::roles::{Draft, Place, Role};
use crate::{Block, BlockKind, Finding, Layout, Published, Title, TitleFrom};
use crate::{contents, header, language};

/// Reads one raw text. Never fails: a text that holds no article still gets its
/// blocks. Linear in the length of the text.
pub fn read(text: &str) -> Layout {
    let page = Page::new(text);
    let copies = copies(&page);
    let mut draft = Draft::new(&page, &places(&page, &copies), copies);
    let nothing = contents::nothing(&page);
    if let Some(what) = nothing {
        draft.empty();
        let layout = layout(text, &page, draft, Header::default(), None);
        return Layout { finding: Finding::None(what), ..layout };
    }
    toc::mark(&mut draft);
    let Some((first, _)) = draft.text_range() else {
        return layout(text, &page, draft, Header::default(), None);
    };
    captions::mark(&mut draft, 0, page.len());
    let text_first = first;
    let first = headline::without_head(&draft, text_first);
    let taken = draft.content[text_first..first].to_vec();
    draft.content[text_first..first].fill(false);
    let (title, first) = headline::headline(&draft, first);
    if let Some(title) = title {
        edges::take_in(&mut draft, title.line, first);
    }
    let first = draft.text_range().map_or(first, |(earliest, _)| first.min(earliest));
    let header = header::mark(&mut draft, title, first);
    // What no rule of the header claims stays with the text.
    for (line, taken) in (text_first..).zip(taken) {
        draft.content[line] |= taken && draft.open(line);
    }
    if let Some((first, last)) = draft.text_range() {
        let to = (last + 1).min(page.len());
        edges::turn_out(&mut draft, first, last);
        captions::mark_doubled(&mut draft, first, to);
        repeats::mark(&mut draft, first, page.len());
        headings::mark(&mut draft, first, to);
    }
    let last = draft.text_range().map_or(first, |(_, last)| last);
    let title_line = header.title.map(|t| t.line);
    let published =
        publication_date::published(&draft, title_line, first, last, language::language(&draft));
    layout(text, &page, draft, header, published)
}

/// The layout of a text whose lines have their roles already: `kinds` are those of the lines
/// that are not blank, in order, and `reason` why they have them; lines beyond are furniture.
/// The first title is the title. Dates that the text mentions and its language are found as
/// by [`read`].
pub fn read_as(text: &str, kinds: &[BlockKind], reason: &'static str) -> Layout {
    let page = Page::new(text);
    let mut draft = Draft::new(&page, &vec![Place::Before; page.len()], vec![None; page.len()]);
    for (line, kind) in (0..page.len()).zip(kinds) {
        match kind {
            // The rules say why.
            BlockKind::Furniture => {}
            BlockKind::Repeat => draft.set_copy(line, *kind, reason),
            kind => draft.set(line, *kind, reason),
        }
    }
    let first = |kind| (0..page.len()).find(|&line| draft.kind(line) == Some(kind));
    let title = first(BlockKind::Title);
    let title = title.map(|line| Headline { line, span: page.lines[line].span, reason });
    let header = Header { title, kicker: first(BlockKind::Kicker), ..Header::default() };
    layout(text, &page, draft, header, None)
}

/// The input of the model for each line of `text`: the byte where the line starts, the
/// features of the line by itself, and its features among the others, in the order of
/// [`crate::feature_names`]. For training.
pub fn model_input(text: &str) -> Vec<(u32, Vec<f32>, Vec<f32>)> {
    let page = Page::new(text);
    let (own, around) = features(&page, &copies(&page));
    page.lines
        .iter()
        .zip(own.iter().zip(&around))
        .map(|(line, (own, around))| (line.span.start, own.to_vec(), around.to_vec()))
        .collect()
}

fn layout(
    text: &str,
    page: &Page<'_>,
    mut draft: Draft<'_, '_>,
    header: Header,
    published: Option<Published>,
) -> Layout {
    boilerplate::mark_rest(&mut draft);
    let several = contents::several(&draft);
    let finding = if several.is_empty() { Finding::Article } else { Finding::Several(several) };
    let language = language::language(&draft);
    let mentioned_dates = mentioned_dates::mentioned_dates(&draft, published.as_ref());
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
        mentioned_dates,
        finding,
        language,
    }
}

/// The headline; without one the first sentence of the text that stands alone;
/// without any text the first line with a word.
fn title(page: &Page<'_>, draft: &Draft<'_, '_>, header: &Header) -> Option<Title> {
    if let Some(headline) = header.title {
        return Some(Title { span: headline.span, from: TitleFrom::Headline });
    }
    let sentence = (0..page.len())
        .filter(|&l| draft.is_text(l))
        .find_map(|l| display_title::title(page.text(l)).map(|s| s.shifted(page.start(l))));
    let span = sentence.or_else(|| {
        (0..page.len()).find(|&l| page.shapes[l].words > 0).map(|l| page.lines[l].span)
    })?;
    Some(Title { span, from: TitleFrom::FirstSentence })
}

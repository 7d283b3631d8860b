//! A concordance as a file.

use super::line::{one_line, paragraph, place};
use crate::charts::figure::Format;
use crate::exports::save::Save;
use crate::model::page_props::PageProps;
use dateline_corpus::{Concordance, Context};
use dateline_export::{KwicLine, Table};
use std::rc::Rc;

/// The lines in a form.
pub(crate) fn saved(format: Format, props: &PageProps, title: &str, found: &Concordance) -> Save {
    let lines = (format == Format::Txt).then(|| Rc::new(lines(props, found)));
    Save { lines, ..Save::table(Rc::new(table(props, title, found)), format) }
}

fn table(props: &PageProps, title: &str, found: &Concordance) -> Table {
    let columns = ["article", "title", "paragraph", "left", "node", "right", "byte"];
    let mut table = Table::new(title, &columns);
    table.note = "Byte: where the node starts in the article's text, in UTF-8.".to_owned();
    let counting = &props.place.address.selection.counting;
    for context in &found.lines {
        let Some(article) = props.corpus.article(context.article) else { continue };
        let [left, node, right] = parts(context, article.text());
        table = table.row([
            article.name().into(),
            article.title().into(),
            paragraph(&article, context.block, counting).into(),
            left.into(),
            node.into(),
            right.into(),
            context.node.start.into(),
        ]);
    }
    table
}

fn lines(props: &PageProps, found: &Concordance) -> Vec<KwicLine> {
    let counting = &props.place.address.selection.counting;
    let line = |context: &Context| {
        let article = props.corpus.article(context.article)?;
        let [left, node, right] = parts(context, article.text());
        Some(KwicLine { place: place(&article, context, counting), left, node, right })
    };
    found.lines.iter().filter_map(line).collect()
}

fn parts(context: &Context, text: &str) -> [String; 3] {
    [context.left, context.node, context.right]
        .map(|span| one_line(span.of(text)).trim().to_owned())
}

//! A concordance as a file.

use super::line::{one_line, place};
use crate::charts::figure::Format;
use crate::exports::save::Save;
use crate::model::page_props::PageProps;
use crate::model::paragraphs::paragraph;
use dateline_corpus::{Concordance, Context};
use dateline_export::{KwicLine, Table};
use std::rc::Rc;

/// The lines in a form.
pub(crate) fn saved(format: Format, props: &PageProps, title: &str, found: &Concordance) -> Save {
    let lines = (format == Format::Txt).then(|| Rc::new(lines(props, found)));
    Save { lines, ..Save::table(Rc::new(table(props, title, found)), format) }
}

fn table(props: &PageProps, title: &str, found: &Concordance) -> Table {
    let columns = ["id", "title", "date", "source", "paragraph", "left", "node", "right", "byte"];
    let mut table = Table::new(title, &columns);
    table.note = "id: the article. byte: the start of the node in the text of the article, in bytes of UTF-8.".to_owned();
    for context in &found.lines {
        let Some(article) = props.corpus.article(context.article) else { continue };
        let [left, node, right] = parts(context, article.text());
        table = table.row([
            article.name().into(),
            article.title().into(),
            article.date().map(|date| date.to_string()).unwrap_or_default().into(),
            article.source().unwrap_or_default().into(),
            paragraph(&article, context.block).into(),
            left.into(),
            node.into(),
            right.into(),
            context.node.start.into(),
        ]);
    }
    table
}

fn lines(props: &PageProps, found: &Concordance) -> Vec<KwicLine> {
    let line = |context: &Context| {
        let article = props.corpus.article(context.article)?;
        let [left, node, right] = parts(context, article.text());
        Some(KwicLine { place: place(&article, context), left, node, right })
    };
    found.lines.iter().filter_map(line).collect()
}

fn parts(context: &Context, text: &str) -> [String; 3] {
    [context.left, context.node, context.right]
        .map(|span| one_line(span.of(text)).trim().to_owned())
}

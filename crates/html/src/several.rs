//! Pages that hold several whole articles: a blog with its last posts, a page that loads the
//! next article under the first. Teasers are no articles.

use crate::dom::{Dom, Id};
use crate::flow::Block;
use crate::words::{count, length};
use std::collections::HashMap;

/// Letters of running text from which an element with a headline is a whole article.
const WHOLE: f32 = 900.0;

/// Paragraphs of running text that it has at least, and their letters.
const PARAGRAPHS: usize = 3;
const PARAGRAPH: f32 = 80.0;

/// Words of a headline at least.
const HEADLINE_WORDS: usize = 2;

/// What stands in an `<article>`.
#[derive(Default)]
struct Inside {
    letters: f32,
    paragraphs: usize,
    headlines: usize,
    first_is_headline: bool,
}

/// The elements of a page that are whole articles, where it has more than one.
pub(crate) fn several(dom: &Dom, blocks: &[Block]) -> Vec<Id> {
    let mut order: Vec<Id> = Vec::new();
    let mut inside: HashMap<Id, Inside> = HashMap::new();
    for block in blocks {
        let Some(id) = outermost(dom, block.node) else { continue };
        let found = inside.entry(id).or_insert_with(|| {
            order.push(id);
            Inside::default()
        });
        let letters = length(&block.text);
        if (1..=3).contains(&block.level) && count(&block.text) >= HEADLINE_WORDS {
            found.headlines += 1;
            found.first_is_headline |= found.paragraphs == 0;
        } else if letters >= PARAGRAPH && block.linked * 2.0 < letters {
            found.letters += letters;
            found.paragraphs += 1;
        }
    }
    order.retain(|id| {
        let found = &inside[id];
        found.letters >= WHOLE && found.paragraphs >= PARAGRAPHS && found.first_is_headline
    });
    if order.len() > 1 { order } else { Vec::new() }
}

/// The outermost `<article>` around a node that is not in a comment.
fn outermost(dom: &Dom, node: Id) -> Option<Id> {
    let around = std::iter::successors(Some(node), |id| dom.parent(*id));
    let articles = around.filter(|id| {
        dom.element(*id).is_some_and(|e| {
            e.tag() == "article" || e.attribute("role").is_some_and(|r| r == "article")
        })
    });
    articles.last()
}

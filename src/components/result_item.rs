//! One result: title, where it comes from, the best stretch of its text.

use super::marked::marked;
use crate::model::answer::Answer;
use crate::model::marks::Marks;
use crate::model::place::Place;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{Article, ArticleId, COLLECTION, Hit, Snippet};
use std::rc::Rc;
use yew::prelude::*;

/// One result.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub corpus: Shared,
    /// The answer that it is a result of.
    pub answer: Rc<Answer>,
    /// Which of them.
    pub id: ArticleId,
    /// The query, and where the result leads from.
    pub place: Place,
    /// Its place among all results, from 1, and how many there are: some of them may
    /// not be drawn.
    pub of: (usize, usize),
    /// Whether Tab reaches it: one of the list is reached so, the others by the arrow keys.
    #[prop_or(true)]
    pub is_stop: bool,
    /// The reader came to it.
    #[prop_or_default]
    pub on_focus: Callback<ArticleId>,
}

/// Bytes of text beneath a title.
const SNIPPET_BYTES: usize = 170;

/// One result.
#[component]
pub fn ResultItem(props: &Props) -> Html {
    let Some(article) = props.corpus.article(props.id) else { return Html::default() };
    let address = &props.place.address;
    let number = props.id.0 + 1;
    let hits = props.answer.hits(props.id);
    let marks = Marks::of_hits(&hits, props.answer.has_series());
    let title = match article.title_span() {
        Some(span) => marked(article.text(), span, &marks, None),
        None => html! { article.title().to_owned() },
    };
    let snippet = props.answer.snippet(props.id, SNIPPET_BYTES);
    let current = (address.doc == Some(number)).then_some("true");
    let lang = article.language().map(str::to_owned);
    let href = match snippet.as_ref().and_then(|snippet| passage(&hits, snippet)) {
        Some(hit) => address.article(number).at_hit(hit),
        None => address.article(number),
    }
    .href();
    let tabindex = if props.is_stop { "0" } else { "-1" };
    let id = props.id;
    let onfocus = props.on_focus.reform(move |_: FocusEvent| id);
    let class = if is_own(&article) { "result yours" } else { "result" };
    html! {
        <li {class} aria-posinset={props.of.0.to_string()} aria-setsize={props.of.1.to_string()}>
            <a id={format!("result-{number}")} {href} {tabindex} {onfocus} aria-current={current}>
                <h3 dir="auto" lang={lang.clone()}>{ title }</h3>
                <p class="meta">{ whose(&article) }{ meta(&article, Omitted::default()) }</p>
                if let Some(status) = words::holds(article.holds()) {
                    <p class="meta held">{ status }</p>
                }
                if let Some(snippet) = snippet {
                    <p class="snippet" dir="auto" {lang}>{ cut(article.text(), &snippet, &marks) }</p>
                }
                if !hits.is_empty() {
                    <p class="meta count">{ words::count(hits.len(), "hit") }</p>
                }
            </a>
        </li>
    }
}

/// The number, from 1, of the first hit that the snippet shows: where the article is opened.
fn passage(hits: &[Hit], snippet: &Snippet) -> Option<u32> {
    let first = snippet.hits.first()?;
    let at = hits.iter().position(|hit| hit.span == first.span)?;
    u32::try_from(at + 1).ok()
}

/// Whether the reader brought the article, and it stands beside others.
fn is_own(article: &Article<'_>) -> bool {
    article.field(COLLECTION).any(|collection| collection == dateline_corpus::YOURS)
}

/// Says so where it is.
pub(super) fn whose(article: &Article<'_>) -> Html {
    match is_own(article) {
        true => html! { <><span class="collection yours">{ "Yours" }</span>{ " " }</> },
        false => Html::default(),
    }
}

/// What the line below a title leaves out, since the text says it itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Omitted {
    /// The source.
    pub(super) source: bool,
    /// The author.
    pub(super) byline: bool,
    /// The date.
    pub(super) date: bool,
}

/// Source, author, date and length, without what was said.
pub(super) fn meta(article: &Article<'_>, omitted: Omitted) -> String {
    let date = match (article.date(), article.mentioned_dates().iter().find_map(|d| d.iso.clone()))
    {
        (Some(date), _) => words::date(date),
        (None, Some(iso)) => match dateline_corpus::Date::parse(&iso) {
            Some(date) => format!("undated; the text mentions {}", words::date(date)),
            None => "undated".to_owned(),
        },
        (None, None) => "undated".to_owned(),
    };
    let words = words::count(article.words(), "word");
    let source = article.source().filter(|_| !omitted.source);
    let byline = article.byline().filter(|_| !omitted.byline);
    let date = Some(date.as_str()).filter(|_| !omitted.date);
    let section = article.field("section").collect::<Vec<_>>().join(", ");
    let section = Some(section.as_str()).filter(|section| !section.is_empty());
    let parts = [source, section, byline, date, Some(&words)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn cut(text: &str, snippet: &Snippet, marks: &Marks) -> Html {
    html! {
        <>
            { if snippet.cut_start { "… " } else { "" } }
            { marked(text, snippet.span, marks, None) }
            { if snippet.cut_end { " …" } else { "" } }
        </>
    }
}

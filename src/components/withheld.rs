//! The notice on an article whose text is withheld.

use dateline_corpus::{Article, ContextsOnly};
use yew::prelude::*;

/// A note above the text, with the way to the original.
pub fn withheld(contexts: ContextsOnly, article: &Article<'_>) -> Html {
    let words = contexts.words();
    let original = article.url().filter(|url| url.starts_with("http"));
    html! {
        <p class="withheld" role="note">
            { format!("Of this text, only {words} words on either side of each country are published here. \
                       Counts of countries are those of the whole text; search finds the words that are shown. ") }
            if let Some(url) = original {
                <a href={url.to_owned()} rel="noreferrer noopener" target="_blank">
                    { format!("Read all of it at {}", article.source().unwrap_or("the source")) }
                </a>
            }
        </p>
    }
}

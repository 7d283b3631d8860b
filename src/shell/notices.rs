//! What the address asks for that cannot be had, in words.

use crate::address::{Address, Problem};
use crate::model::place::Place;
use crate::model::shared::Shared;
use std::rc::Rc;

/// The place as the page goes on from it, and what the reader is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notices {
    /// The place; its links carry the corpus.
    pub place: Place,
    /// The messages.
    pub texts: Vec<String>,
}

/// Reads the place against the corpus.
pub fn notices(place: &Place, corpus: &Shared) -> Notices {
    let hash = corpus.short_hash();
    let address = &place.address;
    let mut texts: Vec<String> = place.problems.iter().map(problem).collect();
    // A link to the published articles, open beside the reader's own, is a link to what is there:
    // they come first, so that its numbers hold.
    let published = corpus.published().short_hash();
    let is_of_published = address.corpus.as_ref() == Some(&published)
        && corpus.user_articles().is_none_or(|own| !own.alone);
    let made_for_others = |made_for: &String| *made_for != hash && !is_of_published;
    if address.corpus.as_ref().is_some_and(made_for_others) {
        texts.push(format!(
            "This link was made for other articles ({} instead of {hash}): numbers and places may differ.",
            address.corpus.as_deref().unwrap_or_default()
        ));
    }
    let articles = corpus.len();
    if let Some(doc) = address.doc.filter(|n| *n as usize > articles) {
        texts.push(format!("There is no article {doc}; the last one is {articles}."));
    }
    let place = match address.corpus {
        Some(_) if !is_of_published => place.clone(),
        _ => place.at(Rc::new(Address { corpus: Some(hash), ..(**address).clone() })),
    };
    Notices { place, texts }
}

fn problem(problem: &Problem) -> String {
    let Problem { key, value, expected } = problem;
    format!("“{key}={value}” in the address was ignored: expected {expected}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_ignored() {
        let corpus = Shared::embedded().unwrap();
        let hash = corpus.short_hash();
        let rows = [
            ("#view=articles".to_owned(), vec![]),
            (format!("#c={hash}"), vec![]),
            ("#c=00000000".to_owned(), vec!["other articles"]),
            ("#view=nowhere&doc=99999".to_owned(), vec!["“view=nowhere”", "no article 99999"]),
        ];
        for (fragment, expected) in rows {
            let (address, problems) = Address::parse(&fragment);
            let place = Place::new(Rc::new(address), Rc::new(problems), yew::Callback::noop());
            let Notices { place, texts } = notices(&place, &corpus);
            assert_eq!(texts.len(), expected.len(), "{fragment}: {texts:?}");
            for (text, part) in texts.iter().zip(expected) {
                assert!(text.contains(part), "{text}");
            }
            assert!(place.address.corpus.is_some());
        }
    }
}

//! Notices about parts of the address that cannot be followed.

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

/// Reads the place against the corpus. `opened` are the short hashes of what was open in this tab
/// before: a link to one of them was followed while it was, and what is open now changed under it.
pub fn notices(place: &Place, corpus: &Shared, opened: &[String]) -> Notices {
    let hash = corpus.short_hash();
    let address = &place.address;
    let mut texts: Vec<String> = place.problems.iter().map(problem).collect();
    let foreign = address.corpus.as_ref().filter(|made_for| {
        **made_for != hash
            && **made_for != corpus.published().short_hash()
            && !opened.contains(made_for)
    });
    if let Some(made_for) = foreign {
        texts.push(format!(
            "This link was made for other articles ({made_for} instead of {hash}): numbers and places may differ.",
        ));
    }
    let articles = corpus.len();
    if let Some(doc) = address.doc.filter(|n| *n as usize > articles) {
        texts.push(format!("There is no article {doc}; the last one is {articles}."));
    }
    let place = match foreign {
        Some(_) => place.clone(),
        None => place.at(Rc::new(Address { corpus: Some(hash), ..(**address).clone() })),
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
            ("#c=12345678".to_owned(), vec![]),
            ("#c=00000000".to_owned(), vec!["other articles"]),
            ("#view=nowhere&doc=99999".to_owned(), vec!["“view=nowhere”", "no article 99999"]),
        ];
        for (fragment, expected) in rows {
            let (address, problems) = Address::parse(&fragment);
            let place = Place::new(Rc::new(address), Rc::new(problems), yew::Callback::noop());
            let Notices { place, texts } = notices(&place, &corpus, &["12345678".to_owned()]);
            assert_eq!(texts.len(), expected.len(), "{fragment}: {texts:?}");
            for (text, part) in texts.iter().zip(expected) {
                assert!(text.contains(part), "{text}");
            }
            assert!(place.address.corpus.is_some());
        }
    }
}

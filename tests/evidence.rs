//! Evidence and corrections as HTML, without a browser: every mention says why, what is
//! ambiguous is listed, and a correction recounts every view.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod made;

use dateline::evidence::{self, Evidence};
use dateline::model::page_props::Explain;
use dateline::model::page_props::PageProps;
use dateline::model::shared::Shared;
use dateline::pages::{articles, contexts, countries, country};
use dateline_corpus::{ArticleId, Correction, Corrections, Counting, Country, Reassign, Rule};
use made::{corpus, html, page};
use yew::prelude::*;

const ARTICLES: [(&str, &str, &str); 2] = [
    (
        "a.txt",
        "A road in Congo",
        "The road in Congo was closed. The police of Peru sent <b>help</b> from Lima.",
    ),
    (
        "b.txt",
        "Peru and Chile sign",
        "Peru and Chile agreed. Nobody in Congo was asked, said a Peruvian.",
    ),
];

async fn why(page: &PageProps, what: Explain) -> String {
    let on_close = Callback::noop();
    html::<Evidence>(evidence::Props { page: page.clone(), what, on_close }).await
}

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

fn settled() -> Corrections {
    let (surface, country) = ("Congo".to_owned(), country("CD"));
    Corrections::default().with(Correction::Reassign(Reassign { surface, country }))
}

#[tokio::test(flavor = "current_thread")]
async fn every_mention_says_why() {
    for corpus in [corpus(&ARTICLES), Shared::embedded().unwrap()] {
        let page = page("#view=articles", &corpus);
        for article in corpus.articles() {
            for mention in article.mentions() {
                let says = why(&page, Explain::Place(article.id(), mention.span.start)).await;
                let rule = Rule::of(mention.rule).expect("a rule with its meaning");
                let meaning = rule.meaning.split(['\'', '’', '"']).next().unwrap();
                let counted = page.place.address.selection.counting.counts(mention);
                let yes = says.contains("<dd>yes");
                for part in [mention.country.name().split('\'').next().unwrap(), meaning] {
                    assert!(says.contains(part), "{part} is not in {says}");
                }
                assert_eq!(yes, counted, "{says}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn marks_can_be_pressed_and_one_is_a_tab_stop() {
    let corpus = corpus(&ARTICLES);
    let reader = html::<articles::Articles>(page("#view=articles&doc=1", &corpus)).await;
    let mentions = corpus.counted(&Counting::default(), ArticleId(0)).len();
    assert_eq!(reader.matches("data-country=").count(), mentions);
    // Congo in the title and in the text.
    assert_eq!(reader.matches("class=\"ambiguous\"").count(), 2, "{reader}");
    assert_eq!(reader.matches("role=\"button\"").count(), mentions + 2);
    let stops = reader.matches("role=\"button\" tabindex=\"0\"").count();
    assert_eq!(stops, 1, "{reader}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_ambiguous_is_listed_and_leads_to_its_places() {
    let corpus = corpus(&ARTICLES);
    let listed = "3 ambiguous, not counted";
    let all = html::<countries::Countries>(page("#view=countries", &corpus)).await;
    assert!(all.contains(listed) && all.contains("DR Congo"), "{all}");
    let one = html::<country::CountryPage>(page("#view=country&of=CD", &corpus)).await;
    assert!(one.contains(listed), "{one}");
    let other = html::<country::CountryPage>(page("#view=country&of=PE", &corpus)).await;
    assert!(!other.contains("ambiguous, not counted"), "{other}");
    let reader = html::<articles::Articles>(page("#view=articles&doc=2", &corpus)).await;
    assert!(reader.contains("1 ambiguous, not counted"), "{reader}");
    let rows = corpus.ambiguous(&Counting::default(), &[ArticleId(1)]);
    let at = rows[0].places[0].1.start;
    let there = page(&format!("#view=articles&doc=2&at={at}"), &corpus);
    let there = html::<articles::Articles>(there).await;
    assert!(there.contains("class=\"ambiguous now\""), "{there}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_correction_recounts_and_can_be_undone() {
    let corpus = corpus(&ARTICLES);
    let corrected = corpus.corrected(settled());
    assert_ne!(corpus, corrected);
    let before = html::<countries::Countries>(page("#view=countries", &corpus)).await;
    let after = html::<countries::Countries>(page("#view=countries", &corrected)).await;
    assert!(!before.contains("of=CD") && after.contains("of=CD"), "{after}");
    assert!(!after.contains("ambiguous, not counted"), "{after}");
    let panel = why(&page("#view=countries", &corrected), Explain::Corrections).await;
    assert!(panel.contains("“Congo”") && panel.contains("Remove"), "{panel}");
    let twice = corrected.corrected(settled().with(Correction::Mute("Peru".to_owned())));
    assert_eq!(twice.corrections().len(), 2);
    assert_eq!(twice.uncorrected().unwrap().corrections(), &settled());
    let start = twice.uncorrected().and_then(|c| c.uncorrected()).unwrap();
    assert_eq!(start, corpus, "everything undone is the corpus as it was read");
    assert_eq!(corpus.with_kept(settled()).uncorrected(), None, "an earlier visit is no step");
    let lines = html::<contexts::Contexts>(page("#view=contexts&of=CD", &corrected)).await;
    assert_eq!(lines.matches("aria-label=\"Why Congo is counted\"").count(), 3, "{lines}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_taken_away_says_so() {
    let corpus = corpus(&ARTICLES);
    let at = corpus.article(ArticleId(1)).unwrap().mentions()[0].span.start;
    let muted = Corrections::default().with(Correction::Mute("Peru".to_owned()));
    let page = page("#view=articles&doc=2", &corpus.corrected(muted));
    let says = why(&page, Explain::Place(ArticleId(1), at)).await;
    assert!(says.contains("Not counted, because of a correction"), "{says}");
    assert!(says.contains("Remove this correction"), "{says}");
}
